/** Focuses a control, or the first one inside a group. */
export function focusControl(target: HTMLElement | null): void {
  const isControl = target?.matches('input, select, textarea, button');
  (isControl ? target : target?.querySelector<HTMLElement>('input:checked, input, button'))?.focus();
}

/** Scrolls the heading of a result to the top of the view, and focuses it so that it is read. */
export function focusResult(heading: HTMLElement | null): void {
  // Instantly: a page may have set smooth scrolling, and the visitor reduced motion.
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start', behavior: isStill ? 'instant' : 'auto' });
}

/** True if new content of an element may take the focus: it is there already, or nowhere (Safari does not focus pressed buttons). */
export function mayTakeFocus(element: HTMLElement): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement.localName === 'body' || element.matches(':focus-within');
}
