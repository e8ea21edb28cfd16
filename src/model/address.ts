/**
 * The addresses that signatures are sent to and that documents, counts and seats are read from. They are judged once, before
 * anybody types; a refused one is never asked for anything. Pure.
 */

export interface AddressContext {
  /** What a relative address is resolved against; without it only absolute addresses pass. */
  base?: string | null | undefined;
  /** Origin of the page that asks: where it is plain http itself, its own host may be asked by http too. */
  pageOrigin?: string | null | undefined;
  /** Whether paths are appended to the address, which a query would swallow. */
  isPrefix?: boolean;
}

/** The address ready to be asked, or what is wrong with it: the end of a sentence that begins with the value. */
export type CheckedAddress =
  { readonly url: string; readonly fault: null } | { readonly url: null; readonly fault: string };

const LOCAL = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether what is sent there cannot be read on the way: https, an onion service, or this same machine. */
export function isPrivateLine({ protocol, hostname }: URL): boolean {
  return (
    protocol === 'https:' || (protocol === 'http:' && (LOCAL.test(hostname) || /\.onion$/.test(hostname)))
  );
}

/**
 * Judges one address. An absolute one is given back exactly as the author wrote it, its last slash included: many
 * servers redirect one form to the other, and a redirect loses what was posted.
 */
export function checkAddress(
  value: unknown,
  { base, pageOrigin, isPrefix = false }: AddressContext = {},
): CheckedAddress {
  const refuse = (fault: string): CheckedAddress => ({ url: null, fault });
  if (typeof value !== 'string' || value.trim() === '')
    return refuse('is not an address; write one that begins with https://');
  if (/[\s\p{Cc}\\]/u.test(value))
    return refuse('holds a space, a control character or a backslash; take it out or percent-encode it');
  if (value.startsWith('//')) return refuse('names another host without a protocol; begin it with https://');
  const isAbsolute = /^https?:\/\/[^/]/i.test(value);
  if (!isAbsolute && /^[a-z][a-z\d+.-]*:/i.test(value))
    return refuse('is not an address of the web; write one that begins with https://');
  if (!isAbsolute && !base) return refuse('is not a whole address; write one that begins with https://');
  let url: URL;
  try {
    url = isAbsolute ? new URL(value) : new URL(value, base!);
  } catch {
    return refuse('is not an address; write one that begins with https://');
  }
  if (url.username || url.password)
    return refuse('holds a name or a password that everybody who sees the page could use; take it out');
  if (!isPrivateLine(url) && !isOwnHost(url, pageOrigin))
    return refuse('is not encrypted; write it with https:// (http:// only for localhost)');
  if (url.hostname.startsWith('[') && !LOCAL.test(url.hostname))
    return refuse('is an IPv6 address, which no Content-Security-Policy can allow; give the host a name');
  if (value.includes('#')) return refuse('has a fragment, which is never sent; take out # and what follows');
  if (isPrefix && value.includes('?'))
    return refuse('has a query, to which no path can be appended; take out ? and what follows');
  return { url: isAbsolute ? value : url.href, fault: null };
}

/** A page on plain http gives away no more by asking its own host the same way. */
function isOwnHost({ protocol, hostname }: URL, pageOrigin: string | null | undefined): boolean {
  return (
    protocol === 'http:' && /^http:/.test(pageOrigin ?? '') && new URL(pageOrigin!).hostname === hostname
  );
}

/** Whether a text can be one segment of a path: `..` would lead elsewhere, half a surrogate pair cannot be encoded. */
export function isPathSegment(text: string): boolean {
  return !/^\.{1,2}$|\p{Surrogate}/u.test(text);
}
