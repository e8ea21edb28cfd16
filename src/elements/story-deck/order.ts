/** Returns the ids named in `first`, in that order, then the others in their own. Names that are not an id, or occur twice, are left out. */
export function orderIds(ids: readonly string[], first: readonly string[]): string[] {
  return [...new Set([...first.filter((id) => ids.includes(id)), ...ids])];
}

/** Returns the same ids, every order as likely as any other (Fisher and Yates). `random` returns numbers from 0 up to 1. */
export function shuffleIds(ids: readonly string[], random: () => number): string[] {
  const shuffled = [...ids];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[at]] = [shuffled[at]!, shuffled[last]!];
  }
  return shuffled;
}
