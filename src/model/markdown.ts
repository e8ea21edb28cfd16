/** A Markdown subset as a tree (paragraph, emphasis, strong, list, link); everything else, including HTML, is text. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'emphasis' | 'strong'; children: readonly Inline[] }
  | { type: 'link'; href: string; children: readonly Inline[] };

export type BlockNode =
  | { type: 'paragraph'; children: readonly Inline[] }
  /** `start`: the number of the first item, 0 to 99; null for a list with dashes. */
  | { type: 'list'; start: number | null; items: readonly (readonly Inline[])[] };

/**
 * End of a block: a blank line, or the line before an item. At most two digits: a line that begins with a year is
 * not an item.
 */
const BREAK = /\n\s*\n|^(?= {0,3}(?:-|\d\d?\.) +\S)/m;
const ITEM = /^ {0,3}(?:-|(\d\d?)\.) +(\S[^]*)/;

/**
 * Parses a text into blocks. Linear: each character is read a bounded number of times, whatever the text. Numbers
 * stay as written, and a number out of sequence starts a new list: "9. května" is a date, and must not become
 * another day.
 */
export function parseMarkdown(text: string): readonly BlockNode[] {
  const blocks: (BlockNode & { items?: Inline[][] })[] = [];
  for (const piece of text.replace(/\r\n?/g, '\n').split(BREAK)) {
    const item = ITEM.exec(piece);
    const words = (item?.[2] ?? piece).trim().replaceAll('\n', ' ');
    if (!words) continue;
    const children = parseInline(words);
    const start = item?.[1] ? Number(item[1]) : null;
    const last = blocks.at(-1);
    if (!item) blocks.push({ type: 'paragraph', children });
    else if (last?.type === 'list' && start === numberAfter(last)) last.items.push(children);
    else blocks.push({ type: 'list', start, items: [children] });
  }
  return blocks;
}

/** Returns the number that continues a list. */
function numberAfter({ start, items }: { start: number | null; items: readonly unknown[] }): number | null {
  return start === null ? null : start + items.length;
}

/**
 * Tokens, in this order: an escaped character; words, and marks without meaning; a mark; the end of a link with its
 * address, which may contain one level of parentheses; any other character.
 */
const TOKEN =
  /\\([!-/:-@[-`{-~])|(?:\*{4,}|__+|[^\\*_[\]])+|(\*{1,3}|_)|(?<!\[)\]\(((?:https?:\/\/|mailto:)(?:[^\s()]|\([^\s()]*\)){1,2000})\)|[^]/gi;

/**
 * A mark between the character on its far side and the one on its near side: it must touch a word there, and `_`
 * within a word is a letter.
 */
const TOUCHES = /^(\*.|_[^\p{L}\p{N}]) \S/u;

/** Maximum depth of open emphasis, strong and links; deeper ones stay text. */
const MAX_DEPTH = 8;

function parseInline(text: string): Inline[] {
  const root: Inline[] = [];
  /** Open marks, outermost first, each with its content so far. */
  const levels: { mark: string; nodes: Inline[] }[] = [];
  /** Depth below which no link can end: a link contains no other link. */
  let minLinkDepth = 0;
  const depthOf = (mark: string): number => levels.findLastIndex((level) => level.mark === mark);
  const add = (node: Inline): void => {
    const nodes = levels.at(-1)?.nodes ?? root;
    const last = nodes.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.text += node.text;
    else nodes.push(node);
  };
  const addText = (words: string): void => add({ type: 'text', text: words });
  const open = (mark: string): void => {
    if (levels.length === MAX_DEPTH) return addText(mark);
    minLinkDepth = Math.min(minLinkDepth, levels.length);
    levels.push({ mark, nodes: [] });
  };
  /** Turns everything opened from `depth` on, and never closed, back into text. */
  const giveUp = (depth: number): void => {
    for (const { mark, nodes } of levels.splice(depth)) {
      addText(mark);
      nodes.forEach(add);
    }
  };
  const close = (depth: number): Inline[] => {
    giveUp(depth + 1);
    return levels.splice(depth).flatMap(({ nodes }) => nodes);
  };

  for (const match of text.matchAll(TOKEN)) {
    const [token, escaped, run, href] = match;
    const link = depthOf('[');
    if (run) {
      const before = text[match.index - 1] ?? ' ';
      const after = text[match.index + run.length] ?? ' ';
      for (let left = run; left;) {
        // In "***", the mark that was opened last closes first.
        const mark = left.slice(0, left[2] && levels.at(-1)?.mark === '*' ? 1 : 2);
        const depth = depthOf(mark);
        if (depth >= 0 && TOUCHES.test(`${mark[0]}${after} ${before}`)) {
          const children = close(depth);
          add({ type: mark[1] ? 'strong' : 'emphasis', children });
        } else if (depth < 0 && TOUCHES.test(`${mark[0]}${before} ${after}`)) open(mark);
        else addText(mark);
        left = left.slice(mark.length);
      }
    } else if (token === '[') open(token);
    else if (href && link >= minLinkDepth) {
      const children = close(link);
      add({ type: 'link', href, children });
      minLinkDepth = levels.length;
    } else {
      if (token === ']' && levels.at(-1)?.mark === '[') giveUp(link);
      addText(escaped ?? token);
    }
  }
  giveUp(0);
  return root;
}
