import { expect } from '@open-wc/testing';
import {
  describeReply,
  describeRequest,
  bodyNames,
  isPreflighted,
  likelyFixes,
  type Caller,
} from '../../src/transport/debug/diagnose.js';
import type { TransportRequest } from '../../src/transport/send.js';

const request = (more: Partial<TransportRequest> = {}): TransportRequest => ({
  method: 'POST',
  url: 'https://crm.example/sign?token=hidden',
  body: '{"email":"ada@example.org","person":{"names":["Ada"]}}',
  maxBytes: 1,
  ...more,
});
const page: Caller = { origin: 'https://ngo.example', isSecure: true, isBlockedByPolicy: false };

describe('what is told of a request', () => {
  it('names of fields, never their values', () => {
    expect(describeRequest(request())).to.equal(
      'POST https://crm.example/sign as application/json, with email, person.names.0',
    );
    expect(bodyNames('a=1&b%5Bc%5D=2')).to.deep.equal(['a', 'b[c]']);
    expect(bodyNames([['EMAIL', 'ada@example.org']])).to.deep.equal(['EMAIL']);
    expect(bodyNames('%')).to.deep.equal(['?']);
  });

  it('of an answer: status, size, and the headers that tell something', () =>
    expect(
      describeReply({
        status: 403,
        contentType: 'text/html',
        retryAfter: null,
        headers: { 'set-cookie': 'a', 'retry-after': '5' },
        bytes: new Uint8Array(7),
      }),
    ).to.equal('status 403, 7 bytes, content-type: text/html, retry-after: 5'));

  const rows: [what: string, request: TransportRequest, expected: boolean][] = [
    ['JSON', request(), true],
    ['JSON as text', request({ contentType: 'text/plain;charset=UTF-8' }), false],
    ['a form', request({ contentType: 'application/x-www-form-urlencoded' }), false],
    ['multipart', request({ body: [['a', 'b']] }), false],
    ['a form with a header', request({ contentType: 'text/plain', headers: { 'X-A': '1' } }), true],
    ['PUT', request({ method: 'PUT', contentType: 'text/plain' }), true],
    ['blind', request({ mode: 'no-cors' }), false],
    ['reading', { method: 'GET', url: 'https://crm.example/', maxBytes: 1 }, false],
  ];
  for (const [what, one, expected] of rows)
    it(`${what} is ${expected ? '' : 'not '}asked for beforehand`, () =>
      expect(isPreflighted(one)).to.equal(expected));
});

