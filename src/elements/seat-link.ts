/** The fragment of an invitation, before the seat's code: `#petition-seat=12-8-16`. */
const PREFIX = '#petition-seat=';

/** A code as docs/protocol.md writes it; nothing else is taken from a URL. */
const CODE = /^[\p{L}\p{N}]{1,12}-[\p{L}\p{N}]{1,12}-[1-9]\d{0,6}$/u;

/** The code of the seat that the fragment of a URL invites to, or null. */
export function seatInHash(hash: string): string | null {
  if (!hash.startsWith(PREFIX)) return null;
  let code = hash.slice(PREFIX.length);
  try {
    code = decodeURIComponent(code);
  } catch {
    return null;
  }
  return CODE.test(code) ? code : null;
}

/** A link that opens a page at a seat. `page`: its address, without a fragment. */
export function seatLink(page: string, code: string): string {
  return page + PREFIX + encodeURIComponent(code);
}
