import { expect } from '@open-wc/testing';
import { sampleStory } from './support/campaign.js';

let world = 0;
const makeEndpoint = (): string => `/faults/script-${Date.now()}-${world++}/good`;

/** Puts markup into the page and takes it out after the test. */
function page(markup: string): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = markup;
  document.body.append(root);
  return root;
}

/** Resolves when the shadow root of an element holds what the selector names. */
async function drawn(element: Element, selector: string): Promise<Element> {
  await customElements.whenDefined(element.localName);
  for (;;) {
    const found = element.shadowRoot?.querySelector(selector);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

describe('the script tag', () => {
  const globals = new Set(Object.keys(window));
  let early: HTMLElement;

  before(async () => {
    early = page(
      `<petition-signature-counter endpoint="${makeEndpoint()}" petition="p">12 people</petition-signature-counter>`,
    );
    await import('../src/grandstand.js');
  });

  it('brings the element that was on the page before it', async () => {
    await customElements.whenDefined('petition-signature-counter');
    expect(early.firstElementChild!.shadowRoot).to.not.equal(null);
  });
  it('does not bring what the page does not use', () => {
    expect(customElements.get('petition-story-card')).to.equal(undefined);
  });
  it('brings the form also where it is far from view, and the picker when it comes near', async () => {
    const root = page(
      '<div style="height: 5000px"></div><petition-sign-form></petition-sign-form><petition-seat-picker></petition-seat-picker>',
    );
    await customElements.whenDefined('petition-sign-form');
    expect(customElements.get('petition-seat-picker')).to.equal(undefined);
    root.querySelector('petition-seat-picker')!.scrollIntoView();
    await customElements.whenDefined('petition-seat-picker');
    root.remove();
  });
  it('brings an element that comes later', async () => {
    const root = page('<petition-story-deck></petition-story-deck>');
    await customElements.whenDefined('petition-story-deck');
    root.remove();
  });
  it('brings the elements in the shadow root of another, when they are there', async () => {
    const root = page('<petition-story-deck></petition-story-deck>');
    const deck = root.querySelector('petition-story-deck')!;
    await deck.updateComplete;
    expect(customElements.get('petition-story-card')).to.equal(undefined);
    deck.stories = [sampleStory()];
    await customElements.whenDefined('petition-story-card');
    root.remove();
  });
  it('draws the whole petition, and brings its elements', async () => {
    const root = page(
      `<petition-campaign endpoint="${makeEndpoint()}" petition="p"><p>Fallback</p></petition-campaign>`,
    );
    const campaign = root.firstElementChild!;
    await drawn(campaign, '.petition');
    await Promise.all(
      ['petition-sign-form', 'petition-seat-picker'].map((tag) => customElements.whenDefined(tag)),
    );
    expect(campaign.shadowRoot!.querySelector('slot:not([name])')).to.equal(null);
    root.remove();
  });
  it("turns data-petition into a campaign around the author's content", async () => {
    const endpoint = makeEndpoint();
    const root = page(
      `<div data-petition="${endpoint}/petitions/p/campaign" data-lang="en" id="wrapped"><p>Fallback</p></div>`,
    );
    const campaign = await new Promise<Element>((resolve) => {
      const look = (): void => {
        const found = root.querySelector('petition-campaign');
        if (found) resolve(found);
        else requestAnimationFrame(look);
      };
      look();
    });
    expect(campaign.getAttribute('lang')).to.equal('en');
    expect(campaign.querySelector('p')!.textContent).to.equal('Fallback');
    await drawn(campaign, '.petition');
    root.remove();
  });
  it('adds one global and nothing else', () => {
    const added = Object.keys(window).filter(
      (name) => !globals.has(name) && !/^(lit|reactiveElement|__)/.test(name),
    );
    expect(added).to.deep.equal(['grandstand']);
    expect(Object.isFrozen(window.grandstand)).to.equal(true);
    expect(new window.grandstand!.Campaign!({ data: {} }).state.phase).to.equal('loading');
  });
});

describe('a campaign that cannot be', () => {
  it("leaves the author's content for good, and tells the author once", async () => {
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => warnings.push(line);
    try {
      const root = page(
        '<petition-campaign src="/nowhere.json"><p>Sign here instead</p></petition-campaign>',
      );
      const campaign = root.querySelector('petition-campaign')!;
      await customElements.whenDefined('petition-campaign');
      while (campaign.campaign!.state.phase === 'loading') await new Promise(requestAnimationFrame);
      await campaign.updateComplete;
      const paragraph = campaign.querySelector('p')!;
      expect(paragraph.getBoundingClientRect().height).to.be.greaterThan(0);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(/nowhere\.json: status 404 is not a JSON campaign document/);
      root.remove();
    } finally {
      console.warn = warn;
    }
  });
});
