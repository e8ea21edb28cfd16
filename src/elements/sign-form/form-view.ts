import { html, nothing, type TemplateResult } from 'lit';
import { headingView } from '../actions/heading-view.js';
import { actionsView } from './actions-view.js';
import { listAnswers, type FormReading } from './answers.js';
import { consentsView, privacyView } from './consents-view.js';
import { endView } from './end-view.js';
import { explainProblems, type ShownProblem } from './error-text.js';
import { fieldsView } from './field-view.js';
import type { AskingModel, FormModel } from './form-model.js';
import { lifeView } from './life-view.js';
import { outcomeText, type OutcomeText } from './outcome-text.js';
import { answersView } from './outcome-view.js';
import { placesView, seatRow, seatView } from './seat-view.js';
import { seenView } from './seen-view.js';
import { resultIn } from './session.js';
import { summaryView } from './summary-view.js';

/** Renders the element: the form, or what stands in its place. */
export function panelView(model: FormModel): TemplateResult {
  const { phase, form } = model;
  const isWaiting = phase === 'waiting';
  const hasFallback = isWaiting || phase === 'failed' || phase === 'unconnected';
  return html`<div class="panel ${isWaiting ? 'waiting' : ''}" part="panel" aria-busy=${String(isWaiting)}>
    ${endView(model)}
    <slot ?hidden=${!hasFallback}></slot>
    ${form && phase !== 'signed' ? formView({ ...model, ...form, problems: problemsIn(model, form) }) : nothing}
    <slot name="after"></slot>
  </div>`;
}

/** Renders one form for all phases that may return to it: hidden or shown, its controls keep the answers. */
function formView(view: AskingModel): TemplateResult {
  const { session, asked, words, phase, document, problems, on } = view;
  const editing = phase === 'form';
  const shown = editing || phase === 'seat-taken' || phase === 'not-sent' || phase === 'rejected';
  const { step } = session;
  const { steps } = session.facts;
  const isLast = step === steps.length - 1;
  const hasSteps = editing && steps.length > 1;
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
      ${editing ? seatView(view) : nothing}
      ${steps.map(
        (some, i) =>
          html`<div class="fields" part="fields" ?hidden=${i !== step || some.length === 0}>
            ${fieldsView(some, view)}
          </div>`,
      )}
      <div class="consents" part="consents" ?hidden=${!isLast || asked.length === 0}>
        ${consentsView(view)}
      </div>
      <slot name="before-submit" ?hidden=${!isLast}></slot>
    </div>
    ${shown && !editing ? outcomeView(view) : nothing}${actionsView(view)}
    ${phase === 'not-sent' || phase === 'rejected' ? lastWayView(view) : nothing}
    ${editing ? footView(view) : nothing}
  </form>`;
}

/** Returns the problems to show, while the answers are in view. */
function problemsIn({ phase, session, postcodes, words }: FormModel, reading: FormReading): ShownProblem[] {
  const { questions, answers, asked: consents, country } = reading;
  const postcodeExample = postcodes?.postcodeExample(country) ?? null;
  const problems = phase === 'form' ? session.problems : [];
  return explainProblems(
    problems,
    { fields: questions.fields, consents, postcodeExample },
    answers.fields,
    words,
  );
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

/** Renders the outcome of a signature that was not accepted, in place of the fields, which are hidden meanwhile. */
function outcomeView(view: AskingModel): TemplateResult {
  const { phase, session, slice, words, document } = view;
  const text = html`<p class="text" part="outcome" id="outcome">${words.t(outcomeTextOf(view).text)}</p>`;
  if (phase === 'seat-taken') return html`${text}${placesView(view, 'heading')}`;
  const result = resultIn(session);
  const said = result.outcome === 'rejected' ? result.message : undefined;
  return html`${text} ${said ? html`<p class="text">${words.t('outcome.said', { text: said })}</p>` : nothing}
  ${document?.venue && slice.seat ? seatRow(view, false) : nothing} ${answersView(shownAnswers(view))}`;
}

/** Renders the last way to sign, where the author allows it. */
function lastWayView(view: AskingModel): unknown {
  const fallback = view.slice.declared?.fallback;
  // Answers that must be sealed are not offered as plain text either.
  if (view.isSending || view.document?.sealing || (!fallback?.copy && !fallback?.email)) return nothing;
  return view.fallback?.fallbackView(view, fallback, shownAnswers(view));
}
