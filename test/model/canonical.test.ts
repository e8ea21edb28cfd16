import { expect } from '@open-wc/testing';
import { canonicalJson } from '../../src/model/canonical.js';

describe('canonicalJson', () => {
  const table: [a: unknown, b: unknown, isSame: boolean][] = [
    [{ a: 1, b: { c: 2, d: [3] } }, { b: { d: [3], c: 2 }, a: 1 }, true],
    [[{ a: 1, b: 2 }], [{ b: 2, a: 1 }], true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [[1, 2], [2, 1], false],
    [{ a: null }, {}, false],
    [{ a: [] }, { a: {} }, false],
    [{ a: '1' }, { a: 1 }, false],
    [{ 2: 'x', 10: 'y' }, { 10: 'y', 2: 'x' }, true],
    [undefined, undefined, true],
    [undefined, null, false],
    [JSON.parse('{"__proto__":1}'), {}, false],
  ];
  for (const [a, b, isSame] of table)
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)}: ${isSame ? 'the same' : 'different'}`, () => {
      expect(canonicalJson(a) === canonicalJson(b)).to.equal(isSame);
    });

  it('throws where a value cannot be written', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(() => canonicalJson(circle)).to.throw(RangeError);
    expect(() => canonicalJson({ count: 1n })).to.throw(TypeError);
  });
});
