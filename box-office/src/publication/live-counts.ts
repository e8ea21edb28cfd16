import { emptyOccupancy, setTaken } from 'grandstand/venue';
import type { Petition } from '../petition/petition.js';
import type { Store } from '../store/store.js';

/**
 * How a petition stands right now, counted once from the store at the start and kept in step with it afterwards.
 * The public does not see this but its last publication.
 */
export class LiveCounts {
  signatures: number;
  /** Signatures with a seat. */
  seated: number;
  /** One bit a seat: given or kept. Empty for a petition without seats. */
  readonly occupied: Uint8Array;
  /** Seats the document keeps and nobody was given. */
  readonly kept: ReadonlySet<number>;
  /** Stories (by index) whose kept seat somebody sits on: it was kept after it was given, and stays the signer's. */
  readonly storiesWithoutSeat: readonly number[];
  /** Something changed since the last `settle`. */
  hasChanged = false;
  /** Seats given or freed since the last `settle`. */
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

  /** A signature was stored. */
  addSignature(seat: number | null): void {
    this.signatures += 1;
    if (seat !== null) this.#setSeat(seat, true);
    this.hasChanged = true;
  }

  /** A signature was withdrawn. */
  removeSignature(seat: number | null): void {
    this.signatures -= 1;
    if (seat !== null) this.#setSeat(seat, false);
    this.hasChanged = true;
  }

  /** All of it is published now. */
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
