import type { Consent, ConsentMode } from './campaign.js';

/** How a consent is asked for in a country; `country` is empty while it is not known. */
export function modeOf({ required, mode, modeByCountry }: Consent, country: string): ConsentMode {
  // Without it nobody can sign, so it is asked of everybody, and "No" would be no answer.
  if (required) return 'box';
  const own = modeByCountry && Object.hasOwn(modeByCountry, country) ? modeByCountry[country] : undefined;
  return own ?? mode ?? 'box';
}

/** The consents that are asked for in a country, as they stand in the document. */
export function askedConsents(consents: readonly Consent[], country: string): Consent[] {
  return consents.filter((consent) => modeOf(consent, country) !== 'off');
}
