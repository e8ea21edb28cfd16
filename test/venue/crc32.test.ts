import { expect } from '@open-wc/testing';
import { crc32 } from '../../src/venue/crc32.js';

describe('crc32', () => {
  const rows: [text: string, expected: string][] = [
    ['', '00000000'],
    ['123456789', 'cbf43926'],
    ['A\t1\t6\nA\t2\t4\n', 'a006f368'],
    ['The quick brown fox jumps over the lazy dog', '414fa339'],
  ];
  for (const [text, expected] of rows) {
    it(`of ${JSON.stringify(text)} is ${expected}`, () => {
      expect(crc32(text).toString(16).padStart(8, '0')).to.equal(expected);
    });
  }

  it('reads a text as UTF-8', () => {
    expect(crc32('Мінск')).to.equal(crc32(new TextDecoder().decode(new TextEncoder().encode('Мінск'))));
    expect(crc32('Мінск')).not.to.equal(crc32('?????'));
  });
});
