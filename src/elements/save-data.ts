/**
 * Whether the reader asked browsers to save data (the client hint `Save-Data`, or the preference for reduced data):
 * pictures then come when they are asked for.
 */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}
