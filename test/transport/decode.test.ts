import { expect } from '@open-wc/testing';
import { decodeCount, decodeJson, decodeSigning } from '../../src/transport/index.js';
import { jsonReply } from '../support/fakes.js';

const KEY = 'AAAAAAAAAAAAAAAAAAAAAA';
const good = { status: 'signed', idempotencyKey: KEY, revision: 87, receipt: { id: 'r', seat: 12 } };
const count = {
  id: 'p',
  status: 'open',
  signatures: 4213,
  revision: 87,
  asOf: '2026-11-22T10:00:05Z',
  seats: null,
};
const seats = {
  mode: 'claimed',
  venue: 'arena',
  layout: '6cc5179a',
  capacity: 15086,
  taken: 4100,
  standing: 113,
};
const problem = (status: number, code: string, more: object = {}) =>
  jsonReply({ status, code, ...more }, status, 'application/problem+json');

describe('decodeSigning', () => {
  const rows: [name: string, reply: ReturnType<typeof jsonReply>, outcome: object][] = [
    [
      '201 with the same key is signed',
      jsonReply(good, 201),
      { outcome: 'signed', receipt: { id: 'r', seat: 12 }, revision: 87 },
    ],
    [
      'a standing signature',
      jsonReply({ ...good, receipt: { id: 'r', seat: null } }, 201),
      { outcome: 'signed', receipt: { id: 'r', seat: null } },
    ],
    ['pending', jsonReply({ ...good, status: 'pending' }, 201), { outcome: 'pending' }],
    [
      'the key of another',
      jsonReply({ ...good, idempotencyKey: 'x' }, 201),
      { outcome: 'unreachable', reason: 'unreadable' },
    ],
    [
      'no receipt',
      jsonReply({ ...good, receipt: null }, 201),
      { outcome: 'unreachable', reason: 'unreadable' },
    ],
    [
      'a negative seat',
      jsonReply({ ...good, receipt: { id: 'r', seat: -1 } }, 201),
      { outcome: 'unreachable' },
    ],
    [
      'a page called 200',
      jsonReply(good, 200, 'text/html'),
      { outcome: 'unreachable', reason: 'unreadable' },
    ],
    ['an array', jsonReply([good], 201), { outcome: 'unreachable', reason: 'unreadable' }],
    ['400 malformed', problem(400, 'malformed'), { outcome: 'rejected', code: 'malformed' }],
    ['403 not-open', problem(403, 'not-open'), { outcome: 'rejected', code: 'not-open' }],
    ['404 without a code', jsonReply({}, 404), { outcome: 'rejected', code: 'status-404' }],
    ['405', jsonReply('', 405), { outcome: 'rejected', code: 'status-405' }],
    ['501 is final', jsonReply('', 501), { outcome: 'rejected', code: 'status-501' }],
    ['a code that is no word', problem(403, '<b>'), { outcome: 'rejected', code: 'status-403' }],
    [
      '409 seat-taken with seats near',
      problem(409, 'seat-taken', { seat: 5, near: [6, 'x', -1, 7] }),
      { outcome: 'seat-taken', seat: 5, near: [6, 7], kept: false },
    ],
    [
      '409 seat-kept',
      problem(409, 'seat-kept', { seat: 5, near: [] }),
      { outcome: 'seat-taken', seat: 5, near: [], kept: true },
    ],
    [
      '409 in-progress is asked again',
      problem(409, 'in-progress'),
      { outcome: 'again', because: 'in-progress' },
    ],
    [
      '422 with errors',
      problem(422, 'invalid', { errors: [{ pointer: '#/fields/email', code: 'format' }, 7, { pointer: 1 }] }),
      { outcome: 'invalid', errors: [{ pointer: '#/fields/email', code: 'format' }] },
    ],
    [
      '422 with more errors than anybody can mend',
      problem(422, 'invalid', {
        errors: Array.from({ length: 10_000 }, (_, i) => ({ pointer: `#/fields/a${i}`, code: 'unknown' })),
      }),
      {
        outcome: 'invalid',
        errors: Array.from({ length: 50 }, (_, i) => ({ pointer: `#/fields/a${i}`, code: 'unknown' })),
      },
    ],
    ['422 key-reused', problem(422, 'key-reused'), { outcome: 'rejected', code: 'key-reused' }],
    [
      '429 tells when',
      problem(429, 'rate-limited', { retryAfter: 30 }),
      { outcome: 'again', because: 'busy', askedSeconds: 30 },
    ],
    [
      '503 without a word of when',
      problem(503, 'busy'),
      { outcome: 'again', because: 'busy', askedSeconds: 5 },
    ],
    ['500 is asked again', problem(500, ''), { outcome: 'again', because: 'server' }],
    ['502 with a page', jsonReply('<html>', 502, 'text/html'), { outcome: 'again', because: 'server' }],
  ];
  for (const [name, reply, outcome] of rows) {
    it(name, () => expect(decodeSigning(reply, KEY)).to.deep.include(outcome));
  }

  it('pollutes no prototype', () => {
    const bytes = new TextEncoder().encode(
      '{"__proto__": {"status": "signed"}, "constructor": {"prototype": {"x": 1}}}',
    );
    decodeSigning({ status: 201, contentType: 'application/json', retryAfter: null, bytes }, KEY);
    expect(({} as { status?: unknown }).status).to.equal(undefined);
  });
});

