import type { ReactiveControllerHost } from 'lit';
import { deepFocused } from '../base/lead-to.js';
import { ObserverController } from '../base/observer-controller.js';

/** A line across the window, in % of its height from the top: the element it crosses is the one being read. */
const READING_LINE = 33;

/** Visible share of a button from which it counts as fully visible: edges are fractions of a px. */
const FULLY_VISIBLE = 0.95;

/**
 * Tracks whether the way on covers what is in use: the seats or the form, which it links to, are being read, or a
 * keyboard user's focus would be under it.
 */
export class WayOnController {
  #seatsAreSeen = false;
  #formIsReached = false;
  #isActSeen = false;
  #hasFocus = false;
  #isHeld = false;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    // Evaluated after the layout, when the petition has another size: the box around it may scroll by then.
    const resized = new ResizeObserver(() => {
      const isHeld = cannotStick(host);
      if (isHeld === this.#isHeld) return;
      this.#isHeld = isHeld;
      host.requestUpdate();
    });
    new ObserverController(host, resized, () => [host]);
    const find = (tag: string): Element | null | undefined => host.shadowRoot?.querySelector(tag);
    const form = (): Element | null | undefined => find('petition-sign-form');
    this.#observe(
      () => find('petition-seat-picker'),
      `-${READING_LINE}% 0px -${99 - READING_LINE}% 0px`,
      ({ isIntersecting }) => (this.#seatsAreSeen = isIntersecting),
    );
    // Below the form there is no next step to link to.
    this.#observe(
      form,
      `0px 0px -${100 - READING_LINE}% 0px`,
      ({ isIntersecting, boundingClientRect }) =>
        (this.#formIsReached = isIntersecting || boundingClientRect.top < 0),
    );
    // The form's own button is the next step, and nothing may cover it.
    this.#observe(
      () => form()?.shadowRoot?.querySelector('.actions .act'),
      '0px',
      ({ intersectionRatio }) => (this.#isActSeen = intersectionRatio >= FULLY_VISIBLE),
    );
  }

  get isInTheWay(): boolean {
    return this.#seatsAreSeen || this.#formIsReached || this.#isActSeen || this.#hasFocus;
  }

  /** True if it cannot stick to the lower edge of the window, and so stays at the head of the page. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  #observe(
    find: () => Element | null | undefined,
    rootMargin: string,
    read: (entry: IntersectionObserverEntry) => void,
  ): void {
    const observer = new IntersectionObserver(
      (entries) => {
        entries.forEach(read);
        this.host.requestUpdate();
      },
      // The page's own window, also if the page is in a frame of another.
      { root: document, rootMargin, threshold: [0, FULLY_VISIBLE] },
    );
    new ObserverController(this.host, observer, () => [find()]);
  }

  /**
   * Checks where the focus is inside the petition. The way on is never in its own way, and a focus in the form means
   * that the next step is reached. Called at keys and presses too: a focus that moves inside one element fires no event
   * outside it.
   */
  readonly follow = (): void => {
    const within = this.host.shadowRoot?.activeElement;
    const hasFocus =
      !!within &&
      !within.closest('.way-on') &&
      (within.localName === 'petition-sign-form' || deepFocused()?.matches(':focus-visible') === true);
    if (hasFocus === this.#hasFocus) return;
    this.#hasFocus = hasFocus;
    this.host.requestUpdate();
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
