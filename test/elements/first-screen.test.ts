import { expect } from '@open-wc/testing';
import type { CampaignDocument } from '../../src/model/campaign.js';
import { sampleDocument, sampleStory } from '../support/campaign.js';
import { openPage, type OwnPage } from '../support/own-page.js';

let world = 0;
let page: OwnPage | null = null;
afterEach(() => page?.close());

interface FirstScreen {
  width?: number;
  height?: number;
  changes?: Partial<CampaignDocument>;
  lang?: string;
  /** Height of the page's own content above the petition, in px. */
  above?: number;
  /** The page's own CSS. */
  css?: string;
}

const ARENA = { kind: 'arena', capacity: 15086 };
const DEMAND =
  'Three people are in prison for what is no crime. Their friends ask for help.\n\n- Release **them**.';
const people = (many: number, name = 'Ales Bialiatski'): CampaignDocument['stories'] =>
  Array.from({ length: many }, (_, i) =>
    sampleStory({ id: `s${i}`, name, seat: i < 3 ? ['12-8-14', '5-10-9', '18-9-11'][i]! : null }),
  );

/** Renders the whole petition in a window of its own, and waits for its seats. */
async function firstScreen({
  width = 360,
  height = 740,
  changes,
  lang = '',
  above = 0,
  css = '',
}: FirstScreen = {}) {
  const document = sampleDocument({
    endpoint: `${location.origin}/faults/first-${Date.now()}-${world++}/good`,
    title: 'Watch the Human Rights Match with us in Belarus!',
    languages: ['en', 'de', 'ar'],
    demand: DEMAND,
    venue: ARENA,
    stories: people(3),
    ...changes,
  });
  page = openPage(
    `<div style="block-size: ${above}px"></div><div class="site"><petition-campaign lang="${lang}"><script type="application/json">${JSON.stringify(document)}</script></petition-campaign></div>\n`,
    { head: `<style>body { margin: 0 } ${css}</style>`, width, height },
  );
  const { window: view, document: own } = page;
  const campaign = own.querySelector('petition-campaign')!;
  const inside = (selector: string): HTMLElement | null =>
    campaign.shadowRoot?.querySelector(selector) ?? null;
  const deep = (tag: string, selector: string): HTMLElement | null =>
    inside(tag)?.shadowRoot?.querySelector(selector) ?? null;
  await page.until(() => !!deep('petition-signature-counter', '.counter'));
  const settled = async (): Promise<void> => {
    // Intersections are reported after one frame, and rendered in the next.
    for (let i = 0; i < 4; i++) await new Promise((resolve) => view.requestAnimationFrame(resolve));
  };
  await settled();
  const box = (element: Element | null): DOMRect => element!.getBoundingClientRect();
  const isSeen = (element: HTMLElement): boolean => {
    const { top, bottom, left, width: wide } = box(element);
    return (
      wide > 0 &&
      top >= 0 &&
      bottom <= height &&
      left >= 0 &&
      element.checkVisibility({ visibilityProperty: true })
    );
  };
  /** Returns the warm buttons that are fully in view. */
  const warm = (): HTMLElement[] =>
    [
      ...campaign.shadowRoot!.querySelectorAll<HTMLElement>('.act'),
      ...['petition-seat-picker', 'petition-story-deck', 'petition-sign-form'].flatMap((tag) => [
        ...(inside(tag)?.shadowRoot?.querySelectorAll<HTMLElement>('.act') ?? []),
      ]),
    ].filter(
      (button) => isSeen(button) && view.getComputedStyle(button).backgroundColor !== 'rgba(0, 0, 0, 0)',
    );
  return { view, campaign, inside, deep, box, warm, settled, isSeen };
}

const textOf = (element: Element | null | undefined): string =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

const SIZES = [
  [360, 740],
  [390, 844],
  [768, 1024],
  [1280, 900],
] as const;

