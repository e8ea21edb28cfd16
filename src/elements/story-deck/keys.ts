/** Returns the index that a key moves to from `index` of `total`; null if the key is another one, or there is no story in that direction. */
export function indexAtKey(key: string, index: number, total: number, isRtl: boolean): number | null {
  const target = targetOf(key, index, total, isRtl ? -1 : 1);
  return target === null || target === index || target < 0 || target >= total ? null : target;
}

function targetOf(key: string, index: number, total: number, step: 1 | -1): number | null {
  switch (key) {
    case 'ArrowRight':
      return index + step;
    case 'ArrowLeft':
      return index - step;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
