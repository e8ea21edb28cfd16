import { DASH, foldDigits, type PostcodeRules } from '../signature/clean.js';

/**
 * Formats of postal codes, by country (Universal Postal Union, postal addressing systems in member countries). `N`
 * is a digit, `A` a letter, `X` either, a lower-case letter that letter; the first format is the usual one. The
 * table lists only countries whose formats are all known: for any other, whatever looks like a code is accepted, so
 * that a gap in the table turns nobody away.
 */
const FORMATS: readonly (readonly [formats: string, countries: string])[] = [
  ['NNN', 'FO IS LS MG PG'],
  [
    'NNNN',
    'AF AL AM AT AU AZ BD BE BG CC CH CX CY DK ET GE GL GW HT HU LI LU MD MK NE NF NO NZ PH SI SJ TN ZA',
  ],
  [
    'NNNNN',
    'AX BA BL BT DE DO DZ EE EG EH ES FI FR GF GP GT HR ID IQ IT JO KE KW LA LK LT MA MC ME MF MQ MV MX MY NA NC NP PF PK PM RE SM SN TH TR UA UY VA WF XK YT ZM',
  ],
  ['NNNNNN', 'BY CN CO EC IN KG NG RO RU SG TJ TM UZ'],
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
  ['gyN NAA|gyNN NAA', 'GG'],
  ['imN NAA|imNN NAA', 'IM'],
  ['jeN NAA|jeNN NAA', 'JE'],
  ['adNNN', 'AD'],
  ['ai-NNNN', 'AI'],
  ['bbNNNNN', 'BB'],
  ['AA XX', 'BM'],
  ['AANNNN', 'BN'],
  ['kyN-NNNN', 'KY'],
  ['lv-NNNN', 'LV'],
  ['vcNNNN', 'VC'],
  ['vgNNNN', 'VG'],
  ['NNNNN|NNNNN-NNNN', 'AS FM GU MH MP PR PW SA US VI'],
  ['NNNNNNN|NNNNN', 'IL'],
  ['NNNNN|NNNNNN', 'KH KR RS VN'],
  ['NNN|NNNNN|NNNNNN', 'TW'],
  ['NNNN|ANNNNAAA', 'AR'],
  ['NNNNNN|ANNXNXN', 'KZ'],
];

/** Prefixes that people write before a code besides those of ISO 3166-1: vehicle country codes (UN, 1968), and "UK". */
const VEHICLE_CODES: Readonly<Record<string, string>> = Object.fromEntries(
  'AD:AND AF:AFG AR:RA AT:A AU:AUS BA:BIH BB:BDS BE:B BN:BRU BY:BY CA:CDN CL:RCH CN:CHN CO:CO CY:CY DE:D DO:DOM EE:EST EG:ET ES:E ET:ETH FI:FIN FR:F GB:UK GG:GBG GL:KN GT:GCA HT:RH HU:H ID:RI IE:IRL IM:GBM IN:IND IQ:IRQ IT:I JE:GBJ JO:HKJ JP:J KE:EAK KG:KS KH:K KR:ROK KW:KWT LA:LAO LI:FL LK:CL LU:L ME:MNE MG:RM MK:NMK MT:M MX:MEX MY:MAL NE:RN NG:WAN NO:N NP:NEP PG:PNG PH:RP PT:P RS:SRB RU:RUS SA:KSA SE:S SG:SGP SI:SLO SM:RSM TH:T TW:RC US:USA UY:ROU VA:V VC:WV XK:RKS ZM:Z'
    .split(' ')
    .map((pair) => pair.split(':')),
);

/** Countries without postal codes. */
const WITHOUT =
  'AE AG AO AW BF BI BJ BO BQ BS BV BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GM GQ GY HK JM KI KM KN KP ML MO MR MW NR NU QA RW SB SC SL SR ST SX SY TD TF TG TK TL TO TV UG VU YE ZW'.split(
    ' ',
  );

const CLASSES: Readonly<Record<string, string>> = { N: '[0-9]', A: '[A-Z]', X: '[A-Z0-9]' };

/** Maximum length of a typed code; keeps long texts away from the patterns. */
const MAX_TYPED = 40;
/** The form of a postal code in any country. */
const GENERIC_CODE = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N} -]{2,12}$/u;

function formatsOf(country: string): readonly string[] {
  return FORMATS.find(([, countries]) => countries.split(' ').includes(country))?.[0].split('|') ?? [];
}

/**
 * Normalises a typed code: folds digits, upper-cases letters, writes any dash as one hyphen, removes a full stop
 * after it.
 */
function normaliseTyped(text: string): string {
  return foldDigits(text)
    .toUpperCase()
    .replace(new RegExp(`[${DASH}]+`, 'gu'), '-')
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/^[ 〒]+|[ .。]+$/g, '');
}

/** Writes the letters and digits of a code in a country's format; null when they do not fit it. */
function formatAs(format: string, code: string): string | null {
  const pattern = format
    .replace(/[ -]/g, '')
    .replace(/[a-zNAX]/g, (letter) => CLASSES[letter] ?? letter.toUpperCase());
  if (!new RegExp(`^${pattern}$`).test(code)) return null;
  let at = 0;
  return format.replace(/[a-zNAX]/g, () => code.charAt(at++));
}

/**
 * Formats a code as a country writes it; null when it is invalid. The country prefix is removed only if the code
 * does not fit with it.
 */
function fitToFormat(country: string, text: string): string | null {
  if (text.length > MAX_TYPED) return null;
  const formats = formatsOf(country);
  const code = normaliseTyped(text);
  if (formats.length === 0) {
    // Before digits alone, the letters are the country's; before anything else, they may belong to the code.
    const own = country && new RegExp(`^${country}[ -]+(?=[0-9 -]+$)`);
    const rest = own ? code.replace(own, '') : code;
    return GENERIC_CODE.test(rest) ? rest : null;
  }
  const compact = code.replace(/[ -]/g, '');
  const signs = [country, VEHICLE_CODES[country] ?? country].filter((sign) => compact.startsWith(sign));
  // A code without the letters that begin every code of its country ("1010" for "LV-1010") is accepted.
  const whole = formats[0]?.startsWith(country.toLowerCase()) ? [country + compact] : [];
  const codes = [compact, ...signs.map((sign) => compact.slice(sign.length)), ...whole];
  const written = codes.flatMap((letters) => formats.map((format) => formatAs(format, letters)));
  return written.find((one) => one !== null) ?? null;
}

/** Returns an example of a country's code, such as "123 45"; null when the format is unknown. */
export function postcodeExample(country: string): string | null {
  const [format] = formatsOf(country);
  if (!format) return null;
  let [digit, letter] = [0, 0];
  return format.replace(/[a-zNAX]/g, (sign) =>
    sign === 'A'
      ? 'ABCDEFG'.charAt(letter++ % 7)
      : sign === 'N' || sign === 'X'
        ? String(++digit % 10)
        : sign.toUpperCase(),
  );
}

/** Checks whether a numeric keyboard is enough; false when the country is unknown. */
export function isPostcodeNumeric(country: string): boolean {
  const formats = formatsOf(country);
  return formats.length > 0 && formats.every((format) => /^[N|]+$/.test(format));
}

/** The postal code rules that form and box office share. `country` is empty while it is unknown. */
export const postcodes: PostcodeRules = {
  isNeeded: (country) => !WITHOUT.includes(country),
  isPossible: (country, text) => fitToFormat(country, text) !== null,
  clean: (country, text) => fitToFormat(country, text) ?? text,
};
