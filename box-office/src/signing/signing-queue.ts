import { randomBytes } from 'node:crypto';
import type { SignatureRequest } from 'grandstand/model';
import { nearestFree } from 'grandstand/venue';
import type { Publication } from '../publication/publication.js';
import type { Store } from '../store/store.js';

/** Validated request to sign: only its seat may still be refused. */
export interface ValidatedSigning {
  publication: Publication;
  request: SignatureRequest;
  bodyHash: Uint8Array;
}

/** Result of a request to sign, after its batch was committed. */
export type CommitResult =
  | { result: 'signed'; response: string }
  | { result: 'seat-taken' | 'seat-kept'; seat: number; near: readonly number[] }
  | { result: 'in-progress' }
  /** Too many signings wait, or the store cannot write: nothing was stored. */
  | { result: 'busy' };

interface QueuedSigning {
  signing: ValidatedSigning;
  resolve: (result: CommitResult) => void;
}

/** Result of one signing inside the transaction. */
type InsertResult =
  { stored: true; response: string } | { stored: false; result: 'seat-taken' | 'seat-kept' };

export interface SigningQueueOptions {
  store: Store;
  clock: () => Date;
  /** Maximum of waiting signings. */
  limit: number;
  /** Schedules the next commit; in the server: after all requests that have arrived by now were read. */
  schedule: (run: () => void) => void;
  /** Called for every error of the store. */
  onError: (error: unknown) => void;
}

/**
 * Queues signings and commits them in batches. Signings that arrive together share one transaction, because each costs
 * the disk one sync: a hundred at once are then hardly slower than one. Each resolves only after that sync.
 */
export class SigningQueue {
  readonly #options: SigningQueueOptions;
  #queued: QueuedSigning[] = [];
  readonly #inProgress = new Set<string>();

  constructor(options: SigningQueueOptions) {
    this.#options = options;
  }

  /** Number of signings that wait for the disk. */
  get length(): number {
    return this.#queued.length;
  }

  /** Reports a waiting signing with this idempotency key. */
  isInProgress(petition: string, key: string): boolean {
    return this.#inProgress.has(`${petition} ${key}`);
  }

  /** Queues a signing, and resolves once its batch was committed or failed. */
  async sign(signing: ValidatedSigning): Promise<CommitResult> {
    const id = `${signing.publication.petition.id} ${signing.request.idempotencyKey}`;
    if (this.#inProgress.has(id)) return { result: 'in-progress' };
    if (this.#queued.length >= this.#options.limit) return { result: 'busy' };
    this.#inProgress.add(id);
    try {
      return await new Promise((resolve) => {
        this.#queued.push({ signing, resolve });
        if (this.#queued.length === 1) this.#options.schedule(() => this.commitBatch());
      });
    } finally {
      this.#inProgress.delete(id);
    }
  }

  /** Commits all waiting signings in one transaction, in the order of their arrival. */
  commitBatch(): void {
    const batch = this.#queued;
    this.#queued = [];
    if (batch.length === 0) return;
    const { store, onError } = this.#options;
    let inserted: InsertResult[];
    try {
      inserted = store.transaction(() => batch.map(({ signing }) => this.#insert(signing)));
    } catch (error) {
      onError(error);
      for (const { resolve } of batch) resolve({ result: 'busy' });
      return;
    }
    // Counts all stored seats first, so that no response offers one of them as free.
    batch.forEach(({ signing }, i) => {
      if (inserted[i]!.stored) signing.publication.live.addSignature(signing.request.seat);
    });
    batch.forEach(({ signing, resolve }, i) => resolve(commitResultOf(signing, inserted[i]!)));
  }

  /**
   * Inserts one signature inside the transaction. A refusal writes nothing, so it undoes nothing of the others. The
   * unique index decides whether a seat is free, because it also sees those given earlier in the batch.
   */
  #insert({ publication, request, bodyHash }: ValidatedSigning): InsertResult {
    const { petition, live, revision } = publication;
    const { seat } = request;
    if (seat !== null && live.kept.has(seat)) return { stored: false, result: 'seat-kept' };
    const receipt = randomBytes(16).toString('base64url');
    const response = JSON.stringify({
      status: 'signed',
      idempotencyKey: request.idempotencyKey,
      revision,
      receipt: { id: receipt, seat },
    });
    const stored = this.#options.store.insert({
      petition: petition.id,
      key: request.idempotencyKey,
      bodyHash,
      response,
      receipt,
      seat,
      withdrawal: request.withdrawal,
      locale: request.locale,
      fields: request.fields,
      consents: request.consents,
      signedAt: this.#options.clock(),
    });
    return stored ? { stored, response } : { stored, result: 'seat-taken' };
  }
}

function commitResultOf({ publication, request }: ValidatedSigning, inserted: InsertResult): CommitResult {
  if (inserted.stored) return { result: 'signed', response: inserted.response };
  const seat = request.seat!;
  return {
    result: inserted.result,
    seat,
    near: nearestFree(publication.petition.venue!, publication.live.occupied, seat),
  };
}
