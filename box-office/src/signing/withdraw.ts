import { createHash, timingSafeEqual } from 'node:crypto';
import type { Publication } from '../publication/publication.js';
import type { Store } from '../store/store.js';

/** Alphabet of Crockford's base32 (https://www.crockford.com/base32.html): no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_BYTES = 16;
const CODE_LENGTH = 26;

/**
 * Withdraws a signature by its receipt and code. A second time changes nothing.
 * @returns false when receipt or code is wrong, and never which
 */
export function withdraw(publication: Publication, store: Store, receipt: string, code: string): boolean {
  const found = store.findReceipt(publication.petition.id, receipt);
  const withdrawal = hashWithdrawalCode(code);
  if (found === null || found.withdrawal === null || withdrawal === null) return false;
  if (!equalsInConstantTime(found.withdrawal, withdrawal)) return false;
  if (found.live) {
    store.transaction(() => store.erase(publication.petition.id, receipt));
    publication.live.removeSignature(found.seat);
  }
  return true;
}

/** Hashes a code as the signer's device did when signing: base64url SHA-256 of the 16 bytes. */
function hashWithdrawalCode(code: string): string | null {
  const bytes = parseWithdrawalCode(code);
  return bytes && createHash('sha256').update(bytes).digest('base64url');
}

/**
 * Parses a withdrawal code as people write it: any case, with hyphens and spaces, I and L for 1, O for 0.
 * @returns its 16 bytes, or null when it is no code
 */
export function parseWithdrawalCode(code: string): Uint8Array | null {
  const letters = code.replace(/[\s-]/g, '').toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');
  if (letters.length !== CODE_LENGTH) return null;
  let bits = 0n;
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  // 26 letters carry 130 bits; the last two are padding and zero.
  if ((bits & 3n) !== 0n) return null;
  return Buffer.from((bits >> 2n).toString(16).padStart(CODE_BYTES * 2, '0'), 'hex');
}

/** Compares two texts in constant time, so that it does not show the first difference. */
function equalsInConstantTime(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
