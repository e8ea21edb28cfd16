/**
 * Returns the address to share a petition under: `given` by the author, else the page's canonical link, else the page
 * without query and fragment, in which a mailing may have put who opened it. Only `given` keeps a fragment: it may be
 * the route of a page that is rendered by script.
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
      // Try the next candidate.
    }
  }
  return /^https?:$/.test(protocol) ? origin + pathname : href.replace(/[?#].*$/, '');
}

/** True if a link to a story or a seat can be made from an address: its fragment would replace one the address has. */
export function takesFragment(address: string): boolean {
  return !address.includes('#');
}
