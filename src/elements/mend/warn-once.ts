const warned = new Set<string>();

/** Warns the page's author about one kind of mistake, once per page: whoever made it made it everywhere. */
export function warnOnce(kind: string, message: string): void {
  if (warned.has(kind)) return;
  warned.add(kind);
  console.warn(`grandstand: ${message}`);
}
