import { expect } from '@open-wc/testing';
import { printableText, fitText, readsRtl } from '../../../src/elements/ticket/fit.js';

/** Every letter is half as wide as it is high. */
const half = (text: string, size: number): number => [...text].length * size * 0.5;
const fit = (text: string, width: number, sizes: number[], limit: number) =>
  fitText(text, { width, sizes, limit, face: 'display' }, half);

describe('fitText', () => {
  const rows: [text: string, width: number, sizes: number[], limit: number, size: number, lines: string[]][] =
    [
      ['one two', 100, [20, 10], 1, 20, ['one two']],
      ['one two three', 100, [20, 10], 1, 10, ['one two three']],
      ['one two three', 100, [20, 10], 2, 20, ['one two', 'three']],
      ['one two three four five six', 50, [10], 2, 10, ['one two', 'three fou…']],
      ['one two three four five', 100, [10], 2, 10, ['one two three', 'four five']],
      ['a night of light and ice in Minsk', 150, [10], 3, 10, ['a night of light', 'and ice in Minsk']],
      ['abcdefghijklmnop', 50, [20, 10], 2, 10, ['abcdefghij', 'klmnop']],
      ['abcdefghijklmnop', 50, [10], 1, 10, ['abcdefghi…']],
      ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 40, [10], 1, 10, ['👩‍👩‍👧…']],
    ];
  for (const [text, width, sizes, limit, size, lines] of rows)
    it(`${text} in ${limit} x ${width} px`, () =>
      expect(fit(text, width, sizes, limit)).to.deep.equal({ size, lines }));

  it('never sets a line wider than its room', () => {
    for (const text of [
      'Sheikh Abdul-Rahman ibn Muhammad al-Mustafa',
      'x'.repeat(200),
      'a b c d e f g h i j',
    ])
      for (const line of fit(text, 60, [30, 20, 10], 2).lines) expect(half(line, 10)).to.be.at.most(60);
  });
});

describe('readsRtl', () => {
  const rows: [text: string, otherwise: boolean, rtl: boolean][] = [
    ['أليس', false, true],
    ['12 أليس', false, true],
    ['Ales', true, false],
    ['12', true, true],
    ['12', false, false],
    ['שלום', false, true],
  ];
  for (const [text, otherwise, rtl] of rows)
    it(`${text} (else ${otherwise})`, () => expect(readsRtl(text, otherwise)).to.equal(rtl));
});

describe('cleanText', () => {
  const rows: [text: string, clean: string][] = [
    ['  Ada \n Example ', 'Ada Example'],
    ['a\u0000b\u202ec', 'a bc'],
    ['\ud800', '\ufffd'],
    ['e\u0301', 'é'],
    ['<b>&amp;', '<b>&amp;'],
  ];
  for (const [text, clean] of rows)
    it(JSON.stringify(text), () => expect(printableText(text)).to.equal(clean));
});
