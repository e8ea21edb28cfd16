import { html, nothing, type TemplateResult } from 'lit';
import type { Signing } from '../../campaign/state.js';
import type { CampaignDocument, CampaignStatus } from '../../model/campaign.js';
import { formatDay } from '../../i18n/format.js';
import { plateView } from './plate-view.js';
import type { SeatsView } from './seat-view.js';
import type { Words } from './words.js';

/** Draws the element's one heading. */
export type Heading = (text: string, large?: boolean) => TemplateResult;

export interface End {
  readonly heading: Heading;
  readonly view: SeatsView;
  readonly document: CampaignDocument | null;
  /** Occupancy bits, where they are known. */
  readonly taken: Uint8Array | null;
  /** The count as it is shown; null while it is not known. */
  readonly signatures: number | null;
}

export interface Copying {
  /** Whether the code may be shown: somebody who comes back later by the browser's button is not shown it again. */
  readonly shown: boolean;
  readonly state: 'no' | 'copied' | 'selected';
  copy(): void;
}

/** The petition cannot be read. `retry`: reads it again; null where that does not help. */
export function failedView({ heading, view: { words } }: End, retry: (() => void) | null): TemplateResult {
  return html`${heading(words.t('form.failed'))}
  ${
    retry
      ? html`<div class="actions">
          <button type="button" @click=${retry}>${words.t('outcome.try-again')}</button>
        </div>`
      : nothing
  }`;
}

/** The signature is in: our words or the author's; the code is the signer's in any case, and nobody is led away from it unasked. */
export function thanksView(
  signing: Signing,
  end: End,
  {
    copying,
    isOwn,
    slotChanged,
    next,
  }: {
    copying: Copying;
    /** Whether the author's words stand in the slot `signed`. */
    isOwn: boolean;
    slotChanged: () => void;
    /** The page that comes after signing. */
    next: string | null;
  },
): TemplateResult {
  const { words } = end.view;
  return html`${
    isOwn
      ? html`<div
            id="heading"
            class="own"
            role="group"
            aria-label=${words.t('outcome.signed-standing')}
            tabindex="-1"
          >
            <slot name="signed"></slot>
          </div>
          ${'withdrawalCode' in signing ? codeView(signing, words, copying) : nothing}`
      : html`<slot name="signed" @slotchange=${slotChanged}>${signedView(signing, end, copying)}</slot>`
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

/** The signature is in: the seat, how many people sit there, and the code that takes it back. */
function signedView(
  signing: Signing,
  { heading, view, document, taken, signatures }: End,
  copying: Copying,
): TemplateResult {
  const { words, stories } = view;
  switch (signing.outcome) {
    case 'signed': {
      const { place, receipt } = signing;
      const name = place && place.beside !== null ? words.text(stories[place.beside]?.name) : '';
      const where = place && { block: place.block, row: place.row, number: String(place.number), name };
      const text = where
        ? words.t(name ? 'outcome.you-sit-beside' : 'outcome.you-sit', where)
        : words.t(document?.venue && receipt.seat === null ? 'outcome.you-stand' : 'outcome.signed');
      return html`${place ? plateView(view, taken, place.seat) : nothing}
        ${heading(words.t(receipt.seat !== null ? 'outcome.signed-seat' : 'outcome.signed-standing'), true)}
        <p class="lede" part="outcome">${text}</p>
        ${peopleView(words, document, signatures, signing.receipt.seat !== null)}${codeView(signing, words, copying)}`;
    }
    case 'pending': {
      const { place } = signing;
      return html`${heading(words.t('outcome.pending'), true)}
        <p class="lede" part="outcome">${words.t('outcome.pending-hint')}</p>
        ${
          place
            ? html`<p class="text">
                ${words.t('outcome.pending-seat', { block: place.block, row: place.row, number: String(place.number) })}
              </p>`
            : nothing
        }
        ${codeView(signing, words, copying)}`;
    }
    case 'duplicate':
      return html`${heading(words.t('outcome.duplicate'), true)}
        <p class="lede" part="outcome">${words.t('outcome.duplicate-hint')}</p>
        ${peopleView(words, document, signatures)}`;
    default:
      return html`${heading(words.t('outcome.assumed'), true)}
        <p class="lede" part="outcome">${words.t('outcome.assumed-hint')}</p>`;
  }
}

/** How many there are together; nobody has a number of their own. */
function peopleView(
  words: Words,
  document: CampaignDocument | null,
  signatures: number | null,
  isSeated = false,
): unknown {
  if (signatures === null || signatures < Math.max(1, document?.minimum ?? 0)) return nothing;
  return html`<p class="text">
    ${words.t(isSeated ? 'outcome.people' : 'outcome.people-signed', { count: signatures })}
  </p>`;
}

/** Receipt and code as one text. Without a code (plain http) the receipt alone could take nothing back, so nothing is shown. */
function codeView(
  { receipt, withdrawalCode }: Extract<Signing, { outcome: 'signed' | 'pending' }>,
  words: Words,
  { shown, state, copy }: Copying,
): unknown {
  if (!withdrawalCode || !shown) return nothing;
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
    </div>
    <button type="button" part="copy" @click=${copy}>
      ${words.t(state === 'copied' ? 'outcome.copied' : 'outcome.copy')}
    </button>
    ${state === 'selected' ? html`<p class="hint">${words.t('outcome.copy-by-hand')}</p>` : nothing}`;
}

/** Before and after the time of signing. */
export function closedView(
  status: Exclude<CampaignStatus, 'open'>,
  { heading, view, document, signatures }: End,
): TemplateResult {
  const { words } = view;
  const opens = status === 'draft' && document?.opens;
  return html`${heading(words.t(`closed.${status}`))}
  ${opens ? html`<p class="text">${words.t('closed.opens', { day: formatDay(opens, words.locale) })}</p>` : nothing}
  ${
    status === 'draft'
      ? nothing
      : html`<p class="text">${words.t('closed.thanks')}</p>
          ${peopleView(words, document, signatures)}`
  }`;
}
