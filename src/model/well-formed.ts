/** A text that can be written as bytes: half of a pair of surrogates is no character, and `encodeURIComponent` throws at it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
