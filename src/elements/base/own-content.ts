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
