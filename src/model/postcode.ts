import type { PostcodeRules } from './signature.js';

/**
 * How postal codes are written, by country (Universal Postal Union, postal addressing systems in member countries). `N`
 * is a digit, `A` a letter, `X` either; the first way is the usual one. Only countries whose ways are all known stand
 * here: everywhere else whatever looks like a code is taken, so that nobody is sent away by a gap in a table.
 */
const WAYS: readonly (readonly [ways: string, countries: string])[] = [
  ['NNN', 'IS'],
  ['NNNN', 'AL AM AT AU BD BE BG CH CY DK GE HU LI LU MD MK NO NZ PH SI TN ZA LV AZ'],
  ['NNNNN', 'BA DE DZ EE EG ES FI FR HR ID IT LT MA MC ME MX MY PK SM TH TR UA UY VA XK'],
  ['NNNNNN', 'BY CN CO IN KG RO RU SG TJ TM UZ'],
  ['NNNNNNN', 'CL'],
  ['NNN NN', 'CZ GR SE SK'],
  ['NN-NNN', 'PL'],
  ['NNNN-NNN', 'PT'],
  ['NNN-NNNN', 'JP'],
  ['NNNNN-NNN', 'BR'],
  ['NNNN AA', 'NL'],
  ['ANA NAN', 'CA'],
  ['AAA NNNN', 'MT'],
  ['ANN XXXX|ANA XXXX', 'IE'],
  ['AANA NAA|AN NAA|ANN NAA|AAN NAA|AANN NAA|ANA NAA', 'GB'],
  ['NNNNN|NNNNN-NNNN', 'US PR SA'],
  ['NNNNNNN|NNNNN', 'IL'],
  ['NNNNN|NNNNNN', 'RS KR VN'],
  ['NNN|NNNNN|NNNNNN', 'TW'],
  ['NNNNNN|ANNXNXN', 'KZ'],
];

/** Countries where post has no codes. */
const WITHOUT =
  'AE AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CM DJ DM ER FJ GD GM GQ GY HK KI KM KN KP ML MO MR MW NR QA RW SB SC SL SR ST SY TD TG TK TO TV UG VU YE ZW'.split(
    ' ',
  );

const CLASSES: Readonly<Record<string, string>> = { N: '\\d', A: '[A-Z]', X: '[A-Z\\d]' };

/** What a code looks like anywhere. */
const ANY = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N} -]{2,12}$/u;

function waysOf(country: string): readonly string[] {
  return WAYS.find(([, countries]) => countries.split(' ').includes(country))?.[0].split('|') ?? [];
}

/** As people mean it: digits of other scripts, small letters, spaces and the sign of the country aside. */
function bare(text: string, country: string): string {
  const plain = text
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .toUpperCase()
    .replace(/[\s-]/g, '');
  return plain.startsWith(country) && /^\d/.test(plain.slice(country.length))
    ? plain.slice(country.length)
    : plain;
}

function isPossible(country: string, text: string): boolean {
  const ways = waysOf(country);
  if (ways.length === 0) return ANY.test(text);
  return ways.some((way) =>
    new RegExp(`^${way.replace(/[ -]/g, '').replace(/[NAX]/g, (letter) => CLASSES[letter]!)}$`).test(
      bare(text, country),
    ),
  );
}

/** A code as it is written in a country: "123 45"; null where that is not known. */
export function postcodeExample(country: string): string | null {
  const [way] = waysOf(country);
  if (!way) return null;
  let [digit, letter] = [0, 0];
  return way.replace(/[NAX]/g, (sign) => (sign === 'A' ? 'ABCDEFG'[letter++ % 7]! : String(++digit % 10)));
}

/** Whether a keyboard of digits is enough; false where the country is not known. */
export function isPostcodeNumeric(country: string): boolean {
  const ways = waysOf(country);
  return ways.length > 0 && ways.every((way) => /^[N|]+$/.test(way));
}

/** The rules by which form and box office judge postal codes. `country` is empty while it is not known. */
export const postcodes: PostcodeRules = {
  isNeeded: (country) => !WITHOUT.includes(country),
  isPossible,
};
