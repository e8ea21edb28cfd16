/** Returns the ids named in `first`, in that order, then the others in their own. Names that are not an id, or occur twice, are left out. */
export function orderIds(ids: readonly string[], first: readonly string[]): string[] {
  return [...new Set([...first.filter((id) => ids.includes(id)), ...ids])];
}

/** Returns the same ids, every order as likely as any other (Fisher and Yates). `random` returns numbers from 0 up to 1. */
export function shuffleIds(ids: readonly string[], random: () => number): string[] {
  const left = [...ids];
  // From the end: the last one left takes the position of the one that is drawn.
  const drawn = ids.flatMap(() => {
    const at = Math.floor(random() * left.length);
    const last = left.splice(-1);
    return at < left.length ? left.splice(at, 1, ...last) : last;
  });
  return drawn.reverse();
}
