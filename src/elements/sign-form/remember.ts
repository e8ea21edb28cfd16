/** Name of the radio buttons of offered seats, which are not answers; no field can have this name. */
export const PLACES_NAME = 'near-seat';

type AnswerControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Returns the controls of a form. Its `elements` property is not reliable: a field may be named `elements` and shadow it. */
export function answerControls(form: HTMLFormElement): AnswerControl[] {
  return [...form.querySelectorAll<AnswerControl>('input, select, textarea')].filter(
    ({ name, type }) => name !== PLACES_NAME && type !== 'hidden',
  );
}

/** Remembers the values of a form's controls. Returns a function that restores them. */
export function remember(form: HTMLFormElement): () => void {
  const held = answerControls(form).map((control) =>
    isTickControl(control) ? { control, checked: control.checked } : { control, value: control.value },
  );
  return () => {
    for (const { control, value, checked } of held as {
      control: HTMLInputElement;
      value?: string;
      checked?: boolean;
    }[]) {
      if (checked !== undefined && control.checked !== checked) control.checked = checked;
      if (value !== undefined && control.value !== value) control.value = value;
      // An option that is no longer offered: back to "Choose", rather than to no selection.
      if (control.localName === 'select' && !control.value) control.value = '';
    }
  };
}

function isTickControl(control: AnswerControl): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}
