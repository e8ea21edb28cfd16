import { expect } from '@open-wc/testing';
import { isPostcodeNumeric, postcodeExample, postcodes } from '../../src/model/postcode/postcode.js';
import { validateAnswers } from '../../src/model/signature/signature.js';
import type { Field } from '../../src/model/campaign.js';

describe('postal codes', () => {
  const table: [country: string, code: string, possible: boolean][] = [
    ['CZ', '110 00', true],
    ['CZ', '11000', true],
    ['CZ', 'CZ-110 00', true],
    ['CZ', '1100', false],
    ['CZ', 'Praha 1', false],
    ['PL', '00-950', true],
    ['PL', '00950', true],
    ['PL', '00-95', false],
    ['DE', '10115', true],
    ['DE', '1O115', false],
    ['AT', '1010', true],
    ['AT', '10100', false],
    ['BY', '220030', true],
    ['UA', '01001', true],
    ['GB', 'SW1A 2AA', true],
    ['GB', 'sw1a2aa', true],
    ['GB', 'M1 1AE', true],
    ['GB', 'B33 8TH', true],
    ['GB', 'CR2 6XH', true],
    ['GB', 'DN55 1PT', true],
    ['GB', 'W1A 0AX', true],
    ['GB', '12345', false],
    ['IE', 'D02 AF30', true],
    ['IE', 'D6W XY00', true],
    ['NL', '1012 AB', true],
    ['CA', 'K1A 0B1', true],
    ['US', '20500', true],
    ['US', '20500-0003', true],
    ['US', '2050', false],
    ['PT', '1000-001', true],
    ['LV', 'LV-1050', true],
    ['LT', 'LT-01001', true],
    ['MD', 'MD-2001', true],
    ['EG', '\u0661\u0661\u0665\u0661\u0661', true],
    ['IR', '11369-45613', true],
    ['TW', '100', true],
    ['TW', '10603', true],
    ['TW', '106-03', true],
    ['TW', '106409', true],
    ['TW', '1064', false],
    ['SA', '12345', true],
    ['SA', '12345-6789', true],
    ['SA', '123456', false],
    ['XX', 'anything 1', true],
    ['', '110 00', true],
    ['', '-', false],
    ['', 'https://spam.example/', false],
  ];
  for (const [country, code, possible] of table) {
    it(`${country || 'no country'}: "${code}" is ${possible ? 'one' : 'none'}`, () => {
      expect(postcodes.isPossible(country, code)).to.equal(possible);
    });
  }

  it('have an example that is one, where their way is known', () => {
    for (const country of ['CZ', 'PL', 'GB', 'IE', 'NL', 'CA', 'MT', 'JP', 'KZ'])
      expect(postcodes.isPossible(country, postcodeExample(country)!), country).to.equal(true);
    expect(postcodeExample('CZ')).to.equal('123 45');
    expect(postcodeExample('XX')).to.equal(null);
  });

  it('want a keyboard of digits only where they have nothing else', () => {
    expect(['DE', 'AT', 'IL'].map(isPostcodeNumeric)).to.deep.equal([true, true, true]);
    expect(['GB', 'PL', 'CZ', 'US', 'XX', ''].map(isPostcodeNumeric)).to.deep.equal(Array(6).fill(false));
  });
});

describe('validateAnswers: postal codes', () => {
  const fields: Field[] = [
    { name: 'country', type: 'country', required: false, seenBy: [] },
    { name: 'postal_code', type: 'postcode', required: true, seenBy: [] },
  ];
  const judge = (values: Record<string, string>, rules = postcodes as typeof postcodes | null): string[] =>
    validateAnswers(fields, [], values, [], rules).map(({ pointer, code }) => `${pointer} ${code}`);

  it('are judged by the country that was given', () => {
    expect(judge({ country: 'DE', postal_code: '1010' })).to.deep.equal(['#/fields/postal_code format']);
    expect(judge({ country: 'AT', postal_code: '1010' })).to.deep.equal([]);
  });
  it('are not asked for where there are none', () => {
    expect(judge({ country: 'HK' })).to.deep.equal([]);
    expect(judge({ country: 'DE' })).to.deep.equal(['#/fields/postal_code required']);
    expect(judge({})).to.deep.equal(['#/fields/postal_code required']);
  });
  it('are all good without the rules', () => {
    expect(judge({ country: 'DE', postal_code: '1010' }, null)).to.deep.equal([]);
  });
  it('are no numbers', () => {
    expect(judge({ country: 'DE', postal_code: 10115 as unknown as string })).to.deep.equal([
      '#/fields/postal_code format',
    ]);
  });
});
