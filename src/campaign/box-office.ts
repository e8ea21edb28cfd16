import { decodeCount } from '../transport/decode.js';
import { countRequest, petitionUrl, seatsRequest, type BoxOfficeAddress } from '../transport/encode.js';
import { isOffline } from '../transport/send.js';
import type { Endpoint, SigningEndpoint } from './endpoint.js';
import type { CampaignRuntime } from './runtime.js';
import type { SeatsSync } from './seats-sync.js';
import { areClaimed } from './state.js';

/** A box office (docs/protocol.md): count and occupancy, each with a revision. */
export class BoxOffice implements Endpoint {
  readonly pollMs = null;
  readonly imagesUrl: string;

  constructor(
    readonly address: BoxOfficeAddress,
    private readonly runtime: CampaignRuntime,
    private readonly seats: SeatsSync,
  ) {
    this.imagesUrl = petitionUrl(address, '/');
  }

  async read(signal: AbortSignal): Promise<boolean> {
    const { send, dispatch } = this.runtime;
    try {
      const count = decodeCount(await send(countRequest(this.address), signal), this.address.petition);
      const { venue } = this.runtime.state;
      // A layout has one capacity: another one is nonsense.
      const isOdd = count?.seats?.layout === venue?.layout && count?.seats?.capacity !== venue?.capacity;
      if (!count || isOdd) {
        dispatch({ type: 'count-failed' });
        return false;
      }
      dispatch({ type: 'count-read', count });
    } catch (error) {
      if (!signal.aborted) dispatch({ type: 'count-failed', isOffline: isOffline(error) });
      return false;
    }
    return await this.readSeats(signal);
  }

  /** When it fails, the count is fresh all the same, and the last good seats stay. */
  async readSeats(signal: AbortSignal): Promise<boolean> {
    try {
      return await this.#readSeats(signal);
    } catch {
      if (!signal.aborted) this.runtime.dispatch({ type: 'seats-failed' });
      return false;
    }
  }

  async signing(): Promise<SigningEndpoint> {
    const { BoxOfficeSigning } = await import('./signing/box-office-signing.js');
    return new BoxOfficeSigning(this.address);
  }

  async #readSeats(signal: AbortSignal): Promise<boolean> {
    const { count, venue, taken } = this.runtime.state;
    const { rules } = this.seats;
    if (!rules || !venue || !taken || !count) return true;
    if (!areClaimed(this.runtime.state)) {
      this.seats.countRead(count.signatures ?? 0);
      return true;
    }
    this.seats.forgetUnpublished();
    if (count.signatures === null || !count.seats) return true;
    if (count.seats.layout !== venue.layout) return this.#reload(count.seats.layout, signal);
    // A chosen seat is watched too, also when the venue is out of view.
    if (!this.runtime.areSeatsInView && !this.runtime.state.seat) return true;
    let known = { taken: this.runtime.state.taken ?? taken, revision: this.runtime.state.takenRevision };
    if (known.revision >= count.revision) return true;
    const ask = async (since: number): Promise<ReturnType<typeof rules.applySeats>> => {
      const reply = await this.runtime.send(seatsRequest(this.address, since), signal);
      if (reply.status !== 200) throw new Error(`seats: status ${reply.status}`);
      return rules.applySeats(venue, known, reply.bytes, count.revision);
    };
    try {
      const next = (await ask(known.revision)) ?? (await ask(0));
      if (!next) throw new Error('seats: changes, where all of them were asked for');
      known = next;
    } catch (error) {
      if ((error as { reason?: unknown }).reason === 'layout') return this.#reload('bytes', signal);
      throw error;
    }
    this.runtime.dispatch({ type: 'seats-read', ...known });
    this.seats.guard();
    return true;
  }

  /** The box office seats people in another layout than the document has. Seats numbered otherwise must not be chosen: signing goes on without them. */
  async #reload(layout: string, signal: AbortSignal): Promise<boolean> {
    const { dispatch, warn, state, reloadFor } = this.runtime;
    dispatch({ type: 'layout-changed' });
    const endpoint = await reloadFor(layout);
    if (endpoint) return endpoint.readSeats?.(signal) ?? true;
    if (endpoint === null) return true;
    const own = state.venue?.layout;
    const problem = {
      path: 'venue',
      value: layout,
      message: `is the endpoint's layout, not ${own}; give page and box office the same document`,
    };
    warn(problem);
    dispatch({ type: 'venue-failed', problem });
    return true;
  }
}
