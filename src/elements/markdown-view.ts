import { html, type TemplateResult } from 'lit';
import { parseMarkdown, type BlockNode, type Inline } from '../model/markdown.js';

/** A text of the Markdown subset as templates. What looks like HTML in it stays text; each block finds its own direction. */
export function markdownView(text: string): readonly TemplateResult[] {
  return parseMarkdown(text).map(blockView);
}

/** The same within a line: a text of one paragraph comes without the paragraph around it. */
export function markdownLine(text: string): unknown {
  const blocks = parseMarkdown(text);
  const [only] = blocks;
  return blocks.length === 1 && only?.type === 'paragraph'
    ? only.children.map(inlineView)
    : blocks.map(blockView);
}

const ADDRESS = /^(?:https?:\/\/|mailto:)./i;

/** A link, where the address is one that may be followed; else only its words. */
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
