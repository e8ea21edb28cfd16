/** Elements that a page never shows. */
const INVISIBLE_TAGS = new Set(['template', 'script', 'style']);

/** True if the author wrote visible content between the tags: comments, white space, scripts and templates do not count. */
export function hasContent(element: Element): boolean {
  return [...element.childNodes].some(
    (node) =>
      (node instanceof Element && !INVISIBLE_TAGS.has(node.localName)) ||
      (node.nodeType === Node.TEXT_NODE && !!node.textContent?.trim()),
  );
}

/** Shows the author's content of an element that could not be drawn, unless it is in view. */
export function showContentInstead({ shadowRoot }: Element): void {
  if (shadowRoot?.querySelector('slot:not([name])')) return;
  const slot = document.createElementNS('http://www.w3.org/1999/xhtml', 'slot');
  slot.className = 'instead';
  shadowRoot?.append(slot);
}

/** Returns the sentence for the author of an element that could not be drawn; an error may quote what people typed, so it is named alone. */
export function whyUndrawn(tag: string, error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const isXml = document.contentType !== 'text/html';
  return `<${tag}> could not be drawn (${name}), so the content inside the tag stays visible${isXml ? '; serve the page as text/html: this one is XML' : ''}.`;
}
