import { expect } from '@open-wc/testing';
import { base64url, crockford, makeKey, makeWithdrawal } from '../../src/campaign/signing/keys.js';

describe('keys', () => {
  const rows: [bytes: number[], text: string][] = [
    [Array<number>(16).fill(0), '0'.repeat(26)],
    // 128 bits: 25 characters of 5 and one of the last 3, zero-padded.
    [Array<number>(16).fill(255), `${'Z'.repeat(25)}W`],
    [[0x08, ...Array<number>(15).fill(0)], `1${'0'.repeat(25)}`],
  ];
  for (const [bytes, text] of rows)
    it(`Crockford of ${bytes.slice(0, 2).join()}...`, () =>
      expect(crockford(new Uint8Array(bytes))).to.equal(text));

  it('are 22 characters of base64url', () => {
    for (let i = 0; i < 50; i++) expect(makeKey()).to.match(/^[\w-]{22}$/);
  });

  // CouchDB answers 400 to `_id: "_…"`: "Only reserved document ids may start with underscore".
  it('begin with a letter, whatever was drawn', () => {
    const { getRandomValues } = crypto;
    try {
      for (let byte = 0; byte < 256; byte++) {
        crypto.getRandomValues = (array) => ((array as unknown as Uint8Array).fill(byte), array);
        expect(makeKey()).to.match(/^[A-Za-z]/);
      }
    } finally {
      crypto.getRandomValues = getRandomValues;
    }
  });

  it("carry the hash of the withdrawal code's bytes", async () => {
    const { code, hash } = (await makeWithdrawal())!;
    const bytes = new Uint8Array(16);
    const bits = [...code]
      .map((character) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(character).toString(2).padStart(5, '0'))
      .join('');
    for (let i = 0; i < 16; i++) bytes[i] = parseInt(bits.slice(i * 8, i * 8 + 8), 2);
    expect(base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))).to.equal(hash);
  });
});
