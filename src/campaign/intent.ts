/** A request to a campaign. */
export type Intent =
  /**
   * `isRestored`: nobody chose it just now (the browser or the page put it back); where it is taken it goes without a word.
   * `isChosen`: the signer chose it just now, so that seat pickers fire `input` and `change`.
   */
  | { type: 'seat-select'; seat: number | null; isRestored?: boolean; isChosen?: boolean }
  /** `anyway`: the signer knows that a signature without a key may be in already, and wants it sent again. */
  | { type: 'submit'; anyway?: boolean }
  /** Sends nothing: dispatches the event that the petition was shared. */
  | { type: 'share' };
