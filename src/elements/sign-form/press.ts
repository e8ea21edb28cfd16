/**
 * Knows whether a pointer is down. Leaving a field by pressing a button changes the field first: an error that went at
 * that moment would move the button away under the pointer, and the press would be lost.
 */
export class Press {
  /** Ends when the pointer is up and its click has been heard; null while none is down. */
  over: Promise<void> | null = null;

  readonly down = (): void => {
    this.over ??= new Promise((resolve) => {
      const listening = new AbortController();
      const up = (): void => {
        listening.abort();
        setTimeout(() => {
          this.over = null;
          resolve();
        });
      };
      for (const type of ['pointerup', 'pointercancel']) {
        window.addEventListener(type, up, { signal: listening.signal });
      }
    });
  };
}
