import { formatNumber } from '../../i18n/intl.js';
import { isSeat } from '../../venue/layout.js';
import {
  applyOccupancy,
  decodeOccupancy,
  emptyOccupancy,
  OccupancyError,
  setTaken,
} from '../../venue/occupancy.js';
import type { Venue } from '../../venue/venue.js';
import { StableValue } from '../base/stable-value.js';
import type { Kept } from '../seats/kept.js';
import { keptPeople, type DocumentReader } from '../seats/venue-controller.js';
import type { PickerSlice } from './picker-slice.js';
import type { Seating } from './seat-grid.js';

/** Everything that the seating is made from. */
export interface SeatingSources {
  readonly venue: Venue;
  /** The state of the campaign; the initial one without a campaign. */
  readonly slice: PickerSlice;
  /** The element's own values, which override the campaign's. */
  readonly kept: readonly Kept[] | null;
  readonly occupancy: Uint8Array | null;
  readonly lang: string;
  /** The chosen seat. */
  readonly seat: number | null;
  readonly known: boolean;
}

/** A change of the seating. */
export interface SeatingChange {
  readonly seating: Seating;
  /** True when people, or texts on the canvas, have changed. */
  readonly isRepainted: boolean;
  /** The taken seats before, where they are comparable. */
  readonly before: Uint8Array | null;
  /** True when people have taken the new ones since, and they are not seats of unknown state before, or lights that belong to nobody. */
  readonly arePeople: boolean;
}

/** Interface of the element to its seating. */
export interface SeatingHost extends DocumentReader, Pick<Seating, 't'> {
  readonly element: HTMLElement;
  /** Returns the language of figures. */
  figureLocale(): string;
  warnAuthor(message: string): void;
}

/** The seating of a picker: made anew only when one of its sources has changed. */
export class SeatingModel {
  readonly #stableKept = new StableValue<readonly Kept[] | null>();
  /** Sources of which a change repaints the map, and the others. */
  #sources: { readonly painted: readonly unknown[]; readonly others: readonly unknown[] } = {
    painted: [],
    others: [],
  };
  /** The bits of the element's own `occupancy`. */
  #own: { readonly of: Uint8Array; readonly bits: Uint8Array | null } | null = null;
  /** The latest seating; null while there is no venue. */
  seating: Seating | null = null;

  constructor(private readonly host: SeatingHost) {}

  /** Returns the change, or null when there is none. */
  update(sources: SeatingSources): SeatingChange | null {
    const { venue, slice, occupancy, seat, known, lang } = sources;
    const { kept, taken, document, claimed, locale, standing } = slice;
    const ownKept = this.#stableKept.keep(sources.kept);
    const painted = [venue, ownKept, kept, document, locale, lang, standing];
    const others = [taken, occupancy, claimed, known, seat];
    const last = this.#sources;
    const isRepainted = painted.some((source, i) => source !== last.painted[i]);
    if (!isRepainted && others.every((source, i) => source === last.others[i])) return null;
    this.#sources = { painted, others };
    const earlier = this.seating?.venue === venue ? this.seating : null;
    if (!earlier) this.#own = null;
    const people = ownKept ? this.#validKept(venue, ownKept) : keptPeople(slice, this.host);
    const bits = (this.#ownBits(occupancy, venue) ?? taken ?? emptyOccupancy(venue.capacity)).slice();
    for (const person of people) setTaken(bits, person.seat, true);
    const { t, figureLocale } = this.host;
    const figure = (value: number): string => formatNumber(value, figureLocale());
    const seating = { venue, taken: bits, kept: people, own: seat, claimed, known, t, figure };
    this.seating = seating;
    const before = earlier?.taken.length === bits.length ? earlier.taken : null;
    return { seating, isRepainted, before, arePeople: !!earlier?.known && known && claimed };
  }

  /** Returns the kept seats of this venue, each once; warns the author about the others. */
  #validKept(venue: Venue, kept: readonly Kept[]): readonly Kept[] {
    const seats = new Set<number>();
    const [good, bad]: [Kept[], Kept[]] = [[], []];
    for (const person of kept) {
      (isSeat(venue, person.seat) && !seats.has(person.seat) ? good : bad).push(person);
      seats.add(person.seat);
    }
    if (bad[0])
      this.host.warnAuthor(
        `kept of ${this.host.element.localName}: ${bad.length} of ${kept.length} cannot be kept, the first is seat ${bad[0].seat} (${JSON.stringify(bad[0].name)}); use whole numbers from 0 to ${venue.capacity - 1}, each once.`,
      );
    return good;
  }

  #ownBits(occupancy: Uint8Array | null, venue: Venue): Uint8Array | null {
    if (!occupancy) this.#own = null;
    else if (occupancy !== this.#own?.of)
      this.#own = { of: occupancy, bits: this.#decode(occupancy, this.#own?.bits ?? null, venue) };
    return this.#own?.bits ?? null;
  }

  /** Returns bits from bits, or from the bytes of the protocol; invalid bytes keep the previous bits. */
  #decode(bytes: Uint8Array, before: Uint8Array | null, venue: Venue): Uint8Array | null {
    const length = (venue.capacity + 7) >> 3;
    if (bytes.length === length) return bytes;
    try {
      return applyOccupancy(decodeOccupancy(bytes, venue), before ?? emptyOccupancy(venue.capacity));
    } catch (error) {
      if (!(error instanceof OccupancyError)) throw error;
      this.host.warnAuthor(
        `occupancy of ${this.host.element.localName}: ${bytes.length} bytes are neither ${length} bytes of bits nor a message; ${error.message}`,
      );
      return before;
    }
  }
}
