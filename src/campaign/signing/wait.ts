import type { Unreachable } from '../../model/outcome.js';
import { retryDelay } from '../../transport/retry.js';
import { TransportError, type Transport } from '../../transport/send.js';
import type { Clock } from '../clock.js';

/** The wait between two tries of one submission; loaded with the first signature. */

export interface SendTools {
  transport: Transport;
  clock: Clock;
  signal: AbortSignal;
  /** Called before a wait the endpoint asked for, with its length in seconds, and with null when it is over. */
  waiting: (seconds: number | null) => void;
  /** Called with what a transport threw that is no `TransportError`: a mistake of the page's own code. */
  broken: (error: unknown) => void;
}

/** Waits until the next try is due. */
export async function waitBefore(
  attempt: number,
  asked: number | null,
  { clock, signal, waiting }: SendTools,
): Promise<void> {
  const delay = retryDelay(attempt, asked, clock.random());
  if (asked !== null) waiting(Math.ceil(delay / 1000));
  await clock.sleep(delay, signal);
  if (asked !== null) waiting(null);
}

/** Why no answer could be read, whatever a transport threw. */
export function reasonOf(error: unknown, { broken }: SendTools): Unreachable {
  if (!(error instanceof TransportError)) {
    broken(error);
    return 'network';
  }
  return error.kind === 'too-large' ? 'unreadable' : error.kind;
}
