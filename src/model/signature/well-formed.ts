/**
 * Replaces lone surrogates, so that a text can be written as bytes: `encodeURIComponent` throws on half of a
 * surrogate pair.
 */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
