import { warnOnce } from './warn-once.js';

/** Least similarity of a misspelt tag to a real one, from 0 to 1. */
const LEAST_SIMILARITY = 0.7;

/** Returns the length of the longest common subsequence of two words. */
function commonLetters(one: string, other: string): number {
  // For each beginning of the other word, that of its longest common subsequence with the letters read so far.
  let lengths = [...other].map(() => 0);
  for (const letter of one) {
    let [before, shorter] = [0, 0];
    lengths = lengths.map((length, at) => {
      before = other[at] === letter ? shorter + 1 : Math.max(length, before);
      shorter = length;
      return before;
    });
  }
  return lengths.at(-1) ?? 0;
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
