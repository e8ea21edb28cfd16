import type { OutcomeName } from './model/outcome.js';
import { NativeEvent } from './native-event.js';

/**
 * The events that elements dispatch to the page. Intents are cancelable and come first; outcomes come after. None
 * contains anything a person typed, a receipt or a code, and an outcome not even a seat: a page's analytics may
 * listen.
 */
abstract class PetitionEvent<Detail> extends NativeEvent {
  constructor(
    type: string,
    readonly detail: Readonly<Detail>,
    cancelable: boolean,
  ) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

/** The signer chose a seat, or gave it up (`seat` null). Cancel it to decide yourself. */
export class PetitionSeatSelectEvent extends PetitionEvent<{
  petition: string;
  seat: number | null;
  code: string | null;
}> {
  static readonly type = 'petition-seat-select';
  constructor(detail: { petition: string; seat: number | null; code: string | null }) {
    super(PetitionSeatSelectEvent.type, detail, true);
  }
}

/**
 * The signer pressed the sign button, and the answers are complete. Cancel it to keep the signature from being
 * sent.
 */
export class PetitionSubmitEvent extends PetitionEvent<{ petition: string }> {
  static readonly type = 'petition-submit';
  constructor(detail: { petition: string }) {
    super(PetitionSubmitEvent.type, detail, true);
  }
}

export interface OutcomeDetail {
  petition: string;
  outcome: OutcomeName | 'update' | 'shared';
  /** The displayed count; null while it is unknown. */
  signatures: number | null;
}

/** The signature was accepted: `signed`, `pending`, `duplicate` or `assumed`. */
export class PetitionSignedEvent extends PetitionEvent<OutcomeDetail> {
  static readonly type = 'petition-signed';
  constructor(detail: OutcomeDetail) {
    super(PetitionSignedEvent.type, detail, false);
  }
}

/** The endpoint refused the signature: `invalid`, `seat-taken` or `rejected`. */
export class PetitionRefusedEvent extends PetitionEvent<OutcomeDetail> {
  static readonly type = 'petition-refused';
  constructor(detail: OutcomeDetail) {
    super(PetitionRefusedEvent.type, detail, false);
  }
}

/** There is no answer yet: `rate-limited` or `unreachable`. */
export class PetitionFailedEvent extends PetitionEvent<OutcomeDetail> {
  static readonly type = 'petition-failed';
  constructor(detail: OutcomeDetail) {
    super(PetitionFailedEvent.type, detail, false);
  }
}

/** The published count changed. */
export class PetitionUpdateEvent extends PetitionEvent<OutcomeDetail> {
  static readonly type = 'petition-update';
  constructor(detail: OutcomeDetail) {
    super(PetitionUpdateEvent.type, detail, false);
  }
}

/** A visitor shared the petition, or took a step towards it; nobody learns with whom. */
export class PetitionSharedEvent extends PetitionEvent<OutcomeDetail> {
  static readonly type = 'petition-shared';
  constructor(detail: OutcomeDetail) {
    super(PetitionSharedEvent.type, detail, false);
  }
}

/** Returns the event that reports how a submission ended. */
export function outcomeEvent(detail: OutcomeDetail & { outcome: OutcomeName }): Event {
  switch (detail.outcome) {
    case 'signed':
    case 'pending':
    case 'duplicate':
    case 'assumed':
      return new PetitionSignedEvent(detail);
    case 'invalid':
    case 'seat-taken':
    case 'rejected':
      return new PetitionRefusedEvent(detail);
    case 'rate-limited':
    case 'unreachable':
      return new PetitionFailedEvent(detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'petition-seat-select': PetitionSeatSelectEvent;
    'petition-submit': PetitionSubmitEvent;
    'petition-signed': PetitionSignedEvent;
    'petition-refused': PetitionRefusedEvent;
    'petition-failed': PetitionFailedEvent;
    'petition-update': PetitionUpdateEvent;
    'petition-shared': PetitionSharedEvent;
  }
}
