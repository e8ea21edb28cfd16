/**
 * True if the reader asked the browser to save data (the client hint `Save-Data`, or the preference for reduced data):
 * images then load only on request.
 */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}
