import { aTimeout, expect, fixture, fixtureSync, oneEvent, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { PetitionStoryCard } from '../../src/elements/story-card/petition-story-card.js';
import type { Story } from '../../src/model/campaign.js';
import type { Campaign } from '../../src/campaign/campaign.js';
import {
  DRAWING,
  inCampaign,
  sampleDocument,
  sampleStory,
  type InCampaignOptions,
} from '../support/campaign.js';
import { until } from '../support/fakes.js';

PetitionStoryCard.define('petition-story-card');

const card = (markup = html`<petition-story-card></petition-story-card>`, stories?: Story[]) =>
  inCampaign<PetitionStoryCard>(markup, { document: sampleDocument(stories && { stories }) });
const alone = (
  changes: Partial<Story> = {},
  markup = (data: Story) => html`<petition-story-card .data=${data}></petition-story-card>`,
) => fixture<PetitionStoryCard>(markup(sampleStory(changes)));

const part = (element: PetitionStoryCard, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part~="${name}"]`);
const words = (element: PetitionStoryCard, name: string): string | undefined =>
  part(element, name)?.textContent?.replace(/\s+/g, ' ').trim();
const whole = (element: PetitionStoryCard): HTMLElement => element.shadowRoot!.querySelector('#whole')!;
const isBefore = (a: Node, b: Node): boolean =>
  (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

describe('petition-story-card', () => {
  describe('in a campaign', () => {
    it('shows the first story where nothing is said', async () => {
      const { element } = await card();
      expect(words(element, 'name')).to.equal('Ada Example');
      expect(words(element, 'position')).to.equal('1 of 2');
      expect(words(element, 'lede')).to.equal('I am Ada Example, and I wrote a letter.');
      await expect(element).to.be.accessible();
    });
    it('shows the story it is told to, and another when that changes', async () => {
      const { element } = await card(html`<petition-story-card story="ben"></petition-story-card>`);
      expect(words(element, 'name')).to.equal('Ben Sample');
      expect(words(element, 'position')).to.equal('2 of 2');
      element.story = 'ada';
      await element.updateComplete;
      expect(words(element, 'name')).to.equal('Ada Example');
    });
    it('is the story of the page’s own count where that is said', async () => {
      const { element } = await card(
        html`<petition-story-card story="ben" position="1" total="5"></petition-story-card>`,
      );
      expect(words(element, 'position')).to.equal('1 of 5');
    });
    it('takes the focus on its name, with its place read after it as long as it has the focus', async () => {
      const { element } = await card();
      expect(part(element, 'name')!.hasAttribute('aria-describedby')).to.equal(false);
      element.focus();
      expect(element.shadowRoot!.activeElement).to.equal(part(element, 'name'));
      expect(part(element, 'name')!.getAttribute('aria-describedby')).to.equal(part(element, 'position')!.id);
      part(element, 'name')!.blur();
      expect(part(element, 'name')!.hasAttribute('aria-describedby')).to.equal(false);
      element.noPosition = true;
      await element.updateComplete;
      element.focus();
      expect(part(element, 'name')!.hasAttribute('aria-describedby')).to.equal(false);
    });
    it('shows no position when asked not to, or when there is one story', async () => {
      const { element } = await card(html`<petition-story-card no-position></petition-story-card>`);
      expect(part(element, 'position')).to.equal(null);
      const { element: only } = await card(undefined, [sampleStory()]);
      expect(part(only, 'position')).to.equal(null);
    });
    it('shows the kept seat, the day of checking, the sources and the credit', async () => {
      const { element } = await card(html`<petition-story-card open></petition-story-card>`);
      expect(words(element, 'facts')).to.equal(
        'Kept for Ada Example: block A, row 1, seat 3 Checked 5 May 2014. Sources: News Drawing, not a likeness.',
      );
      const source = part(element, 'facts')!.querySelector('a')!;
      expect(source.href).to.equal('https://news.example/');
      expect(source.rel).to.equal('noopener noreferrer');
      expect(source.target).to.equal('');
    });
    it('tells the page’s author once about a story that is not there, and keeps the author’s content', async () => {
      const warned: string[] = [];
      const { warn } = console;
      console.warn = (line: string) => warned.push(line);
      try {
        const { element } = await card(
          html`<petition-story-card story="nobody"><p>Read it there</p></petition-story-card>`,
        );
        element.requestUpdate();
        await element.updateComplete;
        expect(element.shadowRoot!.querySelector('slot:not([name])')).to.not.equal(null);
        expect(part(element, 'card')).to.equal(null);
        expect(warned).to.deep.equal([
          'grandstand: story="nobody" is not a story of this campaign; its stories are ada, ben',
        ]);
      } finally {
        console.warn = warn;
      }
    });
  });

  describe('alone', () => {
    it('shows a story given by script', async () => {
      const element = await alone();
      expect(words(element, 'name')).to.equal('Ada Example');
      expect(part(element, 'position')).to.equal(null);
      expect(words(element, 'facts')).to.not.contain('Kept for');
      await expect(element).to.be.accessible();
    });
    it('shows what the author wrote while there is no story, in the page’s own colours', async () => {
      const box = fixtureSync<HTMLElement>(
        html`<div style="color:rgb(1, 2, 3)">
          <petition-story-card><p>Read it there</p></petition-story-card>
        </div>`,
      );
      const element = box.querySelector('petition-story-card')!;
      await element.updateComplete;
      expect(getComputedStyle(element.querySelector('p')!).color).to.equal('rgb(1, 2, 3)');
      expect(element.querySelector('p')!.offsetHeight).to.be.above(0);
      element.data = sampleStory();
      await element.updateComplete;
      expect(element.querySelector('p')!.offsetHeight).to.equal(0);
    });
    it('keeps what was set before it was upgraded', async () => {
      const element = document.implementation.createHTMLDocument().createElement('petition-story-card');
      Object.assign(element, { data: sampleStory(), open: true });
      const box = fixtureSync(html`<div></div>`);
      box.append(element);
      await element.updateComplete;
      expect(words(element, 'name')).to.equal('Ada Example');
      expect(whole(element).hidden).to.equal(false);
    });
    it('takes a story that lacks what may be absent', async () => {
      const { id, name, lede, body, status, statusDate } = sampleStory();
      const element = await alone(
        {},
        () =>
          html`<petition-story-card
            .data=${{ id, name, lede, body, status, statusDate } as Story}
          ></petition-story-card>`,
      );
      expect(part(element, 'facts')).to.equal(null);
      expect(part(element, 'portrait')!.part.contains('empty')).to.equal(true);
      await expect(element).to.be.accessible();
    });
  });

  describe('the heading', () => {
    for (const [level, tag] of [
      [1, 'H1'],
      [2, 'H2'],
      [3, 'H3'],
      [4, 'H4'],
      [5, 'H5'],
      [6, 'H6'],
      [0, 'H2'],
      [7, 'H2'],
      [NaN, 'H2'],
    ] as const) {
      it(`heading-level ${level} is ${tag}, and names the article`, async () => {
        const element = await alone(
          {},
          (data) => html`<petition-story-card heading-level=${level} .data=${data}></petition-story-card>`,
        );
        expect(part(element, 'name')!.tagName).to.equal(tag);
        expect(part(element, 'card')!.tagName).to.equal('ARTICLE');
        expect(part(element, 'card')!.getAttribute('aria-labelledby')).to.equal(part(element, 'name')!.id);
      });
    }
  });

  describe('the status', () => {
    const rows: [status: string, date: string, shown: string][] = [
      ['in prison since August 2011', '2014-05', 'May 2014: in prison since August 2011'],
      ['in prison', '2014', '2014: in prison'],
      ['in prison', '2014-05-09', '9 May 2014: in prison'],
      ['May 2014: in prison since August 2011', '2014-05', 'May 2014: in prison since August 2011'],
    ];
    for (const [status, statusDate, shown] of rows) {
      it(`"${status}" of ${statusDate}`, async () => {
        expect(words(await alone({ status, statusDate }), 'status')).to.equal(shown);
      });
    }
  });

  describe('what happened later', () => {
    const updates = [
      { date: '2014-06', text: 'Released.', source: null },
      { date: '2021', text: 'Arrested **again**.', source: 'https://www.news.example/again' },
    ];
    it('stands with its dates directly under the name, also while the card is folded', async () => {
      const element = await alone({ updates });
      expect(element.open).to.equal(false);
      const later = part(element, 'later')!;
      expect(words(element, 'later')).to.equal(
        'What happened later June 2014 Released. 2021 Arrested again. news.example',
      );
      expect(later.checkVisibility()).to.equal(true);
      expect(part(element, 'card')!.querySelector('header')!.nextElementSibling).to.equal(later);
      expect(isBefore(later, part(element, 'lede')!)).to.equal(true);
      expect(later.querySelector('strong')!.textContent).to.equal('again');
      expect([...later.querySelectorAll('time')].map(({ dateTime }) => dateTime)).to.deep.equal([
        '2014-06',
        '2021',
      ]);
      await expect(element).to.be.accessible();
    });
    it('is there in every state, so that nobody who was released is read about as a prisoner', async () => {
      for (const open of [false, true]) {
        for (const noPosition of [false, true]) {
          const element = await alone(
            { updates, portrait: null, body: open ? '' : 'More' },
            (data) =>
              html`<petition-story-card
                ?open=${open}
                ?no-position=${noPosition}
                .data=${data}
              ></petition-story-card>`,
          );
          expect(words(element, 'status')).to.contain('in prison');
          expect(part(element, 'later')!.checkVisibility()).to.equal(true);
          expect(words(element, 'later')).to.contain('Released');
        }
      }
    });
    it('is left out where nothing did', async () => {
      expect(part(await alone({ updates: [] }), 'later')).to.equal(null);
    });
  });

  describe('the portrait', () => {
    it('has its size and its words, and is not fetched before it is near', async () => {
      const image = part(await alone(), 'portrait')!.querySelector('img')!;
      expect(image.getAttribute('width')).to.equal('480');
      expect(image.getAttribute('height')).to.equal('600');
      expect(image.loading).to.equal('lazy');
      expect(image.decoding).to.equal('async');
      expect(image.alt).to.equal('Drawing of a woman with short hair');
    });
    it('is the empty seat where there is none', async () => {
      const element = await alone({ portrait: null });
      expect(part(element, 'empty')!.querySelector('svg')!.getAttribute('aria-hidden')).to.equal('true');
      await expect(element).to.be.accessible();
    });
    it('is the empty seat when it does not load, of the same size', async () => {
      const element = await alone({ portrait: { src: DRAWING, width: 480, height: 600, alt: 'Somebody' } });
      const { offsetHeight, offsetWidth } = part(element, 'portrait')!;
      part(element, 'portrait')!.querySelector('img')!.dispatchEvent(new Event('error'));
      await element.updateComplete;
      expect(part(element, 'empty')).to.not.equal(null);
      expect([part(element, 'empty')!.offsetHeight, part(element, 'empty')!.offsetWidth]).to.deep.equal([
        offsetHeight,
        offsetWidth,
      ]);
    });
  });

  describe('where data is saved', () => {
    const saving = async (act: () => Promise<void>): Promise<void> => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
      try {
        await act();
      } finally {
        delete (navigator as { connection?: unknown }).connection;
      }
    };
    it('fetches the portrait when it is asked for, into the same room', () =>
      saving(async () => {
        const element = await alone();
        expect(element.shadowRoot!.querySelector('img')).to.equal(null);
        const { offsetHeight } = part(element, 'portrait')!;
        expect(words(element, 'show')).to.equal('Show the picture');
        await expect(element).to.be.accessible();
        part(element, 'show')!.click();
        await element.updateComplete;
        await waitUntil(() => element.shadowRoot!.activeElement === part(element, 'name'));
        expect(element.shadowRoot!.querySelector('img')!.alt).to.equal('Drawing of a woman with short hair');
        expect(part(element, 'portrait')!.offsetHeight).to.equal(offsetHeight);
        expect(part(element, 'show')).to.equal(null);
      }));
    it('offers nothing where there is no portrait', () =>
      saving(async () => {
        expect(part(await alone({ portrait: null }), 'show')).to.equal(null);
      }));
  });

  describe('sit beside', () => {
    const withGoal = (options: InCampaignOptions = {}) =>
      inCampaign<HTMLElement>(
        html`<div>
          <petition-story-card></petition-story-card>
          <petition-seat-picker tabindex="-1"></petition-seat-picker>
        </div>`,
        options,
      );
    const cardIn = async (box: HTMLElement): Promise<PetitionStoryCard> => {
      const element = box.querySelector<PetitionStoryCard>('petition-story-card')!;
      await element.updateComplete;
      return element;
    };
    const isChosen = (campaign: Campaign, code: string): Promise<void> =>
      until(campaign, ({ state }) => state.seat?.code === code);

    it('takes the seat beside the one that is kept, and leads to the arena', async () => {
      const { element: box, campaign } = await withGoal({ taken: [] });
      const element = await cardIn(box);
      expect(words(element, 'sit')).to.equal('Sit beside Ada');
      await expect(element).to.be.accessible();
      const selected: unknown[] = [];
      box.addEventListener('petition-seat-select', ({ detail }) => selected.push(detail));
      part(element, 'sit')!.click();
      await isChosen(campaign, 'A-1-4');
      await waitUntil(() => document.activeElement === box.querySelector('petition-seat-picker'));
      expect(selected).to.deep.equal([{ petition: 'sample', seat: 3, code: 'A-1-4' }]);
    });
    it('reads first which seats are taken', async () => {
      const { element: box, campaign } = await withGoal({ taken: [3] });
      part(await cardIn(box), 'sit')!.click();
      await isChosen(campaign, 'A-1-2');
    });
    it('chooses nothing when the page decides otherwise', async () => {
      const { element: box, campaign } = await withGoal({ taken: [] });
      const asked = oneEvent(box, 'petition-seat-select');
      box.addEventListener('petition-seat-select', (event) => event.preventDefault());
      part(await cardIn(box), 'sit')!.click();
      await asked;
      await aTimeout(0);
      expect(campaign.state.seat).to.equal(null);
    });
    it('keeps its place when it goes, so that nothing moves when the signature is in', async () => {
      const { element: box, campaign, sign } = await withGoal({ taken: [] });
      const element = await cardIn(box);
      const { offsetHeight } = element;
      await sign(3);
      await element.updateComplete;
      expect(campaign.state.signing.outcome).to.equal('signed');
      expect(part(element, 'sit')).to.equal(null);
      expect(element.offsetHeight).to.equal(offsetHeight);
    });
    for (const [what, options] of [
      ['the petition is closed', { status: 'closed' }],
      ['every seat is taken', { taken: [0, 1, 3, 4, 5, 6, 7, 8, 9] }],
      ['no seat is kept', { document: sampleDocument({ stories: [sampleStory({ seat: null })] }) }],
      ['there are no seats', { document: sampleDocument({ venue: null }) }],
    ] as const)
      it(`is not offered where ${what}`, async () => {
        const { element: box } = await withGoal(options as InCampaignOptions);
        expect(part(await cardIn(box), 'sit')).to.equal(null);
      });
    it('is not offered where nothing of the campaign takes seats', async () => {
      const { element } = await card();
      expect(part(element, 'sit')).to.equal(null);
    });
  });

  describe('read more', () => {
    it('unfolds and folds', async () => {
      const element = await alone();
      const button = part(element, 'more')!;
      expect(button.textContent!.trim()).to.equal('Read more about Ada');
      expect(button.getAttribute('aria-expanded')).to.equal('false');
      expect(button.getAttribute('aria-controls')).to.equal(whole(element).id);
      button.click();
      await element.updateComplete;
      expect(button.getAttribute('aria-expanded')).to.equal('true');
      expect(element.hasAttribute('open')).to.equal(true);
      expect(words(element, 'body')).to.equal('Ada wrote one letter.She was arrested for it.');
      expect(whole(element).hasAttribute('hidden')).to.equal(false);
      await expect(element).to.be.accessible();
      button.click();
      await element.updateComplete;
      expect(element.open).to.equal(false);
    });
    it('folds from the end of the story too, and gives the focus back to the button', async () => {
      const element = await alone(
        {},
        (data) => html`<petition-story-card open .data=${data}></petition-story-card>`,
      );
      const less = part(element, 'less')!;
      less.focus();
      less.click();
      await element.updateComplete;
      await Promise.resolve();
      expect(element.open).to.equal(false);
      expect(element.shadowRoot!.activeElement).to.equal(part(element, 'more'));
    });
    it('keeps the folded text in the page, found by the browser’s search, which unfolds it', async () => {
      const element = await alone();
      expect(whole(element).getAttribute('hidden')).to.equal('until-found');
      expect(words(element, 'body')).to.contain('one letter');
      whole(element).dispatchEvent(new Event('beforematch'));
      await element.updateComplete;
      expect(element.open).to.equal(true);
    });
    it('cannot be reached by Tab while folded', async () => {
      const element = await alone();
      const link = part(element, 'body')!.querySelector('a')!;
      link.focus();
      expect(element.shadowRoot!.activeElement).to.not.equal(link);
    });
    const names: [name: string, short: string][] = [
      ['Ada Example', 'Ada'],
      ['Ada', 'Ada'],
      ['Ada Maria Example', 'Ada Maria Example'],
      ['The three of Minsk', 'The three of Minsk'],
    ];
    for (const [name, short] of names) {
      it(`calls ${name} ${short}`, async () => {
        expect(words(await alone({ name }), 'more')).to.equal(`Read more about ${short}`);
      });
    }
    it('is left out where there is no more', async () => {
      const element = await alone({ body: '' });
      expect(part(element, 'more')).to.equal(null);
      expect(part(element, 'facts')!.checkVisibility()).to.equal(true);
    });
    it('shows the author’s own HTML in place of the body', async () => {
      const element = await alone(
        { body: '' },
        (data) =>
          html`<petition-story-card .data=${data}
            ><div slot="body">My <b>own</b></div>
            <p slot="after">Last</p></petition-story-card
          >`,
      );
      const own = element.querySelector<HTMLElement>('div')!;
      expect(whole(element).contains(own.assignedSlot)).to.equal(true);
      expect(whole(element).hasAttribute('hidden')).to.equal(true);
      expect(element.querySelector<HTMLElement>('p')!.offsetHeight).to.be.above(0);
      part(element, 'more')!.click();
      await element.updateComplete;
      expect(whole(element).hasAttribute('hidden')).to.equal(false);
    });
  });

  describe('texts of strangers', () => {
    it('shows HTML as text', async () => {
      const evil = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
      const element = await alone({
        name: evil,
        lede: evil,
        body: evil,
        status: evil,
        note: evil,
        teller: evil,
        updates: [{ date: '2015', text: evil }],
      });
      for (const name of ['name', 'lede', 'body', 'status', 'note', 'teller', 'later'])
        expect(words(element, name), name).to.contain(evil);
      expect(element.shadowRoot!.querySelector('script')).to.equal(null);
      expect(element.shadowRoot!.querySelectorAll('img').length).to.equal(1);
      expect((window as { pwned?: number }).pwned).to.equal(undefined);
    });
    it('shows links that may not be followed as text', async () => {
      const element = await alone({
        body: '[press](javascript:alert(1)) [or](data:text/html,x) [good](https://news.example/)',
        sources: [
          { title: 'Bad', url: 'javascript:alert(1)' },
          { title: 'Good', url: 'https://news.example/' },
        ],
        updates: [{ date: '2015', text: '[x](javascript:alert(1))', source: 'javascript:alert(1)' }],
      });
      expect([...element.shadowRoot!.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
        'https://news.example/',
        'https://news.example/',
      ]);
      expect(
        [...element.shadowRoot!.querySelectorAll('a')].every(({ rel }) => rel === 'noopener noreferrer'),
      ).to.equal(true);
      expect(words(element, 'facts')).to.contain('Bad · Good');
    });
    it('keeps bidirectional names apart from the words round them', async () => {
      const element = await alone({ name: '\u202eעדה', teller: 'עדה' });
      expect(part(element, 'teller')!.querySelector('bdi')!.textContent).to.equal('עדה');
      expect(part(element, 'more')!.querySelector('bdi')!.textContent).to.equal('\u202eעדה');
    });
  });

  describe('from right to left', () => {
    it('is mirrored, and accessible', async () => {
      const element = await alone(
        { name: { ar: 'أليس بيالياتسكي' }, updates: [{ date: '2014-06', text: 'أُفرج عنه.' }] },
        (data) => html`<petition-story-card lang="ar" .data=${data}></petition-story-card>`,
      );
      expect(part(element, 'base')!.dir).to.equal('rtl');
      expect(part(element, 'portrait')!.getBoundingClientRect().x).to.be.above(
        part(element, 'name')!.getBoundingClientRect().x,
      );
      expect(getComputedStyle(part(element, 'later')!).borderRightWidth).to.equal('3px');
      await expect(element).to.be.accessible();
    });
  });

  for (const width of [256, 320, 560, 720]) {
    it(`has room for itself at ${width} px`, async () => {
      const box = fixtureSync<HTMLElement>(
        html`<div style="inline-size:${width}px">
          <petition-story-card
            open
            .data=${sampleStory({ name: 'Maximiliana Featherstonehaugh-Cholmondeley', updates: [{ date: '2014-12-18', text: 'Released.' }] })}
          ></petition-story-card>
        </div>`,
      );
      const element = box.querySelector('petition-story-card')!;
      await element.updateComplete;
      expect(part(element, 'base')!.scrollWidth).to.be.at.most(width);
    });
  }
});
