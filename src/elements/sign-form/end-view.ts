import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../i18n/keys.js';
import type { CampaignStatus } from '../../model/campaign.js';
import { copyFrom } from '../actions/copy.js';
import { headingView } from '../actions/heading-view.js';
import { listAnswers } from './answers.js';
import type { FormModel } from './form-model.js';
import { opensView } from './life-view.js';
import { answersView } from './outcome-view.js';
import type { AcceptedSigning } from './session.js';
import { writeToView } from './write-to-view.js';

/** Renders the content that replaces the form. */
export function endView(model: FormModel): unknown {
  const { session, slice, words, on } = model;
  switch (model.phase) {
    case 'signed':
      return session.result.type === 'accepted' ? thanksView(session.result.signing, model) : nothing;
    case 'closed':
      return slice.status === 'open' ? nothing : closedView(slice.status, model);
    case 'unconnected':
      return html`${endHeading(model, 'form.unconnected')}
        <p class="text">${words.t('form.unconnected-hint')}</p>`;
    case 'failed':
      return html`${endHeading(model, 'form.failed')}
      ${
        // A document that the author never gave cannot be loaded by trying again.
        slice.phase === 'failed'
          ? html`<div class="actions">
              <button type="button" @click=${on.retry}>${words.t('outcome.try-again')}</button>
            </div>`
          : nothing
      }`;
    default:
      return nothing;
  }
}

/** Renders the element's one heading; `describedBy`: the ids of the texts read after it. */
const endHeading = (
  { headingLevel, words }: FormModel,
  key: MessageKey,
  describedBy: string | null = null,
): TemplateResult => headingView(words.t(key), headingLevel, { isLarge: describedBy !== null, describedBy });

/** Renders the result of an accepted signature, in our words or the author's. The signer gets the code in either case, and the next page opens only if they follow the link. */
function thanksView(signing: AcceptedSigning, model: FormModel): TemplateResult {
  const { words, next } = model;
  const code = 'withdrawalCode' in signing ? codeView(signing, model) : null;
  const earlier = earlierView(signing, model);
  const letters = writeToView(model, 'place' in signing ? (signing.place?.beside ?? null) : null);
  return html`${
    model.hasOwnWords
      ? html`<div
            id="heading"
            class="own"
            role="group"
            aria-label=${words.t('outcome.signed-standing')}
            aria-describedby=${code ? CODE_NOTE : nothing}
            tabindex="-1"
          >
            <slot name="signed"></slot>
          </div>
          <slot name="result"></slot>
          ${earlier}${letters}${code}`
      : html`<slot name="signed" @slotchange=${model.on.slotChanged}
          >${signedView(signing, model, { earlier, letters, code })}</slot
        >`
  }
  ${
    next
      ? html`<p class="actions">
          <a class="button" part="go-on" href=${next} rel="noreferrer">
            ${words.t('outcome.go-on', { site: new URL(next).hostname })}
          </a>
        </p>`
      : nothing
  }`;
}

/** Texts about an accepted signature: a heading, the sentence that explains it, and what follows. */
interface AcceptedText {
  readonly title: MessageKey;
  readonly text: string;
  readonly plate?: unknown;
  readonly more?: unknown;
}

function textOf(signing: AcceptedSigning, model: FormModel, earlier: unknown): AcceptedText {
  const { seats, slice, words, document } = model;
  switch (signing.outcome) {
    case 'signed': {
      const { place, receipt } = signing;
      const name = place && place.beside !== null ? words.text(seats.stories[place.beside]?.name) : '';
      const where = place && { block: place.block, row: place.row, number: String(place.number), name };
      return {
        title: place ? 'outcome.signed-seat' : 'outcome.signed-standing',
        text: where
          ? words.t(name ? 'outcome.you-sit-beside' : 'outcome.you-sit', where)
          : words.t(document?.venue && receipt.seat === null ? 'outcome.you-stand' : 'outcome.signed'),
        plate: place && seats.near?.plateView(seats, slice.taken, place.seat),
        more: html`${earlier}
        ${peopleView(model, { isSeated: place !== null && slice.allSeated, isOwn: true })}`,
      };
    }
    case 'pending': {
      const { place } = signing;
      return {
        title: 'outcome.pending',
        text: words.t('outcome.pending-hint'),
        more: html`${
          place
            ? html`<p class="text">
                ${words.t('outcome.pending-seat', { block: place.block, row: place.row, number: String(place.number) })}
              </p>`
            : nothing
        }
        ${earlier}`,
      };
    }
    case 'duplicate':
      return {
        title: 'outcome.duplicate',
        text: words.t('outcome.duplicate-hint'),
        more: peopleView(model, { isOwn: true }),
      };
    case 'assumed':
      return { title: 'outcome.assumed', text: words.t('outcome.assumed-hint') };
  }
}

