import { expect } from '@open-wc/testing';
import {
  describeReply,
  describeRequest,
  bodyNames,
  isPreflighted,
  likelyFixes,
} from '../../src/transport/diagnose.js';
import type { TransportRequest } from '../../src/transport/send.js';

const request = (more: Partial<TransportRequest> = {}): TransportRequest => ({
  method: 'POST',
  url: 'https://crm.example/sign?token=hidden',
  body: '{"email":"ada@example.org","person":{"names":["Ada"]}}',
  maxBytes: 1,
  ...more,
});
const page = { origin: 'https://ngo.example', isSecure: true };

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
  it('names the lines for CORS, preflight and CSP', () => {
    const fixes = likelyFixes(
      request({ headers: { 'Idempotency-Key': '"k"' } }),
      { kind: 'network' },
      page,
    ).join('\n');
    expect(fixes).to.contain("connect-src 'self' https://crm.example");
    expect(fixes).to.contain('"Access-Control-Allow-Origin: https://ngo.example"');
    expect(fixes).to.contain('"Access-Control-Allow-Headers: content-type, idempotency-key"');
    expect(fixes).to.contain('sign.idempotency.field');
    expect(fixes).not.to.contain('hidden');
  });

  it('names no preflight where there is none', () =>
    expect(
      likelyFixes(request({ contentType: 'text/plain' }), { kind: 'network' }, page).join('\n'),
    ).not.to.contain('OPTIONS'));

  it('tells of http from https', () =>
    expect(likelyFixes(request({ url: 'http://crm.example/' }), { kind: 'network' }, page)[0]).to.contain(
      'https',
    ));

  it('is short where the device is offline', () =>
    expect(likelyFixes(request(), { kind: 'offline' }, page)).to.deep.equal(['This device is offline.']));
});
