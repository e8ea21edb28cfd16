import { warnOnce } from './warn-once.js';

/** Least similarity of a misspelt tag to a real one, from 0 to 1. */
const LEAST_SIMILARITY = 0.7;

/** Returns the length of the longest common subsequence of two words. */
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

/** Returns the tag that is most similar to a misspelt one; undefined if none is similar enough. */
export function nearestTag(misspelt: string, tags: readonly string[]): string | undefined {
  const similarity = (tag: string): number =>
    (2 * commonLetters(misspelt, tag)) / (misspelt.length + tag.length);
  const [nearest] = [...tags].sort((a, b) => similarity(b) - similarity(a));
  return nearest !== undefined && similarity(nearest) >= LEAST_SIMILARITY ? nearest : undefined;
}

/** Warns the page's author about a tag that is not defined and almost one of ours. */
export function warnOfMisspelt(misspelt: string, tags: readonly string[]): void {
  const nearest = nearestTag(misspelt, tags);
  if (nearest && !customElements.get(misspelt))
    warnOnce(misspelt, `<${misspelt}> is not an element of Grandstand; write <${nearest}>`);
}
