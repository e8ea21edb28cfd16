import { describeReply, describeRequest, likelyFixes } from '../transport/diagnose.js';
import {
  TransportError,
  type Transport,
  type TransportReply,
  type TransportRequest,
} from '../transport/send.js';

/** What is told in the console with `debug`; loaded only then. Never what people wrote: names of fields, and what came back. */

/** Sends a request, and tells what was sent, what came back, and what most probably mends it when nothing did. */
export async function tell(
  transport: Transport,
  request: TransportRequest,
  signal: AbortSignal,
): Promise<TransportReply> {
  console.info(`grandstand: sent ${describeRequest(request)}`);
  try {
    const reply = await transport(request, signal);
    console.info(`grandstand: got ${describeReply(reply)}`);
    return reply;
  } catch (error) {
    if (error instanceof TransportError) {
      const caller = { origin: globalThis.origin ?? '', isSecure: globalThis.isSecureContext };
      console.info(
        [
          `grandstand: no answer (${error.kind}) to ${describeRequest(request)}`,
          ...likelyFixes(request, error, caller),
        ].join('\n  - '),
      );
    }
    throw error;
  }
}

/** Which rule the answer to a signature met. */
export function explainRule(because: string): void {
  console.info(`grandstand: read by ${because}`);
}
