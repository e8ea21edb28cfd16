/**
 * The address under which a petition is told to others: `given` by the author, else the page's own canonical link, else
 * the page without query and fragment, in which a mailing may have put who opened it. Only `given` keeps a fragment: it may
 * be the route of a page that is drawn by script.
 */
export function pageAddress(given: string | null | undefined, page: Document = document): string {
  const canonical = page.head?.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.getAttribute('href');
  const { href, origin, pathname, protocol } = page.location;
  for (const address of [given, canonical]) {
    try {
      const url = address ? new URL(address, href) : null;
      if (!url || !/^https?:$/.test(url.protocol)) continue;
      if (address !== given || !url.hash) url.hash = '';
      return url.href;
    } catch {
      // The next best.
    }
  }
  return /^https?:$/.test(protocol) ? origin + pathname : href.replace(/[?#].*$/, '');
}

/** Whether links to a story or a seat can be made of an address: their fragment would take the place of its own. */
export function takesFragment(address: string): boolean {
  return !address.includes('#');
}
