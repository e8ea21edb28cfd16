import { html, nothing } from 'lit';
import { copyText } from '../actions/copy.js';
import { languageShown, lettersView, loadPrintCard, personToWriteTo } from '../base/letters.js';
import type { FormModel } from './form-model.js';

/** Renders how to write to the person the signer sits beside; a card with the address can be printed, if the browser prints. `beside`: index of the person's story, or null. */
export function writeToView(
  { words, document, headingLevel, session, on }: FormModel,
  beside: number | null,
): unknown {
  const story = personToWriteTo(document?.stories ?? [], beside);
  if (!story?.letters) return nothing;
  const { letters } = story;
  const address = words.text(letters.address);
  const copy = async ({ currentTarget }: Event): Promise<void> => {
    const shown = (currentTarget as HTMLElement).closest('.letters')?.querySelector('.address');
    if (await copyText(address)) on.send({ type: 'address-copied' });
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
        ${words.t(session.isAddressCopied ? 'outcome.address-copied' : 'outcome.copy-address')}
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
