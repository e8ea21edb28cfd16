import type { CampaignStatus } from '../model/campaign.js';
import type { Count, SignCall } from '../model/endpoint.js';
import type { Outcome, PublishedCount } from '../model/outcome.js';
import type { ConsentAnswer, FieldValues } from '../model/signature/signature.js';
import type { Interpretation } from '../transport/declared/decode.js';
import type { SignatureFacts } from '../transport/declared/template.js';
import type { Transport, TransportReply } from '../transport/send.js';
import type { SeatDescription } from '../venue/describe.js';
import type { KeptSeat } from '../venue/kept.js';
import type { Venue } from '../venue/venue.js';
import type { Clock } from './clock.js';
import type { SendTools } from './signing/wait.js';

/** The facts that a request to an endpoint depends on: the id of the petition, and what is known of it. */
export interface EndpointContext {
  petition: string;
  locale: string;
  status: CampaignStatus;
  venue: Venue | null;
  kept: readonly KeptSeat[];
}

/** Reports to the author's console how replies were read. */
export interface Explain {
  answer(sign: SignCall, reply: TransportReply, interpretation: Interpretation, facts: SignatureFacts): void;
  /** `path`: place in the description, like `count[0]`. */
  count(count: Count, reply: TransportReply, path: string): void;
}

export interface EndpointTools {
  transport: Transport;
  clock: Clock;
  signal: AbortSignal;
  explain?: Explain | undefined;
}

/** The petition, seat and story a signature is for. */
export interface Chosen {
  petition: string;
  seat: SeatDescription | null;
  /** Id of the story whose kept seat is beside the seat. */
  story: string | null;
}

/** The answers of a signer. The form owns them; a campaign keeps them only until the submission has ended. */
export interface SignForm {
  fields: FieldValues;
  consents: readonly ConsentAnswer[];
  locale: string;
}

/** A submission from its opening until it is settled. It holds what was typed, in memory only. */
export interface OpenSubmission {
  /** Takes it, also after the campaign has another endpoint. */
  readonly endpoint: SigningEndpoint;
  /** Its idempotency key. */
  readonly key: string;
  /** True if the key is sent too, so that the endpoint recognises a signature it has stored. */
  readonly keyTravels: boolean;
  readonly form: SignForm;
  readonly seat: number | null;
  readonly withdrawalCode: string | null;
  /** True once it was sent and the reply was lost: it may have been stored. */
  mayBeStored: boolean;
  /** True where another submission, with other answers and without a key, may have been stored before: no refusal of this one disproves that. */
  readonly followsUnsure?: boolean;
  /** Earlier submissions under the same key that may have been stored, newest first; only if the endpoint accepts one body per key. */
  readonly earlier?: readonly OpenSubmission[];
}

/** The outcome of a submission. */
export interface SubmissionEnd {
  readonly outcome: Outcome;
  /** The submission that the outcome is about; an earlier one if the endpoint had stored that. */
  readonly submission: OpenSubmission;
}

export interface SigningTools extends SendTools {
  explain?: Explain | undefined;
}

/** The outcome of a submission, and the count that its reply brought along. */
export interface SentSubmission extends SubmissionEnd {
  readonly count: ((context: EndpointContext) => PublishedCount) | null;
}

/**
 * Takes signatures: a box office, or an endpoint described by data. `open` fixes key and answers, `encode` writes the bytes
 * once, and `send` repeats them until there is an outcome. Between `open` and `encode` is the one place for sealing.
 */
export interface SigningEndpoint<S extends OpenSubmission = OpenSubmission> {
  /** Milliseconds after a signature until the count holds it; null: the next reading finds it. */
  readonly publishedAfterMs: number | null;
  /**
   * Opens a submission, or takes up `earlier` again when nothing in it has changed.
   * @throws whatever keeps it from being opened; nothing has been sent then
   */
  open(form: SignForm, chosen: Chosen, earlier: OpenSubmission | null): Promise<S>;
  /** Writes the bytes of a submission, where it has none. @throws whatever keeps them from being written */
  encode(submission: S): void;
  /** Sends a submission until it ends. Throws only when aborted. */
  send(submission: S, tools: SigningTools): Promise<SentSubmission>;
}

/** The endpoint of a campaign: reads count and seats, and loads what takes signatures. */
export interface Endpoint {
  /** Under this address the images of the petition are served; empty where none are. */
  readonly imagesUrl: string;
  /** Milliseconds between two readings that the endpoint asks for; null: the campaign's own rhythm. */
  readonly pollMs: number | null;
  /** Reads count and seats. Resolves to false if any of it could not be read. */
  read(signal: AbortSignal): Promise<boolean>;
  /** Reads the seats alone; null where they are read with the count. */
  readonly readSeats: ((signal: AbortSignal) => Promise<boolean>) | null;
  /** Loads the signing half: null if there is none, undefined if its script did not load. */
  signing(): Promise<SigningEndpoint | null | undefined>;
}
