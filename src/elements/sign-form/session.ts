import type { SignForm } from '../../campaign/endpoint.js';
import type { SeatNotice, Signing } from '../../campaign/state.js';
import type { MessageKey } from '../../i18n/keys.js';
import type { MessageValues } from '../../i18n/translate.js';
import type { FieldProblem } from '../../model/signature/signature.js';
import type { SeatDescription } from '../../venue/describe.js';
import { phaseOf, type FormPhase, type PhaseFacts } from './form-phase.js';
import type { Steps } from './steps.js';

/** The state of the campaign that a session follows. */
export interface SessionFacts extends Pick<PhaseFacts, 'campaign' | 'status' | 'refused'> {
  /** Null while there is no campaign: the last one stands until there is. */
  readonly signing: Signing | null;
  readonly seat: SeatDescription | null;
  readonly notice: SeatNotice | null;
  /** True when no seat is left. */
  readonly full: boolean;
  readonly steps: Steps;
}

/** A submission that has ended, however it ended. */
type Ended = Exclude<Signing, { outcome: 'idle' | 'sending' }>;
export type AcceptedSigning = Extract<Ended, { outcome: 'signed' | 'pending' | 'duplicate' | 'assumed' }>;

/** The last result of a submission; while another one is sent, still the one before. */
export type Result =
  | { readonly type: 'none' }
  | { readonly type: 'accepted'; readonly signing: AcceptedSigning }
  | {
      readonly type: 'refused';
      readonly signing: Exclude<Ended, AcceptedSigning>;
      /** `dismissed`: the signer went back to the answers; `elsewhere`: another form of the campaign sent it, and shows it. */
      readonly at: 'here' | 'dismissed' | 'elsewhere';
      /** The seat that was sent, as the signer knew it. */
      readonly sent: SeatDescription | null;
    };

/** An email address that was probably meant, and the name of its field. */
export interface EmailSuggestion {
  readonly name: string;
  readonly address: string;
}

/** The copy button's last press; `selected`: there is no clipboard, so the text is selected for the keyboard. */
export type CopyState = 'no' | 'copied' | 'selected';

/** The course of one form, from the first question to the result: everything it remembers between two events. What is typed stays in the controls. States that exclude each other are one field. */
export interface Session {
  /** The campaign at the last update. */
  readonly facts: SessionFacts;
  /** The campaign's `signing` that was handled last. */
  readonly signing: Signing;
  /** `slow`: long enough to be shown, also while the endpoint has asked for a wait. */
  readonly sending: 'no' | 'quick' | 'slow';
  readonly result: Result;
  /** True if this form sent the last submission; false if another form of the campaign did, which has answers of its own. */
  readonly isOwn: boolean;
  /** Index of the step in view; always 0 in a form of one step. */
  readonly step: number;
  /** The problems to show, of our own validation or the service's. */
  readonly problems: readonly FieldProblem[];
  /** Never while sending: the field is frozen then. */
  readonly suggestion: EmailSuggestion | null;
  /** True after the signer gave up the seat, to sign without one. */
  readonly isStanding: boolean;
  /** The choice among the seats offered in place of a lost one, and those of them that were taken since. */
  readonly offer: { readonly chosen: 'first' | number | null; readonly gone: readonly number[] };
  /** `forgotten` once the signer has left the page: neither the withdrawal code nor answers are shown then. `stored`: the answers that the endpoint holds, where they are not the last ones. */
  readonly keepsake: 'forgotten' | { readonly stored: SignForm | null };
  /** Begins anew with each result. The withdrawal code and the text to send by hand share it, and are never shown together. */
  readonly copied: CopyState;
  readonly isAddressCopied: boolean;
}

/** A form that nobody has touched, before its campaign is read. */
export const initialSession: Session = {
  facts: {
    campaign: 'expected',
    status: 'open',
    refused: false,
    signing: null,
    seat: null,
    notice: null,
    full: false,
    steps: [[]],
  },
  signing: { outcome: 'idle' },
  sending: 'no',
  result: { type: 'none' },
  isOwn: false,
  step: 0,
  problems: [],
  suggestion: null,
  isStanding: false,
  offer: { chosen: 'first', gone: [] },
  keepsake: { stored: null },
  copied: 'no',
  isAddressCopied: false,
};

