import { expect } from '@open-wc/testing';
import type { Consent, ConsentMode } from '../../src/model/campaign.js';
import { askedConsents, modeOf } from '../../src/model/form/consent.js';

const consent = (changes: Partial<Consent> = {}): Consent => ({
  purpose: 'newsletter',
  organiser: 'ngo',
  required: false,
  version: '1',
  text: 'Write to me.',
  ...changes,
});

describe('how a consent is asked for', () => {
  const byCountry = { mode: 'choice', modeByCountry: { DE: 'box', US: 'off' } } as const;
  const table: [what: string, changes: Partial<Consent>, country: string, mode: ConsentMode][] = [
    ['nothing said', {}, 'CZ', 'box'],
    ['everywhere', { mode: 'choice' }, 'CZ', 'choice'],
    ['a country of its own', byCountry, 'DE', 'box'],
    ['a country where it is not asked', byCountry, 'US', 'off'],
    ['any other country', byCountry, 'CZ', 'choice'],
    ['no country yet', byCountry, '', 'choice'],
    ['a name every object inherits', byCountry, 'constructor', 'choice'],
    ['required, whatever else is said', { ...byCountry, required: true }, 'US', 'box'],
  ];
  for (const [what, changes, country, mode] of table) {
    it(`${what}: ${mode}`, () => expect(modeOf(consent(changes), country)).to.equal(mode));
  }

  it('leaves out what is not asked, and keeps the order', () => {
    const list = [
      consent({ purpose: 'sign', required: true }),
      consent(byCountry),
      consent({ purpose: 'phone' }),
    ];
    expect(askedConsents(list, 'US').map(({ purpose }) => purpose)).to.deep.equal(['sign', 'phone']);
    expect(askedConsents(list, '')).to.have.length(3);
  });
});
