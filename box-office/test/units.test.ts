import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RateLimit, networkOf } from '../dist/http/rate-limit.js';
import { throttled, describeError } from '../dist/log.js';
import { statusAt } from '../dist/petition/days.js';
import { parseWithdrawalCode } from '../dist/signing/withdraw.js';
import { withdrawalCode } from './support/sign.ts';

describe('status', () => {
  for (const [state, opens, closes, now, status] of [
    ['open', null, null, '2026-05-01T12:00:00Z', 'open'],
    ['open', '2026-05-02', null, '2026-05-02T11:59:59Z', 'draft'],
    ['open', '2026-05-02', null, '2026-05-02T12:00:00Z', 'open'],
    ['open', null, '2026-05-02', '2026-05-03T11:59:59Z', 'open'],
    ['open', null, '2026-05-02', '2026-05-03T12:00:00Z', 'closed'],
    ['draft', '2026-05-02', null, '2026-06-01T00:00:00Z', 'draft'],
    ['closed', null, '2026-05-02', '2026-04-01T00:00:00Z', 'closed'],
    ['won', null, '2026-05-02', '2026-06-01T00:00:00Z', 'won'],
    ['delivered', '2026-05-02', null, '2026-04-01T00:00:00Z', 'delivered'],
  ] as const) {
    it(`${state}, ${opens} to ${closes}, at ${now}: ${status}`, () => {
      assert.equal(statusAt({ state, opens, closes }, new Date(now)), status);
    });
  }
});

describe('the network of an address', () => {
  for (const [address, network] of [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ] as const) {
    it(`${address || 'none'}: ${network || 'none'}`, () => assert.equal(networkOf(address), network));
  }
});

describe('a limit', () => {
  it('counts each address by itself, and starts anew each minute and each day', () => {
    let now = 0;
    const limit = new RateLimit(1, () => new Date(now));
    limit.countRequest('a');
    assert.deepEqual([limit.secondsToWait('a'), limit.secondsToWait('b')], [60, 0]);
    now = 59_999;
    assert.equal(limit.secondsToWait('a'), 1);
    now = 60_000;
    assert.equal(limit.secondsToWait('a'), 0);
    now = 86_399_000;
    limit.countRequest('a');
    now = 86_400_000;
    assert.equal(limit.secondsToWait('a'), 0, 'yesterday’s key is gone');
  });
});

describe('a withdrawal code', () => {
  it('is read back as it was made', () => {
    for (const bytes of [
      Buffer.alloc(16),
      Buffer.alloc(16, 0xff),
      Buffer.from('00112233445566778899aabbccddeeff', 'hex'),
    ]) {
      assert.deepEqual(Buffer.from(parseWithdrawalCode(withdrawalCode(bytes).code)!), bytes);
    }
    assert.equal(withdrawalCode(Buffer.alloc(16, 0xff)).code, `${'Z'.repeat(25)}W`);
  });

  for (const code of [
    '',
    '0'.repeat(25),
    '0'.repeat(27),
    `${'0'.repeat(25)}1`,
    'U'.repeat(26),
    'é'.repeat(26),
  ]) {
    it(`"${code}" is none`, () => assert.equal(parseWithdrawalCode(code), null));
  }
});

describe('a fault in the log', () => {
  it('has no message, because that may quote somebody', () => {
    const line = describeError(Object.assign(new TypeError('zofia@mail.example'), { code: 'E_X' }));
    assert.match(line, /^TypeError \(E_X\) at .*units\.test/);
    assert.ok(!line.includes('zofia'));
    assert.equal(describeError('zofia'), 'unknown error');
    const multiline = new Error('a\n    at zofia@mail.example');
    assert.ok(!describeError(multiline).includes('zofia'));
  });

  it('comes once a minute, however often it happens', () => {
    let now = 0;
    const lines: string[] = [];
    const log = throttled(
      (line) => lines.push(line),
      () => new Date(now),
    );
    for (now = 0; now <= 60_000; now += 1000) for (const line of ['a', 'b']) log(line);
    assert.deepEqual(lines, ['a', 'b', 'a', 'b']);
  });
});
