import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps a `ResizeObserver` or an `IntersectionObserver` on the elements that `find` returns: after each render of the host, and only while it is connected. */
export class ObserverController implements ReactiveController {
  #observed: ReadonlySet<Element> = new Set();

  constructor(
    host: ReactiveControllerHost,
    private readonly observer: ResizeObserver | IntersectionObserver,
    private readonly find: () => Iterable<Element | null | undefined>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    const found = new Set([...this.find()].filter((element) => !!element));
    for (const element of this.#observed) if (!found.has(element)) this.observer.unobserve(element);
    // Observing an element again would report it again.
    for (const element of found) if (!this.#observed.has(element)) this.observer.observe(element);
    this.#observed = found;
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    this.#observed = new Set();
  }
}
