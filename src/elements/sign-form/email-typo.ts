import { cleanEmail } from '../../model/signature/clean.js';
import type { Press } from './press.js';
import type { EmailSuggestion } from './session.js';

/**
 * Finds typing errors in the domain of an email address. Loaded when the signer focuses an email field; the correction
 * is offered as a question, and a signer who meant the address ignores it.
 */

/** The most used email services; an address at one of these is never questioned. */
const DOMAINS =
  'gmail.com googlemail.com ymail.com email.com mail.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de hotmail.com hotmail.co.uk hotmail.fr outlook.com live.com msn.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com protonmail.ch tutanota.com tutanota.de riseup.net fastmail.com seznam.cz email.cz centrum.cz wp.pl onet.pl interia.pl yandex.ru yandex.by rambler.ru ukr.net orange.fr laposte.net wanadoo.fr libero.it bluewin.ch'.split(
    ' ',
  );

/** Endings that no domain has, with the ending that was meant. */
const ENDINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    con: 'com',
    cmo: 'com',
    ocm: 'com',
    comm: 'com',
    vom: 'com',
    xom: 'com',
    ogr: 'org',
    rog: 'org',
    ner: 'net',
    nett: 'net',
  }),
);

/** In a shorter name one typing error makes another word. */
const LEAST_LETTERS = 5;

/** Asks about the address in a field if it looks mistyped. Waits while a press is in progress, so that nothing moves under the pointer. */
export async function checkEmail(
  field: HTMLInputElement,
  press: Press,
  ask: (suggestion: EmailSuggestion) => void,
): Promise<void> {
  const { type, name, value } = field;
  const address = type === 'email' && suggestEmail(value);
  if (!address) return;
  if (press.ended) await press.ended;
  if (field.value === value) ask({ name, address });
}

/** Returns the address that was probably meant, or null. */
export function suggestEmail(address: string): string | null {
  const [, local, given = ''] = /^([^@\s]+)@([^@\s]+)$/.exec(cleanEmail(address)) ?? [];
  const domain = given.replaceAll(',', '.');
  const [, name = '', ending = ''] = /^([^.]+)\.(.+)$/.exec(domain) ?? [];
  if (!local || !name) return null;
  const meant = nearDomain(name, endingOf(name, ending));
  return meant === given ? null : `${local}@${meant}`;
}

/** ".co" is a country's domain, but Gmail has no address in it. */
function endingOf(name: string, ending: string): string {
  if (/^(co|cm|om)$/.test(ending) && DOMAINS.includes(`${name}.com`)) return 'com';
  return ENDINGS.get(ending) ?? ending;
}

/** Returns the known domain with that ending whose name is at most one typing error away; else the domain itself. */
function nearDomain(name: string, ending: string): string {
  const domain = `${name}.${ending}`;
  if (DOMAINS.includes(domain)) return domain;
  const near = DOMAINS.find((known) => {
    const [other = ''] = known.split('.');
    return (
      other.length >= LEAST_LETTERS &&
      known.slice(other.length + 1) === ending &&
      damerauDistance(name, other) <= 1
    );
  });
  return near ?? domain;
}

/** Counts the letters that were left out, doubled, replaced or swapped with their neighbour (Damerau–Levenshtein distance). */
export function damerauDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 1) return 2;
  let before: number[] = [];
  let last = new Array<number>(b.length + 1).fill(0).map((_, i) => i);
  // Nothing leads beyond an edge.
  const at = (row: readonly number[], j: number): number => row[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        isSwapped ? at(before, j - 2) + 1 : Infinity,
      );
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}
