import type { SignForm } from '../../campaign/endpoint.js';
import type { Signing } from '../../campaign/state.js';
import { pointerTo, type FieldProblem } from '../../model/signature/signature.js';
import type { SeatDescription } from '../../venue/describe.js';
import { isUnsure, seatTakenHint } from './outcome-text.js';
import {
  chosenSeat,
  initialSession,
  isWaiting,
  phaseIn,
  progressOf,
  resultIn,
  type AcceptedSigning,
  type CopyState,
  type EmailSuggestion,
  type Result,
  type Session,
  type SessionFacts,
  type SessionMessage,
} from './session.js';
import { firstStep, problemsUpTo, type Steps } from './steps.js';

/** Every change of a session, as an event; what must happen in the page comes back as effects. Pure. */

export type SessionEvent =
  /** Another campaign: all of it begins anew. */
  | { type: 'campaign-replaced' }
  /** `own`: problems that our own validation finds, if the endpoint has just refused the answers. */
  | { type: 'campaign-read'; facts: SessionFacts; own: readonly FieldProblem[] }
  /** Other questions: problems name answers to those before. `isOtherPetition`: answers are not carried over either. */
  | { type: 'questions-replaced'; isOtherPetition: boolean }
  /** The button was pressed, with these problems in the answers. */
  | { type: 'submit'; answers: SignForm; problems: readonly FieldProblem[] }
  /** The page did not cancel it, and the campaign is asked to send. */
  | { type: 'sent' }
  /** Sending takes its time. */
  | { type: 'slow' }
  /** Other answers than the last ones were stored. */
  | { type: 'stored'; answers: SignForm }
  | { type: 'step-chosen'; step: number }
  /** A link leads to a control of a step; its problems stay. */
  | { type: 'step-revealed'; step: number }
  | { type: 'answers-chosen' }
  | { type: 'answer-changed'; name: string }
  /** An answer with a problem was validated again. */
  | { type: 'answer-validated'; pointer: string; problem: FieldProblem | null }
  | { type: 'email-questioned'; suggestion: EmailSuggestion }
  | { type: 'place-chosen'; seat: number }
  /** Another signer has the offered seat by now. */
  | { type: 'place-gone'; seat: number }
  | { type: 'seat-given-up' }
  | { type: 'copied'; state: Exclude<CopyState, 'no'>; what: 'outcome' | 'fallback' }
  | { type: 'address-copied' }
  /** The browser restored the page, which the signer had left. */
  | { type: 'page-restored' };

export type FocusTarget = 'heading' | 'summary';

export type SessionEffect =
  | { type: 'announce'; messages: readonly SessionMessage[] }
  /** Focuses an element after the next update. `orAnnounce`: a signer who is elsewhere in the page by now hears it instead. */
  | { type: 'focus'; target: FocusTarget; orAnnounce?: boolean }
  | { type: 'clear-answers' }
  /** Keeps the height and, if this form sends, the answers as they are. */
  | { type: 'hold'; answers: boolean }
  /** Nothing is sent any longer: the answers may change. */
  | { type: 'release' }
  | { type: 'release-height' }
  /** Waits whether sending takes its time. */
  | { type: 'start-timer' }
  /** Asks page and campaign to send. `place`: an offered seat to take first; `anyway`: even if it may count twice. */
  | { type: 'send'; answers: SignForm; place: SeatDescription | null; anyway: boolean }
  | { type: 'open-next-page'; signing: AcceptedSigning };

/** The changes an event makes, and the effects that follow. */
type Change = readonly [changes: Partial<Session>, ...effects: SessionEffect[]];

const spoken = (...messages: readonly SessionMessage[]): SessionEffect => ({ type: 'announce', messages });

/** The choice among seats that are offered for the first time. */
const FRESH_OFFER = initialSession.offer;

/** Returns the next session, and what must happen in the page. */
export function reduceSession(
  session: Session,
  event: SessionEvent,
): readonly [Session, readonly SessionEffect[]] {
  const [changes, ...effects] = changeBy(session, event);
  return [{ ...session, ...changes }, effects];
}

