/**
 * The room an element had when something was sent. An answer comes when it comes: it must not pull up what stands below,
 * where somebody may read by then. The room goes with the next press in the element, or when its width changes.
 */
export class HeightLock {
  #held: { height: number; width: number } | null = null;
  readonly #resized = new ResizeObserver(() => {
    if (!this.#held || this.box()?.getBoundingClientRect().width === this.#held.width) return;
    this.release();
    this.apply();
  });

  /** `box`: what keeps its height. */
  constructor(private readonly box: () => HTMLElement | null) {}

  hold(): void {
    const box = this.box();
    if (!box) return;
    const { height, width } = box.getBoundingClientRect();
    this.#held = { height, width };
    this.#resized.observe(box);
  }

  /** Tells whether there was any to let go. */
  release(): boolean {
    const isHeld = this.#held !== null;
    this.#held = null;
    this.#resized.disconnect();
    return isHeld;
  }

  /** To be called after each drawing. */
  apply(): void {
    const box = this.box();
    // By script: a page's rules against inline styles are not about this. A campaign that keeps the room itself says so.
    if (box) box.style.minBlockSize = this.#held ? `var(--_held, ${this.#held.height}px)` : '';
  }
}
