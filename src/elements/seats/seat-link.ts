import { labelsInCode } from '../../model/label.js';

/** The fragment of an invitation, before the seat's code: `#petition-seat=12-8-16`. */
const PREFIX = '#petition-seat=';

/** Returns the code of the seat that a URL's fragment invites to, or null. */
export function seatInHash(hash: string): string | null {
  if (!hash.startsWith(PREFIX)) return null;
  let code = hash.slice(PREFIX.length);
  try {
    code = decodeURIComponent(code);
  } catch {
    return null;
  }
  // Accepts nothing from a URL but a code as docs/protocol.md defines it.
  return labelsInCode(code) ? code : null;
}

/** Returns a link that opens a page at a seat. `page`: its address, without a fragment. */
export function seatLink(page: string, code: string): string {
  return page + PREFIX + encodeURIComponent(code);
}
