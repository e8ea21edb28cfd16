import { inTime, TransportError, type Transport } from '../../transport/send.js';
import type { Endpoint, OpenSubmission, SentSubmission, SigningTools, SignForm } from '../endpoint.js';
import type { SigningRuntime } from '../runtime.js';
import type { SeatsSync } from '../seats-sync.js';
import { hasSigned } from '../state.js';
import { isRefused, isSettled, isUnknown, mustAsk, mustSettle } from './submission.js';

/** Sends signatures, one at a time, and keeps an open submission in memory only. Loaded with the first signature. */
export class SigningFlow {
  /** Holds what was typed. */
  #open: OpenSubmission | null = null;
  /** Ends the request that carries it. */
  #cut = new AbortController();
  #wasRestored = false;
  #stopRestoring: (() => void) | null = null;

  constructor(
    private readonly runtime: SigningRuntime,
    private readonly seats: SeatsSync,
  ) {}

  get openSeat(): number | null {
    return this.#open?.seat ?? null;
  }

  /** Sends a form until there is an end; resolves with the answers that are stored, which may be those of an earlier try. */
  async deliver(
    form: SignForm,
    endpoint: Endpoint | null,
    from: EventTarget | undefined,
    anyway: boolean,
  ): Promise<SignForm | null> {
    const { end, petition } = this.runtime;
    const signing = await inTime(Promise.resolve(endpoint?.signing() ?? null)).catch(() => undefined);
    if (signing === undefined) return end({ outcome: 'unreachable', reason: 'network' }, from);
    const open = this.#open;
    if (mustAsk(open) && !anyway)
      return end({ outcome: 'unreachable', reason: 'network', unsure: true }, from);
    if (!signing) return end({ outcome: 'rejected', code: 'no-endpoint' }, from);
    let next: OpenSubmission;
    try {
      const { seat, document } = this.runtime.state;
      const story = seat?.beside == null ? null : (document?.stories[seat.beside]?.id ?? null);
      next = await inTime(signing.open(form, { petition, seat, story }, open));
      signing.encode(next);
    } catch (error) {
      // The signature could not be written: nothing was sent, and that is said.
      this.runtime.warnOfError(
        'before anything was sent; check which scripts of the page change JSON or crypto',
        error,
      );
      return end({ outcome: 'rejected', code: 'not-encoded' }, from);
    }
    if (mustSettle(open, next)) {
      const earlier = await this.#exchange(open);
      if (!isRefused(earlier)) return this.#close(earlier, from, true);
    }
    this.#keep(next, from);
    const sent = await this.#exchange(next);
    return this.#close(sent, from, sent.submission !== next);
  }

  /** Settles an open submission when the page returns from the back/forward cache; a request under way counts as broken. */
  async #restored(from: EventTarget | undefined): Promise<void> {
    const open = this.#open;
    const { signing } = this.runtime.state;
    this.#wasRestored = true;
    if (!open?.keyTravels) return;
    if (signing.outcome === 'sending') return this.#cut.abort();
    if (!open.mayBeStored || !isUnknown(signing)) return;
    this.runtime.sending({ isCheck: true });
    await this.runtime.untilEnd(async () => this.#close(await this.#exchange(open), from, true), from);
  }

  /** Keeps the submission whose end is open; null: none is. */
  #keep(open: OpenSubmission | null, from?: EventTarget): void {
    this.#open = open;
    this.#stopRestoring?.();
    this.#stopRestoring = open && this.runtime.page.onRestored(() => void this.#restored(from));
  }

  /** Sends a submission until it ends; once more from the beginning where the page was away meanwhile. */
  async #exchange(submission: OpenSubmission): Promise<SentSubmission> {
    const { clock, sending, warnOfError } = this.runtime;
    const tools: SigningTools = {
      clock,
      // Leaving the campaign must not lose a signature that is on its way.
      signal: new AbortController().signal,
      transport: this.#post,
      explain: await this.runtime.explainer(),
      waiting: (waitSeconds) => sending({ waitSeconds }),
      broken: (error) =>
        warnOfError('by the transport of the page; throw a TransportError, or return a reply', error),
    };
    for (;;) {
      this.#wasRestored = false;
      const end = await submission.endpoint.send(submission, tools);
      if (!this.#wasRestored || !submission.keyTravels || !isUnknown(end.outcome)) {
        this.#showCount(end);
        return end;
      }
    }
  }

  /** Shows the count of an answer. One that cannot be shown takes nothing away from the signature. */
  #showCount({ count }: SentSubmission): void {
    if (!count) return;
    try {
      const read = count(this.runtime.context);
      this.runtime.dispatch({ type: 'count-read', count: read });
      this.seats.countRead(read.signatures ?? 0);
    } catch (error) {
      this.runtime.warnOfError('while the count in the answer was read', error);
    }
  }

  readonly #post: Transport = async (request) => {
    const { signal } = (this.#cut = new AbortController());
    try {
      return await this.runtime.send(request, signal);
    } catch (error) {
      throw signal.aborted ? new TransportError('network', { cause: error }) : error;
    }
  };

  /** Ends a submission, with the words for its seat. `isEarlier`: its answers are not the ones the signer pressed last. */
  #close(sent: SentSubmission, from: EventTarget | undefined, isEarlier: boolean): SignForm | null {
    const { end } = this.runtime;
    const { outcome, submission } = sent;
    const open = this.#open;
    // A submission whose end is not known stays open, so that trying again sends the same key.
    if (isSettled(sent)) this.#keep(null);
    switch (outcome.outcome) {
      case 'signed':
      case 'pending': {
        const { seat } = outcome.receipt;
        const place = seat === null ? null : this.seats.describe(seat);
        const { withdrawalCode } = submission;
        end({ ...outcome, place, withdrawalCode, ...(isEarlier && { hasEarlierAnswers: true }) }, from);
        break;
      }
      case 'seat-taken':
        return end({ ...outcome, places: this.seats.offers(submission.seat, outcome.near) }, from);
      default:
        end(outcome, from);
    }
    if (!hasSigned(this.runtime.state)) return null;
    if (open) this.#readSoon(open.endpoint.publishedAfterMs);
    return submission.form;
  }

  /** Reads the count that holds the own signature. */
  #readSoon(publishedAfterMs: number | null): void {
    if (publishedAfterMs === 0) void this.runtime.refresh();
    else if (publishedAfterMs !== null)
      void this.runtime.clock.sleep(publishedAfterMs, new AbortController().signal).then(
        () => this.runtime.wake(),
        () => undefined,
      );
  }
}
