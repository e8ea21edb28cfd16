import { expect, fixture, fixtureSync, html, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../src/define.js';
import { personToWriteTo } from '../../src/elements/base/letters.js';
import { printCard } from '../../src/elements/letters/print-card.js';
import type { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import type { PetitionStoryCard } from '../../src/elements/story-card/petition-story-card.js';
import type { Letters, Story } from '../../src/model/campaign.js';
import { sampleStory } from '../support/campaign.js';
import { fillIn, find, petition, press, signForm, textOf, words } from '../support/sign-form.js';

const LETTERS: Letters = {
  address: { en: 'Ada Example\nColony No. 2\n213807 Babruisk', de: 'Ada Example\nKolonie Nr. 2' },
  advice: 'Write of the weather.\nNot of the petition.',
};
const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part~="${name}"]`);
const isBefore = (a: Node, b: Node): boolean =>
  (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Replaces the page's clipboard while `run` runs. */
async function withClipboard(clipboard: unknown, run: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  try {
    await run();
  } finally {
    Reflect.deleteProperty(navigator, 'clipboard');
  }
}

describe('whom to write to', () => {
  const story = (id: string, letters: Letters | null): Story => sampleStory({ id, letters });
  const table: [what: string, stories: Story[], beside: number | null, id: string | undefined][] = [
    ['the person one sits beside', [story('a', LETTERS), story('b', LETTERS)], 1, 'b'],
    ['the first who can be written to, beside nobody', [story('a', null), story('b', LETTERS)], null, 'b'],
    ['the first who can, where the neighbour cannot', [story('a', null), story('b', LETTERS)], 0, 'b'],
    ['nobody', [story('a', null)], 0, undefined],
    ['nobody, without stories', [], null, undefined],
  ];
  for (const [what, stories, beside, id] of table)
    it(what, () => expect(personToWriteTo(stories, beside)?.id).to.equal(id));
});

describe('petition-story-card: write to the person', () => {
  const card = async (changes: Partial<Story> = {}, lang = 'en'): Promise<PetitionStoryCard> => {
    const element = await fixture<PetitionStoryCard>(
      html`<petition-story-card
        lang=${lang}
        .data=${sampleStory({ letters: LETTERS, ...changes })}
      ></petition-story-card>`,
    );
    return element;
  };

  it('has no word of it where nobody can be written to', async () => {
    const element = await card({ letters: null });
    expect(part(element, 'letters')).to.equal(null);
    expect(element.shadowRoot!.textContent).not.to.contain('Write to');
  });

  it('is folded, and shows the address line by line, and the advice', async () => {
    const element = await card();
    const details = part(element, 'letters') as HTMLDetailsElement;
    expect(details.open).to.equal(false);
    expect(part(element, 'address')!.checkVisibility()).to.equal(false);
    const summary = details.querySelector('summary')!;
    expect(textOf(summary)).to.equal('Write to Ada Example');
    summary.click();
    expect(part(element, 'address')!.innerText).to.equal('Ada Example\nColony No. 2\n213807 Babruisk');
    expect(part(element, 'advice')!.innerText).to.equal('Write of the weather.\nNot of the petition.');
    await expect(element).to.be.accessible();
  });

  it('says in which language an address is', async () => {
    const german = await card({}, 'de');
    expect(part(german, 'address')!.lang).to.equal('de');
    expect(part(german, 'advice')!.hasAttribute('lang'), 'not known').to.equal(false);
    const other = await card({}, 'cs');
    expect(part(other, 'address')!.lang).to.equal('en');
  });

  it('has no room for advice where there is none', async () => {
    const element = await card({ letters: { address: 'Colony No. 2' } });
    expect(part(element, 'advice')).to.equal(null);
  });

  it('shows HTML as text', async () => {
    const evil = '<img src=x onerror="window.pwned=1">';
    const element = await card({ letters: { address: evil, advice: evil } });
    expect(part(element, 'address')!.textContent).to.equal(evil);
    expect(part(element, 'advice')!.textContent).to.equal(evil);
  });

  for (const direction of ['en', 'ar'])
    it(`keeps a long address inside, in ${direction}`, async () => {
      const box = fixtureSync<HTMLElement>(
        html`<div style="inline-size: 256px">
          <petition-story-card
            lang=${direction}
            .data=${sampleStory({ letters: { address: `${'x'.repeat(390)}\nBelarus`, advice: 'y'.repeat(600) } })}
          ></petition-story-card>
        </div>`,
      );
      const element = box.querySelector('petition-story-card')!;
      await element.updateComplete;
      (part(element, 'letters') as HTMLDetailsElement).open = true;
      expect(part(element, 'base')!.scrollWidth).to.be.at.most(256);
    });
});

describe('petition-sign-form: write to the person after signing', () => {
  const stories = [
    sampleStory({ letters: LETTERS }),
    sampleStory({ id: 'ben', name: 'Ben Sample', seat: null, letters: { address: 'Colony No. 22' } }),
  ];
  const sign = async (
    seat: number | null,
    options: Parameters<typeof signForm>[0] = { document: petition({ stories }) },
  ): Promise<PetitionSignForm> => {
    const { form, campaign, end } = await signForm(options);
    if (seat !== null) await campaign.request({ type: 'seat-select', seat });
    await form.updateComplete;
    fillIn(form);
    await press(form);
    await end();
    return form;
  };

  it('is there for the person one sits beside, between the result and the code', async () => {
    const form = await sign(3);
    const letters = part(form, 'letters')!;
    expect(textOf(letters.querySelector('[role="heading"]'))).to.equal('Write to Ada Example');
    expect(find(form, '.address').innerText).to.equal('Ada Example\nColony No. 2\n213807 Babruisk');
    expect(isBefore(find(form, '[part="outcome"]'), letters)).to.equal(true);
    expect(isBefore(letters, find(form, '.code'))).to.equal(true);
    await expect(form).to.be.accessible();
  });

  it('is there for the first who can be written to, for those who stand', async () => {
    const [ada, ben] = stories;
    const form = await sign(null, { document: petition({ stories: [{ ...ada!, letters: null }, ben!] }) });
    expect(textOf(part(form, 'letters')!.querySelector('[role="heading"]'))).to.equal('Write to Ben Sample');
  });

  it('is not there where nobody can be written to', async () => {
    const form = await sign(3, {});
    expect(words(form)).not.to.contain('Write to');
  });

  it('is not there before, and not in an outcome that is none', async () => {
    const { form } = await signForm({ document: petition({ stories }) });
    expect(part(form, 'letters')).to.equal(null);
  });

  it('stands with words of the author’s own, too', async () => {
    const form = await sign(3, {
      document: petition({ stories }),
      markup: html`<petition-sign-form><p slot="signed">Thank you</p></petition-sign-form>`,
    });
    expect(isBefore(part(form, 'letters')!, find(form, '.code'))).to.equal(true);
  });

  it('copies the address as it is written', async () => {
    const form = await sign(3);
    const copied: string[] = [];
    await withClipboard({ writeText: async (text: string) => void copied.push(text) }, async () => {
      part(form, 'copy-address')!.click();
      await waitUntil(() => textOf(part(form, 'copy-address')) === 'Address copied');
    });
    expect(copied).to.deep.equal(['Ada Example\nColony No. 2\n213807 Babruisk']);
  });

  it('selects it where there is no clipboard', async () => {
    const form = await sign(3);
    await withClipboard(undefined, async () => {
      part(form, 'copy-address')!.click();
      await waitUntil(() => getSelection()!.toString() !== '');
    });
    expect(getSelection()!.toString()).to.contain('Colony No. 2').and.not.to.contain('weather');
    expect(textOf(part(form, 'copy-address'))).to.equal('Copy the address');
  });

  it('prints the address, and nothing else', async () => {
    const form = await sign(3);
    const { print } = window;
    const title = document.title;
    document.title = 'Free them';
    try {
      const printed = new Promise<HTMLElement[]>((resolve) => {
        window.print = () => resolve([...document.querySelectorAll<HTMLElement>('[data-petition-card]')]);
      });
      part(form, 'print-card')!.click();
      const [card, ...others] = await printed;
      expect(others).to.deep.equal([]);
      expect(card!.shadowRoot!.textContent).to.equal('Ada Example\nColony No. 2\n213807 Babruisk');
      expect(card!.shadowRoot!.querySelector<HTMLElement>('.address')!.lang).to.equal('en');
      expect(document.title, 'browsers print the title').to.equal('');
      expect(getComputedStyle(card!).display, 'not on the screen').to.equal('none');
    } finally {
      window.print = print;
      window.dispatchEvent(new Event('afterprint'));
      expect(document.title).to.equal('Free them');
      document.title = title;
    }
    expect(document.querySelector('[data-petition-card]')).to.equal(null);
  });
});

describe('the card on paper', () => {
  const { print } = window;
  before(() => {
    window.print = () => undefined;
  });
  after(async () => {
    window.print = print;
    await emulateMedia({ media: 'screen' });
  });

  it('is alone, once, and the page comes back', async () => {
    const page = fixtureSync<HTMLElement>(html`<p style="display: block !important">The petition</p>`);
    const sheets = document.adoptedStyleSheets.length;
    printCard('Colony No. 2', null);
    // The browser fired no `afterprint` for the first card.
    printCard('Colony No. 22\nIvatsevichy', 'en');
    await emulateMedia({ media: 'print' });
    const cards = [...document.querySelectorAll<HTMLElement>('[data-petition-card]')];
    expect(cards.map(({ shadowRoot }) => shadowRoot!.textContent)).to.deep.equal([
      'Colony No. 22\nIvatsevichy',
    ]);
    expect(cards[0]!.checkVisibility()).to.equal(true);
    expect(page.checkVisibility()).to.equal(false);
    const paper = cards[0]!.shadowRoot!.querySelector('.card')!.getBoundingClientRect();
    expect([paper.width, paper.height].map(Math.round)).to.deep.equal([559, 397]);
    expect(document.documentElement.scrollHeight).to.be.at.most(Math.max(innerHeight, 500));
    window.dispatchEvent(new Event('afterprint'));
    expect(page.checkVisibility()).to.equal(true);
    expect(document.adoptedStyleSheets).to.have.length(sheets);
  });
});
