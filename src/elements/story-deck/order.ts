/** The ids named first, in that order, then the others as they stand. A name that is no id or comes again is left out. */
export function orderIds(ids: readonly string[], first: readonly string[]): string[] {
  return [...new Set([...first.filter((id) => ids.includes(id)), ...ids])];
}

/** The same ids, every order as likely as any other (Fisher and Yates). `random` gives numbers from 0 up to 1. */
export function shuffleIds(ids: readonly string[], random: () => number): string[] {
  const shuffled = [...ids];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[at]] = [shuffled[at]!, shuffled[last]!];
  }
  return shuffled;
}
