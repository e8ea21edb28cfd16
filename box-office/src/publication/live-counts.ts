import { emptyOccupancy, setTaken } from 'grandstand/venue';
import type { Petition } from '../petition/petition.js';
import type { Store } from '../store/store.js';

/**
 * Signatures and seats of a petition at this moment, counted once from the store at the start and updated with it. The
 * public sees only the last publication.
 */
export class LiveCounts {
  signatures: number;
  /** Signatures with a seat. */
  seated: number;
  /** Bits per seat: given or kept. Empty for a petition without seats. */
  readonly occupied: Uint8Array;
  /** Kept seats of the document that were given to no signer. */
  readonly kept: ReadonlySet<number>;
  /** Stories (by index) whose seat was given before it was kept, and stays the signer's. */
  readonly storiesWithoutSeat: readonly number[];
  /** True after a change since the last `markPublished`. */
  hasChanged = false;
  /** Seats given or freed since the last `markPublished`. */
  readonly changedSeats = new Set<number>();

  constructor(petition: Petition, store: Store) {
    const given = new Set(store.seatsGiven(petition.id));
    this.signatures = store.count(petition.id);
    this.seated = given.size;
    this.kept = new Set(petition.kept.map(({ seat }) => seat).filter((seat) => !given.has(seat)));
    this.storiesWithoutSeat = petition.kept.filter(({ seat }) => given.has(seat)).map(({ story }) => story);
    this.occupied = emptyOccupancy(petition.venue?.capacity ?? 0);
    for (const seat of [...given, ...this.kept]) setTaken(this.occupied, seat, true);
  }

  /** Adds a stored signature. */
  addSignature(seat: number | null): void {
    this.signatures += 1;
    if (seat !== null) this.#setSeat(seat, true);
    this.hasChanged = true;
  }

  /** Removes a withdrawn signature. */
  removeSignature(seat: number | null): void {
    this.signatures -= 1;
    if (seat !== null) this.#setSeat(seat, false);
    this.hasChanged = true;
  }

  /** Marks all changes as published. */
  markPublished(): void {
    this.hasChanged = false;
    this.changedSeats.clear();
  }

  #setSeat(seat: number, given: boolean): void {
    this.seated += given ? 1 : -1;
    setTaken(this.occupied, seat, given);
    this.changedSeats.add(seat);
  }
}
