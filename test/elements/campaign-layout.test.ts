import { expect } from '@open-wc/testing';
import { sampleDocument } from '../support/campaign.js';
import { openPage, type OwnPage } from '../support/own-page.js';

let world = 0;
const makeEndpoint = (): string => `${location.origin}/faults/layout-${Date.now()}-${world++}/good`;

const pages: OwnPage[] = [];
function open(...[body, options]: Parameters<typeof openPage>): OwnPage {
  const page = openPage(body, options);
  pages.push(page);
  return page;
}
afterEach(() => pages.splice(0).forEach((page) => page.close()));

const counter = '<petition-signature-counter count="12" goal="20"></petition-signature-counter>';

describe('the distance between composed elements', () => {
  const boxes = async (inside: string, css = ''): Promise<DOMRect[]> => {
    const page = open(
      `<petition-campaign endpoint="${makeEndpoint()}" petition="p">${inside}</petition-campaign>\n`,
      { head: `<style>${css}</style>` },
    );
    const counters = [...page.document.querySelectorAll('petition-signature-counter')];
    await page.until(
      () =>
        !!page.document.querySelector('petition-campaign')!.shadowRoot &&
        counters.every((one) => one.shadowRoot?.querySelector('.base')),
    );
    return [page.document.querySelector('petition-campaign')!, ...counters].map((one) =>
      one.getBoundingClientRect(),
    );
  };
  const gaps = ([around, ...inside]: DOMRect[]): number[] => [
    inside[0]!.top - around!.top,
    ...inside.slice(1).map(({ top }, at) => top - inside[at]!.bottom),
    around!.bottom - inside.at(-1)!.bottom,
  ];

  it('is there between elements, and not around them', async () => {
    expect(gaps(await boxes(counter + counter + counter))).to.deep.equal([0, 32, 32, 0]);
  });
  it('does not add to the margins of the author’s own content', async () => {
    const [, first, second] = await boxes(
      `${counter}<p style="margin: 40px 0; line-height: 20px">Own</p>${counter}`,
    );
    expect(second!.top - first!.bottom).to.equal(100);
  });
  it('is a token of the page, and any rule of the page beats it', async () => {
    expect(
      gaps(
        await boxes(
          counter + counter + counter,
          ':root { --petition-campaign-gap: 10px } petition-signature-counter:last-child { margin: 0 }',
        ),
      ),
    ).to.deep.equal([0, 10, 0, 0]);
  });
  it('is not there in boxes of the author', async () => {
    expect(
      gaps(await boxes(`<div style="display: grid; gap: 5px">${counter}${counter}</div>`)),
    ).to.deep.equal([0, 5, 0]);
  });
});

describe('the layout of a petition without stories, without seats, without both', () => {
  for (const width of [360, 768, 1280, 1920])
    for (const [name, changes] of [
      ['without stories', { stories: [] }],
      ['without seats', { venue: null }],
      ['without both', { stories: [], venue: null }],
    ] as const)
      it(`${name}, ${width} px: nothing is empty, and the form has its place`, async () => {
        const json = JSON.stringify(sampleDocument({ endpoint: makeEndpoint(), ...changes }));
        const page = open(
          `<petition-campaign><script type="application/json">${json}</script></petition-campaign>\n`,
          { head: '<style>body { margin: 0 }</style>', width },
        );
        const inside = (selector: string): HTMLElement | null =>
          page.document.querySelector('petition-campaign')?.shadowRoot?.querySelector(selector) ?? null;
        await page.until(() => !!inside('petition-sign-form')?.shadowRoot?.querySelector('form'));
        const box = (selector: string): DOMRect => inside(selector)!.getBoundingClientRect();
        const form = box('petition-sign-form');
        expect(form.width).to.be.greaterThan(Math.min(width, 400) - 41);
        expect(page.document.documentElement.scrollWidth).to.be.at.most(width);
        const isEmpty = (element: Element): boolean => element.getBoundingClientRect().height === 0;
        const cells = [...inside('.petition')!.querySelectorAll('header, .arena, .stories, .form, footer')];
        expect(cells.filter(isEmpty)).to.deep.equal([]);
        if (!('stories' in changes)) {
          // Title and story are beside the form, from its upper edge on, with no space between them.
          const [header, stories] = [box('header'), box('.stories')];
          if (width < 840) return;
          expect(form.top).to.equal(header.top);
          expect([header.right, stories.right].every((right) => right < form.left)).to.equal(true);
          expect(stories.top - header.bottom).to.be.within(72, 88);
          return;
        }
        // Without a story, the form is in the middle, as wide as the text above it.
        expect(form.left + form.right).to.equal(width);
        expect(box('h1').left).to.equal(form.left);
        expect(box('.summary').width, 'the words take the width that is there').to.be.greaterThan(
          Math.min(width, 720) / 2,
        );
        const arena = inside('.arena');
        // On a phone it is a bar over the scrolled content.
        if (arena && width >= 480) expect(box('.way-on button').bottom).to.be.at.most(box('.arena').top);
      });
});
