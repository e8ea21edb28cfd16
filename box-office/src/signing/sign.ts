import { randomBytes } from 'node:crypto';
import type { SignatureRequest } from 'grandstand/model';
import { nearestFree } from 'grandstand/venue';
import type { Publication } from '../publication/publish.js';
import type { Store } from '../store/store.js';

/** A judged request to sign: everything but the seat is settled. */
export interface Signing {
  publication: Publication;
  request: SignatureRequest;
  bodyHash: Uint8Array;
}

export type SigningResult =
  | { result: 'signed'; answer: string }
  | { result: 'seat-taken' | 'seat-kept'; seat: number; near: readonly number[] }
  | { result: 'in-progress' }
  /** Too many are waiting, or the store cannot write: nothing was stored. */
  | { result: 'busy' };

interface Waiting {
  signing: Signing;
  answer: (result: SigningResult) => void;
}

/** What became of one signing inside the transaction. */
type Written = { stored: true; answer: string } | { stored: false; result: 'seat-taken' | 'seat-kept' };

export interface SignerOptions {
  store: Store;
  clock: () => Date;
  /** Signings that may wait at once. */
  limit: number;
  /** Runs the gathered signings soon; in the server: after all requests that have arrived by now were read. */
  schedule: (run: () => void) => void;
  /** Told of every error of the store. */
  onFault: (error: unknown) => void;
}

/**
 * Takes signatures. Signings that arrive together are stored in one transaction, because each costs the disk one
 * sync: a hundred at once are then hardly slower than one. Each is answered only after that sync.
 */
export class Signer {
  readonly #options: SignerOptions;
  #waiting: Waiting[] = [];
  readonly #inProgress = new Set<string>();

  constructor(options: SignerOptions) {
    this.#options = options;
  }

  /** How many signings wait for the disk. */
  get waiting(): number {
    return this.#waiting.length;
  }

  isInProgress(petition: string, key: string): boolean {
    return this.#inProgress.has(`${petition} ${key}`);
  }

  async sign(signing: Signing): Promise<SigningResult> {
    const id = `${signing.publication.petition.id} ${signing.request.idempotencyKey}`;
    if (this.#inProgress.has(id)) return { result: 'in-progress' };
    if (this.#waiting.length >= this.#options.limit) return { result: 'busy' };
    this.#inProgress.add(id);
    try {
      return await new Promise((answer) => {
        this.#waiting.push({ signing, answer });
        if (this.#waiting.length === 1) this.#options.schedule(() => this.flush());
      });
    } finally {
      this.#inProgress.delete(id);
    }
  }

  /** Stores all that wait, in one transaction, in the order they came. */
  flush(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    const { store, onFault } = this.#options;
    let written: Written[];
    try {
      written = store.transaction(() => batch.map(({ signing }) => this.#write(signing)));
    } catch (error) {
      onFault(error);
      for (const { answer } of batch) answer({ result: 'busy' });
      return;
    }
    // First all that was stored, so that the free seats offered to the others are free.
    batch.forEach(({ signing }, i) => {
      if (written[i]!.stored) signing.publication.tally.add(signing.request.seat);
    });
    batch.forEach(({ signing, answer }, i) => answer(resultOf(signing, written[i]!)));
  }

  /**
   * One signature inside the transaction. A refusal writes nothing, so it undoes nothing of the others. Whether a
   * seat is free is for the unique index to say, which also sees the seats given a moment ago in the same batch.
   */
  #write({ publication, request, bodyHash }: Signing): Written {
    const { petition, tally, revision } = publication;
    const { seat } = request;
    if (seat !== null && tally.kept.has(seat)) return { stored: false, result: 'seat-kept' };
    const receipt = randomBytes(16).toString('base64url');
    const answer = JSON.stringify({
      status: 'signed',
      idempotencyKey: request.idempotencyKey,
      revision,
      receipt: { id: receipt, seat },
    });
    const stored = this.#options.store.insert({
      petition: petition.id,
      key: request.idempotencyKey,
      bodyHash,
      answer,
      receipt,
      seat,
      withdrawal: request.withdrawal,
      locale: request.locale,
      fields: request.fields,
      consents: request.consents,
      signedAt: this.#options.clock(),
    });
    return stored ? { stored, answer } : { stored, result: 'seat-taken' };
  }
}

function resultOf({ publication, request }: Signing, written: Written): SigningResult {
  if (written.stored) return { result: 'signed', answer: written.answer };
  const seat = request.seat!;
  return {
    result: written.result,
    seat,
    near: nearestFree(publication.petition.venue!, publication.tally.occupied, seat),
  };
}