/**
 * Renders an accepted signature: the slot below the result, for a ticket for instance, how to write to the person, and
 * the withdrawal code. The seat, the person and the note that the code is shown only once are read with the heading,
 * wherever they are in the page.
 */
function signedView(
  signing: AcceptedSigning,
  model: FormModel,
  { earlier, letters, code }: { earlier: unknown; letters: unknown; code: unknown },
): TemplateResult {
  const { title, text, plate, more } = textOf(signing, model, earlier);
  const sentence = html`<p class="lede" part="outcome" id="outcome">${text}</p>`;
  // The ticket repeats this sentence; what the signer still has to do, and what is unknown, goes first.
  const isOnTicket = signing.outcome === 'signed';
  return html`${plate}${endHeading(model, title, code ? `outcome ${CODE_NOTE}` : 'outcome')}
    ${isOnTicket ? nothing : sentence}
    <slot name="result"></slot>
    ${isOnTicket ? sentence : nothing}${more}${letters}${code}`;
}

/** Renders the answers that an earlier attempt stored, before the last change. They are not shown again to someone who returns to the page. */
function earlierView(signing: AcceptedSigning, { session, form, words }: FormModel): unknown {
  if (!('hasEarlierAnswers' in signing)) return nothing;
  const stored = session.keepsake === 'forgotten' ? null : session.keepsake.stored;
  return html`<p class="text">${words.t('outcome.earlier-answers')}</p>
    ${stored ? answersView(listAnswers(form?.questions.fields ?? [], stored.fields, words)) : nothing}`;
}

/** Renders how many have signed together; nobody has a number of their own. */
function peopleView(
  { slice: { signatures }, document, words }: FormModel,
  { isSeated = false, isOwn = false }: { isSeated?: boolean; isOwn?: boolean } = {},
): unknown {
  if (signatures === null || signatures < Math.max(1, document?.minimum ?? 0)) return nothing;
  const key =
    isOwn && signatures === 1 ? 'outcome.first' : isSeated ? 'outcome.people' : 'outcome.people-signed';
  return html`<p class="text">${words.t(key, { count: signatures })}</p>`;
}

/** Id of the one text, in one text node, that says that there is a code and that it is shown only once: Chromium reads several nodes as several words. */
const CODE_NOTE = 'code-note';

/** Renders receipt and code as one text. Without a code (plain http) the receipt alone cannot withdraw anything, so nothing is shown. */
function codeView(
  { receipt, withdrawalCode }: Extract<AcceptedSigning, { outcome: 'signed' | 'pending' }>,
  { session, words, on }: FormModel,
): TemplateResult | null {
  if (!withdrawalCode || session.keepsake === 'forgotten') return null;
  const copy = async ({ currentTarget }: Event): Promise<void> => {
    const root = (currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    const state = await copyFrom(root.getElementById('code') as HTMLTextAreaElement);
    on.send({ type: 'copied', state, what: 'outcome' });
  };
  return html`<div class="code" part="code">
      <label class="hint" for="code">${words.t('outcome.code-label')}</label>
      <textarea
        id="code"
        readonly
        rows="3"
        dir="ltr"
        translate="no"
        spellcheck="false"
        autocomplete="off"
        aria-describedby="code-hint"
        .value=${`${receipt.id}.${withdrawalCode}`}
        @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}
      ></textarea>
      <p class="hint" id="code-hint">${words.t('outcome.code-hint')}</p>
      <p id=${CODE_NOTE} hidden>${`${words.t('outcome.code-label')}. ${words.t('outcome.code-hint')}`}</p>
    </div>
    <button type="button" part="copy" @click=${copy}>
      ${words.t(session.copied === 'copied' ? 'outcome.copied' : 'outcome.copy')}
    </button>
    ${session.copied === 'selected' ? html`<p class="hint">${words.t('outcome.copy-by-hand')}</p>` : nothing}`;
}

/** Renders the notice before the first and after the last day of signing. */
const closedView = (status: Exclude<CampaignStatus, 'open'>, model: FormModel): TemplateResult =>
  html`${endHeading(model, `closed.${status}`)}
  ${
    status === 'draft'
      ? opensView(model.document, model.life)
      : html`<p class="text">${model.words.t('closed.thanks')}</p>
          ${peopleView(model)}`
  }`;
