import { html, nothing, type TemplateResult } from 'lit';
import type { Signing } from '../../campaign/state.js';
import type { MessageKey } from '../../i18n/keys.js';
import type { CampaignDocument, CampaignStatus } from '../../model/campaign.js';
import { opensView, type LifeContext } from './life-view.js';
import { answersView } from './outcome-view.js';
import { plateView } from './plate-view.js';
import type { SeatsView } from './seat-view.js';
import type { Translator } from '../base/translator.js';

/** Renders the element's one heading; `describedBy`: the ids of the texts read after it. */
export type Heading = (text: string, isLarge?: boolean, describedBy?: string | null) => TemplateResult;

/** Answers by their labels, as a person reads them. */
type Answers = readonly (readonly [label: string, value: string])[];

export interface EndContext {
  readonly heading: Heading;
  readonly view: SeatsView;
  readonly document: CampaignDocument | null;
  /** Occupancy bits, if known. */
  readonly taken: Uint8Array | null;
  /** The count as it is shown; null while it is unknown. */
  readonly signatures: number | null;
  /** True when everyone who has signed has a seat of their own. */
  readonly allSeated: boolean;
}

export interface Copying {
  /** True while the code may be shown: someone who returns with the browser's Back button does not see it again. */
  readonly shown: boolean;
  readonly state: 'no' | 'copied' | 'selected';
  copy(): void;
}

/** Renders the notice that the petition could not be loaded. `retry`: loads it again; null where that does not help. */
export function failedView(
  { heading, view: { words } }: EndContext,
  retry: (() => void) | null,
): TemplateResult {
  return html`${heading(words.t('form.failed'))}
  ${
    retry
      ? html`<div class="actions">
          <button type="button" @click=${retry}>${words.t('outcome.try-again')}</button>
        </div>`
      : nothing
  }`;
}

/** Renders the notice that the endpoint accepts no requests, before anyone types. */
export function unconnectedView({ heading, view: { words } }: EndContext): TemplateResult {
  return html`${heading(words.t('form.unconnected'))}
    <p class="text">${words.t('form.unconnected-hint')}</p>`;
}

/** Renders the result of an accepted signature, in our words or the author's. The signer gets the code in either case, and the next page opens only if they follow the link. */
export function thanksView(
  signing: Signing,
  end: EndContext,
  {
    copying,
    stored,
    isOwn,
    slotChanged,
    next,
    letters,
  }: {
    copying: Copying;
    /** The answers that were stored, if they are not the ones the signer sent last. */
    stored: Answers | null;
    /** True when the author's words are in the slot `signed`. */
    isOwn: boolean;
    slotChanged: () => void;
    /** URL of the page to open after signing. */
    next: string | null;
    /** Rendered address and advice for writing to the person the signer sits beside. */
    letters: unknown;
  },
): TemplateResult {
  const { words } = end.view;
  const code = 'withdrawalCode' in signing ? codeView(signing, words, copying) : null;
  return html`${
    isOwn
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
          ${earlierView(signing, words, stored)}${letters}${code}`
      : html`<slot name="signed" @slotchange=${slotChanged}
          >${signedView(signing, end, { stored, letters, code })}</slot
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
interface Result {
  readonly title: MessageKey;
  readonly text: string;
  readonly plate?: unknown;
  readonly more?: unknown;
}

function resultOf(
  signing: Signing,
  { view, document, taken, signatures, allSeated }: EndContext,
  stored: Answers | null,
): Result {
  const { words, stories } = view;
  switch (signing.outcome) {
    case 'signed': {
      const { place, receipt } = signing;
      const name = place && place.beside !== null ? words.text(stories[place.beside]?.name) : '';
      const where = place && { block: place.block, row: place.row, number: String(place.number), name };
      return {
        title: place ? 'outcome.signed-seat' : 'outcome.signed-standing',
        text: where
          ? words.t(name ? 'outcome.you-sit-beside' : 'outcome.you-sit', where)
          : words.t(document?.venue && receipt.seat === null ? 'outcome.you-stand' : 'outcome.signed'),
        plate: place ? plateView(view, taken, place.seat) : nothing,
        more: html`${earlierView(signing, words, stored)}
        ${peopleView(words, document, signatures, { isSeated: place !== null && allSeated, isOwn: true })}`,
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
        ${earlierView(signing, words, stored)}`,
      };
    }
    case 'duplicate':
      return {
        title: 'outcome.duplicate',
        text: words.t('outcome.duplicate-hint'),
        more: peopleView(words, document, signatures, { isOwn: true }),
      };
    default:
      return { title: 'outcome.assumed', text: words.t('outcome.assumed-hint') };
  }
}

/**
 * Renders an accepted signature: the slot below the result, for a ticket for instance, how to write to the person, and
 * the withdrawal code. The seat, the person and the note that the code is shown only once are read with the heading,
 * wherever they are in the page.
 */
function signedView(
  signing: Signing,
  end: EndContext,
  { stored, letters, code }: { stored: Answers | null; letters: unknown; code: unknown },
): TemplateResult {
  const { title, text, plate, more } = resultOf(signing, end, stored);
  const sentence = html`<p class="lede" part="outcome" id="outcome">${text}</p>`;
  // The ticket repeats this sentence; what the signer still has to do, and what is unknown, goes first.
  const isOnTicket = signing.outcome === 'signed';
  return html`${plate}${end.heading(end.view.words.t(title), true, code ? `outcome ${CODE_NOTE}` : 'outcome')}
    ${isOnTicket ? nothing : sentence}
    <slot name="result"></slot>
    ${isOnTicket ? sentence : nothing}${more}${letters}${code}`;
}

/** Renders the answers that an earlier attempt stored, before the last change. They are not shown again to someone who returns to the page. */
function earlierView(signing: Signing, words: Translator, stored: Answers | null): unknown {
  if (!('hasEarlierAnswers' in signing)) return nothing;
  return html`<p class="text">${words.t('outcome.earlier-answers')}</p>
    ${stored ? answersView(stored) : nothing}`;
}

/** Renders how many have signed together; nobody has a number of their own. */
function peopleView(
  words: Translator,
  document: CampaignDocument | null,
  signatures: number | null,
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
  { receipt, withdrawalCode }: Extract<Signing, { outcome: 'signed' | 'pending' }>,
  words: Translator,
  { shown, state, copy }: Copying,
): TemplateResult | null {
  if (!withdrawalCode || !shown) return null;
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
      ${words.t(state === 'copied' ? 'outcome.copied' : 'outcome.copy')}
    </button>
    ${state === 'selected' ? html`<p class="hint">${words.t('outcome.copy-by-hand')}</p>` : nothing}`;
}

/** Renders the notice before the first and after the last day of signing. */
export function closedView(
  status: Exclude<CampaignStatus, 'open'>,
  { heading, view, document, signatures }: EndContext,
  context: () => LifeContext,
): TemplateResult {
  const { words } = view;
  return html`${heading(words.t(`closed.${status}`))}
  ${
    status === 'draft'
      ? opensView(document, context)
      : html`<p class="text">${words.t('closed.thanks')}</p>
          ${peopleView(words, document, signatures)}`
  }`;
}
