import type { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';

/** Returns the first element in the form's shadow root that matches. */
export function find<E extends HTMLElement = HTMLElement>(form: PetitionSignForm, selector: string): E {
  const found = form.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} in the form`);
  return found;
}

export function control<E extends HTMLElement = HTMLInputElement>(form: PetitionSignForm, name: string): E {
  return find<E>(form, `[name="${name}"]`);
}

/** Types into a field and blurs it. */
export function write(form: PetitionSignForm, name: string, value: string): void {
  const field = control(form, name);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

export function tick(form: PetitionSignForm, purpose: string): void {
  control(form, `consent-${purpose}`).click();
}

export const ADA = { given_name: 'Ada', family_name: 'Novák', email: 'ada@example.org', country: 'CZ' };

/** Answers every required field. */
export function fillIn(form: PetitionSignForm, answers: Readonly<Record<string, string>> = ADA): void {
  for (const [name, value] of Object.entries(answers))
    if (form.shadowRoot!.querySelector(`[name="${name}"]`)) write(form, name, value);
  tick(form, 'sign');
}

/** Returns the values of fields. */
export function written(form: PetitionSignForm, ...names: readonly string[]): string[] {
  return names.map((name) => control(form, name).value);
}

export const signButton = (form: PetitionSignForm): HTMLButtonElement => find(form, '[part~="submit"]');

/** Presses the sign button as a person does: with the focus on it. */
export async function press(form: PetitionSignForm): Promise<void> {
  signButton(form).focus();
  signButton(form).click();
  await form.updateComplete;
}

/** Presses a button by its label. */
export async function pressNamed(form: PetitionSignForm, name: string): Promise<void> {
  const button = [...form.shadowRoot!.querySelectorAll('button')].find(
    (one) => textOf(one) === name && isSeen(one),
  );
  if (!button) throw new Error(`no button "${name}" to be seen`);
  button.focus();
  button.click();
  await form.updateComplete;
}

export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function isSeen(element: Element): boolean {
  return element.checkVisibility();
}

/** Returns the visible text. */
export function words(form: PetitionSignForm): string {
  return find(form, '.panel').innerText.replace(/\s+/g, ' ').trim();
}

export const headingOf = (form: PetitionSignForm): string =>
  textOf(form.shadowRoot!.querySelector('[role="heading"]'));

/** Returns the focused element inside the form. */
export const focused = (form: PetitionSignForm): Element | null => form.shadowRoot!.activeElement;

export const summaryOf = (form: PetitionSignForm): string[] => {
  const summary = form.shadowRoot!.querySelector('[part="summary"]');
  if (!summary) return [];
  return [summary.getAttribute('aria-label')!, ...[...summary.querySelectorAll('li')].map(textOf)];
};

/** Returns the error that assistive technology reads with a field. */
export function errorOf(form: PetitionSignForm, name: string): string {
  const field = control(form, name);
  const described =
    (field.closest('[role="radiogroup"]') ?? field).getAttribute('aria-describedby')?.split(' ') ?? [];
  return described
    .map((id) => form.shadowRoot!.getElementById(id))
    .filter((one) => one?.part.contains('error'))
    .map(textOf)
    .join(' ');
}

/** Returns the last text in the live region. */
export const said = (form: PetitionSignForm): string =>
  textOf(form.shadowRoot!.querySelector('[role="status"]'));
