/** Copies what stands in a field; where there is no clipboard (plain http, a page that forbids it), selects it, and the rest is a key away. */
export async function copyFrom(field: HTMLTextAreaElement): Promise<'copied' | 'selected'> {
  try {
    await navigator.clipboard.writeText(field.value);
    return 'copied';
  } catch {
    field.focus();
    field.select();
    return 'selected';
  }
}
