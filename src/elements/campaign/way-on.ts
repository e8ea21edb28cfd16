import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A line across the window, in % of its height from the top: the element it crosses is the one being read. */
const READING_LINE = 33;

/** Visible share of a button from which it counts as fully visible: edges are fractions of a px. */
const FULLY_VISIBLE = 0.95;

/**
 * Tracks whether the way on covers what is in use: the seats or the form, which it links to, are being read, or a
 * keyboard user's focus would be under it.
 */
export class WayOnController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observers = new Map<string, { observer: IntersectionObserver; element: Element }>();
  #seatsAreSeen = false;
  #formIsReached = false;
  #isActSeen = false;
  #hasFocus = false;
  #isHeld = false;
  /** Evaluated after the layout, when the petition has another size: the box around it may scroll by then. */
  readonly #resized = new ResizeObserver(() => {
    const isHeld = cannotStick(this.#host);
    if (isHeld === this.#isHeld) return;
    this.#isHeld = isHeld;
    this.#host.requestUpdate();
  });

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get isInTheWay(): boolean {
    return this.#seatsAreSeen || this.#formIsReached || this.#isActSeen || this.#hasFocus;
  }

  /** True if it cannot stick to the lower edge of the window, and so stays at the head of the page. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  hostConnected(): void {
    this.#resized.observe(this.#host);
  }

  hostUpdated(): void {
    const line = `-${READING_LINE}% 0px -${99 - READING_LINE}% 0px`;
    const find = (tag: string): Element | null => this.#host.shadowRoot?.querySelector(tag) ?? null;
    this.#observe('seats', find('petition-seat-picker'), line, ({ isIntersecting }) => {
      this.#seatsAreSeen = isIntersecting;
    });
    const form = find('petition-sign-form');
    // Below the form there is no next step to link to.
    this.#observe(
      'form',
      form,
      `0px 0px -${100 - READING_LINE}% 0px`,
      ({ isIntersecting, boundingClientRect }) => {
        this.#formIsReached = isIntersecting || boundingClientRect.top < 0;
      },
    );
    // The form's own button is the next step, and nothing may cover it.
    this.#observe('act', form?.shadowRoot?.querySelector('.actions .act') ?? null, '0px', (entry) => {
      this.#isActSeen = entry.intersectionRatio >= FULLY_VISIBLE;
    });
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    for (const { observer } of this.#observers.values()) observer.disconnect();
    this.#observers.clear();
  }

  #observe(
    name: string,
    element: Element | null,
    rootMargin: string,
    read: (entry: IntersectionObserverEntry) => void,
  ): void {
    const known = this.#observers.get(name);
    if (known?.element === element) return;
    known?.observer.disconnect();
    this.#observers.delete(name);
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        read(entries.at(-1)!);
        this.#host.requestUpdate();
      },
      // The page's own window, also if the page is in a frame of another.
      { root: document, rootMargin, threshold: [0, FULLY_VISIBLE] },
    );
    observer.observe(element);
    this.#observers.set(name, { observer, element });
  }

  /**
   * Checks where the focus is inside the petition. The way on is never in its own way, and a focus in the form means
   * that the next step is reached. Called at keys and presses too: a focus that moves inside one element fires no event
   * outside it.
   */
  readonly follow = (): void => {
    const root = this.#host.shadowRoot;
    const within = root?.activeElement ?? null;
    let target = within;
    while (target?.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
    const hasFocus =
      !!within &&
      !within.closest('.way-on') &&
      (within.localName === 'petition-sign-form' || target!.matches(':focus-visible'));
    if (hasFocus === this.#hasFocus) return;
    this.#hasFocus = hasFocus;
    this.#host.requestUpdate();
  };
}

/**
 * True if a box around an element contains everything sticky, and never scrolls itself: one with `overflow: hidden`,
 * which pages put around everything against horizontal scrolling.
 */
function cannotStick(element: Element): boolean {
  const { documentElement: root, body } = document;
  const isVisible = (one: Element): boolean => /visible|clip/.test(getComputedStyle(one).overflowY);
  for (let box = parentOf(element); box && box !== root; box = parentOf(box)) {
    // The body's overflow applies to the window, unless the root element has its own.
    if (isVisible(box) || (box === body && isVisible(root))) continue;
    return box.scrollHeight <= box.clientHeight;
  }
  return false;
}

/** Returns the parent of an element in the flat tree: through slots and shadow roots. */
function parentOf(element: Element): Element | null {
  const { parentNode } = element;
  return element.assignedSlot ?? (parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement);
}
