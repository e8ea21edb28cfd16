import type { FieldProblem } from './signature.js';
import type { CampaignStatus } from './campaign.js';

/** What the endpoint gives back for an accepted signature. Never in an event, URL, log or picture. */
export interface Receipt {
  id: string;
  /** null = standing. */
  seat: number | null;
}

/** The end of one submission. Each has its own words and its own next step. */
export type Outcome =
  | { outcome: 'signed' | 'pending'; receipt: Receipt; revision: number }
  /** Sent blind: the endpoint's answer cannot be read. */
  | { outcome: 'assumed'; revision?: number }
  | { outcome: 'duplicate' }
  | { outcome: 'invalid'; errors: readonly FieldProblem[] }
  /**
   * `near`: free seats the endpoint offers, none when it is full; null when it does not say. `perhapsOwn`: an earlier try of
   * this signer may have taken it. `unsure`: with another seat the signature may be counted twice.
   */
  | {
      outcome: 'seat-taken';
      seat: number;
      near: readonly number[] | null;
      kept: boolean;
      perhapsOwn?: boolean;
      unsure?: boolean;
    }
  /** Final; `code` is the problem's code, like `not-open`; `message`: what the service itself said, as plain text. */
  | { outcome: 'rejected'; code: string; message?: string }
  | { outcome: 'rate-limited'; retryAfter: number }
  /** `unsure`: it may have been stored, and sending it again may count it twice. */
  | { outcome: 'unreachable'; reason: Unreachable; unsure?: boolean };

/** Why no answer could be read: for the words shown, and for the page author's console. */
export type Unreachable = 'offline' | 'timeout' | 'network' | 'unreadable' | 'server';

export type OutcomeName = Outcome['outcome'];

/** `GET /petitions/{id}`: what is published. */
export interface PublishedCount {
  id: string;
  status: CampaignStatus;
  /** null: the count is not published yet, and neither are the seats. */
  signatures: number | null;
  revision: number;
  /** ISO 8601, server's time; the device's where the service tells none. */
  asOf: string;
  /** Where the service has a goal of its own. */
  goal?: number;
  seats: {
    mode: 'claimed' | 'derived';
    venue: string;
    layout: string;
    capacity: number;
    /** Without the kept seats; null while it is not known or not published, and `standing` with it. */
    taken: number | null;
    standing: number | null;
  } | null;
}
