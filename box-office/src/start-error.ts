/**
 * Mistake of the operator. The message is one sentence with fault, place and fix; it is printed without a stack trace.
 */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}

/** Removal or replacement of a file that this process works with: what it writes next could be lost. */
export class LockLostError extends StartError {
  override readonly name = 'LockLostError';
}