function changeBy(session: Session, event: SessionEvent): Change {
  const { offer, suggestion } = session;
  switch (event.type) {
    case 'campaign-replaced':
      return [initialSession, { type: 'release' }, { type: 'release-height' }];
    case 'campaign-read':
      return followCampaign(session, event.facts, event.own);
    case 'questions-replaced':
      return event.isOtherPetition ? WITHOUT_ANSWERS : [{ problems: [] }];
    case 'submit':
      return submit(session, event.answers, event.problems);
    case 'sent':
      return [{ isOwn: true, sending: 'quick', suggestion: null }];
    case 'slow':
      if (session.sending === 'no' || isWaiting(session.signing)) return [{}];
      return [{ sending: 'slow' }, spoken(...progressOf(session.signing))];
    case 'stored':
      return [session.keepsake === 'forgotten' ? {} : { keepsake: { stored: event.answers } }];
    case 'step-chosen':
      return chooseStep(event.step);
    case 'step-revealed':
      return [{ step: event.step }];
    case 'answers-chosen':
      return [dismiss(session), { type: 'focus', target: 'heading' }];
    case 'answer-changed':
      return [suggestion?.name === event.name ? { suggestion: null } : {}];
    case 'answer-validated':
      return [
        {
          problems: session.problems.flatMap((one) =>
            one.pointer !== event.pointer ? [one] : (event.problem ?? []),
          ),
        },
      ];
    case 'email-questioned':
      if (session.sending !== 'no' || phaseIn(session) !== 'form') return [{}];
      return [{ suggestion: event.suggestion }, spoken(['form.typo', { email: event.suggestion.address }])];
    case 'place-chosen':
      return [{ offer: { ...offer, chosen: event.seat } }];
    case 'place-gone':
      return [
        { offer: { chosen: 'first', gone: [...offer.gone, event.seat] } },
        spoken(['problem.out-of-range']),
      ];
    case 'seat-given-up':
      return [
        { isStanding: true, offer: { ...offer, chosen: null } },
        spoken(['form.standing'], ['form.standing-hint']),
      ];
    case 'copied':
      return [
        { copied: event.state },
        spoken([event.state === 'copied' ? `${event.what}.copied` : `${event.what}.copy-by-hand`]),
      ];
    case 'address-copied':
      return [{ isAddressCopied: true }, spoken(['outcome.address-copied'])];
    case 'page-restored':
      // A finished signature stays finished.
      return phaseIn(session) === 'signed'
        ? [{ ...NO_ANSWERS, keepsake: 'forgotten' }, { type: 'clear-answers' }]
        : [{}];
  }
}

/** The changes when all answers are deleted: they are stored, or belong to another petition. */
const NO_ANSWERS = { problems: [], step: 0 };
const WITHOUT_ANSWERS: Change = [NO_ANSWERS, { type: 'clear-answers' }];

/** Follows the campaign: a lost seat, a submission and its result, another seat; each is handled once. */
function followCampaign(session: Session, facts: SessionFacts, own: readonly FieldProblem[]): Change {
  const [noticed, ...heard] = followNotice(session, facts);
  const [signed, ...effects] = followSigning(session, facts, own);
  const { problems, step } = { ...session, ...signed };
  const isSameSeat = facts.seat === session.facts.seat;
  const changes: Partial<Session> = {
    ...noticed,
    ...signed,
    facts,
    // The problem of a seat does not apply to another one.
    problems: isSameSeat ? problems : problems.filter(({ pointer }) => pointer !== pointerTo('seat')),
    step: Math.min(step, facts.steps.length - 1),
    isStanding: session.isStanding && !facts.seat,
  };
  return [changes, ...heard, ...effects];
}

/** Offers seats in place of one that was lost while the signer was answering; the focus stays where they type. */
function followNotice({ facts }: Session, { notice, full }: SessionFacts): Change {
  if (!notice || notice === facts.notice) return [{}];
  return [{ offer: FRESH_OFFER }, spoken(['outcome.seat-taken'], [seatTakenHint(notice.near.length, full)])];
}

