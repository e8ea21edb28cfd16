/** The entry of a list at an index inside it. @throws RangeError outside */
export function entryAt<T>(list: ArrayLike<T>, index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new RangeError(`No entry ${index} of ${list.length}.`);
  return entry;
}
