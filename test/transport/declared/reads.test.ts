import { expect } from '@open-wc/testing';
import type { ReadCall } from '../../../src/model/endpoint.js';
import { encodeCount, encodeSeats } from '../../../src/transport/declared/encode.js';
import type { TransportRequest } from '../../../src/transport/send.js';
import { FACTS } from './facts.js';

const facts = { ...FACTS, vars: { petition: '7' } };
const URL_ = 'https://ngo.example/api';
const graphql = {
  query: 'query($p: Int) { n }',
  variables: { p: { $: '$var.petition', as: 'number' } as const },
};
type Sent = Pick<TransportRequest, 'method' | 'url' | 'body'>;

describe('count and seats are asked alike', () => {
  const asked = 'query=query%28%24p%3A+Int%29+%7B+n+%7D&variables=%7B%22p%22%3A7%7D';
  const rows: [name: string, call: ReadCall, sent: Sent][] = [
    ['GET', {}, { method: 'GET', url: URL_ } as Sent],
    ['GraphQL by GET', { graphql }, { method: 'GET', url: `${URL_}?${asked}` } as Sent],
    [
      'GraphQL by POST',
      { graphql, method: 'POST' },
      { method: 'POST', url: URL_, body: '{"query":"query($p: Int) { n }","variables":{"p":7}}' },
    ],
    [
      'a body by POST',
      { method: 'POST', body: { petition: '$var.petition', locale: '$locale' }, query: { v: 1 } },
      { method: 'POST', url: `${URL_}?v=1`, body: '{"petition":"7","locale":"en"}' },
    ],
    ['POST without a body', { method: 'POST' }, { method: 'POST', url: URL_, body: '{}' }],
    [
      'nothing that a signer wrote',
      {
        method: 'POST',
        body: { a: '$email', b: '$seat', c: '$idempotencyKey', d: '$consents', e: '$name' },
      },
      { method: 'POST', url: URL_, body: '{}' },
    ],
  ];
  for (const [name, call, sent] of rows)
    it(name, () => {
      const count = encodeCount({ ...call, urls: [URL_] }, facts);
      const seats = encodeSeats({ ...call, urls: [URL_], format: 'list' }, facts);
      for (const { maxBytes, ...request } of [count, seats]) {
        expect(maxBytes).to.be.greaterThan(0);
        expect(request).to.deep.equal(sent);
      }
    });

  const pages = (key: string, by: 'page' | 'offset' = 'offset') => ({ by, key, size: 50 });
  const paged: [name: string, call: ReadCall, key: string, sent: Sent][] = [
    ['in the query', {}, 'skip', { method: 'GET', url: `${URL_}?skip=100` } as Sent],
    [
      'in the variables of GraphQL',
      { graphql, method: 'POST' },
      'variables.skip',
      { method: 'POST', url: URL_, body: '{"query":"query($p: Int) { n }","variables":{"p":7,"skip":100}}' },
    ],
    [
      'in a body',
      { method: 'POST', body: { a: 1 } },
      'page.from',
      { method: 'POST', url: URL_, body: '{"a":1,"page":{"from":100}}' },
    ],
  ];
  for (const [name, call, key, sent] of paged)
    it(`pages ${name}`, () => {
      const { maxBytes, ...request } = encodeSeats(
        { ...call, urls: [URL_], format: 'list', pages: pages(key) },
        facts,
        2,
      );
      expect(maxBytes).to.be.greaterThan(0);
      expect(request).to.deep.equal(sent);
    });
});
