import type { LitElement, ReactiveController } from 'lit';
import { ObserverController } from '../base/observer-controller.js';

/** Duration of the fade from one story to the next, in ms. */
const FADE_MS = 160;

/** Largest distance of the story in view from the edge of the track, in px: widths are fractions. */
const IN_VIEW_PX = 2;

/** The scroll container of the stories: keeps the current slide at its edge, in every size, and fades to the next one. */
export class StoryTrack implements ReactiveController {
  /** The current slide; null until there is one. */
  slide: Element | null = null;
  #element: Element | null = null;
  /** Size at the last scroll to the current slide: "648 x 352", px. */
  #scrolledAt = '';
  #fades: readonly Animation[] = [];

  constructor(private readonly host: LitElement) {
    host.addController(this);
    const resized = new ResizeObserver(() => this.#keepInView());
    new ObserverController(host, resized, () => [this.#element]);
  }

  /** One slide per story, in their order. */
  get slides(): readonly Element[] {
    return [...(this.#element?.children ?? [])];
  }

  hostConnected(): void {
    window.addEventListener('afterprint', this.scrollToSlide);
  }

  hostUpdated(): void {
    const element = this.host.renderRoot.querySelector('.track');
    if (element === this.#element) return;
    this.#element = element;
    this.#scrolledAt = '';
    this.slide = null;
  }

  hostDisconnected(): void {
    window.removeEventListener('afterprint', this.scrollToSlide);
    // A move in the DOM resets the scroll position.
    this.#scrolledAt = '';
  }

  get #size(): string {
    return this.#element ? `${this.#element.clientWidth} x ${this.#element.clientHeight}` : '';
  }

  /** Scrolls to the current slide after a resize: another width moves every slide, and after another height WebKit may snap to any. */
  #keepInView(): void {
    if (this.#size === this.#scrolledAt) return;
    this.#scrolledAt = this.#size;
    this.scrollToSlide();
  }

  /** Returns the distance of a slide from the edge of the track, in px; the same in both writing directions. */
  #offset(slide: Element): number {
    const edge = slide.parentElement?.getBoundingClientRect().left ?? 0;
    return slide.getBoundingClientRect().left - edge;
  }

  /** Scrolls to the current slide, instantly: a smooth scroll ends at the first slide it passes. */
  readonly scrollToSlide = (): void => {
    const track = this.#element;
    if (track && this.slide)
      track.scrollTo({ left: track.scrollLeft + this.#offset(this.slide), behavior: 'instant' });
  };

  /** Returns the index of the slide that a swipe brought to the edge; -1 while it is the current one, or none. */
  swipedTo(): number {
    // After a resize the track scrolls back to the current slide.
    if (!this.slide || this.#size !== this.#scrolledAt) return -1;
    const isHere = (slide: Element): boolean => Math.abs(this.#offset(slide)) < IN_VIEW_PX;
    return isHere(this.slide) ? -1 : this.slides.findIndex(isHere);
  }

  /**
   * Moves to the current slide. The card of the previous one, if there is one to fade, fades out over its card, both at
   * once. The cards are moved, not their slides: a slide that moves takes the snapped track with it.
   */
  moveToSlide(previous: Element | null): void {
    for (const fade of this.#fades) fade.cancel();
    this.scrollToSlide();
    if (!previous || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const transform = `translateX(${-this.#offset(previous)}px)`;
    const fadeOut = { opacity: [1, 0], transform: [transform, transform] };
    this.#fades = [
      previous.firstElementChild?.animate(fadeOut, FADE_MS) ?? [],
      this.slide?.firstElementChild?.animate({ opacity: [0, 1] }, FADE_MS) ?? [],
    ].flat();
  }
}
