let query: MediaQueryList | undefined;
/** Made when it is asked for: the module is imported on servers too. */
const device = (): MediaQueryList => (query ??= matchMedia('(prefers-color-scheme: dark)'));

/** Whether an element is dark: as the `color-scheme` computed for it says, else the page's `<meta name="color-scheme">`, else the device. */
export function isDark(element: Element): boolean {
  const own = getComputedStyle(element).colorScheme;
  const page = document.querySelector<HTMLMetaElement>('meta[name="color-scheme" i]')?.content;
  const scheme = own && own !== 'normal' ? own : (page ?? '');
  const dark = /\bdark\b/i.test(scheme);
  return dark === /\blight\b/i.test(scheme) ? device().matches : dark;
}

const followers = new Set<() => void>();
let frame = 0;

/** Has every follower look again, once in the next frame. */
export function recheckTheme(): void {
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    for (const follower of [...followers]) follower();
  });
}

/**
 * Calls `follower` after anything by which a page changes its colours: the device, attributes of the elements around, style
 * sheets and `<meta>` of the head, a checkbox that its rules ask for. No event tells of a computed `color-scheme` itself.
 * Returns how to stop.
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
  // In the frame of the change itself, so that no frame shows the old colours on the new page.
  device().addEventListener('change', () => follower(), { signal });
  followers.add(follower);
  return () => {
    stop.abort();
    observer.disconnect();
    followers.delete(follower);
  };
}