describe('decodeCount', () => {
  const rows: [name: string, body: unknown, expected: object | null][] = [
    ['a count', count, { signatures: 4213, seats: null }],
    ['with seats', { ...count, seats }, { seats }],
    ['zero', { ...count, signatures: 0 }, { signatures: 0 }],
    ['negative', { ...count, signatures: -1 }, null],
    ['a text', { ...count, signatures: '4213' }, null],
    ['a fraction', { ...count, signatures: 1.5 }, null],
    ['huge', { ...count, signatures: 1e12 }, null],
    ['another petition', { ...count, id: 'q' }, null],
    ['an unknown status', { ...count, status: 'paused' }, null],
    ['a word as its date', { ...count, asOf: 'yesterday' }, null],
    ['a date that only Date reads', { ...count, asOf: 'May 14' }, null],
    ['a number as its date', { ...count, asOf: 1795342805 }, null],
    ['more seats taken than there are', { ...count, seats: { ...seats, taken: 15087 } }, null],
    ['fewer seats than none', { ...count, seats: { ...seats, taken: -1 } }, null],
    ['seats that are none', { ...count, seats: { capacity: 'many' } }, null],
    ['seats that are a text', { ...count, seats: 'many' }, null],
    ['seats that are a list', { ...count, seats: [seats] }, null],
    ['seats of no known mode', { ...count, seats: { ...seats, mode: 'maybe' } }, null],
    ['seats without a layout', { ...count, seats: { ...seats, layout: 'zzz' } }, null],
    ['more who stand than have signed', { ...count, seats: { ...seats, standing: 4214 } }, null],
    ['a date long before any petition', { ...count, asOf: '1970-01-01T00:00:00Z' }, null],
    ['a date of another millennium', { ...count, asOf: '9999-12-31T23:59:59Z' }, null],
    ['a revision beyond 32 bits', { ...count, revision: 2 ** 32 }, null],
    ['a count that is not published yet', { ...count, signatures: null }, { signatures: null, seats: null }],
    [
      'seats that are not published yet',
      { ...count, signatures: null, seats: { ...seats, taken: null, standing: null } },
      { signatures: null, seats: { ...seats, taken: null, standing: null } },
    ],
    ['no word of a count', { ...count, signatures: undefined }, null],
    ['a list', [count], null],
    ['nothing', null, null],
  ];
  for (const [name, body, expected] of rows) {
    it(name, () => {
      const read = decodeCount(jsonReply(body), 'p');
      if (expected === null) expect(read).to.equal(null);
      else expect(read).to.deep.include(expected);
    });
  }
  it('is null unless the status is 200', () =>
    expect(decodeCount(jsonReply(count, 404), 'p')).to.equal(null));
});

describe('decodeJson', () => {
  it('is undefined for anything that is no JSON', () => {
    for (const text of ['', '{', '<html>', 'NaN'])
      expect(decodeJson(new TextEncoder().encode(text)), text).to.equal(undefined);
    expect(decodeJson(new Uint8Array([0xff, 0xfe]))).to.equal(undefined);
  });
});
