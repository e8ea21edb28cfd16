/**
 * Returns the language of an element: its own `lang`, else that of the nearest ancestor, through shadow roots;
 * empty when none has one.
 */
export function inheritedLang(element: Element): string {
  for (let at: Element | null = element; at;) {
    const found: Element | null = at.closest('[lang]');
    if (found) return found.getAttribute('lang') ?? '';
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}