/** Follows the submission of the campaign, whichever form sent it. */
function followSigning(session: Session, facts: SessionFacts, own: readonly FieldProblem[]): Change {
  const { signing } = facts;
  const before = session.signing;
  if (signing?.outcome !== 'sending') {
    const ended: Partial<Session> = { sending: 'no' };
    if (!signing || signing === before) return [ended];
    const isRenamed = signing.outcome === before.outcome;
    const next = { ...ended, signing, copied: 'no', result: resultOf(session, signing, isRenamed) } as const;
    // The same result, with seats renamed by a newer document.
    if (isRenamed) return [next];
    const [changes, ...effects] = end(session, next.result, facts.steps, own);
    return [{ ...next, ...changes }, { type: 'release' }, ...effects];
  }
  const sending = session.sending === 'slow' || isWaiting(signing) ? 'slow' : 'quick';
  if (signing === before) return [{ sending }];
  // What this form sends is marked before the campaign says that it is being sent. A check that nobody pressed for is of the
  // last submission.
  const isSame = before.outcome === 'sending' || signing.isCheck === true;
  const isOwn = isSame ? session.isOwn : session.sending !== 'no';
  const hold: SessionEffect = { type: 'hold', answers: isOwn };
  // While the endpoint asks for a wait, nothing is being sent: "sending" is not announced.
  const pace: SessionEffect = isWaiting(signing) ? spoken(progressOf(signing)[1]) : { type: 'start-timer' };
  const effects = before.outcome === 'sending' ? [pace] : [hold, pace];
  return [{ signing, sending, isOwn, copied: 'no', suggestion: null }, ...effects];
}

/** Shows a new result, in the form that sent it. */
function end(session: Session, result: Result, steps: Steps, own: readonly FieldProblem[]): Change {
  const focus = (target: FocusTarget): SessionEffect => ({ type: 'focus', target, orAnnounce: true });
  if (result.type === 'accepted') {
    const { signing } = result;
    const shown: SessionEffect[] = [{ type: 'open-next-page', signing }, focus('heading')];
    return [...WITHOUT_ANSWERS, ...(session.isOwn ? shown : [])];
  }
  if (result.type === 'none' || !session.isOwn) return [{}];
  const { signing } = result;
  if (signing.outcome !== 'invalid')
    return [signing.outcome === 'seat-taken' ? { offer: FRESH_OFFER } : {}, focus('heading')];
  const problems = signing.errors.map((error): FieldProblem =>
    own.some(({ pointer }) => pointer === error.pointer) ? error : { ...error, isServices: true },
  );
  return [located(session, problems, steps), focus(problems.length > 0 ? 'summary' : 'heading')];
}

function resultOf({ result, isOwn, facts }: Session, signing: Signing, isRenamed: boolean): Result {
  switch (signing.outcome) {
    case 'idle':
    case 'sending':
      return { type: 'none' };
    case 'signed':
    case 'pending':
    case 'duplicate':
    case 'assumed':
      return { type: 'accepted', signing };
    default:
      return isRenamed && result.type === 'refused'
        ? { ...result, signing }
        : { type: 'refused', signing, at: isOwn ? 'here' : 'elsewhere', sent: facts.seat };
  }
}

/** Decides what a press on the button does: show problems, go to the next step, or send. */
function submit(session: Session, answers: SignForm, found: readonly FieldProblem[]): Change {
  const phase = phaseIn(session);
  if (session.sending !== 'no' || !['form', 'seat-taken', 'not-sent'].includes(phase)) return [{}];
  const { step, facts } = session;
  const { steps } = facts;
  const isLast = phase !== 'form' || step === steps.length - 1;
  const changes = located(session, isLast ? found : problemsUpTo(step, found, steps), steps);
  if (changes.problems.length > 0)
    return [
      { ...changes, ...dismiss(session) },
      { type: 'focus', target: 'summary' },
    ];
  if (!isLast) return chooseStep(step + 1);
  // A signer who presses the button below the warning that it may count twice has read it.
  const anyway = phase === 'not-sent' && isUnsure(resultIn(session));
  return [changes, { type: 'send', answers, place: chosenSeat(session), anyway }];
}

/** Shows another step, from its beginning. */
const chooseStep = (step: number): Change => [
  { step, problems: [], suggestion: null },
  { type: 'release-height' },
  { type: 'focus', target: 'heading' },
];

/** Returns problems, with the step of the first of them. */
const located = (
  { step }: Session,
  problems: readonly FieldProblem[],
  steps: Steps,
): Pick<Session, 'problems' | 'step'> => ({
  problems,
  step: problems.length > 0 ? firstStep(problems, steps, step) : step,
});

const dismiss = ({ result }: Session): Partial<Session> =>
  result.type === 'refused' ? { result: { ...result, at: 'dismissed' } } : {};
