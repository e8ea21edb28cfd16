import { html, nothing, type TemplateResult } from 'lit';
import { headingView } from '../actions/heading-view.js';
import { actionsView, rejectedActionsView } from './actions-view.js';
import { listAnswers, type FormReading } from './answers.js';
import { buttonText } from './button-text.js';
import { consentsView, privacyView, type ConsentsView } from './consents-view.js';
import { endView } from './end-view.js';
import { explainProblems, SEAT_ID, type Questions, type ShownProblem } from './error-text.js';
import { errorView, fieldsView } from './field-view.js';
import type { FormModel } from './form-model.js';
import { lifeView } from './life-view.js';
import { outcomeText, seatsGone, type OutcomeText } from './outcome-text.js';
import { answersView } from './outcome-view.js';
import { LOST_TITLE_ID, lostSeatView, placesView, seatRow } from './seat-view.js';
import { seenView } from './seen-view.js';
import { chosenSeat, lostSeat, progressOf, resultIn } from './session.js';
import { summaryView } from './summary-view.js';

/** The model of an element with questions. */
type AskingModel = FormModel & FormReading;

/** Renders the element: the form, or what stands in its place. */
export function panelView(model: FormModel): TemplateResult {
  const { phase, form } = model;
  const isWaiting = phase === 'waiting';
  const hasFallback = isWaiting || phase === 'failed' || phase === 'unconnected';
  return html`<div class="panel ${isWaiting ? 'waiting' : ''}" part="panel" aria-busy=${String(isWaiting)}>
    ${endView(model)}
    <slot ?hidden=${!hasFallback}></slot>
    ${form && phase !== 'signed' ? formView({ ...model, ...form }) : nothing}
    <slot name="after"></slot>
  </div>`;
}

/** Renders one form for all phases that may return to it: hidden or shown, its controls keep the answers. */
function formView(view: AskingModel): TemplateResult {
  const { session, asked, words, phase, document, on } = view;
  const editing = phase === 'form';
  const shown = editing || phase === 'seat-taken' || phase === 'not-sent' || phase === 'rejected';
  const problems = editing ? problemsOf(view) : [];
  const { step } = session;
  const { steps } = session.facts;
  const isLast = step === steps.length - 1;
  const hasSteps = editing && steps.length > 1;
  const fields = fieldsOf(view, problems);
  // The heading takes the focus; with Tab one would pass by the words under it, which say what is kept and what to do.
  const describedBy = hasSteps ? 'step' : editing ? null : 'outcome';
  // method="dialog": a script that calls submit() and skips our validation must not send the answers in a URL.
  return html`<form
    part="form"
    method="dialog"
    novalidate
    aria-labelledby="heading"
    ?hidden=${!shown}
    @submit=${on.submit}
    @change=${on.change}
    @input=${on.input}
    @focusin=${on.focusin}
    @pointerdown=${on.pointerdown}
  >
    ${summaryView(words, problems, on.goTo)}
    ${
      hasSteps
        ? html`<p class="hint step" part="step" id="step">
            ${words.t('form.step', { index: step + 1, total: steps.length })}
          </p>`
        : nothing
    }
    ${shown ? headingView(titleOf(view), view.headingLevel, { describedBy }) : nothing}
    <div ?hidden=${!editing}>
      ${editing ? lifeView(document, view.slice.day, view.life) : nothing}
      <slot name="intro"></slot>
      ${editing ? seatView(view, problems) : nothing}
      ${steps.map(
        (some, i) =>
          html`<div class="fields" part="fields" ?hidden=${i !== step || some.length === 0}>
            ${fieldsView(some, fields)}
          </div>`,
      )}
      <div class="consents" part="consents" ?hidden=${!isLast || asked.length === 0}>
        ${consentsView(asked, fields)}
      </div>
      <slot name="before-submit" ?hidden=${!isLast}></slot>
    </div>
    ${shown && !editing ? outcomeView(view) : nothing}${formActionsView(view)}
    ${phase === 'not-sent' || phase === 'rejected' ? lastWayView(view) : nothing}
    ${editing ? footView(view) : nothing}
  </form>`;
}

function problemsOf({
  session,
  questions,
  answers,
  asked,
  country,
  postcodes,
  words,
}: AskingModel): ShownProblem[] {
  const postcodeExample = postcodes?.postcodeExample(country) ?? null;
  const shown: Questions = { fields: questions.fields, consents: asked, postcodeExample };
  return explainProblems(session.problems, shown, answers.fields, words);
}

function fieldsOf(view: AskingModel, problems: readonly ShownProblem[]): ConsentsView {
  const { words, document, session, isSending, country, postcodes } = view;
  return {
    words,
    problems,
    target: document?.target,
    frozen: isSending && session.isOwn,
    country,
    postcodes,
    suggestion: session.suggestion,
    organisers: document?.organisers ?? [],
    petition: document?.id ?? '',
  };
}

/** Renders who sees what, and the privacy notice. Below the button, so that the way to it stays short. */
function footView({ document, hasSeats, questions, asked, words }: AskingModel): TemplateResult {
  const ids = new Set(asked.map(({ organiser }) => organiser));
  const only = ids.size === 1 ? document?.organisers.find(({ id }) => ids.has(id)) : undefined;
  return html`${seenView(words, questions.fields, document?.target, hasSeats)}${privacyView(words, only)}`;
}

function titleOf(view: AskingModel): string {
  const { phase, heading, document, words } = view;
  if (phase !== 'form') return words.t(outcomeTextOf(view).title, { name: keptFor(view) });
  return (
    heading ?? (words.text(document?.ask) || words.t(document?.venue ? 'form.title-seat' : 'form.title'))
  );
}

