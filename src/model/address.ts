/**
 * Validates the addresses that signatures are sent to and that documents, counts and seats are read from: once,
 * before the signer types anything. Nothing is ever requested from a refused address. Pure.
 */

import { IS_NO_ADDRESS } from './rules.js';

export interface AddressContext {
  /** Base that relative addresses are resolved against; without it only absolute addresses pass. */
  base?: string | null | undefined;
  /** Origin of the requesting page: a page that is plain http itself may also request its own host by http. */
  pageOrigin?: string | null | undefined;
  /** True when paths are appended to the address; a query would swallow them. */
  isPrefix?: boolean;
}

/** The address ready for a request, or what is wrong with it: the end of a sentence that begins with the value. */
export type CheckedAddress =
  { readonly url: string; readonly fault: null } | { readonly url: null; readonly fault: string };

const LOCAL = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Checks whether a connection is private, so that nobody on the way can read it: https, an onion service, or this
 * same machine.
 */
export function isPrivateLine({ protocol, hostname }: URL): boolean {
  return (
    protocol === 'https:' || (protocol === 'http:' && (LOCAL.test(hostname) || /\.onion$/.test(hostname)))
  );
}

/**
 * Validates one address. An absolute one is returned exactly as the author wrote it, its trailing slash included:
 * many servers redirect one form to the other, and a redirect loses a posted body.
 */
export function checkAddress(
  value: unknown,
  { base, pageOrigin, isPrefix = false }: AddressContext = {},
): CheckedAddress {
  const refuse = (fault: string): CheckedAddress => ({ url: null, fault });
  if (typeof value !== 'string' || value.trim() === '') return refuse(IS_NO_ADDRESS);
  if (/[\s\p{Cc}\\]/u.test(value))
    return refuse('contains a space, a control character or a backslash; remove it or percent-encode it');
  if (value.startsWith('//')) return refuse('names another host without a protocol; begin it with https://');
  const isAbsolute = /^https?:\/\/[^/]/i.test(value);
  if (!isAbsolute && /^[a-z][a-z\d+.-]*:/i.test(value))
    return refuse('is not a web address; write one that begins with https://');
  if (!isAbsolute && !base) return refuse('is not a whole address; write one that begins with https://');
  let url: URL;
  try {
    url = isAbsolute || !base ? new URL(value) : new URL(value, base);
  } catch {
    return refuse(IS_NO_ADDRESS);
  }
  if (url.username || url.password)
    return refuse('contains a user name or a password that everybody who sees the page could use; remove it');
  if (!isPrivateLine(url) && !isOwnHost(url, pageOrigin))
    return refuse('is not encrypted; write it with https:// (http:// only for localhost)');
  if (url.hostname.startsWith('[') && !LOCAL.test(url.hostname))
    return refuse('is an IPv6 address, which no Content-Security-Policy can allow; give the host a name');
  if (value.includes('#'))
    return refuse('has a fragment, which is never sent; remove # and everything after it');
  if (isPrefix && value.includes('?'))
    return refuse('has a query, to which no path can be appended; remove ? and everything after it');
  return { url: isAbsolute ? value : url.href, fault: null };
}

/** Checks whether a plain http page requests its own host: the same plain http gives away no more. */
function isOwnHost({ protocol, hostname }: URL, pageOrigin: string | null | undefined): boolean {
  return (
    protocol === 'http:' && !!pageOrigin?.startsWith('http:') && new URL(pageOrigin).hostname === hostname
  );
}

/**
 * Checks whether a text can be one path segment: `..` would lead elsewhere, and half a surrogate pair cannot be
 * encoded.
 */
export function isPathSegment(text: string): boolean {
  return !/^\.{1,2}$|\p{Surrogate}/u.test(text);
}
