/**
 * One polite live region for each campaign speaks for all its elements. It stands in the page, empty, before it
 * speaks (regions inserted with their text are not read), and says at most one thing a second: the last.
 */
const PAUSE_MS = 1000;

interface Region {
  element: HTMLElement;
  text: string;
  timer: ReturnType<typeof setTimeout> | undefined;
  spoke: number;
}

const regions = new WeakMap<object, Region>();

/** Puts the region of `owner` (a campaign, or an element that stands alone) into `root`, unless it stands somewhere already. */
export function holdRegion(owner: object, root: ShadowRoot): void {
  const region = regions.get(owner);
  if (region?.element.isConnected) return;
  const element = region?.element ?? document.createElement('div');
  element.setAttribute('role', 'status');
  element.className = 'visually-hidden';
  root.append(element);
  if (!region) regions.set(owner, { element, text: '', timer: undefined, spoke: 0 });
}

/** Says a text politely. */
export function announce(owner: object, text: string): void {
  const region = regions.get(owner);
  if (!region) return;
  region.text = text;
  region.timer ??= setTimeout(
    () => {
      region.timer = undefined;
      region.spoke = performance.now();
      // The same words twice in a row would not be a change; a no-break space makes them one.
      region.element.textContent =
        region.element.textContent === region.text ? `${region.text}\u00a0` : region.text;
    },
    Math.max(100, region.spoke + PAUSE_MS - performance.now()),
  );
}
