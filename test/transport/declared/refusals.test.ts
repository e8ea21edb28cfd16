import { expect } from '@open-wc/testing';
import type { Reply, SignCall } from '../../../src/model/endpoint.js';
import { interpretReply, type SignResult } from '../../../src/transport/declared/decode.js';
import { decodeEntities } from '../../../src/transport/entities/entities.js';
import { encodeSigning } from '../../../src/transport/declared/encode.js';
import { FACTS } from './facts.js';

function resultOf(
  response: Reply | undefined,
  status: number,
  body: unknown,
  more: SignCall = {},
): SignResult {
  const sign = {
    urls: ['https://ngo.example/'],
    body: { mail: '$email' },
    ...more,
    ...(response && { response }),
  };
  const bytes = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
  const reply = { status, contentType: 'application/json', retryAfter: null, bytes };
  return interpretReply(sign, reply, FACTS, decodeEntities).result;
}

describe('a no is final, whatever its status', () => {
  const refused: Reply['refused'] = { path: 'ok', equals: false };
  const errors: Reply['fields'] = { each: 'errors', name: 'field', message: 'text' };
  const GRAPHQL: SignCall = { encoding: 'graphql', graphql: { query: 'mutation { sign }' } };
  const final = (status: number, message: string | null = null) => ({
    outcome: 'rejected',
    code: `status-${status}`,
    message,
  });
  const invalid = {
    outcome: 'invalid',
    errors: [{ pointer: '#/fields/email', code: 'format', message: 'No' }],
  };
  const wrong = [{ field: 'mail', text: 'No' }];
  const rows: [
    name: string,
    response: Reply | undefined,
    status: number,
    body: unknown,
    result: unknown,
    more?: SignCall,
  ][] = [
    ['refused without a message', { refused }, 200, { ok: false }, final(200)],
    [
      'refused, with a success that does not hold',
      { refused, success: { path: 'id' } },
      200,
      { ok: false },
      final(200),
    ],
    [
      'refused, with a success that holds as well',
      { refused, success: { status: '2xx' } },
      200,
      { ok: false },
      final(200),
    ],
    [
      'refused, with an assumed that holds as well',
      { refused, assumed: { status: '2xx' } },
      200,
      { ok: false },
      final(200),
    ],
    [
      'refused, with a message',
      { refused, message: ['m'] },
      200,
      { ok: false, m: 'Not you' },
      final(200, 'Not you'),
    ],
    [
      'refused, with a message that is markup only',
      { refused, message: ['m'] },
      200,
      { ok: false, m: '<p> </p>' },
      final(200),
    ],
    [
      'refused, with errors of fields',
      { refused, fields: errors },
      200,
      { ok: false, errors: wrong },
      invalid,
    ],
    ['refused with 201', { refused }, 201, { ok: false }, final(201)],
    ['refused with 503', { refused }, 503, { ok: false }, final(503)],
    ['errors of fields and no rule for a success', { fields: errors }, 200, { errors: wrong }, invalid],
    [
      'a success by rule, with remarks about fields',
      { fields: errors, success: { path: 'id' } },
      200,
      { id: 'a', errors: wrong },
      { outcome: 'signed', id: '', count: null },
    ],
    [
      'no errors of fields',
      { fields: errors },
      200,
      { errors: [] },
      { outcome: 'signed', id: '', count: null },
    ],
    [
      'GraphQL errors, no data',
      undefined,
      200,
      { errors: [{ message: 'x' }], data: null },
      final(200),
      GRAPHQL,
    ],
    ['GraphQL errors, no key for data', undefined, 200, { errors: [{ message: 'x' }] }, final(200), GRAPHQL],
    [
      'GraphQL errors, the mutation null',
      undefined,
      200,
      { errors: [{ message: 'x' }], data: { sign: null } },
      final(200),
      GRAPHQL,
    ],
    [
      'GraphQL errors beside a result',
      undefined,
      200,
      { errors: [{ message: 'x' }], data: { sign: { id: 1 } } },
      { outcome: 'unreadable' },
      GRAPHQL,
    ],
    [
      'a message that is markup only, and nothing else',
      { success: { path: 'id' }, message: ['m'] },
      200,
      { m: '<br>' },
      { outcome: 'unreadable' },
    ],
    ['a page of HTML', { success: { path: 'id' } }, 200, '<!doctype html>', { outcome: 'unreadable' }],
    [
      'duplicate and refused',
      { refused, duplicate: { path: 'dup' } },
      200,
      { ok: false, dup: 1 },
      { outcome: 'duplicate' },
    ],
  ];
  for (const [name, response, status, body, result, more] of rows)
    it(name, () => expect(resultOf(response, status, body, more)).to.deep.equal(result));
});