describe('the first screen', () => {
  for (const [width, height] of SIZES)
    it(`of ${width} x ${height}: title, summary, count, the upper half of the seats, and one warm button`, async () => {
      const { inside, deep, box, warm, isSeen } = await firstScreen({ width, height });
      expect(textOf(inside('.summary'))).to.equal('Three people are in prison for what is no crime.');
      for (const selector of ['h1', '.summary', 'petition-signature-counter'])
        expect(isSeen(inside(selector)!), selector).to.equal(true);
      expect(warm().map(textOf)).to.deep.equal(['Choose your seat']);
      await page!.until(() => !!deep('petition-seat-picker', '.plate'));
      const plate = box(deep('petition-seat-picker', '.plate'));
      const bar = box(inside('.way-on > div'));
      const end = bar.bottom >= height - 1 ? bar.top : height;
      expect(plate.top + plate.height * 0.47, 'upper half of the seats').to.be.at.most(end);
    });

  for (const width of [320, 360, 390, 768])
    it(`has one left edge at ${width} px`, async () => {
      const { inside, deep, box } = await firstScreen({ width, height: 900 });
      await page!.until(
        () => !!deep('petition-sign-form', 'form') && !!deep('petition-seat-picker', '.find'),
      );
      const edge = box(inside('h1')).left;
      const parts = [
        inside('.summary'),
        inside('petition-signature-counter'),
        inside('.way-on button'),
        inside('.stories'),
        inside('petition-sign-form'),
        deep('petition-seat-picker', '.find'),
        inside('footer p'),
      ];
      expect(parts.map((part) => box(part).left)).to.deep.equal(parts.map(() => edge));
    });

  it('shows the demand in full by a press, and finds words of it', async () => {
    const { inside, campaign } = await firstScreen();
    const read = inside('.read')!;
    expect(textOf(read)).to.equal('Read the petition');
    expect(inside('.demand')!.getAttribute('hidden')).to.equal('until-found');
    read.click();
    await (campaign as unknown as { updateComplete: Promise<boolean> }).updateComplete;
    expect(read.getAttribute('aria-expanded')).to.equal('true');
    expect(textOf(inside('.demand'))).to.equal(
      'Three people are in prison for what is no crime. Their friends ask for help. Release them.',
    );
    read.click();
    await (campaign as unknown as { updateComplete: Promise<boolean> }).updateComplete;
    inside('.demand')!.dispatchEvent(new Event('beforematch'));
    await (campaign as unknown as { updateComplete: Promise<boolean> }).updateComplete;
    expect(inside('.demand')!.hasAttribute('hidden')).to.equal(false);
  });

  it('has no button to read more where there is no more, and the author’s summary where there is one', async () => {
    const one = await firstScreen({ changes: { demand: 'We ask for their **release**.' } });
    expect(one.inside('.read')).to.equal(null);
    expect(textOf(one.inside('.summary'))).to.equal('We ask for their release.');
    page!.close();
    const own = await firstScreen({ changes: { summary: { en: 'In short.' } } });
    expect(textOf(own.inside('.summary'))).to.equal('In short.');
    expect(own.inside('.read')).not.to.equal(null);
  });

  it('leads to the form where there are no seats', async () => {
    const { warm, inside, deep } = await firstScreen({ changes: { venue: null } });
    await page!.until(() => !!deep('petition-sign-form', 'form'));
    expect(warm().map(textOf)).to.deep.equal(['Sign the petition']);
    warm()[0]!.click();
    expect(inside('petition-sign-form')!.matches(':focus')).to.equal(true);
  });

  for (const [width, height] of SIZES.slice(0, 2))
    it(`of ${width} x ${height} has its button where the form begins in it`, async () => {
      const { warm, inside, deep, box } = await firstScreen({
        width,
        height,
        changes: { venue: null, stories: [] },
      });
      await page!.until(() => !!deep('petition-sign-form', 'form'));
      expect(box(inside('petition-sign-form')).top).to.be.below(height);
      expect(warm().map(textOf)).to.deep.equal(['Sign the petition']);
      warm()[0]!.click();
      expect(inside('petition-sign-form')!.matches(':focus')).to.equal(true);
    });

  for (const css of ['.site { overflow: hidden }', 'html, body { overflow-x: hidden }'])
    it(`of 360 x 740 has its button where nothing can stick: ${css}`, async () => {
      const { warm, inside, box, deep, settled } = await firstScreen({ css });
      await page!.until(() => !!deep('petition-seat-picker', '.plate'));
      await settled();
      expect(warm().map(textOf)).to.deep.equal(['Choose your seat']);
      expect(box(inside('.way-on')).bottom, 'above the seats').to.be.at.most(box(inside('.arena')).top);
    });

  it('of 360 x 740 keeps its bar in a box that scrolls, and in a page that is hidden sideways', async () => {
    for (const css of ['.site { overflow: auto; block-size: 740px }', 'body { overflow-x: hidden }']) {
      const { warm, inside, box, deep, settled } = await firstScreen({ css });
      await page!.until(() => !!deep('petition-seat-picker', '.plate'));
      await settled();
      expect(warm().map(textOf), css).to.deep.equal(['Choose your seat']);
      expect(box(inside('.way-on > div')).bottom, css).to.equal(740);
      page!.close();
    }
  });

  const long = (words: string, many: number): string => words.repeat(99).slice(0, many);
  const HARD: readonly [string, Partial<CampaignDocument>][] = [
    ['a title of 120 characters', { title: long('Menschenrechtsverteidigung ', 120) }],
    ['a demand of 2,000', { demand: long('Donaudampfschifffahrtsgesellschaft ', 2000) }],
    ['names of 60', { stories: people(3, long('Konstantinopolitanischer ', 60)) }],
    ['no portraits', { stories: people(3).map((story) => ({ ...story, portrait: null })) }],
    ['one story', { stories: people(1) }],
    ['twenty stories', { stories: people(20) }],
    [
      'everything at once, without seats',
      { venue: null, title: long('Recht ', 120), demand: long('Recht ', 2000), stories: people(1) },
    ],
  ];
  for (const [name, changes] of HARD)
    for (const lang of ['de', 'ar'])
      it(`of 320 x 640 has its button in view: ${name}, ${lang}`, async () => {
        const { warm, view, deep } = await firstScreen({ width: 320, height: 640, changes, lang });
        await page!.until(() => !!deep('petition-sign-form', 'form'));
        expect(warm().map(textOf)).to.have.lengthOf(1);
        expect(view.document.documentElement.scrollWidth).to.equal(320);
      });
});