function outcomeTextOf(view: AskingModel): OutcomeText {
  const { session, offered, slice } = view;
  const isKept = keptFor(view) !== '';
  return outcomeText(resultIn(session), { offered: offered.length, full: slice.full, keptFor: isKept });
}

/** Returns the name of the person a refused seat is kept for; empty if there is none. */
function keptFor({ session, slice, words }: AskingModel): string {
  const result = resultIn(session);
  if (result.outcome !== 'seat-taken') return '';
  const kept = slice.kept.find(({ seat }) => seat === result.seat);
  return kept ? words.text(slice.document?.stories[kept.story]?.name) : '';
}

/** Lists the answers as a person reads them. */
const shownAnswers = ({ questions, answers, words }: AskingModel): [label: string, value: string][] =>
  listAnswers(questions.fields, answers.fields, words);

function seatView(view: AskingModel, problems: readonly ShownProblem[]): unknown {
  const { slice, session, seats, words, hasSeats, possible, offered, on } = view;
  if (!hasSeats) return nothing;
  const { seat, notice, full, isSeatUnknown: isUnknown } = slice;
  const { isStanding } = session;
  const change = possible.change ? on.toPicker : null;
  const signWithoutSeat = possible.giveUpSeat ? on.signWithoutSeat : null;
  if (seat || !notice) {
    const problem = problems.find(({ control }) => control === SEAT_ID);
    return html`<div id=${SEAT_ID}>
      ${seatRow(seats, { seat, full, isUnknown, change, signWithoutSeat, isStanding })}${errorView(SEAT_ID, problem)}
    </div>`;
  }
  return lostSeatView(seats, {
    id: SEAT_ID,
    lost: notice.lost,
    text: words.t(offered.length > 0 ? 'outcome.seat-taken-hint' : seatsGone(full)),
    places: offeredView(view, LOST_TITLE_ID),
    change: full ? null : change,
    signWithoutSeat,
  });
}

function offeredView({ seats, offered, session, isSending, on }: AskingModel, labelledby: string): unknown {
  if (offered.length === 0) return nothing;
  return placesView(seats, {
    places: offered,
    chosen: chosenSeat(session)?.seat ?? null,
    frozen: isSending,
    labelledby,
    choose: (seat) => on.send({ type: 'place-chosen', seat }),
  });
}

/** Renders the outcome of a signature that was not accepted, in place of the fields, which are hidden meanwhile. */
function outcomeView(view: AskingModel): TemplateResult {
  const { phase, session, seats, slice, words, document } = view;
  const text = html`<p class="text" part="outcome" id="outcome">${words.t(outcomeTextOf(view).text)}</p>`;
  if (phase === 'seat-taken') return html`${text}${offeredView(view, 'heading')}`;
  const result = resultIn(session);
  const said = result.outcome === 'rejected' ? result.message : undefined;
  return html`${text} ${said ? html`<p class="text">${words.t('outcome.said', { text: said })}</p>` : nothing}
  ${document?.venue && slice.seat ? seatRow(seats, { seat: slice.seat, full: false, change: null }) : nothing}
  ${answersView(shownAnswers(view))}`;
}

/** Renders the last way to sign, where the author allows it. */
function lastWayView(view: AskingModel): unknown {
  const { slice, session, answers, document, words, isSending, on } = view;
  const fallback = slice.declared?.fallback;
  // Answers that must be sealed are not offered as plain text either.
  if (isSending || !view.fallback || document?.sealing || (!fallback?.copy && !fallback?.email))
    return nothing;
  return view.fallback.fallbackView({
    words,
    fallback,
    title: words.text(document?.title),
    answers: shownAnswers(view),
    consents: answers.consents.filter(({ given }) => given).map(({ text }) => text),
    seat: slice.seat,
    state: session.copied,
    copied: (state) => on.send({ type: 'copied', state, what: 'fallback' }),
  });
}

function formActionsView(view: AskingModel): TemplateResult {
  const { slice, session, words, document, phase, isSending, possible, offered, on } = view;
  const toAnswers = (): void => on.send({ type: 'answers-chosen' });
  if (possible.submit === 'none') return rejectedActionsView(words, document?.organisers ?? [], toAnswers);
  if (possible.submit === 'continue')
    return html`<div class="actions">
      <button class="act" type="submit" part="continue">${words.t('form.continue')}</button>
    </div>`;
  const [label, text] = progressOf(session.signing);
  const hasSeat = slice.seat !== null;
  return actionsView({
    words,
    label: words.t(
      ...buttonText({
        phase,
        end: resultIn(session),
        offered,
        chosen: chosenSeat(session)?.seat ?? null,
        hasSeat,
        lost: lostSeat(session),
        hasVenue: !!document?.venue,
      }),
    ),
    seat: hasSeat || offered.length > 0,
    sending: isSending,
    progress: session.sending === 'slow' ? { label: words.t(...label), text: words.t(...text) } : null,
    note: phase === 'form' ? noteOf(view) : '',
    toChoice: possible.chooseFirst ? on.toPicker : null,
    toPicker: phase === 'seat-taken' && possible.change && !slice.full ? on.toPicker : null,
    toAnswers: possible.toAnswers ? toAnswers : null,
    toStep: possible.stepBack ? () => on.send({ type: 'step-chosen', step: session.step - 1 }) : null,
  });
}

/** Returns what the button does, and how to withdraw: not on plain http, where no code can be made, and not with services that give none. */
function noteOf({ slice, document, words }: AskingModel): string {
  if (!document) return '';
  const subtle = slice.declared ? undefined : (globalThis.crypto.subtle as SubtleCrypto | undefined);
  return [document.venue && words.t('form.privacy-note'), subtle && words.t('form.withdraw-note')]
    .filter(Boolean)
    .join(' ');
}
