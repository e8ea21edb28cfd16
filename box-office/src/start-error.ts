/**
 * A mistake of the person who runs the box office. The message is one sentence that says what is wrong, where,
 * and what to do; it is shown without a stack trace.
 */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}

/** A file that this process works with was removed or replaced: what it goes on to write could be lost. */
export class LockLostError extends StartError {
  override readonly name = 'LockLostError';
}
