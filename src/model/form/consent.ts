import type { Consent, ConsentMode } from '../campaign.js';

/** Returns how a consent is asked for in a country; `country` is empty while it is unknown. */
export function modeOf({ required, mode, modeByCountry }: Consent, country: string): ConsentMode {
  // Nobody can sign without it, so everybody is asked for it, and "No" would not be an answer.
  if (required) return 'box';
  const own = modeByCountry && Object.hasOwn(modeByCountry, country) ? modeByCountry[country] : undefined;
  return own ?? mode ?? 'box';
}

/** Returns the consents that are asked for in a country, in document order. */
export function askedConsents(consents: readonly Consent[], country: string): Consent[] {
  return consents.filter((consent) => modeOf(consent, country) !== 'off');
}
