import { areSeatsBroken, type CampaignState } from '../../campaign/state.js';
import type { Text } from '../../model/campaign.js';
import { loadVenue } from '../../venue/load-venue.js';
import { VenueError, type Venue, type VenueSpec } from '../../venue/venue.js';
import { savesData } from '../base/save-data.js';
import { StableValue } from '../base/stable-value.js';
import type { Kept } from './kept.js';
import { isBuilt } from './venue-attribute.js';

/** The venue of an element: nothing is given, its script or document loads, it cannot be shown, or it is built. */
export type VenueReading =
  | { readonly status: 'none' | 'loading' | 'unavailable'; readonly venue: null }
  | { readonly status: 'built'; readonly venue: Venue };

const NONE: VenueReading = { status: 'none', venue: null };
const LOADING: VenueReading = { status: 'loading', venue: null };
const UNAVAILABLE: VenueReading = { status: 'unavailable', venue: null };

/** Returns the venue of a campaign's state. A campaign warns its author itself where the venue cannot be shown. */
export function campaignVenue(
  state: Pick<CampaignState, 'phase' | 'document' | 'venue' | 'problems'>,
  hasCampaign: boolean,
): VenueReading {
  const { phase, document, venue } = state;
  if (venue) return { status: 'built', venue };
  if (areSeatsBroken(state)) return UNAVAILABLE;
  return (phase === 'ready' ? document?.venue : phase === 'loading' && hasCampaign) ? LOADING : NONE;
}

/** Reads texts and images of the document for an element. */
export interface DocumentReader {
  text(text: Text | null | undefined): string;
  asset(src: string): string;
  crossOriginOf(url: string): 'anonymous' | null;
}

/** Returns the people of a campaign whose seats are kept; without portraits where the visitor saves data. */
export function keptPeople(
  { kept, document }: Pick<CampaignState, 'kept' | 'document'>,
  { text, asset, crossOriginOf }: DocumentReader,
): Kept[] {
  return kept.flatMap(({ seat, story }) => {
    const person = document?.stories[story];
    if (!person) return [];
    const portrait = person.portrait && !savesData() ? asset(person.portrait.src) : null;
    return {
      seat,
      name: text(person.name),
      portrait,
      crossOrigin: portrait ? crossOriginOf(portrait) : null,
    };
  });
}

/** The venue that an element's own attribute or property gives: builds it once per value, with the one script it needs. */
export class VenueController {
  readonly #stable = new StableValue<VenueSpec | Venue | null>();
  #given: VenueSpec | Venue | null = null;
  #reading: VenueReading = NONE;
  #building = Promise.resolve();

  /** `host` renders again when its venue has loaded, or has failed to. */
  constructor(
    private readonly host: { readonly localName: string; requestUpdate(): void },
    private readonly warnAuthor: (message: string) => void,
  ) {}

  /** Resolves when no script of a venue is loading. */
  get built(): Promise<void> {
    return this.#building;
  }

  /** Returns the element's own venue; null where none is given, so that the campaign's counts. */
  read(value: VenueSpec | Venue | null | undefined): VenueReading | null {
    const given = (isBuilt(value ?? null) ? value : this.#stable.keep(value ?? null)) ?? null;
    if (given !== this.#given) {
      this.#given = given;
      this.#reading = isBuilt(given) ? { status: 'built', venue: given } : LOADING;
      if (given !== null && !isBuilt(given)) this.#building = this.#build(given);
    }
    return given === null ? null : this.#reading;
  }

  async #build(given: VenueSpec): Promise<void> {
    let reading = UNAVAILABLE;
    try {
      reading = { status: 'built', venue: await loadVenue(given) };
    } catch (error) {
      this.warnAuthor(
        error instanceof VenueError
          ? error.message
          : `${this.host.localName}: the script of the venue did not load.`,
      );
    }
    // Another venue may have been set meanwhile.
    if (given !== this.#given) return;
    this.#reading = reading;
    this.host.requestUpdate();
  }
}
