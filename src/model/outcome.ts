import type { FieldProblem } from './signature/signature.js';
import type { CampaignStatus } from './campaign.js';

/** The endpoint's receipt for an accepted signature. Never in an event, URL, log or picture. */
export interface Receipt {
  id: string;
  /** null = standing. */
  seat: number | null;
}

/** The outcome of one submission. Each has its own wording and its own next step. */
export type Outcome =
  | { outcome: 'signed' | 'pending'; receipt: Receipt; revision: number }
  /** Sent blind: the endpoint's answer cannot be read. */
  | { outcome: 'assumed'; revision?: number }
  | { outcome: 'duplicate' }
  | { outcome: 'invalid'; errors: readonly FieldProblem[] }
  /**
   * `near`: free seats the endpoint offers, empty when the venue is full; null when the endpoint does not say.
   * `perhapsOwn`:
   * an earlier try of this signer may have taken it. `unsure`: with another seat, the signature may be counted
   * twice.
   */
  | {
      outcome: 'seat-taken';
      seat: number;
      near: readonly number[] | null;
      kept: boolean;
      perhapsOwn?: boolean;
      unsure?: boolean;
    }
  /** Final; `code` is the problem's code, such as `not-open`; `message`: the service's own message, as plain text. */
  | { outcome: 'rejected'; code: string; message?: string }
  | { outcome: 'rate-limited'; retryAfter: number }
  /** `unsure`: it may have been stored, and sending it again may count it twice. */
  | { outcome: 'unreachable'; reason: Unreachable; unsure?: boolean };

/** Reasons why no answer could be read: for the displayed text, and for the page author's console. */
export type Unreachable = 'offline' | 'timeout' | 'network' | 'unreadable' | 'server';

export type OutcomeName = Outcome['outcome'];

/** The published count: `GET /petitions/{id}`. */
export interface PublishedCount {
  id: string;
  status: CampaignStatus;
  /** null: neither the count nor the seats are published yet. */
  signatures: number | null;
  revision: number;
  /** ISO 8601, server's time; the device's time if the service gives none. */
  asOf: string;
  /** The service's own goal, if it has one. */
  goal?: number;
  seats: {
    mode: 'claimed' | 'derived';
    venue: string;
    layout: string;
    capacity: number;
    /** Taken seats without the kept ones; null while it is unknown or not published, and `standing` with it. */
    taken: number | null;
    standing: number | null;
  } | null;
}
