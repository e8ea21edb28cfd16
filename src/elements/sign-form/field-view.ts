import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { countryNames } from '../../i18n/countries/countries.js';
import type { Field, Text } from '../../model/campaign.js';
import type { PostcodeRules } from '../../model/signature/clean.js';
import { pointerTo } from '../../model/signature/signature.js';
import type { ShownProblem } from './error-text.js';
import { controlOf, hintOf, idOfField, isHalf, fieldLabel } from './fields.js';
import { errorIcon } from './icons.js';
import type { Translator } from '../base/translator.js';

export interface FieldsView {
  readonly words: Translator;
  readonly problems: readonly ShownProblem[];
  readonly target: Text | null | undefined;
  /** True while the controls must stay as they were sent. */
  readonly frozen: boolean;
  /** ISO 3166-1 alpha-2; empty while unknown. */
  readonly country: string;
  /** Rules of postal codes, once loaded. */
  readonly postcodes: Postcodes | null;
  /** An email address that was probably meant, and the name of its field. */
  readonly typo: { readonly name: string; readonly address: string } | null;
  /** Writes that address into its field. */
  acceptSuggestion(): void;
}

export interface Postcodes {
  readonly postcodes: PostcodeRules;
  isPostcodeNumeric(country: string): boolean;
  postcodeExample(country: string): string | null;
}

export function fieldsView(fields: readonly Field[], view: FieldsView): unknown {
  // Keyed by name and kind: a document that is loaded again, or in another language, discards no answer.
  return repeat(
    fields,
    (field) => `${field.name} ${controlOf(field).kind}`,
    (field, i) => fieldView(field, isHalf(fields, i), view),
  );
}

function fieldView(field: Field, half: boolean, view: FieldsView): TemplateResult {
  const { words, frozen } = view;
  const { name } = field;
  const codes = field.type === 'postcode' ? view.postcodes : null;
  // Not required in countries that have no postal codes.
  const required = field.required && (codes?.postcodes.isNeeded(view.country) ?? true);
  const control = controlOf(field);
  const id = idOfField(name);
  if (control.kind === 'hidden')
    return html`<input type="hidden" name=${name} value=${field.options?.[0]?.value ?? ''} />`;
  const problem = problemAt(view, pointerTo('fields', name));
  const hint = hintOf(field, words, view.target);
  const describedby = [hint && `h-${id}`, problem && errorId(id)].filter(Boolean).join(' ') || undefined;
  const label = fieldLabel(field, words);
  const hintView = hint ? html`<p class="hint" part="hint" id="h-${id}">${hint}</p>` : nothing;
  const error = errorView(id, problem);
  const readonly = frozen ? 'true' : undefined;
  switch (control.kind) {
    case 'checkbox':
      return html`<div class="field" part="field">
        ${error}${tickView(view, { id, name, label, required, problem, describedby })}${hintView}
      </div>`;
    case 'radios':
      return html`<fieldset
        class="field"
        part="field"
        id=${id}
        role="radiogroup"
        aria-labelledby="l-${id}"
        aria-required=${String(required)}
        aria-invalid=${String(!!problem)}
        aria-describedby=${ifDefined(describedby)}
      >
        <legend class="label" part="label" id="l-${id}">${label}</legend>
        ${hintView}${error}
        ${repeat(
          field.options ?? [],
          // Another list of choices must not turn one answer into another.
          ({ value }) => value,
          (option) =>
            html`<label class="tick">
              <input type="radio" name=${name} value=${option.value} aria-disabled=${ifDefined(readonly)} />
              <span>${words.text(option.label)}</span>
            </label>`,
        )}
      </fieldset>`;
    case 'select':
      return html`<div class="field" part="field">
        ${labelView(id, label, required, words)}${hintView}${error}
        <div class="select">
          <select
            part="control"
            id=${id}
            name=${name}
            autocomplete=${ifDefined(control.autocomplete as AutoFill | undefined)}
            aria-required=${String(required)}
            aria-invalid=${String(!!problem)}
            aria-describedby=${ifDefined(describedby)}
            aria-disabled=${ifDefined(readonly)}
          >
            <option value="">${words.t('form.choose')}</option>
            ${
              field.type === 'country'
                ? guard([words.locale], () => optionsView(countryNames(words.locale)))
                : optionsView(
                    (field.options ?? []).map(({ value, label: text }) => [value, words.text(text)]),
                  )
            }
          </select>
        </div>
      </div>`;
    case 'textarea':
      return html`<div class="field" part="field">
        ${labelView(id, label, required, words)}${hintView}${error}
        <textarea
          part="control"
          id=${id}
          name=${name}
          rows="4"
          aria-required=${String(required)}
          aria-invalid=${String(!!problem)}
          aria-describedby=${ifDefined(describedby)}
          ?readonly=${frozen}
        ></textarea>
      </div>`;
    case 'input':
      return html`<div class=${half ? 'field half' : 'field'} part="field">
        ${labelView(id, label, required, words)}${hintView}${error}
        <input
          part="control"
          type=${control.type}
          id=${id}
          name=${name}
          autocomplete=${ifDefined(control.autocomplete as AutoFill | undefined)}
          inputmode=${ifDefined(codes?.isPostcodeNumeric(view.country) ? 'numeric' : control.inputmode)}
          autocapitalize=${ifDefined(control.autocapitalize)}
          spellcheck=${String(control.spellcheck)}
          dir=${ifDefined(control.dir)}
          aria-required=${String(required)}
          aria-invalid=${String(!!problem)}
          aria-describedby=${ifDefined(describedby)}
          ?readonly=${frozen}
        />
        ${typoView(view, name)}
      </div>`;
  }
}

