import { html, type TemplateResult } from 'lit';
import { parseMarkdown, type BlockNode, type Inline } from '../../model/markdown.js';

/** Renders a text of the Markdown subset as templates. HTML in it stays text; each block gets its own direction. */
export function markdownView(text: string): readonly TemplateResult[] {
  return parseMarkdown(text).map(blockView);
}

/** Renders the same within a line: a text of one paragraph loses the paragraph around it. */
export function markdownLine(text: string): unknown {
  const blocks = parseMarkdown(text);
  const [only] = blocks;
  return blocks.length === 1 && only?.type === 'paragraph'
    ? only.children.map(inlineView)
    : blocks.map(blockView);
}

const ADDRESS = /^(?:https?:\/\/|mailto:)./i;

/** Renders a link if its address is safe to follow; else only its text. */
export function linkView(href: string, words: unknown): unknown {
  return ADDRESS.test(href) ? html`<a href=${href} rel="noopener noreferrer">${words}</a>` : words;
}

function blockView(block: BlockNode): TemplateResult {
  if (block.type === 'paragraph') return html`<p dir="auto">${block.children.map(inlineView)}</p>`;
  const items = block.items.map((item) => html`<li>${item.map(inlineView)}</li>`);
  return block.start === null
    ? html`<ul dir="auto">
        ${items}
      </ul>`
    : html`<ol dir="auto" start=${block.start}>
        ${items}
      </ol>`;
}

function inlineView(node: Inline): unknown {
  if (node.type === 'text') return node.text;
  const children = node.children.map(inlineView);
  switch (node.type) {
    case 'emphasis':
      return html`<em>${children}</em>`;
    case 'strong':
      return html`<strong>${children}</strong>`;
    case 'link':
      return linkView(node.href, children);
  }
}
