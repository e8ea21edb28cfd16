/** Scrolls to another element and focuses it as soon as it is focusable. */
export function leadTo(element: HTMLElement | null): void {
  if (!element) return;
  element.scrollIntoView();
  element.focus({ preventScroll: true });
  if (!element.matches(':focus')) void focusWhenDrawn(element);
}

/** Focuses an element whose script or messages are still loading, unless the visitor has moved the focus elsewhere meanwhile. */
async function focusWhenDrawn(element: HTMLElement): Promise<void> {
  const before = deepFocused();
  await customElements.whenDefined(element.localName);
  // `updateComplete` resolves to false while an update has scheduled another one.
  while ((await (element as { updateComplete?: Promise<boolean> }).updateComplete) === false);
  const now = deepFocused();
  if (now === before || now === document.body) element.focus({ preventScroll: true });
}

/** Returns the focused element, through shadow roots. */
export function deepFocused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}
