import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something is so, and fails by name when it takes too long. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  milliseconds = 15_000,
): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`not within ${milliseconds} ms: ${what}`);
    await pause(10);
  }
}