/** Renders the address that was probably meant: a question that needs no answer. */
function typoView({ words, typo, frozen, acceptSuggestion }: FieldsView, name: string): unknown {
  if (typo?.name !== name || frozen) return nothing;
  return html`<p class="hint suggestion" part="suggestion">
    <span id="typo-${name}">${words.t('form.typo', { email: typo.address })}</span>
    <button class="link" type="button" aria-describedby="typo-${name}" @click=${acceptSuggestion}>
      ${words.t('form.typo-take')}
    </button>
  </p>`;
}

/** Keyed by value, so that another sort order in another language moves the options and not the choice. */
function optionsView(options: readonly (readonly [value: string, label: string])[]): unknown {
  return repeat(
    options,
    ([value]) => value,
    ([value, label]) => html`<option value=${value}>${label}</option>`,
  );
}

function labelView(id: string, label: string, required: boolean, words: Translator): TemplateResult {
  return html`<label class="label" part="label" for=${id}>${labelText(label, required, words)}</label>`;
}

/** Returns label and "(optional)" as one text: screen readers read two elements as one word. */
function labelText(label: string, required: boolean, words: Translator): string {
  return required ? label : words.t('form.optional', { label });
}

export interface Tick {
  id: string;
  name: string;
  label: string;
  required: boolean;
  problem: ShownProblem | undefined;
  describedby: string | undefined;
}

/** Renders a checkbox. Never checked beforehand. */
export function tickView(
  { words, frozen }: FieldsView,
  { id, name, label, required, problem, describedby }: Tick,
): TemplateResult {
  return html`<label class="tick">
    <input
      type="checkbox"
      part="checkbox"
      id=${id}
      name=${name}
      aria-required=${String(required)}
      aria-invalid=${String(!!problem)}
      aria-describedby=${ifDefined(describedby)}
      aria-disabled=${ifDefined(frozen ? 'true' : undefined)}
    />
    <span>${labelText(label, required, words)}</span>
  </label>`;
}

export function problemAt({ problems }: FieldsView, pointer: string): ShownProblem | undefined {
  return problems.find((problem) => problem.pointer === pointer);
}

export const errorId = (id: string): string => `e-${id}`;

export function errorView(id: string, problem: ShownProblem | undefined): TemplateResult | typeof nothing {
  return problem
    ? html`<p class="error" part="error" id=${errorId(id)}>${errorIcon}<span>${problem.message}</span></p>`
    : nothing;
}
