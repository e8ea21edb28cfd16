import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The line of the window, in % of its height from above, that what somebody looks at crosses. */
const LOOKED_AT = 33;

/**
 * Whether the way on to the next step is in the way: the seats or the form, where it leads, are being looked at, or
 * somebody is led by keys or writes, and it would lie over what has the focus.
 */
export class WayOnController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observers = new Map<string, { observer: IntersectionObserver; element: Element }>();
  #seatsAreSeen = false;
  #formIsReached = false;
  #hasFocus = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get isInTheWay(): boolean {
    return this.#seatsAreSeen || this.#formIsReached || this.#hasFocus;
  }

  hostUpdated(): void {
    const line = `-${LOOKED_AT}% 0px -${99 - LOOKED_AT}% 0px`;
    this.#observe('petition-seat-picker', line, ({ isIntersecting }) => {
      this.#seatsAreSeen = isIntersecting;
    });
    // Below the form there is nothing to be led to.
    this.#observe('petition-sign-form', '0px', ({ isIntersecting, boundingClientRect }) => {
      this.#formIsReached = isIntersecting || boundingClientRect.top < 0;
    });
  }

  hostDisconnected(): void {
    for (const { observer } of this.#observers.values()) observer.disconnect();
    this.#observers.clear();
  }

  #observe(tag: string, rootMargin: string, read: (entry: IntersectionObserverEntry) => void): void {
    const element = this.#host.shadowRoot?.querySelector(tag) ?? null;
    const known = this.#observers.get(tag);
    if (known?.element === element) return;
    known?.observer.disconnect();
    this.#observers.delete(tag);
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        read(entries.at(-1)!);
        this.#host.requestUpdate();
      },
      // The page's own window, also where it stands in the frame of another.
      { root: document, rootMargin },
    );
    observer.observe(element);
    this.#observers.set(tag, { observer, element });
  }

  /** Follows the focus inside what is drawn; the way on itself is never in its own way. */
  readonly follow = (event: FocusEvent): void => {
    const [target] = event.composedPath() as Element[];
    const hasFocus =
      event.type === 'focusin' && target!.matches(':focus-visible') && !target!.closest('.way-on');
    if (hasFocus === this.#hasFocus) return;
    this.#hasFocus = hasFocus;
    this.#host.requestUpdate();
  };
}
