/** Secrets made on the device: the idempotency key and the withdrawal code (docs/protocol.md). */

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** From `getRandomValues`, which plain http pages have as well. */
function randomBytes(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(16));
}

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/**
 * An idempotency key: 22 characters of base64url. It begins with a letter, since a service may take it as a name: CouchDB
 * refuses one that begins with "_", and a spreadsheet reads one that begins with "-" as a formula.
 */
export function makeKey(): string {
  // Six bits make a character, and those below 32 are letters.
  return base64url(randomBytes().map((byte, i) => (i === 0 ? byte & 127 : byte)));
}

/** 16 bytes as 26 Crockford base32 characters, most significant bit first, the last one zero-padded. */
export function crockford(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 5) {
      held -= 5;
      text += CROCKFORD[(bits >> held) & 31];
    }
    bits &= (1 << held) - 1;
  }
  return held > 0 ? text + CROCKFORD[(bits << (5 - held)) & 31] : text;
}

/** A withdrawal code and the hash that travels; null on plain http, where `crypto.subtle` is missing. */
export async function makeWithdrawal(): Promise<{ code: string; hash: string } | null> {
  // Typed as always there; on an insecure page it is not.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const bytes = randomBytes();
  return { code: crockford(bytes), hash: base64url(new Uint8Array(await subtle.digest('SHA-256', bytes))) };
}
