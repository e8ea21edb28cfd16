/** Longest delay between lifting a finger and its click; after a long press there is no click. */
const CLICK_MS = 500;

/**
 * Tracks whether a press is in progress. Pressing a button blurs the field first, which fires `change`: an error removed
 * at that moment would move the button away under the pointer, and the press would be lost. A mouse blurs the field on
 * pointerdown, a finger only after pointerup, just before its click.
 */
export class Press {
  /** Resolves when the pointer is up and its click was dispatched; null while no pointer is down. */
  ended: Promise<void> | null = null;

  readonly down = (): void => {
    this.ended ??= new Promise((resolve) => {
      const listening = new AbortController();
      const { signal } = listening;
      const end = (): void => {
        listening.abort();
        setTimeout(() => {
          this.ended = null;
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
      // In the capture phase: a page may stop the propagation of clicks.
      window.addEventListener('click', end, { signal, capture: true });
    });
  };
}

/**
 * Calls `submit` where a click on the button that submits, also that of Enter, is followed by no submit event: in a sandboxed
 * frame without `allow-forms` the browser does nothing.
 */
export function whereNoSubmitFollows(click: MouseEvent, submit: () => void): void {
  const { form } = click.currentTarget as HTMLButtonElement;
  if (!form) return;
  let follows = false;
  form.addEventListener('submit', () => (follows = true), { once: true });
  setTimeout(() => {
    if (!follows && !click.defaultPrevented) submit();
  });
}
