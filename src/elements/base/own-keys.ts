/** Keys that write, edit or move inside a control, by name; a key that writes a letter is named by it. */
const OF_CONTROLS =
  /^(?:.|Enter|Arrow\w+|Backspace|Delete|Home|End|Page(?:Up|Down)|Process|Dead|Unidentified)$/u;

/**
 * Ends the way of a key at the element whose controls it was pressed in. Else a hot key of the page would answer the letters
 * of a name: a page that opens its search with "s" would put the rest of the name into an address. Escape, Tab, the
 * function keys, and keys with Ctrl, Alt or Meta stay the page's, but not AltGr, which writes letters.
 */
export function keepKeyInside(event: KeyboardEvent): void {
  const { currentTarget, target, key } = event;
  // From content of the page's author, or of another element in the same tree.
  if (target !== currentTarget || !OF_CONTROLS.test(key)) return;
  const isWritten = event.getModifierState('AltGraph');
  if (isWritten || !(event.ctrlKey || event.altKey || event.metaKey)) event.stopPropagation();
}
