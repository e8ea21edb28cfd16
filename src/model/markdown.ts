/** A Markdown subset as a tree (paragraph, emphasis, strong, list, link); everything else, HTML too, is text. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'emphasis' | 'strong'; children: readonly Inline[] }
  | { type: 'link'; href: string; children: readonly Inline[] };

export type BlockNode =
  | { type: 'paragraph'; children: readonly Inline[] }
  | { type: 'list'; ordered: boolean; items: readonly (readonly Inline[])[] };

/** Two digits at most: a line that begins with a year is no list. */
const ITEM = /^ {0,3}(?:(-)|\d{1,2}\.) +(\S.*)/;

/**
 * The blocks of a text. A blank line ends a paragraph; any other line goes on with what stands before it.
 * Reads each character a bounded number of times, whatever the text.
 */
export function parseMarkdown(text: string): readonly BlockNode[] {
  /** `ordered` null = a paragraph, with one item. */
  const blocks: { ordered: boolean | null; items: string[] }[] = [];
  let goesOn = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const item = ITEM.exec(line);
    const words = (item ? item[2]! : line).trim();
    const last = blocks.at(-1);
    const ordered = item ? !item[1] : null;
    if (item && last?.ordered === ordered) last.items.push(words);
    else if (words && last && goesOn && !item) last.items.push(`${last.items.pop()!} ${words}`);
    else if (words) blocks.push({ ordered, items: [words] });
    goesOn = words !== '';
  }
  return blocks.map(({ ordered, items }) =>
    ordered === null
      ? { type: 'paragraph', children: parseInline(items[0]!) }
      : { type: 'list', ordered, items: items.map(parseInline) },
  );
}

/** An escaped character; a run of marks; brackets, the closing one with its address (one level of parentheses inside); words. */
const TOKEN = /\\([!-/:-@[-`{-~])|(\*+|_+)|\[|\](?:\(((?:[^\s()]|\([^\s()]*\)){1,2000})\))?|[^\\*_[\]]+|\\/g;
const ADDRESS = /^(?:https?:\/\/|mailto:)./i;
const WORD = /[\p{L}\p{N}_]/u;

/** Open emphasis, strong and links; deeper ones stay text. */
const MAX_DEPTH = 8;

function parseInline(text: string): readonly Inline[] {
  /** What is open, outermost first. `mark` is empty where it can no longer be closed, `opening` is what was written. */
  const stack: { mark: string; opening: string; nodes: Inline[] }[] = [{ mark: '', opening: '', nodes: [] }];
  const add = (node: Inline): void => {
    const { nodes } = stack.at(-1)!;
    const last = nodes.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.text += node.text;
    else nodes.push(node);
  };
  const addText = (words: string): void => add({ type: 'text', text: words });
  const open = (mark: string): void => void stack.push({ mark, opening: mark, nodes: [] });
  /** What was opened from `depth` on and never closed is text. */
  const giveUp = (depth: number): void => {
    while (stack.length > depth) {
      const { opening, nodes } = stack.pop()!;
      addText(opening);
      nodes.forEach(add);
    }
  };
  const close = (depth: number, make: (children: Inline[]) => Inline): void => {
    giveUp(depth + 1);
    add(make(stack.pop()!.nodes));
  };
  const findOpen = (mark: string): number => stack.findLastIndex((frame) => frame.mark === mark);

  for (const match of text.matchAll(TOKEN)) {
    const [token, escaped, run, href] = match;
    if (run) {
      const before = text[match.index - 1] ?? ' ';
      const after = text[match.index + run.length] ?? ' ';
      for (let left = run.length; left > 0; ) {
        // Of "***" the mark opened last closes first.
        const mark = left > 1 && !(left === 3 && stack.at(-1)!.mark === '*') ? '**' : run[0]!;
        const at = findOpen(mark);
        const known = run.length <= (run[0] === '*' ? 3 : 1);
        const within = (character: string): boolean => mark === '_' && WORD.test(character);
        if (!known) {
          addText(run);
          break;
        }
        if (at > 0 && before.trim() && !within(after)) {
          close(at, (children) => ({ type: mark === '**' ? 'strong' : 'emphasis', children }));
        } else if (at < 0 && after.trim() && !within(before) && stack.length <= MAX_DEPTH) open(mark);
        else addText(mark);
        left -= mark.length;
      }
    } else if (token === '[' && stack.length <= MAX_DEPTH) open(token);
    else if (token[0] === ']') {
      const at = findOpen('[');
      const isEmpty = at === stack.length - 1 && stack[at]!.nodes.length === 0;
      if (at > 0 && !isEmpty && href && ADDRESS.test(href)) {
        close(at, (children) => ({ type: 'link', href, children }));
        // No link stands in a link.
        for (const frame of stack) if (frame.mark === '[') frame.mark = '';
      } else {
        if (at > 0 && at === stack.length - 1) giveUp(at);
        addText(token);
      }
    } else addText(escaped ?? token);
  }
  giveUp(1);
  return stack[0]!.nodes;
}
