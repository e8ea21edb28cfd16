/**
 * Reads of places that the caller knows to be there. They fail where nothing is, and cost no more than the read. One
 * function per kind of array: in loops over a hundred thousand seats a shared one would be slower.
 */

export function floatAt(numbers: Float32Array, i: number): number {
  const number = numbers[i];
  if (number === undefined) throw new RangeError(`Nothing at ${i}`);
  return number;
}

export function wordAt(words: Uint32Array, i: number): number {
  const word = words[i];
  if (word === undefined) throw new RangeError(`Nothing at ${i}`);
  return word;
}

export function itemAt<Item>(items: ArrayLike<Item>, i: number): Item {
  return present(items[i]);
}

/** Returns a value that is there by the order in which things happen. */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new TypeError('Nothing there');
  return value;
}
