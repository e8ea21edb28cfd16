import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { NativeEvent } from '../../native-event.js';
import { countryNames } from '../../i18n/countries/countries.js';
import type { Field } from '../../model/campaign.js';
import { pointerTo } from '../../model/signature/signature.js';
import type { ShownProblem } from './error-text.js';
import { controlOf, hintOf, idOfField, isHalf, fieldLabel, type Control } from './fields.js';
import { errorIcon } from './icons.js';
import type { AskingModel } from './form-model.js';
import type { Translator } from '../base/translator.js';

export function fieldsView(fields: readonly Field[], view: AskingModel): unknown {
  // Keyed by name and kind: a document that is loaded again, or in another language, discards no answer.
  return repeat(
    fields,
    (field) => `${field.name} ${controlOf(field).kind}`,
    (field, i) => fieldView(field, isHalf(fields, i), view),
  );
}

/** A field with everything its views share. */
interface ShownField {
  readonly field: Field;
  readonly control: Control;
  readonly id: string;
  readonly label: string;
  /** Not required in countries that have no postal codes. */
  readonly required: boolean;
  readonly problem: ShownProblem | undefined;
  readonly describedby: string | undefined;
  readonly hint: unknown;
  readonly view: AskingModel;
}

function fieldView(field: Field, half: boolean, view: AskingModel): TemplateResult {
  const { words, postcodes } = view;
  const { name } = field;
  const control = controlOf(field);
  if (control.kind === 'hidden')
    return html`<input type="hidden" name=${name} value=${field.options?.[0]?.value ?? ''} />`;
  const isNeeded = field.type !== 'postcode' || (postcodes?.postcodes.isNeeded(view.country) ?? true);
  const id = idOfField(name);
  const problem = problemAt(view, pointerTo('fields', name));
  const text = hintOf(field, words, view.document?.target);
  const shown: ShownField = {
    field,
    control,
    id,
    label: fieldLabel(field, words),
    required: field.required && isNeeded,
    problem,
    describedby: [text && `h-${id}`, problem && errorId(id)].filter(Boolean).join(' ') || undefined,
    hint: text ? html`<p class="hint" part="hint" id="h-${id}">${text}</p>` : nothing,
    view,
  };
  if (control.kind === 'radios') return radiosView(shown);
  if (control.kind === 'checkbox')
    return html`<div class="field" part="field">
      ${errorView(id, problem)}${tickView(view, { ...shown, name })}${shown.hint}
    </div>`;
  return html`<div class=${half && control.kind === 'input' ? 'field half' : 'field'} part="field">
    ${labelView(shown)}${shown.hint}${errorView(id, problem)}${CONTROL_VIEWS[control.kind](shown)}
  </div>`;
}

function radiosView({
  field,
  id,
  label,
  required,
  problem,
  describedby,
  hint,
  view,
}: ShownField): TemplateResult {
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
    ${hint}${errorView(id, problem)}
    ${repeat(
      field.options ?? [],
      // Another list of choices must not turn one answer into another.
      ({ value }) => value,
      ({ value, label: text }) =>
        html`<label class="tick">
          <input
            type="radio"
            name=${field.name}
            value=${value}
            aria-disabled=${ifDefined(view.frozen ? 'true' : undefined)}
          />
          <span>${view.words.text(text)}</span>
        </label>`,
    )}
  </fieldset>`;
}

const CONTROL_VIEWS: Readonly<
  Record<'select' | 'textarea' | 'input', (shown: ShownField) => TemplateResult>
> = {
  select: ({ field, control, id, required, problem, describedby, view: { words, frozen } }) =>
    html`<div class="select">
      <select
        part="control"
        id=${id}
        name=${field.name}
        autocomplete=${ifDefined(control.autocomplete as AutoFill | undefined)}
        aria-required=${String(required)}
        aria-invalid=${String(!!problem)}
        aria-describedby=${ifDefined(describedby)}
        aria-disabled=${ifDefined(frozen ? 'true' : undefined)}
      >
        <option value="">${words.t('form.choose')}</option>
        ${
          field.type === 'country'
            ? guard([words.locale], () => optionsView(countryNames(words.locale)))
            : optionsView((field.options ?? []).map(({ value, label }) => [value, words.text(label)]))
        }
      </select>
    </div>`,
  textarea: ({ field, id, required, problem, describedby, view }) =>
    html`<textarea
      part="control"
      id=${id}
      name=${field.name}
      rows="4"
      aria-required=${String(required)}
      aria-invalid=${String(!!problem)}
      aria-describedby=${ifDefined(describedby)}
      ?readonly=${view.frozen}
    ></textarea>`,
  input: ({ field: { name, type }, control, id, required, problem, describedby, view }) =>
    html`<input
        part="control"
        type=${control.type}
        id=${id}
        name=${name}
        autocomplete=${ifDefined(control.autocomplete as AutoFill | undefined)}
        inputmode=${ifDefined(
          type === 'postcode' && view.postcodes?.isPostcodeNumeric(view.country)
            ? 'numeric'
            : control.inputmode,
        )}
        autocapitalize=${ifDefined(control.autocapitalize)}
        spellcheck=${String(control.spellcheck)}
        dir=${ifDefined(control.dir)}
        aria-required=${String(required)}
        aria-invalid=${String(!!problem)}
        aria-describedby=${ifDefined(describedby)}
        ?readonly=${view.frozen}
      />
      ${suggestionView(view, name)}`,
};

/** Renders the address that was probably meant: a question that needs no answer. */
function suggestionView({ words, session: { suggestion }, frozen }: AskingModel, name: string): unknown {
  if (suggestion?.name !== name || frozen) return nothing;
  const { address } = suggestion;
  const accept = ({ currentTarget }: Event): void => {
    const input = (currentTarget as HTMLElement).closest('.field')?.querySelector('input');
    if (!input) return;
    input.value = address;
    input.focus();
    input.dispatchEvent(new NativeEvent('change', { bubbles: true }));
  };
  return html`<p class="hint suggestion" part="suggestion">
    <span id="typo-${name}">${words.t('form.typo', { email: address })}</span>
    <button class="link" type="button" aria-describedby="typo-${name}" @click=${accept}>
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

function labelView({ id, label, required, view }: ShownField): TemplateResult {
  return html`<label class="label" part="label" for=${id}>${labelText(label, required, view.words)}</label>`;
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
  { words, frozen }: AskingModel,
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

export function problemAt({ problems }: AskingModel, pointer: string): ShownProblem | undefined {
  return problems.find((problem) => problem.pointer === pointer);
}

export const errorId = (id: string): string => `e-${id}`;

export function errorView(id: string, problem: ShownProblem | undefined): TemplateResult | typeof nothing {
  return problem
    ? html`<p class="error" part="error" id=${errorId(id)}>${errorIcon}<span>${problem.message}</span></p>`
    : nothing;
}