describe('errors of fields in a text', () => {
  const body: SignCall['body'] = { mail: '$email', input_7: '$country', place: '$seat.code' };
  const html =
    '<p>Sorry</p><ul><li>Mail: <b>is taken</b></li><li>7: n&rsquo;existe pas</li><li>Other: no</li></ul>';
  const taken = { pointer: '#/fields/email', code: 'format', message: 'is taken' };
  const country = { pointer: '#/fields/country', code: 'format', message: 'n’existe pas' };
  const rows: [name: string, fields: Reply['fields'], body: unknown, errors: unknown[]][] = [
    ['by named groups', { pattern: '<li>(?<name>[^:]+): (?<message>.*?)</li>' }, html, [taken, country]],
    ['by numbered groups', { pattern: '<li>([^:]+): (.*?)</li>' }, html, [taken, country]],
    [
      'the message first',
      { pattern: '(?<message>[a-z ]+) for (?<name>\\w+);' },
      'is taken for mail; no seat for place;',
      [taken, { pointer: '#/seat', code: 'format', message: 'no seat' }],
    ],
    [
      'without a message',
      { pattern: 'bad field (\\w+)' },
      'bad field mail',
      [{ pointer: '#/fields/email', code: 'format' }],
    ],
    [
      'in one text of the answer',
      { each: 'error', pattern: '(\\w+) (.+)' },
      { error: 'mail is taken' },
      [taken],
    ],
    [
      'in each text of a list',
      { each: 'errors.*', pattern: '^(\\w+) (.+)$' },
      { errors: ['mail is taken', 7, '7 n&rsquo;existe pas'] },
      [taken, country],
    ],
    [
      'in a list itself',
      { each: 'errors', pattern: '^(\\w+) (.+)$' },
      { errors: ['mail is taken'] },
      [taken],
    ],
    [
      'in JSON inside a text',
      { each: 'm.$json.e', pattern: '(\\w+) (.+)' },
      { m: '{"e":"mail is taken"}' },
      [taken],
    ],
    [
      'in an object inside a text',
      { each: 'm.$json', message: 'value' },
      { m: '{"mail":"is taken"}' },
      [taken],
    ],
  ];
  for (const [name, fields, answer, errors] of rows)
    it(name, () =>
      expect(resultOf({ fields }, 422, answer, { body })).to.deep.equal({ outcome: 'invalid', errors }),
    );

  it('that match nothing are a refusal like any other', () =>
    expect(resultOf({ fields: { pattern: '(x)(y)' } }, 422, html, { body })).to.deep.include({
      outcome: 'rejected',
    }));
  it('that match everywhere come to an end', () =>
    expect(resultOf({ fields: { pattern: '()' } }, 422, 'a'.repeat(100_000), { body })).to.deep.include({
      outcome: 'rejected',
    }));
});

