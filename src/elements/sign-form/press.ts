/** A finger's click comes after it is lifted, if at all: not after a long press. */
const CLICK_MS = 500;

/**
 * Knows whether something is being pressed. Leaving a field by pressing a button changes the field first: an error that
 * went at that moment would move the button away under the pointer, and the press would be lost. A mouse leaves the field
 * when it goes down, a finger only after it is lifted, just before its click.
 */
export class Press {
  /** Ends when the pointer is up and its click has been heard; null while none is down. */
  over: Promise<void> | null = null;

  readonly down = (): void => {
    this.over ??= new Promise((resolve) => {
      const listening = new AbortController();
      const { signal } = listening;
      const end = (): void => {
        listening.abort();
        setTimeout(() => {
          this.over = null;
          resolve();
        });
      };
      const up = ({ pointerType }: PointerEvent): void => {
        if (pointerType === 'mouse') return end();
        const timer = setTimeout(end, CLICK_MS);
        signal.addEventListener('abort', () => clearTimeout(timer));
      };
      window.addEventListener('pointerup', up, { signal });
      window.addEventListener('pointercancel', end, { signal });
      // In the capture phase: a page may keep clicks to itself.
      window.addEventListener('click', end, { signal, capture: true });
    });
  };
}
