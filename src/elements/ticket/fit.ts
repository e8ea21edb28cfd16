import { wellFormed } from '../../model/signature/well-formed.js';
import type { Face } from './shapes.js';

/** Measures the width of a text in px, in a face of a given size. */
export type MeasureText = (text: string, size: number, face: Face) => number;

const RTL_FIRST =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Returns true if a text reads from right to left, by its first letter; `otherwise` where it has no letter. */
export function readsRtl(text: string, otherwise: boolean): boolean {
  return /\p{L}/u.test(text) ? RTL_FIRST.test(text) : otherwise;
}

/** Reduces a text to one line that a drawing can show: without control characters, marks that change the direction, or lone surrogates. */
export function printableText(text: string): string {
  return wellFormed(text)
    .normalize('NFC')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

/**
 * Sets a text in the largest of `sizes` (largest first) at which it needs at most `limit` lines of `width` px. A text
 * that is too long for the smallest size is cut at its end.
 */
export function fitText(
  text: string,
  { width, sizes, limit, face }: { width: number; sizes: readonly number[]; limit: number; face: Face },
  measure: MeasureText,
): Fitted {
  for (const size of sizes) {
    const fits = (line: string): boolean => measure(line, size, face) <= width;
    const words = text.split(' ');
    const isLast = size === sizes.at(-1);
    // Break inside a word only at the smallest size, when no size has room for it.
    if (!isLast && !words.every(fits)) continue;
    const lines = breakLines(words, fits);
    if (lines.length <= limit)
      return { size, lines: balance(words, lines, (line) => measure(line, size, face)) };
    if (isLast)
      return {
        size,
        lines: [...lines.slice(0, limit - 1), ellipsise(lines.slice(limit - 1).join(' '), fits)],
      };
  }
  return { size: sizes[0] ?? 0, lines: [] };
}

function breakLines(words: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of words) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    while (!fits(word)) {
      const part = longest(word, fits);
      lines.push(part);
      word = word.slice(part.length);
    }
    line = word;
  }
  return line ? [...lines, line] : lines;
}

/** Evens out the lengths of the lines, keeping their number, so that the last word does not stand alone. */
function balance(
  words: readonly string[],
  lines: readonly string[],
  measure: (line: string) => number,
): readonly string[] {
  if (lines.length < 2) return lines;
  let most = Math.max(...lines.map(measure));
  let least = Math.max(most / 2, ...words.map(measure));
  let best = lines;
  // Four steps narrow the width to a sixteenth of the range: a smaller difference is not visible.
  for (let i = 0; i < 4 && least < most; i++) {
    const width = (least + most) / 2;
    const tried = breakLines(words, (line) => measure(line) <= width);
    if (tried.length > lines.length) least = width;
    else {
      best = tried;
      most = width;
    }
  }
  return best;
}

/** Letters as people count them (graphemes), so that none is cut in half. */
function letters(text: string): string[] {
  // Firefox has no Intl.Segmenter before 125.
  const Segmenter = Intl.Segmenter as typeof Intl.Segmenter | undefined;
  if (!Segmenter) return [...text];
  return [...new Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );
}

/** The longest start of a text that fits, at least one letter. */
function longest(text: string, fits: (line: string) => boolean): string {
  const all = letters(text);
  let count = all.length - 1;
  while (count > 1 && !fits(all.slice(0, count).join(''))) count--;
  return all.slice(0, Math.max(1, count)).join('');
}

function ellipsise(text: string, fits: (line: string) => boolean): string {
  if (fits(text)) return text;
  return `${longest(text, (line) => fits(`${line.trimEnd()}…`)).trimEnd()}…`;
}
