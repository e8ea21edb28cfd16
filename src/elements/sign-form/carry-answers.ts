import type { Field } from '../../model/campaign.js';
import { canonicalJson } from '../../model/canonical.js';
import { pointerTo, validateAnswers, type FieldProblem } from '../../model/signature/signature.js';
import { controlOf } from './fields.js';
import { answerControls } from './remember.js';

/** Carries answers over to the fields of a newer document; loaded when the fields have changed. */

/**
 * Copies the answers to the earlier fields into the controls of the newer ones, by name. An answer that was valid in
 * its field and no longer is (another type, choice or length) is dropped; an incomplete one stays as it is. A control
 * that was changed meanwhile is left alone.
 */
export function carryAnswers(
  form: HTMLFormElement,
  written: ReadonlyMap<string, string>,
  before: readonly Field[],
  now: readonly Field[],
): void {
  for (const field of now) {
    const earlier = before.find(({ name }) => name === field.name);
    const value = written.get(field.name);
    if (!earlier || !value || canonicalJson(ruleOf(earlier)) === canonicalJson(ruleOf(field))) continue;
    const stays =
      !isCheckbox(earlier) && !isCheckbox(field) && (isValid(field, value) || !isValid(earlier, value));
    const next = stays ? value : '';
    for (const control of answerControls(form).filter(({ name }) => name === field.name)) {
      if (control.type === 'radio') (control as HTMLInputElement).checked = control.value === next;
      else if (control.type === 'checkbox') {
        if (!isCheckbox(earlier)) (control as HTMLInputElement).checked = false;
      } else if (control.value !== next && ['', value].includes(control.value)) {
        control.value = next;
        // An option that is no longer offered: back to "Choose", rather than to no selection.
        if (control.localName === 'select' && !control.value) control.value = '';
      }
    }
  }
}

/** Returns the properties that decide whether an answer is valid, and whether its control is kept. */
function ruleOf(field: Field): unknown {
  const { type, maxLength, options } = field;
  return [type, maxLength, options?.map(({ value }) => value), controlOf(field).kind];
}

const isCheckbox = ({ type }: Field): boolean => type === 'checkbox';

function isValid(field: Field, value: string): boolean {
  const isWrong = ({ pointer, code }: FieldProblem): boolean =>
    pointer === pointerTo('fields', field.name) && code !== 'required';
  return !validateAnswers([field], [], { [field.name]: value }, []).some(isWrong);
}
