/** Name of the radio buttons of offered seats, which are not answers; no field can be called so. */
export const PLACES_NAME = 'near-seat';

type AnswerControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The controls of a form. Its `elements` cannot be trusted: a field may be called so, and would stand in their place. */
export function answerControls(form: HTMLFormElement): AnswerControl[] {
  return [...form.querySelectorAll<AnswerControl>('input, select, textarea')].filter(
    ({ name, type }) => name !== PLACES_NAME && type !== 'hidden',
  );
}

/** Remembers what stands in the controls of a form. Returns how to put it back. */
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
      // An option that is no longer offered: back to "Choose", rather than to nothing.
      if (control.localName === 'select' && !control.value) control.value = '';
    }
  };
}

function isTickControl(control: AnswerControl): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}
