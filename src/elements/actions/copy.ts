/** Copies a text. Returns false where there is no clipboard: on plain http, or on a page that forbids it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies the value of a field; where that is not possible, selects it, so that the reader can copy it with the keyboard. */
export async function copyFrom(
  field: HTMLTextAreaElement | HTMLInputElement,
): Promise<'copied' | 'selected'> {
  if (await copyText(field.value)) return 'copied';
  field.focus();
  field.select();
  return 'selected';
}
