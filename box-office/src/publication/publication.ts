import { createHash } from 'node:crypto';
import type { CampaignStatus, PublishedCount } from 'grandstand/model';
import { encodeDelta, encodeFull, isTaken, type SeatChange, type Venue } from 'grandstand/venue';
import { timeZoneWarning, statusAt } from '../petition/days.js';
import type { Petition } from '../petition/petition.js';
import { publicFile, type PublicFile } from '../petition/public-file.js';
import { StartError } from '../start-error.js';
import type { Store, StoredRevision } from '../store/store.js';
import { LiveCounts } from './live-counts.js';

/** Maximum of revisions for which a delta can be requested. */
const MAX_HISTORY = 100;

/** Public data of one petition until its next revision. */
interface PublishedRevision extends StoredRevision {
  status: CampaignStatus;
  /** Body of `GET /petitions/{id}`. */
  countBody: string;
  /** Copy of the live seats, which go on changing. */
  occupied: Uint8Array;
}

/** Seats that changed with one revision. */
interface ChangedSeats {
  revision: number;
  seats: readonly number[];
}

/**
 * Petition and its public data. Count and seats are published together and in batches, and the seats of a batch in the
 * order of their numbers, so that the public data never shows who took a seat when.
 */
export class Publication {
  readonly petition: Petition;
  readonly live: LiveCounts;
  /** Document as it is served. */
  readonly campaignFile: PublicFile;
  #published: PublishedRevision;
  #history: ChangedSeats[] = [];
  /** Occupancy bytes of this revision by the revision they start from (null: full), encoded on demand. */
  readonly #occupancyCache = new Map<number | null, Uint8Array<ArrayBuffer>>();
  /**
   * True while the store holds more than its last revision: after a crash before the next, or with a changed document.
   */
  #isBehindStore: boolean;

  /**
   * Recounts the petition from the store. Changes since the last revision wait for `publishAll`.
   * @throws StartError when the seats in the store are those of another venue
   */
  constructor(petition: Petition, store: Store, now: Date) {
    this.petition = petition;
    this.live = new LiveCounts(petition, store);
    const stored = syncRecord(petition, this.live, store);
    this.campaignFile = publicFile(
      JSON.stringify(withoutGivenSeats(petition, this.live)),
      'application/json',
    );
    this.#published = this.#snapshot(stored, statusAt(petition.document, now));
    this.#isBehindStore = this.#published.digest !== stored.digest;
  }

  get revision(): number {
    return this.#published.revision;
  }

  /** Body of `GET /petitions/{id}`. */
  get countBody(): string {
    return this.#published.countBody;
  }

  /** Entity tag of count and occupancy, which change together. */
  get etag(): string {
    return `"${this.petition.venue?.layout ?? '0'}-${this.revision}"`;
  }

  /**
   * Occupancy bytes: the changes since an earlier revision, or all seats where that revision is not known (any more) or
   * the changes are longer. Null for a petition without seats.
   */
  occupancyBytes(since: number | null): Uint8Array<ArrayBuffer> | null {
    const { venue } = this.petition;
    if (venue === null) return null;
    const oldest = this.revision - this.#history.length;
    const base = since !== null && since >= oldest && since <= this.revision ? since : null;
    let bytes = this.#occupancyCache.get(base);
    if (!bytes) this.#occupancyCache.set(base, (bytes = this.#encodeOccupancy(venue, base)));
    return bytes;
  }

