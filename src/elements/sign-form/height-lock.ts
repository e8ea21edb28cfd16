/**
 * Keeps the height an element had when the form was sent. The answer may be shorter: it must not pull up the content
 * below, which someone may be reading by then. The height is released at the next press in the element, or when its
 * width changes.
 */
export class HeightLock {
  #held: { height: number; width: number } | null = null;
  readonly #resized = new ResizeObserver(() => {
    if (!this.#held || this.box()?.getBoundingClientRect().width === this.#held.width) return;
    this.release();
    this.apply();
  });

  /** `box`: the element whose height is kept. */
  constructor(private readonly box: () => HTMLElement | null) {}

  hold(): void {
    const box = this.box();
    if (!box) return;
    const { height, width } = box.getBoundingClientRect();
    this.#held = { height, width };
    this.#resized.observe(box);
  }

  /** Returns true if a height was held. */
  release(): boolean {
    const isHeld = this.#held !== null;
    this.#held = null;
    this.#resized.disconnect();
    return isHeld;
  }

  /** Call after each render. */
  apply(): void {
    const box = this.box();
    // Set by script: the page's rules against inline styles do not apply to it. A campaign that keeps the height itself
    // sets `--_held`.
    if (box) box.style.minBlockSize = this.#held ? `var(--_held, ${this.#held.height}px)` : '';
  }
}
