/**
 * The address under which a petition is told to others: `given` by the author, else the page's own canonical link, else
 * the page without query and fragment, in which a mailing may have put who opened it. Never with a fragment.
 */
export function pageAddress(given: string | null | undefined, page: Document = document): string {
  const canonical = page.head?.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.getAttribute('href');
  const { href, origin, pathname, protocol } = page.location;
  for (const address of [given, canonical]) {
    try {
      const url = address ? new URL(address, href) : null;
      if (!url || !/^https?:$/.test(url.protocol)) continue;
      url.hash = '';
      return url.href;
    } catch {
      // The next best.
    }
  }
  return /^https?:$/.test(protocol) ? origin + pathname : href.replace(/[?#].*$/, '');
}
