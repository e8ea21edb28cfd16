/** A Markdown subset as a tree (paragraph, emphasis, strong, list, link); everything else, HTML too, is text. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'emphasis' | 'strong'; children: readonly Inline[] }
  | { type: 'link'; href: string; children: readonly Inline[] };

export type BlockNode =
  { type: 'paragraph'; children: readonly Inline[] } | { type: 'list'; ordered: boolean; items: readonly (readonly Inline[])[] };
