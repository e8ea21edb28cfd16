/** Decodes HTML entities in services' texts: as characters, never as HTML. */

/** The characters 160 to 191 of Latin-1, whose names are not a letter with an accent. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest';
/** From 945 on; the capitals are 32 before. */
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega';
const OTHERS =
  'amp& lt< gt> quot" apos\' AEligÆ ETHÐ times× OslashØ THORNÞ szligß aeligæ ethð divide÷ oslashø thornþ OEligŒ oeligœ DstrokĐ dstrokđ LstrokŁ lstrokł ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ bull• hellip… lsaquo‹ rsaquo› euro€ trade™ HstrokĦ hstrokħ TstrokŦ tstrokŧ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200C zwj\u200D lrm\u200E rlm\u200F';
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, i) => [name, String.fromCodePoint(160 + i)] as const),
  ...GREEK.split(' ').flatMap(
    (name, i) =>
      [
        [name, String.fromCodePoint(945 + i)],
        [name.charAt(0).toUpperCase() + name.slice(1), String.fromCodePoint(913 + i)],
      ] as const,
  ),
  ...OTHERS.split(' ').map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const),
]);

/** Name of an accent -> its combining mark. */
const ACCENTS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  macr: '\u0304',
  breve: '\u0306',
  uml: '\u0308',
  ring: '\u030A',
  dblac: '\u030B',
  caron: '\u030C',
  cedil: '\u0327',
  ogon: '\u0328',
  dot: '\u0307',
};
/** Only these letters have a dotted form: `&odot;` and `&sdot;` are mathematical signs. */
const ACCENTED = new RegExp(`^([A-Za-z](?!dot)|[CEGIZcegz])(${Object.keys(ACCENTS).join('|')})$`);

/** Decodes the entities of a text, each once; everything else is unchanged. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#[xX]([\dA-Fa-f]+)|([A-Za-z]\w*));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named(String(name)) ?? whole;
    const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
    // C1 controls are decoded as Windows-1252 (HTML standard, numeric character reference end state).
    if (code >= 128 && code < 160) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
  });
}

function named(name: string): string | undefined {
  const [, letter, accent = ''] = ACCENTED.exec(name) ?? [];
  const character = letter && `${letter}${ACCENTS[accent]}`.normalize('NFC');
  return character?.length === 1 ? character : NAMED.get(name);
}