describe('a redirect', () => {
  const redirect: Reply['assumed'] = { redirected: true };
  const judged = (response: Reply, more: object = {}): SignResult =>
    interpretReply(
      { urls: ['https://ngo.example/'], response },
      { status: 0, contentType: '', retryAfter: null, bytes: new Uint8Array(), redirected: true, ...more },
      FACTS,
    ).result;
  const lost = { outcome: 'unreadable' };
  const rows: [response: Reply, result: object][] = [
    [{ assumed: redirect }, { outcome: 'assumed' }],
    [{ assumed: { any: [{ status: 202 }, redirect] } }, { outcome: 'assumed' }],
    [{ assumed: { all: [redirect, { status: 200 }] } }, lost],
    [{ assumed: { path: 'text' } }, lost],
    [{ assumed: { not: { status: 200 } } }, lost],
    [{ assumed: { redirected: false } as never }, lost],
    [{}, lost],
  ];
  for (const [response, result] of rows)
    it(`${JSON.stringify(response)} -> ${JSON.stringify(result)}`, () =>
      expect(judged(response)).to.deep.equal(result));
  for (const name of [
    'success',
    'pending',
    'stored',
    'duplicate',
    'seatTaken',
    'notUnique',
    'refused',
    'inProgress',
  ] as const)
    it(`is never "${name}"`, () => {
      expect(judged({ [name]: redirect })).to.deep.equal(lost);
      expect(judged({ [name]: { not: { status: 500 } } })).to.deep.equal(lost);
      expect(judged({ [name]: redirect, assumed: redirect })).to.deep.equal({ outcome: 'assumed' });
    });
  it('is the same by its status, where that can be read', () => {
    expect(judged({ assumed: redirect }, { status: 303, redirected: undefined })).to.deep.equal({
      outcome: 'assumed',
    });
    expect(judged({ success: { status: 303 } }, { status: 303, redirected: undefined })).to.deep.equal(lost);
  });
  it('is let through only by a rule for "assumed"', () => {
    const sent = (response: Reply) =>
      encodeSigning({ urls: ['https://ngo.example/'], response }, FACTS)[0]!.redirect;
    expect(sent({ assumed: { any: [{ status: 202 }, redirect] } })).to.equal('manual');
    for (const response of [{}, { success: redirect }, { pending: redirect }, { assumed: { not: redirect } }])
      expect(sent(response)).to.equal(undefined);
  });
  it('holds in no rule for an answer that is none', () => {
    expect(resultOf({ assumed: redirect, success: { path: 'id' } }, 200, {})).to.deep.equal(lost);
    expect(resultOf({ success: { any: [redirect, { path: 'id' }] } }, 200, { id: 1 })).to.deep.include({
      outcome: 'signed',
    });
  });
});

describe('2xx without a rule for a success', () => {
  const signed = { outcome: 'signed', id: '', count: null };
  const unreadable = { outcome: 'unreadable' };
  const rows: [name: string, body: unknown, result: unknown][] = [
    // MediaWiki, to an edit with a wrong token or without a title.
    ['an error', { error: { code: 'badtoken', info: 'Invalid CSRF token.' } }, unreadable],
    ['an error that is a text', { error: 'no such petition' }, unreadable],
    ['a list of errors', { errors: ['no such petition'] }, unreadable],
    ['errors by the names of fields', { errors: { email: ['taken'] } }, unreadable],
    ['ok: false', { ok: false }, unreadable],
    ['success: false', { success: false, message: 'no' }, unreadable],
    ['status: error', { status: 'error', message: 'no' }, unreadable],
    ['status: fail', { status: 'fail', data: {} }, unreadable],
    ['a page', '<!doctype html><title>Log in</title>', unreadable],
    ['a page after white space', '\n <!-- by us -->\n<HTML lang="en">', unreadable],
    ['no error', { error: null, errors: [], success: true, ok: true, status: 'ok' }, signed],
    ['no errors by the names of fields', { id: 7, errors: {}, error: '' }, signed],
    ['an error of 0', { error: 0 }, signed],
    ['a number for a status', { status: 200 }, signed],
    ['nothing', '', signed],
    ['a word', 'OK', signed],
    ['a little markup', '<p>Thank you</p>', signed],
    ['a list', [{ error: 'x' }], signed],
    ['a text that speaks of a page', { id: 7, text: '<html>' }, signed],
    ['XML', '<?xml version="1.0"?><PostResponse/>', signed],
  ];
  for (const [name, body, result] of rows)
    it(`is ${result === signed ? 'a' : 'no'} success: ${name}`, () => {
      expect(resultOf(undefined, 200, body)).to.deep.equal(result);
      expect(resultOf({ success: { status: '2xx' } }, 200, body)).to.deep.equal(signed);
    });
});
