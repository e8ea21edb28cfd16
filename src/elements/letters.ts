import { html, nothing, type TemplateResult } from 'lit';
import type { Letters, Story, Text } from '../model/campaign.js';
import type * as PrintCard from './letters/print-card.js';

/** A text of the document in the element's language. */
type Read = (text: Text | null | undefined) => string;

/** Loads what prints a card with an address. */
export const loadPrintCard = (): Promise<typeof PrintCard> => import('./letters/print-card.js');

/** The person to write to: the one somebody sits beside, else the first who can be written to. */
export function personToWriteTo(stories: readonly Story[], beside: number | null): Story | null {
  return [...(beside === null ? [] : [stories[beside]]), ...stories].find((story) => story?.letters) ?? null;
}

/** The language a text is shown in, where the document names it: an address may be in another than the words around it. */
export function languageShown(text: Text | null | undefined, shown: string): string | null {
  if (typeof text !== 'object' || text === null) return null;
  return Object.keys(text).find((tag) => text[tag] === shown) ?? null;
}

/** An address as on an envelope, and the advice on what may be written. */
export function lettersView({ address, advice }: Letters, read: Read): TemplateResult {
  return html`${linesView('address', address, read)}${advice ? linesView('advice', advice, read) : nothing}`;
}

/** A text with its line breaks. As a property: no line break of the template gets in between. */
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