describe('what probably mends it', () => {
  const fixes = (one: TransportRequest, caller: Partial<Caller> = {}): string[] =>
    likelyFixes(one, { kind: 'network' }, { ...page, ...caller });
  const KINDS = {
    policy: /connect-src 'self' https?:/,
    mixed: /A page on https may not request/,
    preflight: /\(OPTIONS\)/,
    cors: /\(CORS\)/,
    key: /sign\.idempotency\.field/,
    text: /text\/plain/,
    redirect: /A redirect is an error/,
    down: /address is wrong, or the server is down/,
  };
  type Kind = keyof typeof KINDS;
  const kindsOf = (hints: string[]): Kind[] =>
    hints.flatMap((hint) => (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind].test(hint)));
  const key = { 'Idempotency-Key': '"abcdefghijklmnopqrstuv"' };
  const form = 'application/x-www-form-urlencoded';
  const local = { origin: 'http://localhost:8080', isSecure: true };
  const rows: [what: string, request: TransportRequest, kinds: Kind[], caller?: Partial<Caller>][] = [
    ['JSON', request(), ['preflight', 'cors', 'text', 'redirect', 'down']],
    ['JSON by PUT', request({ method: 'PUT' }), ['preflight', 'cors', 'redirect', 'down']],
    ['JSON with a key', request({ headers: key }), ['preflight', 'cors', 'key', 'redirect', 'down']],
    [
      'JSON with a header that is no key',
      request({ headers: { 'X-Requested-With': 'XMLHttpRequest' } }),
      ['preflight', 'cors', 'redirect', 'down'],
    ],
    [
      'a form with a key',
      request({ contentType: form, headers: key }),
      ['preflight', 'cors', 'key', 'redirect', 'down'],
    ],
    ['a form', request({ contentType: form }), ['cors', 'redirect', 'down']],
    ['multipart', request({ body: [['a', 'b']] }), ['cors', 'redirect', 'down']],
    ['JSON as text', request({ contentType: 'text/plain' }), ['cors', 'redirect', 'down']],
    ['GraphQL', request({ body: '{"query":"mutation"}' }), ['preflight', 'cors', 'redirect', 'down']],
    ['a reading', { method: 'GET', url: 'https://crm.example/', maxBytes: 1 }, ['cors', 'redirect', 'down']],
    ['a redirect that a rule awaits', request({ redirect: 'manual' }), ['preflight', 'cors', 'text', 'down']],
    ['blind', request({ mode: 'no-cors', contentType: form }), ['down']],
    [
      'blind, on the page’s own origin',
      request({ mode: 'no-cors', url: 'https://ngo.example/' }),
      ['redirect', 'down'],
    ],
    [
      'the page’s own origin',
      request({ url: 'https://ngo.example/sign', headers: key }),
      ['redirect', 'down'],
    ],
    ['blocked by the policy', request({ headers: key }), ['policy'], { isBlockedByPolicy: true }],
    [
      'the policy is not known',
      request({ contentType: form }),
      ['cors', 'redirect', 'policy', 'down'],
      { isBlockedByPolicy: null },
    ],
    ['http from https', request({ url: 'http://crm.example/' }), ['mixed']],
    [
      'http from a sandboxed frame on https',
      request({ url: 'http://crm.example/' }),
      ['mixed'],
      { origin: 'null' },
    ],
    [
      'http from http',
      request({ url: 'http://crm.example/', contentType: form }),
      ['cors', 'redirect', 'down'],
      { origin: 'http://ngo.example', isSecure: false },
    ],
    [
      'http from http on this machine, a secure context',
      request({ url: 'http://crm.example/', contentType: form }),
      ['cors', 'redirect', 'down'],
      local,
    ],
    ...['http://localhost:1880/', 'http://nodered.localhost/', 'http://127.0.0.1:1880/', 'http://[::1]/'].map(
      (url): [string, TransportRequest, Kind[]] => [
        `https to ${url}`,
        request({ url, contentType: form }),
        ['cors', 'redirect', 'down'],
      ],
    ),
  ];
  for (const [what, one, kinds, caller] of rows)
    it(`${what}: ${kinds.join(', ')}`, () => expect(kindsOf(fixes(one, caller))).to.deep.equal(kinds));

  it('says each once, whatever is asked', () => {
    for (const [, one, , caller] of rows) {
      const hints = fixes(one, caller);
      expect(new Set(hints).size).to.equal(hints.length);
      expect(new Set(kindsOf(hints)).size).to.equal(hints.length);
    }
  });

  it('names the lines to add, and nothing of the query', () => {
    const hints = fixes(request({ headers: key }), { isBlockedByPolicy: null }).join('\n');
    expect(hints).to.contain("connect-src 'self' https://crm.example");
    expect(hints).to.contain('"Access-Control-Allow-Origin: https://ngo.example"');
    expect(hints).to.contain('"Access-Control-Allow-Headers: content-type, idempotency-key"');
    expect(hints).not.to.contain('hidden');
    expect(fixes(request(), { origin: 'null' }).join('\n')).to.contain('"Access-Control-Allow-Origin: *"');
    expect(fixes(request({ method: 'PATCH' })).join('\n')).to.contain(
      '"Access-Control-Allow-Methods: PATCH"',
    );
  });

  it('is short where the device is offline', () =>
    expect(likelyFixes(request(), { kind: 'offline' }, page)).to.deep.equal(['This device is offline.']));
});
