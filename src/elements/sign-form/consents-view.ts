import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Consent, Organiser } from '../../model/campaign.js';
import { canonicalJson } from '../../model/canonical.js';
import { modeOf } from '../../model/form/consent.js';
import { pointerTo } from '../../model/signature/signature.js';
import { errorId, errorView, problemAt, tickView } from './field-view.js';
import { idOfConsent, nameOfConsent } from './fields.js';
import type { AskingModel } from './form-model.js';
import type { Translator } from '../base/translator.js';

/**
 * Renders the requested consents, each with its own answer. If several organisers request them, each group has the
 * organiser's name as its heading, and a link to that organiser's privacy notice.
 */
export function consentsView(view: AskingModel): unknown {
  const { asked, document } = view;
  const ids = [...new Set(asked.map(({ organiser }) => organiser))];
  const isNamed = ids.length > 1;
  return repeat(
    ids,
    (id) => id,
    (id) => {
      const organiser = document?.organisers.find((one) => one.id === id);
      const own = asked
        .map((consent, i) => ({ consent, i }))
        .filter(({ consent }) => consent.organiser === id);
      const name = isNamed ? organiser?.name : undefined;
      return html`<div
        class="organiser"
        role=${name ? 'group' : nothing}
        aria-labelledby=${name ? `o-${id}` : nothing}
      >
        ${name ? html`<p class="strong" part="organiser" id="o-${id}"><bdi>${name}</bdi></p>` : nothing}
        ${repeat(
          own,
          // Another sentence, version, organiser, petition or mode is another question: no answer carries over.
          ({ consent }) =>
            canonicalJson([document?.id ?? '', consent, organiser, modeOf(consent, view.country)]),
          ({ consent, i }) => consentView(consent, i, view),
        )}
        ${isNamed ? privacyView(view.words, organiser) : nothing}
      </div>`;
    },
  );
}

/** Renders the link to an organiser's privacy notice; in a new tab, since the answers exist on this page only. */
export function privacyView(words: Translator, organiser: Organiser | undefined): unknown {
  if (!organiser?.privacy) return nothing;
  return html`<p class="hint privacy">
    <a part="privacy" href=${organiser.privacy} target="_blank" rel="noopener noreferrer"
      >${words.t('form.privacy-link', { name: organiser.name })}</a
    >
  </p>`;
}

function consentView(consent: Consent, index: number, view: AskingModel): TemplateResult {
  const { words, frozen, country } = view;
  const { purpose, required } = consent;
  const id = idOfConsent(purpose);
  const name = nameOfConsent(purpose);
  const label = words.text(consent.text);
  const problem = problemAt(view, pointerTo('consents', index));
  const describedby = problem && errorId(id);
  if (modeOf(consent, country) === 'box') {
    return html`<div class="consent" part="consent">
      ${errorView(id, problem)}${tickView(view, { id, name, label, required, problem, describedby })}
    </div>`;
  }
  const answer = (value: 'yes' | 'no', text: string): TemplateResult =>
    html`<label class="tick">
      <input
        type="radio"
        name=${name}
        value=${value}
        aria-disabled=${ifDefined(frozen ? 'true' : undefined)}
      />
      <span>${text}</span>
    </label>`;
  return html`<fieldset
    class="consent choice"
    part="consent"
    id=${id}
    role="radiogroup"
    aria-labelledby="l-${id}"
    aria-required="true"
    aria-invalid=${String(!!problem)}
    aria-describedby=${ifDefined(describedby)}
  >
    <legend class="label" id="l-${id}">${label}</legend>
    ${errorView(id, problem)}
    <div class="choices">${answer('yes', words.t('summary.yes'))}${answer('no', words.t('form.no'))}</div>
  </fieldset>`;
}
