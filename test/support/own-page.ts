/** A separate page, parsed as a browser parses a server's response, with the script tag after the markup. */
export interface OwnPage {
  readonly document: Document;
  readonly window: Window;
  /** The warnings for the page's author. */
  readonly warnings: readonly string[];
  /** Resolves when `isTrue` holds; otherwise the test times out. */
  until(isTrue: () => boolean): Promise<void>;
  close(): void;
}

const SCRIPT = '<script type="module" src="/src/grandstand.ts"></script>';

/** Opens a page; `width` and `height` size it, `head` and `attributes` (of the root) are added to it. */
export function openPage(
  body: string,
  {
    head = '',
    attributes = '',
    script = SCRIPT,
    width = 900,
    height = 900,
  }: { head?: string; attributes?: string; script?: string; width?: number; height?: number } = {},
): OwnPage {
  const frame = window.document.createElement('iframe');
  frame.style.cssText = `width: ${width}px; height: ${height}px; border: 0`;
  window.document.body.append(frame);
  const own = frame.contentWindow as Window & { console: Console };
  const warnings: string[] = [];
  own.console.warn = (line: unknown): void => {
    if (String(line).startsWith('grandstand')) warnings.push(String(line));
  };
  own.addEventListener('error', ({ message }) => warnings.push(message));
  own.document.open();
  own.document.write(
    `<!doctype html>\n<html lang="en" ${attributes}><head><meta charset="utf-8"><title>Own</title>${head}</head>\n<body>\n${body}\n${script}\n</body>\n</html>\n`,
  );
  own.document.close();
  return {
    document: own.document,
    window: own,
    warnings,
    async until(isTrue) {
      while (!isTrue()) await new Promise(requestAnimationFrame);
    },
    close: () => frame.remove(),
  };
}

/** True if an element of the page has rendered and is in view; a composed campaign renders nothing itself. */
export function isDrawn(element: Element | null | undefined): boolean {
  const root = element?.shadowRoot;
  const drawn = root?.querySelector('.petition, form, .deck, .count, article');
  if (element?.localName === 'petition-campaign' && root && !drawn)
    return [...element.querySelectorAll('*')].some(({ localName }) => localName.startsWith('petition-'));
  return !!drawn && drawn.getBoundingClientRect().height > 0;
}
