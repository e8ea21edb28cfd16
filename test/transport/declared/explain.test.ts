import { expect } from '@open-wc/testing';
import type { Count, Reply } from '../../../src/model/endpoint.js';
import { explain } from '../../../src/model/problem.js';
import { interpretReply } from '../../../src/transport/declared/decode.js';
import { answerProblems, countProblems } from '../../../src/transport/debug/explain.js';
import type { TransportReply } from '../../../src/transport/send.js';
import { FACTS } from './facts.js';

const reply = (body: unknown, status = 200, headers: Record<string, string> = {}): TransportReply => ({
  status,
  contentType: 'application/json',
  retryAfter: null,
  headers,
  bytes: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
});
const url = 'https://ngo.example/';

describe('a count that yields no number', () => {
  const told = (count: Count, got: TransportReply): string[] =>
    countProblems(count, got, 'count').map(explain);
  const rows: [what: string, count: Count, got: TransportReply, sentences: string[]][] = [
    ['a number', { url, path: 'a.n' }, reply({ a: { n: '1,234' } }), []],
    [
      'nothing there',
      { url, path: 'data.total' },
      reply({ total: 5 }),
      ['endpoint.count.path: "data.total" leads to nothing in the answer; give the path of the number'],
    ],
    [
      'a fraction',
      { url, path: 'n' },
      reply({ n: 1.5 }),
      ['endpoint.count.path: "n" leads to 1.5, which is not a whole number; give the path of the number'],
    ],
    [
      'an object',
      { url, path: 'n' },
      reply({ n: { of: 5 } }),
      [
        'endpoint.count.path: "n" leads to {"of":5}, which is not a whole number; give the path of the number',
      ],
    ],
    [
      'no path at all',
      { url },
      reply({ n: 5 }),
      [
        'endpoint.count.path: "text" leads to "{\\"n\\":5}", which is not a whole number; give the path of the number',
      ],
    ],
    [
      'a header that cannot be read',
      { url, path: 'header:X-Total' },
      reply({}),
      [
        'endpoint.count.path: "header:X-Total" leads to nothing in the answer, or to a header that pages may not read (Access-Control-Expose-Headers); give the path of the number',
      ],
    ],
    [
      'a pattern that matches nothing',
      { url, path: 'text', pattern: '(\\d+) people' },
      reply('573 signers'),
      [
        'endpoint.count.pattern: "(\\\\d+) people" matches nothing in the first 100,000 characters of text; give the path of the number',
      ],
    ],
    [
      'a pattern that takes something else',
      { url, path: 'text', pattern: '(\\w+) people' },
      reply('many people'),
      [
        'endpoint.count.pattern: "(\\\\w+) people" yields "many", which is not a whole number; give the path of the number',
      ],
    ],
    [
      'a text longer than patterns read',
      { url, path: 'text', pattern: '(\\d+) people' },
      reply(`7 people${' '.repeat(100_000)}`),
      [
        'endpoint.count.pattern: reads the first 100,000 of the 100,008 characters at text; let the path lead to a shorter text',
      ],
    ],
    [
      'a refusal',
      { url, path: 'n' },
      reply({ n: 5 }, 404),
      ['endpoint.count.url: answers with status 404; a count has 2xx'],
    ],
  ];
  for (const [what, count, got, sentences] of rows)
    it(what, () => expect(told(count, got)).to.deep.equal(sentences));
});

describe('an answer that does not fit its description', () => {
  const told = (response: Reply, got: TransportReply): string[] => {
    const sign = { urls: [url], body: { mail: '$email' }, response };
    return answerProblems(sign, got, interpretReply(sign, got, FACTS), FACTS).map(explain);
  };
  const fields: Reply['fields'] = { each: 'errors', name: 'field' };
  const stray =
    'in an answer names no field of the campaign, so its error is shown at none; send a field under that name in sign.body, or let name lead to the name of a field';
  it('errors of fields that fit no field, each name once, beside one that does', () =>
    expect(
      told({ fields }, reply({ errors: [{ field: 'mail' }, { field: 'mobile' }, { field: 'mobile' }] }, 422)),
    ).to.deep.equal([`endpoint.sign.response.fields: "mobile" ${stray}`]));
  it('errors of fields of which none fits', () =>
    expect(told({ fields }, reply({ errors: [{ field: 'x' }] }, 422))).to.deep.equal([
      `endpoint.sign.response.fields: "x" ${stray}`,
    ]));
  it('says nothing of what was written', () =>
    expect(told({ fields }, reply({ errors: [{ field: 'ada@example.org is taken' }] }, 422))).to.deep.equal([
      `endpoint.sign.response.fields: ${stray}`,
    ]));
  it('a text longer than patterns read, at each pattern that reads it', () =>
    expect(
      told(
        {
          success: { any: [{ path: 'id' }, { all: [{ path: 'text', matches: 'thanks' }] }] },
          duplicate: { path: 'short', matches: 'x' },
          fields: { pattern: '(x)(y)' },
        },
        reply(`<p>${'x'.repeat(100_000)}</p>`),
      ),
    ).to.deep.equal(
      ['success.any[1].all[0].matches', 'fields.pattern'].map(
        (place) =>
          `endpoint.sign.response.${place}: reads the first 100,000 of the 100,007 characters at text; let the path lead to a shorter text`,
      ),
    ));
  it('nothing, where all fits', () =>
    expect(told({ fields }, reply({ errors: [{ field: 'mail' }] }, 422))).to.deep.equal([]));
});
