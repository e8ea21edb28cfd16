let query: MediaQueryList | undefined;
/** Created on first use: the module is imported on servers too. */
const device = (): MediaQueryList => (query ??= matchMedia('(prefers-color-scheme: dark)'));

/** True if an element is dark: by its computed `color-scheme`, else the page's `<meta name="color-scheme">`, else the device. */
export function isDark(element: Element): boolean {
  const own = getComputedStyle(element).colorScheme;
  const page = document.querySelector<HTMLMetaElement>('meta[name="color-scheme" i]')?.content;
  const scheme = own && own !== 'normal' ? own : (page ?? '');
  const dark = /\bdark\b/i.test(scheme);
  return dark === /\blight\b/i.test(scheme) ? device().matches : dark;
}

const followers = new Set<() => void>();
let frame = 0;

/** Notifies every follower, once, in the next frame. */
export function recheckTheme(): void {
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    for (const follower of [...followers]) follower();
  });
}

/**
 * Calls `follower` after any change by which a page may change its colours: of the device, of attributes of the
 * elements around, of style sheets and `<meta>` in the head, of a checkbox that its rules refer to. No event reports a
 * change of the computed `color-scheme` itself. Returns a function that unsubscribes.
 */
export function followPageTheme(element: Element, follower: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const recheck = (): void => recheckTheme();
  const observer = new MutationObserver(recheck);
  for (let at: Node | null = element; at;) {
    if (at instanceof Element) observer.observe(at, { attributes: true });
    const slot: HTMLSlotElement | null = at instanceof Element ? at.assignedSlot : null;
    at = slot ?? at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null;
  }
  observer.observe(document.head, { childList: true, subtree: true, attributes: true });
  document.head.addEventListener('load', recheck, { capture: true, signal });
  document.addEventListener('change', recheck, { signal });
  // Called in the frame of the change, so that no frame shows the old colours on the new page.
  device().addEventListener('change', () => follower(), { signal });
  followers.add(follower);
  return () => {
    stop.abort();
    observer.disconnect();
    followers.delete(follower);
  };
}
