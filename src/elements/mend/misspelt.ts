import { warnOnce } from './warn-once.js';

/** Least likeness of a misspelt tag, from 0 to 1. */
const ALIKE = 0.7;

/** Length of the longest sequence of letters that two words share in order. */
function commonLetters(one: string, other: string): number {
  let lengths = new Array<number>(other.length + 1).fill(0);
  for (const letter of one) {
    const next = [0];
    for (let at = 0; at < other.length; at++)
      next.push(other[at] === letter ? lengths[at]! + 1 : Math.max(lengths[at + 1]!, next[at]!));
    lengths = next;
  }
  return lengths[other.length]!;
}

/** The tag that a misspelt one is nearest to; undefined where it is like none. */
export function nearestTag(misspelt: string, tags: readonly string[]): string | undefined {
  const likeness = (tag: string): number =>
    (2 * commonLetters(misspelt, tag)) / (misspelt.length + tag.length);
  const [nearest] = [...tags].sort((a, b) => likeness(b) - likeness(a));
  return nearest !== undefined && likeness(nearest) >= ALIKE ? nearest : undefined;
}

/** Warns the page's author of a tag that nobody defines and that is nearly one of ours. */
export function warnOfMisspelt(misspelt: string, tags: readonly string[]): void {
  const nearest = nearestTag(misspelt, tags);
  if (nearest && !customElements.get(misspelt))
    warnOnce(misspelt, `<${misspelt}> is not an element of Grandstand; write <${nearest}>`);
}