describe('the bar of a phone', () => {
  /** Scrolled to the stories, past the seats. */
  async function barBelowStories() {
    const stories = people(3).map((story) => ({
      ...story,
      lede: 'I wrote one letter. '.repeat(30),
    }));
    const screen = await firstScreen({ changes: { stories } });
    const { inside, deep, settled } = screen;
    await page!.until(
      () =>
        !!deep('petition-sign-form', 'form') &&
        !!deep('petition-seat-picker', '.plate') &&
        !!deep('petition-story-deck', 'petition-story-card')?.shadowRoot?.querySelector('[part="sit"]'),
    );
    inside('.stories')!.scrollIntoView();
    await settled();
    const isThere = (): boolean => inside('.way-on')!.checkVisibility({ visibilityProperty: true });
    return { ...screen, isThere };
  }

  it('goes where it leads: to the seats, from a seat to the form; and is there between them', async () => {
    const stories = people(3).map((story) => ({ ...story, lede: 'I wrote one letter. '.repeat(30) }));
    const { inside, warm, view, settled, deep, campaign } = await firstScreen({ changes: { stories } });
    await page!.until(() => !!deep('petition-sign-form', 'form') && !!deep('petition-seat-picker', '.plate'));
    warm()[0]!.click();
    await settled();
    expect(inside('petition-seat-picker')!.matches(':focus')).to.equal(true);
    expect(warm().map(textOf), 'the seats are looked at').to.deep.equal([]);
    // As after a touch, which shows no focus ring.
    inside('petition-seat-picker')!.blur();
    (inside('petition-seat-picker')!.shadowRoot!.activeElement as HTMLElement | null)?.blur();
    inside('.stories')!.scrollIntoView();
    await settled();
    expect(warm().map(textOf)).to.deep.equal(['Choose your seat']);
    const { campaign: of } = campaign as unknown as { campaign: { request(event: object): unknown } };
    of.request({ type: 'seat-select', seat: 100 });
    await settled();
    expect(textOf(inside('.place'))).to.match(/^Block \d+, row \d+, seat \d+/);
    expect(textOf(warm()[0])).to.match(/^Sign (?:to keep|with) this seat$/);
    warm()[0]!.click();
    await settled();
    expect(inside('petition-sign-form')!.matches(':focus')).to.equal(true);
    expect(inside('.way-on')!.checkVisibility({ visibilityProperty: true })).to.equal(false);
    // Below the form there is no next step to link to.
    view.scrollTo(0, view.document.documentElement.scrollHeight);
    await settled();
    expect(inside('.way-on')!.checkVisibility({ visibilityProperty: true })).to.equal(false);
    expect(deep('petition-sign-form', '[type="submit"]')).not.to.equal(null);
  });

  it('stays inside the petition', async () => {
    const { inside, box } = await firstScreen({ above: 640 });
    expect(box(inside('.way-on > div')).top, 'not over the page’s own words').to.be.at.least(640);
  });

  it('does not lie over what has the focus by keys', async () => {
    const { inside, settled } = await firstScreen();
    const isThere = (): boolean => inside('.way-on')!.checkVisibility({ visibilityProperty: true });
    expect(isThere()).to.equal(true);
    inside('select')!.focus({ focusVisible: true } as FocusOptions);
    await settled();
    expect(isThere()).to.equal(false);
    inside('select')!.blur();
    await settled();
    expect(isThere()).to.equal(true);
    inside('.way-on button')!.focus({ focusVisible: true } as FocusOptions);
    await settled();
    expect(isThere(), 'it is in its own place').to.equal(true);
  });

  it('does not lie over what the focus has gone to by keys inside of one element', async () => {
    const { inside, deep, settled, isThere } = await barBelowStories();
    const first = deep('petition-story-deck', 'petition-story-card')!.shadowRoot!;
    const [more, next] = [...first.querySelectorAll<HTMLElement>('button')].filter((one) =>
      one.checkVisibility(),
    );
    // As after a touch.
    more!.focus({ focusVisible: false, preventScroll: true } as FocusOptions);
    await settled();
    expect(isThere()).to.equal(true);
    // As the key does: the focus stays inside the card, so that only the key event reaches the outside.
    next!.focus({ focusVisible: true, preventScroll: true } as FocusOptions);
    next!.dispatchEvent(new KeyboardEvent('keyup', { key: 'Tab', bubbles: true, composed: true }));
    await settled();
    expect(isThere()).to.equal(false);
    more!.focus({ focusVisible: false, preventScroll: true } as FocusOptions);
    more!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await settled();
    expect(isThere(), 'after a press again').to.equal(true);
    expect(inside('.in-the-way') === null).to.equal(true);
  });

  it('is not there where the form’s own button is in view', async () => {
    const { warm, deep, settled } = await firstScreen({
      height: 1200,
      changes: { venue: null, stories: [] },
    });
    await page!.until(() => !!deep('petition-sign-form', 'form'));
    await settled();
    expect(warm().map(textOf)).to.deep.equal(['Sign']);
  });

  it('does not come over the form while somebody is in it', async () => {
    const { inside, deep, settled, view, box } = await firstScreen({ changes: { venue: null, stories: [] } });
    await page!.until(() => !!deep('petition-sign-form', 'form'));
    const isThere = (): boolean => inside('.way-on')!.checkVisibility({ visibilityProperty: true });
    expect(isThere()).to.equal(true);
    // As the error summary after a touch, which shows no focus ring, in the middle of the view.
    deep('petition-sign-form', '#heading')!.focus({
      focusVisible: false,
      preventScroll: true,
    } as FocusOptions);
    await settled();
    expect(box(inside('petition-sign-form')).top).to.be.above(view.innerHeight / 3);
    expect(isThere()).to.equal(false);
  });

  it('stands at the head of the page in a low window', async () => {
    const { inside, box } = await firstScreen({ width: 320, height: 256 });
    expect(box(inside('.way-on button')).bottom).to.be.at.most(box(inside('.arena')).top);
    expect(box(inside('.way-on button')).top).to.be.at.least(
      box(inside('petition-signature-counter')).bottom,
    );
  });
});
