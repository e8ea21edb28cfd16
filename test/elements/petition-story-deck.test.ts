import { aTimeout, expect, fixture, fixtureSync, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { PetitionCampaign } from '../../src/elements/campaign/petition-campaign.js';
import { PetitionElement } from '../../src/elements/base/petition-element.js';
import { PetitionSeatPicker } from '../../src/elements/seat-picker/petition-seat-picker.js';
import { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import { PetitionStoryCard } from '../../src/elements/story-card/petition-story-card.js';
import { PetitionStoryDeck } from '../../src/elements/story-deck/petition-story-deck.js';
import type { CampaignDocument, Story } from '../../src/model/campaign.js';
import { inCampaign, sampleDocument, sampleStory } from '../support/campaign.js';

PetitionCampaign.define('petition-campaign');
PetitionStoryCard.define('petition-story-card');
PetitionStoryDeck.define('petition-story-deck');
PetitionSeatPicker.define('petition-seat-picker');
PetitionSignForm.define('petition-sign-form');

const LONG = Array.from({ length: 30 }, (_, i) => `Paragraph ${i}.`).join('\n\n');

const many = Array.from({ length: 12 }, (_, i) =>
  sampleStory({ id: `s${i}`, name: `Person ${i}`, seat: null }),
);

/** Ada, Ben and Cem; Ada's story is long. */
const three = (): Story[] => [
  sampleStory({ body: LONG }),
  sampleStory({ id: 'ben', name: 'Ben Sample', seat: null, portrait: null }),
  sampleStory({ id: 'cem', name: 'Cem Other', seat: null, portrait: null }),
];

async function settled(deck: PetitionStoryDeck): Promise<PetitionStoryDeck> {
  await deck.updateComplete;
  await Promise.all(cards(deck).map((card) => card.updateComplete));
  // Fades into the next story; a cancelled animation rejects.
  const fades = part(deck, 'track')?.getAnimations({ subtree: true }) ?? [];
  await Promise.allSettled(fades.map(({ finished }) => finished));
  // The track has been measured.
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return deck;
}
const deckOf = async (
  stories: Story[] = three(),
  markup: TemplateResult = html`<petition-story-deck></petition-story-deck>`,
  changes: Partial<CampaignDocument> = {},
) => {
  const staged = await inCampaign<HTMLElement>(markup, { document: sampleDocument({ stories, ...changes }) });
  const { element } = staged;
  const deck = element.matches('petition-story-deck')
    ? (element as PetitionStoryDeck)
    : element.querySelector('petition-story-deck')!;
  return { ...staged, deck: await settled(deck) };
};
const alone = async (stories: Story[] | null = three()): Promise<PetitionStoryDeck> =>
  settled(await fixture(html`<petition-story-deck .stories=${stories}></petition-story-deck>`));

const part = (deck: PetitionStoryDeck, name: string): HTMLElement | null =>
  deck.shadowRoot!.querySelector(`[part~="${name}"]`);
const words = (deck: PetitionStoryDeck, name: string): string | undefined =>
  part(deck, name)?.textContent?.replace(/\s+/g, ' ').trim();
const cards = (deck: PetitionStoryDeck): PetitionStoryCard[] => [
  ...deck.shadowRoot!.querySelectorAll('petition-story-card'),
];
const inCard = (card: PetitionStoryCard, name: string): string | undefined =>
  card.shadowRoot!.querySelector(`[part~="${name}"]`)?.textContent?.trim();
/** Returns the names in their order; and those in the reader's view. */
const names = (deck: PetitionStoryDeck): (string | undefined)[] =>
  cards(deck).map((card) => inCard(card, 'name'));
const inView = (deck: PetitionStoryDeck): (string | undefined)[] => {
  const { left, right } = part(deck, 'track')!.getBoundingClientRect();
  return cards(deck)
    .filter((card) => {
      const box = card.parentElement!.getBoundingClientRect();
      return Math.min(right, box.right) - Math.max(left, box.left) > 2;
    })
    .map((card) => inCard(card, 'name'));
};
const focusedName = (deck: PetitionStoryDeck): string | undefined =>
  (
    deck.shadowRoot!.activeElement as PetitionStoryCard | null
  )?.shadowRoot?.activeElement?.textContent?.trim();
const press = async (deck: PetitionStoryDeck, name: string): Promise<void> => {
  part(deck, name)!.click();
  await settled(deck);
};
const key = async (deck: PetitionStoryDeck, name: string): Promise<void> => {
  await sendKeys({ press: name });
  await settled(deck);
};
/** Scrolls the track as a finger does, until it snaps. */
const swipe = async (deck: PetitionStoryDeck, places: number): Promise<void> => {
  const track = part(deck, 'track')!;
  const scrolled = oneEvent(track, 'scroll');
  track.scrollTo({ left: track.scrollLeft + places * track.clientWidth, behavior: 'instant' });
  await scrolled;
  await settled(deck);
};
const region = (deck: PetitionStoryDeck): string =>
  deck.shadowRoot!.querySelector('[role="status"]')?.textContent ?? '';
const said = async (deck: PetitionStoryDeck, text: string): Promise<void> => {
  while (!region(deck).includes(text)) await aTimeout(20);
};

async function warnings(act: () => Promise<unknown>): Promise<string[]> {
  const told: string[] = [];
  const { warn } = console;
  console.warn = (line: string) => told.push(line);
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return told;
}

describe('petition-story-deck', () => {
  before(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  describe('in a campaign', () => {
    it('shows the first story, with all of them in the page', async () => {
      const { deck } = await deckOf();
      expect(names(deck)).to.deep.equal(['Ada Example', 'Ben Sample', 'Cem Other']);
      expect(inView(deck)).to.deep.equal(['Ada Example']);
      expect(deck.current).to.equal('ada');
      expect(words(deck, 'coming')).to.equal('Next: Ben Sample');
      expect(part(deck, 'previous')).to.equal(null);
      await expect(deck).to.be.accessible();
    });
    it('says once which of how many it is', async () => {
      const { deck } = await deckOf();
      expect(cards(deck).map((card) => inCard(card, 'position'))).to.deep.equal([
        '1 of 3',
        '2 of 3',
        '3 of 3',
      ]);
      expect(part(deck, 'navigation')!.textContent).to.not.contain('of 3');
    });
    it('goes on to the last one and back', async () => {
      const { deck } = await deckOf();
      await press(deck, 'next');
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
      expect(words(deck, 'coming')).to.equal('Next: Cem Other');
      await press(deck, 'next');
      expect(inView(deck)).to.deep.equal(['Cem Other']);
      expect(part(deck, 'next')).to.equal(null);
      expect(part(deck, 'coming')).to.equal(null);
      await expect(deck).to.be.accessible();
      await press(deck, 'previous');
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
      expect(deck.current).to.equal('ben');
      await expect(deck).to.be.accessible();
    });
    it('gives its campaign to its cards, however it found it', async () => {
      const root = await fixture(
        html`<div>
          <petition-campaign id="theirs" .data=${sampleDocument({ stories: three() })}
            ><petition-sign-form></petition-sign-form
          ></petition-campaign>
          <petition-story-deck for="theirs"></petition-story-deck>
        </div>`,
      );
      const deck = root.querySelector('petition-story-deck')!;
      await root.querySelector('petition-campaign')!.updateComplete;
      while (!part(deck, 'track')) await aTimeout(0);
      await settled(deck);
      expect(names(deck)).to.deep.equal(['Ada Example', 'Ben Sample', 'Cem Other']);
      // Only a card with a campaign knows the venue of a kept seat.
      expect(inCard(cards(deck)[0]!, 'facts')).to.contain('Kept for Ada Example: block A, row 1, seat 3');
    });
    it('tells a loader about the cards in its shadow root', async () => {
      const roots = new Set<ShadowRoot>();
      PetitionElement.onElementsInside = (root) => roots.add(root);
      try {
        const { deck } = await deckOf();
        expect([...roots]).to.deep.equal([deck.shadowRoot]);
      } finally {
        PetitionElement.onElementsInside = undefined;
      }
    });
    it('passes the level of its headings on', async () => {
      const { deck } = await deckOf(
        undefined,
        html`<petition-story-deck heading-level="3"></petition-story-deck>`,
      );
      expect(cards(deck).map((card) => card.shadowRoot!.querySelector('h3') !== null)).to.deep.equal([
        true,
        true,
        true,
      ]);
    });
    it('shows nothing of a campaign without stories', async () => {
      const { deck } = await deckOf(
        [],
        html`<petition-story-deck><p>Read it there</p></petition-story-deck>`,
      );
      expect(deck.offsetHeight).to.equal(0);
    });
    it('needs no navigation for one story', async () => {
      const { deck } = await deckOf([sampleStory()]);
      expect(inView(deck)).to.deep.equal(['Ada Example']);
      expect(part(deck, 'navigation')).to.equal(null);
      expect(inCard(cards(deck)[0]!, 'position')).to.equal(undefined);
      await expect(deck).to.be.accessible();
    });
    it('keeps its story when the document is read again', async () => {
      const { deck, refresh } = await deckOf();
      await press(deck, 'next');
      await refresh();
      deck.requestUpdate();
      await settled(deck);
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
    });
  });

  describe('alone', () => {
    it("gives the author's words to its cards", async () => {
      const deck = await settled(
        await fixture(
          html`<petition-story-deck .stories=${three()}
            ><template data-message="story.position">{index} of all {total}</template
            ><template data-message="deck.next">Next, please</template></petition-story-deck
          >`,
        ),
      );
      expect(inCard(cards(deck)[1]!, 'position')).to.equal('2 of all 3');
      expect(words(deck, 'next')).to.equal('Next, please');
    });
    it('shows the stories it is given by script', async () => {
      const deck = await alone();
      expect(inView(deck)).to.deep.equal(['Ada Example']);
      expect(inCard(cards(deck)[1]!, 'position')).to.equal('2 of 3');
      await press(deck, 'next');
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
      await expect(deck).to.be.accessible();
    });
    it('makes the page no wider, in either direction', async () => {
      const page = document.documentElement;
      try {
        for (const [dir, lang] of [
          ['ltr', 'en'],
          ['rtl', 'ar'],
        ] as const) {
          page.dir = dir;
          await settled(
            await fixture(html`<petition-story-deck lang=${lang} .stories=${three()}></petition-story-deck>`),
          );
          expect(page.scrollWidth, dir).to.equal(page.clientWidth);
        }
      } finally {
        page.removeAttribute('dir');
      }
    });

    it('shows what the author wrote until there are stories, in the page’s own colours', async () => {
      const box = fixtureSync<HTMLElement>(
        html`<div style="color:rgb(1, 2, 3)">
          <petition-story-deck><p>Read it there</p></petition-story-deck>
        </div>`,
      );
      const deck = box.querySelector('petition-story-deck')!;
      await deck.updateComplete;
      const paragraph = deck.querySelector('p')!;
      expect(getComputedStyle(paragraph).color).to.equal('rgb(1, 2, 3)');
      expect(paragraph.offsetHeight).to.be.above(0);
      expect(deck.current).to.equal(null);
      deck.stories = three();
      await settled(deck);
      expect(paragraph.offsetHeight).to.equal(0);
      expect(deck.current).to.equal('ada');
    });
  });

  describe('the way on', () => {
    const withPicker = html`<div>
      <petition-story-deck></petition-story-deck><petition-seat-picker no-map></petition-seat-picker>
      <petition-sign-form></petition-sign-form>
    </div>`;
    it('leads to the seats after the last story', async () => {
      const { deck, element } = await deckOf(undefined, withPicker);
      expect(part(deck, 'act')!.checkVisibility(), 'before the last, where there is room').to.equal(false);
      await press(deck, 'next');
      await press(deck, 'next');
      expect(words(deck, 'act')).to.equal('Choose your seat');
      expect(part(deck, 'act')!.checkVisibility()).to.equal(true);
      await expect(deck).to.be.accessible();
      part(deck, 'act')!.click();
      expect(document.activeElement).to.equal(element.querySelector('petition-seat-picker'));
      expect(Math.abs(document.activeElement!.getBoundingClientRect().top)).to.be.below(600);
    });
    it('stands under every story in a narrow deck', async () => {
      const { deck } = await deckOf(undefined, html`<div style="inline-size:320px">${withPicker}</div>`);
      expect(part(deck, 'act')!.checkVisibility()).to.equal(true);
      expect(part(deck, 'act')!.getBoundingClientRect().top).to.be.above(
        part(deck, 'next')!.getBoundingClientRect().bottom,
      );
      await press(deck, 'next');
      expect(part(deck, 'previous')!.getBoundingClientRect().top).to.equal(
        part(deck, 'next')!.getBoundingClientRect().top,
      );
      await expect(deck).to.be.accessible();
    });
    it('leads to the form without a venue', async () => {
      const { deck, element } = await deckOf([sampleStory()], withPicker, { venue: null });
      expect(words(deck, 'act')).to.equal('Sign the petition');
      part(deck, 'act')!.click();
      expect(document.activeElement).to.equal(element.querySelector('petition-sign-form'));
    });
    it('leads nowhere where there is neither, or where they belong to another campaign', async () => {
      const { deck } = await deckOf(
        [sampleStory()],
        html`<div>
          <petition-story-deck></petition-story-deck>
          <petition-seat-picker endpoint="/faults/deck/good" petition="other"></petition-seat-picker>
        </div>`,
      );
      expect(part(deck, 'act')).to.equal(null);
    });
    it('is gone once the petition is signed', async () => {
      const { deck, sign } = await deckOf(
        [sampleStory()],
        html`<div><petition-story-deck></petition-story-deck><petition-sign-form></petition-sign-form></div>`,
        { venue: null },
      );
      expect(part(deck, 'act')).to.not.equal(null);
      await sign();
      await settled(deck);
      expect(part(deck, 'act')).to.equal(null);
    });
    it('leads nowhere when the petition is closed', async () => {
      const { deck } = await deckOf([sampleStory()], withPicker, { state: 'closed' });
      expect(part(deck, 'act')).to.equal(null);
    });
  });

  describe('keyboard', () => {
    const focusNext = async () => {
      const { deck } = await deckOf();
      part(deck, 'next')!.focus();
      return deck;
    };
    it('goes on and back with the arrows, to the ends with Home and End', async () => {
      const deck = await focusNext();
      const walk: [key: string, name: string][] = [
        ['ArrowRight', 'Ben Sample'],
        ['ArrowLeft', 'Ada Example'],
        ['End', 'Cem Other'],
        ['ArrowRight', 'Cem Other'],
        ['Home', 'Ada Example'],
      ];
      for (const [name, shown] of walk) {
        await key(deck, name);
        expect(inView(deck), name).to.deep.equal([shown]);
        expect(focusedName(deck), name).to.equal(shown);
      }
    });
    it('is mirrored from right to left', async () => {
      const { deck } = await deckOf(undefined, html`<petition-story-deck lang="ar"></petition-story-deck>`);
      part(deck, 'next')!.focus();
      await key(deck, 'ArrowLeft');
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
      await key(deck, 'ArrowRight');
      expect(inView(deck)).to.deep.equal(['Ada Example']);
    });
    it('goes on with Enter, and puts the focus on the name of the story', async () => {
      const deck = await focusNext();
      await key(deck, 'Enter');
      expect(focusedName(deck)).to.equal('Ben Sample');
    });
    it('leaves keys with modifiers, keys that were handled, and keys of a field to others', async () => {
      const deck = await focusNext();
      const send = (options: KeyboardEventInit, target: Element = part(deck, 'next')!, handled = false) => {
        const event = new KeyboardEvent('keydown', {
          key: 'ArrowRight',
          bubbles: true,
          composed: true,
          cancelable: true,
          ...options,
        });
        if (handled) target.addEventListener('keydown', (e) => e.preventDefault(), { once: true });
        target.dispatchEvent(event);
        return event.defaultPrevented;
      };
      expect(send({ altKey: true })).to.equal(false);
      expect(send({ ctrlKey: true })).to.equal(false);
      expect(send({ metaKey: true })).to.equal(false);
      expect(send({ shiftKey: true })).to.equal(false);
      const field = document.createElement('input');
      part(deck, 'deck')!.append(field);
      expect(send({}, field)).to.equal(false);
      field.remove();
      send({}, part(deck, 'next')!, true);
      await settled(deck);
      expect(deck.current).to.equal('ada');
      expect(send({})).to.equal(true);
      expect(deck.current).to.equal('ben');
    });
    it('never goes into a story out of view with Tab', async () => {
      const { deck } = await deckOf();
      await press(deck, 'next');
      const reached = new Set<Element>();
      for (let i = 0; i < 6; i++) {
        await sendKeys({ press: 'Tab' });
        if (deck.shadowRoot!.activeElement) reached.add(deck.shadowRoot!.activeElement);
      }
      expect(cards(deck).map((card) => reached.has(card))).to.deep.equal([false, true, false]);
      for (const name of ['previous', 'next']) expect(reached.has(part(deck, name)!), name).to.equal(true);
    });
  });

  describe('screen reader', () => {
    it('hears the name and which of how many after a press', async () => {
      const { deck } = await deckOf();
      await press(deck, 'next');
      const heading = cards(deck)[1]!.shadowRoot!.activeElement!;
      expect(heading.matches('h2')).to.equal(true);
      const described = heading.getAttribute('aria-describedby')!;
      expect(cards(deck)[1]!.shadowRoot!.getElementById(described)!.textContent!.trim()).to.equal('2 of 3');
      expect(region(deck), 'once is enough').to.equal('');
    });
    it('is told what a swipe brought', async () => {
      const { deck } = await deckOf();
      await swipe(deck, 1);
      await said(deck, 'Ben Sample, 2 of 3');
    });
    it('finds a named group, buttons with names, and only the story in view', async () => {
      const { deck } = await deckOf();
      await press(deck, 'next');
      expect(part(deck, 'deck')!.getAttribute('role')).to.equal('group');
      expect(part(deck, 'deck')!.getAttribute('aria-label')).to.equal('Stories');
      expect(words(deck, 'previous')).to.equal('Previous');
      expect(words(deck, 'next')).to.equal('Read the next story');
      expect(part(deck, 'next')!.getAttribute('aria-describedby')).to.equal(part(deck, 'coming')!.id);
      expect([...part(deck, 'track')!.children].map((one) => (one as HTMLElement).inert)).to.deep.equal([
        true,
        false,
        true,
      ]);
    });
  });

  describe('a swipe', () => {
    it('shows what it brought, and moves no focus that is elsewhere', async () => {
      const { deck } = await deckOf();
      part(deck, 'next')!.focus();
      await swipe(deck, 1);
      expect(deck.current).to.equal('ben');
      expect(words(deck, 'coming')).to.equal('Next: Cem Other');
      expect(deck.shadowRoot!.activeElement).to.equal(part(deck, 'next'));
    });
    it('takes along a focus that was in the story it leaves', async () => {
      const { deck } = await deckOf();
      cards(deck)[0]!.shadowRoot!.querySelector<HTMLElement>('.more')!.focus();
      await swipe(deck, 1);
      expect(focusedName(deck)).to.equal('Ben Sample');
    });
    it('changes nothing half way', async () => {
      const { deck } = await deckOf();
      const track = part(deck, 'track')!;
      track.style.scrollSnapType = 'none';
      await swipe(deck, 0.4);
      expect(deck.current).to.equal('ada');
    });
    it('goes the other way from right to left', async () => {
      const { deck } = await deckOf(undefined, html`<petition-story-deck lang="ar"></petition-story-deck>`);
      await swipe(deck, -1);
      expect(deck.current).to.equal('ben');
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
    });
  });

  describe('motion', () => {
    const animations = (deck: PetitionStoryDeck): Animation[] =>
      part(deck, 'track')!
        .getAnimations({ subtree: true })
        .filter((one) => !(one instanceof CSSTransition));
    afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

    it('fades one story into the next in 160 ms, in one place', async () => {
      await emulateMedia({ reducedMotion: 'no-preference' });
      const { deck } = await deckOf();
      part(deck, 'next')!.click();
      await deck.updateComplete;
      const fades = animations(deck);
      expect(fades.map(({ effect }) => effect!.getTiming().duration)).to.deep.equal([160, 160]);
      const [gone, come] = cards(deck).map((card) => card.getBoundingClientRect().left);
      expect(gone!).to.be.closeTo(come!, 1);
      await Promise.all(fades.map(({ finished }) => finished));
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
    });
    it('goes on at once when it is pressed again meanwhile', async () => {
      const { deck } = await deckOf();
      part(deck, 'next')!.click();
      await deck.updateComplete;
      part(deck, 'next')!.click();
      await deck.updateComplete;
      part(deck, 'previous')!.click();
      await deck.updateComplete;
      await Promise.all(animations(deck).map(({ finished }) => finished));
      await settled(deck);
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
      expect(deck.current).to.equal('ben');
    });
    it('is none where less of it is asked for', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      const { deck } = await deckOf();
      part(deck, 'next')!.click();
      await deck.updateComplete;
      expect(animations(deck)).to.deep.equal([]);
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
    });
  });

  describe('the height', () => {
    it('is that of the highest folded story, for all', async () => {
      const stories = three();
      stories[2] = sampleStory({
        id: 'cem',
        name: 'Cem Other',
        seat: null,
        lede: 'A long lede. '.repeat(60),
      });
      const { deck } = await deckOf(stories);
      const before = deck.offsetHeight;
      for (const name of ['next', 'next', 'previous']) {
        await press(deck, name);
        expect(deck.offsetHeight).to.equal(before);
      }
      await swipe(deck, -1);
      expect(deck.offsetHeight).to.equal(before);
    });
    it('is that of the story that is unfolded, which is folded when it is left', async () => {
      const { deck } = await deckOf();
      const before = deck.offsetHeight;
      cards(deck)[0]!.open = true;
      await settled(deck);
      expect(deck.offsetHeight).to.be.above(before + 500);
      await press(deck, 'next');
      expect(cards(deck)[0]!.open).to.equal(false);
      expect(deck.offsetHeight).to.equal(before);
    });
    it('has no scrollbar in it', async () => {
      const { deck } = await deckOf();
      const track = part(deck, 'track')!;
      expect(track.offsetHeight).to.equal(track.clientHeight);
    });
    it('begins the next story in view after a press at the end of a long one', async () => {
      const { deck } = await deckOf(
        undefined,
        html`<div style="padding-block:700px"><petition-story-deck></petition-story-deck></div>`,
      );
      cards(deck)[0]!.open = true;
      await settled(deck);
      part(deck, 'next')!.scrollIntoView({ block: 'end' });
      expect(deck.getBoundingClientRect().top).to.be.below(0);
      await press(deck, 'next');
      expect(deck.getBoundingClientRect().top).to.be.closeTo(0, 1);
    });
    it('moves the page after a swipe only where a long story is folded away', async () => {
      const { deck } = await deckOf(
        undefined,
        html`<div style="padding-block:700px"><petition-story-deck></petition-story-deck></div>`,
      );
      scrollTo(0, scrollY + deck.getBoundingClientRect().top + 100);
      const before = scrollY;
      await swipe(deck, 1);
      expect(scrollY).to.equal(before);
      await swipe(deck, -1);
      cards(deck)[0]!.open = true;
      await settled(deck);
      scrollTo(0, scrollY + deck.getBoundingClientRect().top + 500);
      await swipe(deck, 1);
      expect(deck.getBoundingClientRect().top).to.be.closeTo(0, 1);
    });
    it('leaves room for a header of the page’s own that stays in view', async () => {
      const { deck } = await deckOf(
        undefined,
        html`<div style="padding-block:700px">
          <petition-story-deck style="scroll-margin-block-start:80px"></petition-story-deck>
        </div>`,
      );
      scrollTo(0, scrollY + deck.getBoundingClientRect().top - 40);
      await press(deck, 'next');
      expect(deck.getBoundingClientRect().top).to.be.closeTo(80, 1);
    });
    it('moves the page no more than it must', async () => {
      const { deck } = await deckOf(
        undefined,
        html`<div style="padding-block:700px"><petition-story-deck></petition-story-deck></div>`,
      );
      scrollTo(0, scrollY + deck.getBoundingClientRect().top - 40);
      const before = scrollY;
      await press(deck, 'next');
      expect(scrollY).to.equal(before);
    });
  });

  describe('a link to a story', () => {
    const inPage = html`<div style="padding-block:900px"><petition-story-deck></petition-story-deck></div>`;
    const follow = async (hash: string): Promise<void> => {
      const changed = oneEvent(window, 'hashchange');
      location.hash = hash;
      await changed;
    };
    it('shows it when the page is opened, brings it into view, and puts the focus on its name', async () => {
      history.replaceState(null, '', '#petition-story=ben');
      const { deck } = await deckOf(undefined, inPage);
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
      expect(deck.getBoundingClientRect().top).to.be.closeTo(0, 1);
      expect(focusedName(deck)).to.equal('Ben Sample');
    });
    it('shows it when it is followed', async () => {
      const { deck } = await deckOf(undefined, inPage);
      await follow('#petition-story=cem');
      await settled(deck);
      expect(inView(deck)).to.deep.equal(['Cem Other']);
      expect(deck.getBoundingClientRect().top).to.be.closeTo(0, 1);
      expect(focusedName(deck)).to.equal('Cem Other');
    });
    it('waits for a document that comes later', async () => {
      const deck = await alone(null);
      await follow('#petition-story=cem');
      deck.stories = three();
      await settled(deck);
      expect(inView(deck)).to.deep.equal(['Cem Other']);
    });
    it('takes nothing from somebody who writes elsewhere', async () => {
      history.replaceState(null, '', '#petition-story=ben');
      const box = await fixture(
        html`<div>
          <input />
          <p style="block-size:900px"></p>
          <petition-story-deck></petition-story-deck>
        </div>`,
      );
      const deck = box.querySelector('petition-story-deck')!;
      box.querySelector('input')!.focus();
      deck.stories = three();
      await settled(deck);
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
      expect(document.activeElement).to.equal(box.querySelector('input'));
      expect(scrollY).to.equal(0);
    });
    it('to nobody leaves the first story, and tells the page’s author once', async () => {
      history.replaceState(null, '', '#petition-story=nobody');
      const told = await warnings(async () => {
        const { deck } = await deckOf();
        deck.requestUpdate();
        await settled(deck);
        expect(inView(deck)).to.deep.equal(['Ada Example']);
      });
      expect(told).to.deep.equal([
        'grandstand: #petition-story=nobody is not a story of this campaign; its stories are ada, ben, cem',
      ]);
    });
    it('to something else is none of the deck’s', async () => {
      const told = await warnings(async () => {
        history.replaceState(null, '', '#elsewhere');
        const { deck } = await deckOf();
        expect(inView(deck)).to.deep.equal(['Ada Example']);
      });
      expect(told).to.deep.equal([]);
    });
    it('is read: the deck itself writes nothing into the URL', async () => {
      const before = [location.href, history.length];
      const { deck } = await deckOf();
      await press(deck, 'next');
      await swipe(deck, 1);
      expect([location.href, history.length]).to.deep.equal(before);
    });
  });

  describe('the first story', () => {
    it('is the one the attribute names, and another when that changes', async () => {
      const { deck } = await deckOf(undefined, html`<petition-story-deck story="ben"></petition-story-deck>`);
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
      expect(document.activeElement).to.equal(document.body);
      await press(deck, 'next');
      deck.requestUpdate();
      await settled(deck);
      expect(inView(deck), 'it is the first, not the only one').to.deep.equal(['Cem Other']);
      deck.story = 'ada';
      await settled(deck);
      expect(inView(deck)).to.deep.equal(['Ada Example']);
    });
    it('is the linked one where both are said', async () => {
      history.replaceState(null, '', '#petition-story=cem');
      const { deck } = await deckOf(undefined, html`<petition-story-deck story="ben"></petition-story-deck>`);
      expect(inView(deck)).to.deep.equal(['Cem Other']);
    });
    it('is the first one where nobody has the name, and the page’s author is told once', async () => {
      const told = await warnings(async () => {
        const { deck } = await deckOf(
          undefined,
          html`<petition-story-deck story="nobody"></petition-story-deck>`,
        );
        deck.requestUpdate();
        await settled(deck);
        expect(inView(deck)).to.deep.equal(['Ada Example']);
      });
      expect(told).to.deep.equal([
        'grandstand: story="nobody" is not a story of this campaign; its stories are ada, ben, cem',
      ]);
    });
  });

  describe('the order', () => {
    it('is that of the attribute, with the others after them', async () => {
      const told = await warnings(async () => {
        const { deck } = await deckOf(
          undefined,
          html`<petition-story-deck order="cem nobody ben"></petition-story-deck>`,
        );
        expect(names(deck)).to.deep.equal(['Cem Other', 'Ben Sample', 'Ada Example']);
        expect(cards(deck).map((card) => inCard(card, 'position'))).to.deep.equal([
          '1 of 3',
          '2 of 3',
          '3 of 3',
        ]);
        deck.order = 'ada';
        await settled(deck);
        expect(names(deck)).to.deep.equal(['Ada Example', 'Ben Sample', 'Cem Other']);
        expect(inView(deck), 'who is read stays in view').to.deep.equal(['Cem Other']);
      });
      expect(told).to.deep.equal([
        'grandstand: "nobody" in order is not a story of this campaign; its stories are ada, ben, cem',
      ]);
    });
    it('of chance is drawn once: neither drawing anew nor another language changes it', async () => {
      const { deck } = await deckOf(many, html`<petition-story-deck shuffle></petition-story-deck>`);
      const drawn = names(deck);
      // A false failure is possible once in 479,001,600 runs.
      expect(drawn).to.not.deep.equal(many.map(({ name }) => name));
      expect([...drawn].sort()).to.deep.equal(many.map(({ name }) => name).sort());
      deck.lang = 'be';
      deck.requestUpdate();
      await settled(deck);
      expect(names(deck)).to.deep.equal(drawn);
    });
    it('of chance shows a named story first where it stands, and leaves first what order names', async () => {
      const { deck } = await deckOf(
        many,
        html`<petition-story-deck shuffle order="s7" story="s3"></petition-story-deck>`,
      );
      const at = names(deck).indexOf('Person 3');
      expect(names(deck)[0]).to.equal('Person 7');
      expect(inView(deck)).to.deep.equal(['Person 3']);
      expect(inCard(cards(deck)[at]!, 'position')).to.equal(`${at + 1} of 12`);
    });
  });

  describe('from right to left', () => {
    it('is mirrored, with arrows that point the other way, and accessible', async () => {
      const { deck } = await deckOf(undefined, html`<petition-story-deck lang="ar"></petition-story-deck>`);
      await press(deck, 'next');
      const left = (name: string): number => part(deck, name)!.getBoundingClientRect().left;
      expect(left('previous')).to.be.above(left('next'));
      const turned = (name: string): string =>
        getComputedStyle(part(deck, name)!.querySelector('svg')!).scale;
      expect([turned('previous'), turned('next')]).to.deep.equal(['none', '-1 1']);
      for (const card of cards(deck))
        expect(card.shadowRoot!.querySelector<HTMLElement>('.base')!.dir).to.equal('rtl');
      await expect(deck).to.be.accessible();
    });
  });

  describe('another width', () => {
    it('leaves in view what is read', async () => {
      const { deck } = await deckOf(
        undefined,
        html`<div style="inline-size:700px"><petition-story-deck></petition-story-deck></div>`,
      );
      await press(deck, 'next');
      for (const width of ['333.3px', '0px', '512.7px']) {
        deck.parentElement!.style.inlineSize = width;
        await settled(deck);
      }
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
      expect(deck.current).to.equal('ben');
    });
    it('is not taken for a swipe when it comes and goes with the deck', async () => {
      const { deck } = await deckOf(undefined, html`<div><petition-story-deck></petition-story-deck></div>`);
      await press(deck, 'next');
      deck.parentElement!.style.display = 'none';
      await settled(deck);
      deck.parentElement!.style.display = '';
      await settled(deck);
      expect(deck.current).to.equal('ben');
      expect(inView(deck)).to.deep.equal(['Ben Sample']);
    });
    for (const width of [256, 320, 480, 560, 720]) {
      it(`has room for itself at ${width} px`, async () => {
        const { deck } = await deckOf(
          three().map((story) => ({ ...story, name: 'Maximiliana Featherstonehaugh-Cholmondeley' })),
          html`<div style="inline-size:${width}px">
            <petition-story-deck></petition-story-deck><petition-sign-form></petition-sign-form>
          </div>`,
          { venue: null },
        );
        await press(deck, 'next');
        expect(part(deck, 'navigation')!.scrollWidth).to.be.at.most(width);
        expect(part(deck, 'base')!.scrollWidth).to.be.at.most(width);
      });
    }
  });

  describe('moved and removed', () => {
    it('keeps its story when it is moved, and does not follow its link again', async () => {
      history.replaceState(null, '', '#petition-story=ben');
      const { deck } = await deckOf(
        undefined,
        html`<div style="padding-block:900px"><petition-story-deck></petition-story-deck></div>`,
      );
      await press(deck, 'next');
      scrollTo(0, 0);
      deck.parentElement!.append(document.createElement('hr'), deck);
      await settled(deck);
      expect(inView(deck)).to.deep.equal(['Cem Other']);
      expect(scrollY).to.equal(0);
    });
    it('follows no link any more when it is gone', async () => {
      const { deck } = await deckOf();
      deck.remove();
      const changed = oneEvent(window, 'hashchange');
      location.hash = '#petition-story=ben';
      await changed;
      expect(deck.current).to.equal('ada');
    });
  });

  describe('in the whole petition', () => {
    const petition = async (stories: Story[]): Promise<ShadowRoot> => {
      const campaign = await fixture<PetitionCampaign>(
        html`<petition-campaign
          .data=${sampleDocument({ stories, venue: null })}
          .transport=${() => new Promise<never>(() => undefined)}
        ></petition-campaign>`,
      );
      while (!campaign.shadowRoot!.querySelector('.petition')) await aTimeout(0);
      return campaign.shadowRoot!;
    };
    const rows: [stories: Story[], deck: boolean, card: boolean][] = [
      [three(), true, false],
      [[sampleStory()], false, true],
      [[], false, false],
    ];
    for (const [stories, deck, card] of rows) {
      it(`${stories.length} stories`, async () => {
        const root = await petition(stories);
        expect(root.querySelector('petition-story-deck') !== null, 'deck').to.equal(deck);
        expect(root.querySelector('petition-story-card') !== null, 'card').to.equal(card);
      });
    }
    it('leads to the form of its own petition', async () => {
      const root = await petition(three());
      const deck = await settled(root.querySelector('petition-story-deck')!);
      deck.story = 'cem';
      await settled(deck);
      part(deck, 'act')!.click();
      expect(root.activeElement).to.equal(root.querySelector('petition-sign-form'));
    });
  });
});
