import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The line of the window, in % of its height from above, that what somebody looks at crosses. */
const LOOKED_AT = 33;

/** The part of a button that is in view where all of it is: edges are fractions of a px. */
const WHOLE = 0.95;

/**
 * Whether the way on to the next step is in the way: the seats or the form, where it leads, are being looked at, or
 * somebody is led by keys or writes, and it would lie over what has the focus.
 */
export class WayOnController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observers = new Map<string, { observer: IntersectionObserver; element: Element }>();
  #seatsAreSeen = false;
  #formIsReached = false;
  #isActSeen = false;
  #hasFocus = false;
  #isHeld = false;
  /** Judged after the layout, when the petition has another size: what holds it may scroll by then. */
  readonly #sized = new ResizeObserver(() => {
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

  /** Whether it cannot stick to the lower edge of the window, and so stands at the head of the page. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  hostConnected(): void {
    this.#sized.observe(this.#host);
  }

  hostUpdated(): void {
    const line = `-${LOOKED_AT}% 0px -${99 - LOOKED_AT}% 0px`;
    const find = (tag: string): Element | null => this.#host.shadowRoot?.querySelector(tag) ?? null;
    this.#observe('seats', find('petition-seat-picker'), line, ({ isIntersecting }) => {
      this.#seatsAreSeen = isIntersecting;
    });
    const form = find('petition-sign-form');
    // Below the form there is nothing to be led to.
    this.#observe(
      'form',
      form,
      `0px 0px -${100 - LOOKED_AT}% 0px`,
      ({ isIntersecting, boundingClientRect }) => {
        this.#formIsReached = isIntersecting || boundingClientRect.top < 0;
      },
    );
    // Its own button is the next step, and nothing lies over it.
    this.#observe('act', form?.shadowRoot?.querySelector('.actions .act') ?? null, '0px', (entry) => {
      this.#isActSeen = entry.intersectionRatio >= WHOLE;
    });
  }

  hostDisconnected(): void {
    this.#sized.disconnect();
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
      // The page's own window, also where it stands in the frame of another.
      { root: document, rootMargin, threshold: [0, WHOLE] },
    );
    observer.observe(element);
    this.#observers.set(name, { observer, element });
  }

  /**
   * Looks where the focus is inside what is drawn; the way on itself is never in its own way, and who is in the form has come
   * to its end. Asked at keys and presses too: a focus that moves inside of one element is not told outside of it.
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
 * Whether a box around an element keeps all that sticks inside, and never scrolls itself: one with `overflow: hidden`, which
 * pages put around everything against sideways scrolling.
 */
function cannotStick(element: Element): boolean {
  const { documentElement: root, body } = document;
  const isVisible = (one: Element): boolean => /visible|clip/.test(getComputedStyle(one).overflowY);
  for (let box = parentOf(element); box && box !== root; box = parentOf(box)) {
    // What the body says of overflow is the window's, unless the root has a word of its own.
    if (isVisible(box) || (box === body && isVisible(root))) continue;
    return box.scrollHeight <= box.clientHeight;
  }
  return false;
}

/** The element around another, as it is drawn: through slots and shadow roots. */
function parentOf(element: Element): Element | null {
  const { parentNode } = element;
  return element.assignedSlot ?? (parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement);
}
