import { canonicalJson } from '../../model/canonical.js';
import { loadMender } from '../base/mender.js';

/** Types of a JSON script, also with parameters, or with quotation marks that HTML takes for a part of the value. */
const JSON_TYPE = /^\W*application\/json(?![\w+.-])/i;

/** The JSON script among the children of a campaign: its document. */
export class JsonChild {
  /** A text that was not valid JSON, and the value it was parsed to after a repair. */
  #repaired: { readonly text: string; readonly json: unknown } | null = null;

  /** `onRepair` is called once the text has been repaired. */
  constructor(
    private readonly campaign: Element,
    private readonly onRepair: () => void,
  ) {}

  /** Finds the script. An editor may have wrapped it in paragraphs, but a script inside another petition element belongs to that one. */
  #find(): HTMLScriptElement | undefined {
    const owner = (at: Element | null): Element | null =>
      !at || at === this.campaign || at.localName.includes('-') || at.hasAttribute('data-petition')
        ? at
        : owner(at.parentElement);
    return [...this.campaign.querySelectorAll('script')].find(
      (script) => JSON_TYPE.test(script.getAttribute('type') ?? '') && owner(script) === this.campaign,
    );
  }

  /** Parses the document; returns undefined where there is none, and null while the text, which is not valid JSON, is being repaired. */
  read(): { readonly json: unknown } | null | undefined {
    const script = this.#find();
    if (!script) return undefined;
    const text = script.textContent ?? '';
    if (text === this.#repaired?.text) return this.#repaired;
    try {
      return { json: JSON.parse(text) };
    } catch (error) {
      const use = (json: unknown): void => {
        this.#repaired = { text, json };
        this.onRepair();
      };
      loadMender()
        .then(({ parseEditedJson }) => parseEditedJson(text))
        .then(use, () => use(`JSON script child: ${(error as Error).message}`));
      return null;
    }
  }
}

/** Returns a document as it was given, its text, and its petition id; undefined if it has none. A value that is not plain JSON becomes an error message. */
export function readData(given: unknown): { data: unknown; text: string; id: unknown } {
  try {
    const id = (given as { id?: unknown } | null | undefined)?.id;
    return { data: given, text: canonicalJson(given), id: typeof id === 'string' ? id : undefined };
  } catch {
    const data = 'data is not plain JSON; pass what JSON.parse returns';
    return { data, text: data, id: undefined };
  }
}
