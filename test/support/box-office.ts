import type { CampaignDocument, CampaignStatus } from '../../src/model/campaign.js';
import type { SignatureRequest } from '../../src/model/signature/signature.js';
import {
  TransportError,
  type Transport,
  type TransportReply,
  type TransportRequest,
} from '../../src/transport/send.js';
import { keptSeats } from '../../src/venue/kept.js';
import { makeVenue } from '../../src/venue/make-venue.js';
import { emptyOccupancy, encodeFull, setTaken } from '../../src/venue/occupancy.js';
import { answerWith, bytesReply, jsonReply } from './fakes.js';

/** The publications of the simulated box office; a test may change them and have the campaign read again. */
export interface Published {
  signatures: number;
  standing: number;
  revision: number;
  asOf: string;
  status: CampaignStatus;
  /**
   * The taken seats, or the number of first seats that are taken, without the kept ones; `null`: the endpoint only
   * counts.
   */
  taken: number | readonly number[] | null;
  /** `derived`: seats light up with the count, and belong to nobody. */
  mode: 'claimed' | 'derived';
  /** True while no answer arrives. */
  isDown: boolean;
  /** True while no answer arrives because there is no connection. */
  isOffline: boolean;
  /** True while the count is answered and the seats are not. */
  areSeatsDown: boolean;
  /** True while neither count nor seats are published. */
  isHidden: boolean;
  /** True while answers are held back. */
  isSlow: boolean;
}

/** Answers a signature. */
export type Answer = (
  body: SignatureRequest,
  published: Published,
) => TransportReply | Promise<TransportReply>;

const receipt =
  (status: 'signed' | 'pending'): Answer =>
  ({ idempotencyKey, seat }, { revision }) =>
    jsonReply({ status, idempotencyKey, revision, receipt: { id: 'RRRRRRRRRRRRRRRRRRRRRR', seat } }, 201);

/** The box office accepts the signature. */
export const signed = receipt('signed');
/** The signature awaits the confirmation of an email. */
export const pending = receipt('pending');

/** The box office refuses the signature. */
export const refusal =
  (status: number, code: string, more: object = {}): Answer =>
  () =>
    jsonReply(
      { type: `/problems/${code}`, title: 'No', status, code, ...more },
      status,
      'application/problem+json',
    );

export interface PlayedBoxOffice {
  transport: Transport & { requests: TransportRequest[] };
  published: Published;
  /** The signatures that were sent, parsed and as bytes. */
  posts: SignatureRequest[];
  bodies: string[];
  answerWith(answer: Answer): void;
}

/** Simulates a box office without a server: it counts, gives seats and accepts signatures as the test says. */
export function playBoxOffice(
  document: CampaignDocument,
  { taken, ...changes }: Partial<Published> = {},
  answer: Answer = signed,
): PlayedBoxOffice {
  const venue = document.venue ? makeVenue(document.venue) : null;
  const kept = venue ? keptSeats(venue, document.stories).kept.map(({ seat }) => seat) : [];
  const signatures = changes.signatures ?? (Array.isArray(taken) ? taken.length : 3);
  const published: Published = {
    signatures,
    standing: 0,
    revision: 5,
    asOf: '2014-05-14T18:40:00Z',
    status: document.state,
    taken: taken !== undefined ? taken : venue ? signatures - (changes.standing ?? 0) : null,
    mode: 'claimed',
    isDown: false,
    isOffline: false,
    areSeatsDown: false,
    isHidden: false,
    isSlow: false,
    ...changes,
  };

  const count = (): unknown => {
    const { signatures, standing, revision, asOf, status, taken, mode, isHidden } = published;
    if (isHidden) return { id: document.id, status, signatures: null, revision, asOf, seats: null };
    const seats = venue &&
      taken !== null && {
        mode,
        venue: venue.name,
        layout: venue.layout,
        capacity: venue.capacity,
        taken: typeof taken === 'number' ? taken : taken.length,
        standing,
      };
    return { id: document.id, status, signatures, revision, asOf, seats: seats || null };
  };

  const occupancy = (): Uint8Array => {
    const { taken, revision } = published;
    const { layout, capacity } = venue!;
    const bits = emptyOccupancy(capacity);
    for (const seat of kept) setTaken(bits, seat, true);
    if (typeof taken !== 'number') for (const seat of taken ?? []) setTaken(bits, seat, true);
    else
      for (let seat = 0, left = taken; seat < capacity && left > 0; seat++) {
        if (kept.includes(seat)) continue;
        setTaken(bits, seat, true);
        left--;
      }
    return encodeFull({ layout, capacity, revision }, bits);
  };

  const posts: SignatureRequest[] = [];
  const bodies: string[] = [];
  const transport = answerWith(async (request) => {
    while (published.isSlow) await new Promise((resolve) => setTimeout(resolve, 5));
    if (published.isOffline) throw new TransportError('offline');
    if (published.isDown) throw new TransportError('network');
    if (request.method === 'POST') {
      const body = request.body as string;
      bodies.push(body);
      posts.push(JSON.parse(body) as SignatureRequest);
      return answer(posts.at(-1)!, published);
    }
    if (request.url.includes('/seats') && (published.areSeatsDown || published.isHidden))
      return jsonReply({ code: 'not-published' }, 404, 'application/problem+json');
    return request.url.includes('/seats') ? bytesReply(occupancy()) : jsonReply(count());
  });
  return { transport, published, posts, bodies, answerWith: (next) => void (answer = next) };
}
