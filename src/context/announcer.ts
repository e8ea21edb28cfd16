/**
 * Minimum time between two announcements, in milliseconds. One polite live region per campaign announces for all
 * its elements. It is in the page, empty, before its first announcement (screen readers ignore a region that is
 * inserted with its text), and announces at most once per pause: the latest text.
 */
const PAUSE_MS = 1000;

interface Region {
  element: HTMLElement;
  text: string;
  timer: ReturnType<typeof setTimeout> | undefined;
  announcedAt: number;
}

const regions = new WeakMap<object, Region>();

/**
 * Appends the live region of `owner` (a campaign, or an element without one) to `root`, unless it is already
 * connected.
 */
export function holdRegion(owner: object, root: ShadowRoot): void {
  const region = regions.get(owner);
  if (region?.element.isConnected) return;
  const element = region?.element ?? document.createElement('div');
  element.setAttribute('role', 'status');
  element.className = 'visually-hidden';
  root.append(element);
  if (!region) regions.set(owner, { element, text: '', timer: undefined, announcedAt: 0 });
}

/** Announces a text politely. */
export function announce(owner: object, text: string): void {
  const region = regions.get(owner);
  if (!region) return;
  region.text = text;
  region.timer ??= setTimeout(
    () => {
      region.timer = undefined;
      region.announcedAt = performance.now();
      // Repeating the same text would not be a change; a no-break space makes it one.
      region.element.textContent =
        region.element.textContent === region.text ? `${region.text}\u00a0` : region.text;
    },
    Math.max(100, region.announcedAt + PAUSE_MS - performance.now()),
  );
}
