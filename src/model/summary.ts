import { parseMarkdown, type Inline } from './markdown.js';
import { MAX_SUMMARY } from './rules.js';

/**
 * A mark that ends a sentence, with the quotation marks and brackets after it. A full stop does not end one after
 * one or two digits ("9. Mai"), one letter ("A. Bialiatski") or a short capitalised word ("Dr. Novak").
 */
const END =
  /(?:[!?…؟。！？]|(?<!(?<![\p{L}\p{N}])(?:\d{1,2}|\p{L}|\p{Lu}\p{L}{1,2}))\.)[\p{Pf}\p{Pe}"']*(?=\s)/u;

/** Returns the text for the first screen: the author's summary, or the first sentence of the demand. */
export function summaryOf(summary: string, demand: string): string {
  return summary.trim() ? shorten(summary.trim()) : firstSentence(demand);
}

/**
 * Returns the first sentence of a text in the Markdown subset, without its marks; a long one is cut to the whole
 * words that fit a summary.
 */
export function firstSentence(markdown: string): string {
  const words = plainBlocks(markdown)[0] ?? '';
  const end = END.exec(words);
  return shorten(end ? words.slice(0, end.index + end[0].length) : words);
}

/** Checks whether a demand contains more than its summary. */
export function saysMore(demand: string, summary: string): boolean {
  return plainBlocks(demand).join('\n') !== summary;
}

/** Returns the paragraphs and items of a text in the Markdown subset, without its marks. */
function plainBlocks(markdown: string): string[] {
  return parseMarkdown(markdown)
    .flatMap((block) => (block.type === 'paragraph' ? [block.children] : block.items))
    .map((nodes) => textOfNodes(nodes).trim());
}

function textOfNodes(nodes: readonly Inline[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.text : textOfNodes(node.children))).join('');
}

function shorten(words: string): string {
  const points = [...words];
  if (points.length <= MAX_SUMMARY) return words;
  const whole = points.slice(0, MAX_SUMMARY).join('');
  return `${whole.replace(/\s+\S*$/u, '')} …`;
}
