import { html, nothing } from 'lit';
import type { Story } from '../../model/campaign.js';
import { copyText } from '../actions/copy.js';
import { languageShown, lettersView, loadPrintCard, personToWriteTo } from '../base/letters.js';
import type { Translator } from '../base/translator.js';

export interface WriteToContext {
  readonly words: Translator;
  readonly stories: readonly Story[];
  /** Index of the story the signer sits beside, or null. */
  readonly beside: number | null;
  /** Level of the heading above, 1 to 6. */
  readonly headingLevel: number;
  readonly isCopied: boolean;
  readonly copied: () => void;
}

/** Renders how to write to the person the signer sits beside; a card with the address can be printed, if the browser prints. */
export function writeToView({
  words,
  stories,
  beside,
  headingLevel,
  isCopied,
  copied,
}: WriteToContext): unknown {
  const story = personToWriteTo(stories, beside);
  if (!story?.letters) return nothing;
  const { letters } = story;
  const address = words.text(letters.address);
  const copy = async ({ currentTarget }: Event): Promise<void> => {
    const shown = (currentTarget as HTMLElement).closest('.letters')?.querySelector('.address');
    if (await copyText(address)) copied();
    // Without a clipboard the address is selected, so that the signer can copy it with the keyboard.
    else if (shown) getSelection()?.selectAllChildren(shown);
  };
  const print = async (): Promise<void> => {
    const { printCard } = await loadPrintCard();
    printCard(address, languageShown(letters.address, address));
  };
  return html`<section class="letters" part="letters" aria-labelledby="letters">
    <div id="letters" class="subheading" role="heading" aria-level=${Math.min(headingLevel + 1, 6)}>
      ${words.t('story.write-to', { name: words.text(story.name) })}
    </div>
    ${lettersView(letters, (text) => words.text(text))}
    <p class="text">
      <button class="link" type="button" part="copy-address" @click=${copy}>
        ${words.t(isCopied ? 'outcome.address-copied' : 'outcome.copy-address')}
      </button>
    </p>
    ${
      'print' in window
        ? html`<button type="button" part="print-card" aria-describedby="print-hint" @click=${print}>
              ${words.t('outcome.print-card')}
            </button>
            <p class="hint" id="print-hint">${words.t('outcome.print-card-hint')}</p>`
        : nothing
    }
  </section>`;
}
