import { canonicalJson } from '../../model/canonical.js';
import type { Field } from '../../model/campaign.js';
import { remember } from './remember.js';

/** Keeps the answers in the controls what they are: through an update, another document, and while they are being sent. */
export class AnswerKeeper {
  /** Restores the answers that were sent, in case a control changes meanwhile. */
  #restoreSent: (() => void) | null = null;
  #restoreRendered: (() => void) | null = null;
  /** The fields of the previous document and the answers to them, until those are carried over. */
  #earlier: { fields: readonly Field[]; written: ReadonlyMap<string, string> } | null = null;

  constructor(
    private readonly form: () => HTMLFormElement | null,
    private readonly onCarried: () => void,
  ) {}

  /** Keeps the answers as they are from now on. */
  hold(): void {
    const form = this.form();
    if (form) this.#restoreSent ??= remember(form);
  }

  /** Lets the answers change again. */
  release(): void {
    this.#restoreSent = null;
  }

  /** Undoes a change while the answers are held. Returns true if they are. */
  undo(): boolean {
    this.#restoreSent?.();
    return this.#restoreSent !== null;
  }

  /** Deletes all answers. */
  clear(): void {
    const form = this.form();
    // Called on the prototype: a field may be named `reset`.
    if (form) HTMLFormElement.prototype.reset.call(form);
  }

  /** Keeps the answers to earlier fields for those of a newer document. Returns true if the fields differ. */
  replaceFields(before: readonly Field[], now: readonly Field[]): boolean {
    const form = this.form();
    if (!form || canonicalJson(before) === canonicalJson(now)) return false;
    const written = new Map([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    this.#earlier ??= { fields: before, written };
    return true;
  }

  beforeUpdate(): void {
    const form = this.form();
    this.#restoreRendered = form && remember(form);
  }

  /** `fields`: returns those rendered now. */
  afterUpdate(fields: () => readonly Field[]): void {
    // Options in another language are another list; the answer stays the same.
    if (this.form()?.isConnected) this.#restoreRendered?.();
    this.#restoreRendered = null;
    const earlier = this.#earlier;
    this.#earlier = null;
    if (!earlier) return;
    import('./carry-answers.js').then(
      ({ carryAnswers }) => {
        const form = this.form();
        if (!form) return;
        carryAnswers(form, earlier.written, earlier.fields, fields());
        this.onCarried();
      },
      // Without the module, an invalid answer is reported when it is sent.
      () => undefined,
    );
  }
}