/** A message with its values, to be spoken or shown. */
export type SessionMessage = readonly [key: MessageKey, values?: MessageValues];

/** Returns the last result as the campaign gave it. */
export const resultIn = ({ result }: Session): Signing =>
  result.type === 'none' ? { outcome: 'idle' } : result.signing;

/** Returns the view of the form. */
export function phaseIn(session: Session): FormPhase {
  const { facts, result, sending } = session;
  return phaseOf({
    ...facts,
    sending: sending !== 'no',
    signing: resultIn(session),
    own: result.type !== 'refused' || result.at !== 'elsewhere',
    dismissed: result.type === 'refused' && result.at === 'dismissed',
  });
}

/** Returns the seats offered in place of a lost one. */
export function offeredSeats(session: Session): readonly SeatDescription[] {
  const { seat, notice } = session.facts;
  const phase = phaseIn(session);
  const signing = resultIn(session);
  const isTaken = phase === 'seat-taken' && signing.outcome === 'seat-taken';
  const places = isTaken ? signing.places : (phase === 'form' && !seat && notice?.near) || [];
  return places.filter((place) => !session.offer.gone.includes(place.seat));
}

/** Returns the offered seat that the button takes. */
export function chosenSeat(session: Session): SeatDescription | null {
  const { chosen } = session.offer;
  const offered = offeredSeats(session);
  return (chosen === 'first' ? offered[0] : offered.find(({ seat }) => seat === chosen)) ?? null;
}

/** Returns the seat in whose place others are offered. */
export function lostSeat(session: Session): SeatDescription | null {
  const { facts, result } = session;
  if (phaseIn(session) === 'form') return facts.notice?.lost ?? null;
  return result.type === 'refused' && result.signing.outcome === 'seat-taken' ? result.sent : null;
}

/** Returns the label of the button and the line below it while a submission takes its time. */
export function progressOf(signing: Signing): readonly [label: SessionMessage, text: SessionMessage] {
  const { waitSeconds: count = null, isCheck = false } = signing.outcome === 'sending' ? signing : {};
  return count === null
    ? [[isCheck ? 'form.checking' : 'form.sending'], ['form.sending-hint']]
    : [['outcome.not-sent'], ['form.waiting', { count }]];
}

/** The actions that may be pressed. */
export interface Possible {
  /** `none`: sending again would change nothing. */
  readonly submit: 'none' | 'continue' | 'sign';
  /** Choosing a seat is the step before signing: none is chosen, given up or offered, and the page shows free ones. */
  readonly chooseFirst: boolean;
  /** Going to the seat picker for another seat. */
  readonly change: boolean;
  readonly giveUpSeat: boolean;
  readonly toAnswers: boolean;
  readonly stepBack: boolean;
}

/** `hasSeats`: the petition has a venue; `hasPicker`: the page has a seat picker that works. */
export function possibleIn(session: Session, hasSeats: boolean, hasPicker: boolean): Possible {
  const { facts, step, sending, isStanding } = session;
  const phase = phaseIn(session);
  const [isForm, isIdle] = [phase === 'form', sending === 'no'];
  const isFree = isForm && hasSeats && !facts.seat && !facts.notice && !isStanding && !facts.full;
  return {
    submit: phase === 'rejected' ? 'none' : isForm && step < facts.steps.length - 1 ? 'continue' : 'sign',
    chooseFirst: isFree && isIdle && hasPicker,
    change: isIdle && hasPicker,
    giveUpSeat: isIdle,
    toAnswers: !isForm && isIdle,
    stepBack: isForm && step > 0 && isIdle,
  };
}

/** True while the endpoint has asked for a wait, so that nothing is being sent. */
export const isWaiting = (signing: Signing): boolean =>
  signing.outcome === 'sending' && signing.waitSeconds !== null;