  /** Next revision, or null where nothing changed. It takes effect only with `publish`. */
  nextRevision(now: Date): PublishedRevision | null {
    const status = statusAt(this.petition.document, now);
    if (!this.#isBehindStore && !this.live.hasChanged && status === this.#published.status) return null;
    return this.#snapshot({ revision: this.revision + 1, asOf: withoutMilliseconds(now) }, status);
  }

  /** Makes a stored revision public. */
  publish(next: PublishedRevision): void {
    // The revision before a restart is not known, so the first one after it has no delta.
    if (!this.#isBehindStore) this.#recordChanges(next);
    this.#isBehindStore = false;
    this.#published = next;
    this.#occupancyCache.clear();
    this.live.markPublished();
  }

  #encodeOccupancy(venue: Venue, base: number | null): Uint8Array<ArrayBuffer> {
    const header = { layout: venue.layout, capacity: venue.capacity, revision: this.revision };
    const changes = base === null ? null : this.#changesSince(base);
    const isShorter = changes !== null && changes.length * 4 <= this.#published.occupied.length;
    return isShorter ? encodeDelta(header, base!, changes) : encodeFull(header, this.#published.occupied);
  }

  #recordChanges({ revision, occupied }: PublishedRevision): void {
    const before = this.#published.occupied;
    const seats = [...this.live.changedSeats].filter(
      (seat) => isTaken(before, seat) !== isTaken(occupied, seat),
    );
    this.#history.push({ revision, seats });
    if (this.#history.length > MAX_HISTORY) this.#history.shift();
  }

  #changesSince(base: number): SeatChange[] {
    // A seat that was given and freed again since then is no change.
    const changedSeats = new Set<number>();
    for (const { revision, seats } of this.#history) {
      if (revision <= base) continue;
      for (const seat of seats) if (!changedSeats.delete(seat)) changedSeats.add(seat);
    }
    return [...changedSeats]
      .sort((a, b) => a - b)
      .map((seat) => ({ seat, taken: isTaken(this.#published.occupied, seat) }));
  }

  #snapshot(
    { revision, asOf }: Pick<StoredRevision, 'revision' | 'asOf'>,
    status: CampaignStatus,
  ): PublishedRevision {
    const { petition, live } = this;
    const { venue } = petition;
    const count: PublishedCount = {
      id: petition.id,
      status,
      signatures: live.signatures,
      revision,
      asOf,
      seats: venue && {
        mode: 'claimed',
        venue: venue.name,
        layout: venue.layout,
        capacity: venue.capacity,
        taken: live.seated,
        standing: live.signatures - live.seated,
      },
    };
    return {
      revision,
      asOf,
      digest: this.#digest(status),
      status,
      countBody: JSON.stringify(count),
      occupied: live.occupied.slice(),
    };
  }

  /** Digest of everything a revision publishes; a start compares it to find unpublished changes. */
  #digest(status: CampaignStatus): string {
    const { signatures, occupied } = this.live;
    const images = [...this.petition.images].map(([path, { etag }]) => [path, etag]);
    const hash = createHash('sha256');
    hash.update(
      JSON.stringify([
        this.campaignFile.etag,
        images,
        this.petition.venue?.layout ?? null,
        status,
        signatures,
      ]),
    );
    return hash.update(occupied).digest('base64url');
  }
}

/**
 * Publishes all petitions in one transaction: a revision is stored before it is served, so that none is ever used
 * twice.
 */
export function publishAll(publications: Iterable<Publication>, store: Store, now: Date): void {
  const due: { publication: Publication; next: PublishedRevision }[] = [];
  for (const publication of publications) {
    const next = publication.nextRevision(now);
    if (next) due.push({ publication, next });
  }
  if (due.length === 0) return;
  store.transaction(() => {
    for (const { publication, next } of due) store.saveRevision(publication.petition.id, next);
  });
  for (const { publication, next } of due) publication.publish(next);
}

/** Warnings about a petition for the team, one sentence each. */
export function warningsOf({ petition, live }: Publication): string[] {
  const { file, document } = petition;
  const seatWarnings = live.storiesWithoutSeat.map(
    (story) =>
      `${file}: stories[${story}].seat: "${document.stories[story]!.seat}" was given to a signer before it was kept and stays theirs; the story is shown without a seat, choose another one for it.`,
  );
  const zoneWarning = document.state === 'open' ? timeZoneWarning(document) : null;
  return [...petition.warnings, ...(zoneWarning ? [`${file}: ${zoneWarning}`] : []), ...seatWarnings];
}

/** Loads the petition's record from the store, and creates or updates it there. */
function syncRecord({ id, file, venue }: Petition, { seated }: LiveCounts, store: Store): StoredRevision {
  const layout = venue?.layout ?? null;
  const stored = store.findPetition(id);
  if (stored && stored.layout !== layout && seated > 0) {
    throw new StartError(
      `${file}: venue: its layout is ${layout ?? 'none'} now, but ${seated} signatures have seats of layout ${stored.layout}; give the venue its old blocks, rows and seats back, or give the new one a new petition id.`,
    );
  }
  if (stored?.layout !== layout) store.savePetition(id, layout);
  return stored ?? { revision: 0, asOf: '', digest: '' };
}

/** Document without the kept seats that were given before they were kept: those stay the signers'. */
function withoutGivenSeats({ document }: Petition, { storiesWithoutSeat }: LiveCounts): unknown {
  if (storiesWithoutSeat.length === 0) return document;
  return {
    ...document,
    stories: document.stories.map((story, index) =>
      storiesWithoutSeat.includes(index) ? { ...story, seat: null } : story,
    ),
  };
}

function withoutMilliseconds(now: Date): string {
  return now.toISOString().replace(/\.\d+Z$/, 'Z');
}
