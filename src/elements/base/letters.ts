import { html, nothing, type TemplateResult } from 'lit';
import type { Letters, Story, Text } from '../../model/campaign.js';
import type * as PrintCard from '../letters/print-card.js';

/** Returns a text of the document in the element's language. */
type Read = (text: Text | null | undefined) => string;

/** Loads the module that prints a card with an address. */
export const loadPrintCard = (): Promise<typeof PrintCard> => import('../letters/print-card.js');

/** Returns the person to write to: the one the signer sits beside, else the first story with an address. */
export function personToWriteTo(stories: readonly Story[], beside: number | null): Story | null {
  return [...(beside === null ? [] : [stories[beside]]), ...stories].find((story) => story?.letters) ?? null;
}

/** Returns the language a text is shown in, if the document names it: an address may be in another language than the text around it. */
export function languageShown(text: Text | null | undefined, shown: string): string | null {
  if (typeof text !== 'object' || text === null) return null;
  return Object.keys(text).find((tag) => text[tag] === shown) ?? null;
}

/** Renders an address as on an envelope, and the advice on what may be written. */
export function lettersView({ address, advice }: Letters, read: Read): TemplateResult {
  return html`${linesView('address', address, read)}${advice ? linesView('advice', advice, read) : nothing}`;
}

/** Renders a text with its line breaks. Set as a property, so that no line break of the template gets into it. */
function linesView(part: 'address' | 'advice', text: Text, read: Read): TemplateResult {
  const shown = read(text);
  return html`<p
    class=${part}
    part=${part}
    dir="auto"
    translate=${part === 'address' ? 'no' : nothing}
    lang=${languageShown(text, shown) ?? nothing}
    .textContent=${shown}
  ></p>`;
}
