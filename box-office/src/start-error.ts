/**
 * A mistake of the person who runs the box office. The message is one sentence that says what is wrong, where,
 * and what to do; it is shown without a stack trace.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
