import { expect, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { PetitionElement } from '../../src/elements/base/petition-element.js';
import { PetitionCampaign } from '../../src/elements/campaign/petition-campaign.js';
import type { CampaignState } from '../../src/campaign/state.js';
import { until } from '../support/fakes.js';
import { LEAST } from '../support/samples.js';

const slice = ({ count }: CampaignState): { signatures: number | null } => ({
  signatures: count?.signatures ?? null,
});

/** The smallest element that subscribes to a campaign. */
class TestFollower extends PetitionElement<ReturnType<typeof slice>> {
  draws = 0;
  constructor() {
    super(slice);
  }
  get campaign() {
    return this.store.campaign;
  }
  protected view(): TemplateResult {
    this.draws++;
    return html`${this.store.value.signatures ?? 'unknown'}`;
  }
}
TestFollower.define('test-follower');

let world = 0;
const makeEndpoint = (): string => `/faults/context-${Date.now()}-${world++}/good`;
const readsAt = async (endpoint: string): Promise<string[]> =>
  ((await (await fetch(endpoint.replace(/good$/, 'log'))).json()) as { reads: string[] }).reads;
const follower = (root: ParentNode, at = 0): TestFollower =>
  root.querySelectorAll<TestFollower>('test-follower')[at]!;
const known = (element: TestFollower): Promise<void> =>
  until(element.campaign!, ({ state }) => state.count !== null);

describe('an element finds its campaign', () => {
  // First in this file, while petition-campaign is not defined yet.
  it('around it, also when that is defined after it', async () => {
    const root = await fixture(
      html`<div>
        <petition-campaign endpoint=${makeEndpoint()} petition="p"
          ><test-follower></test-follower
        ></petition-campaign>
      </div>`,
    );
    expect(follower(root).campaign).to.equal(null);
    PetitionCampaign.define('petition-campaign');
    await customElements.whenDefined('petition-campaign');
    await Promise.resolve();
    expect(follower(root).campaign).to.equal(
      root.querySelector<PetitionCampaign>('petition-campaign')!.campaign,
    );
  });

  it('around it, through shadow roots', async () => {
    const root = await fixture(
      html`<petition-campaign endpoint=${makeEndpoint()} petition="p"><div></div></petition-campaign>`,
    );
    const shadow = root.querySelector('div')!.attachShadow({ mode: 'open' });
    shadow.append(document.createElement('test-follower'));
    expect(follower(shadow).campaign).to.equal((root as PetitionCampaign).campaign);
  });

  it('by its own endpoint and petition: scattered elements share one campaign and one count request', async () => {
    const endpoint = makeEndpoint();
    const root = await fixture(
      html`<div>
        <test-follower endpoint=${endpoint} petition="p"></test-follower>
        <p><test-follower endpoint=${`${endpoint}/`} petition="p"></test-follower></p>
        <section><test-follower endpoint=${endpoint} petition="p"></test-follower></section>
        <petition-campaign endpoint=${endpoint} petition="p"
          ><test-follower></test-follower
        ></petition-campaign>
      </div>`,
    );
    const all = [0, 1, 2, 3].map((at) => follower(root, at));
    expect(new Set(all.map(({ campaign }) => campaign)).size).to.equal(1);
    await known(all[0]!);
    await Promise.all(all.map(({ updateComplete }) => updateComplete));
    expect(all.map((one) => one.shadowRoot!.textContent!.trim())).to.deep.equal(['41', '41', '41', '41']);
    const reads = await readsAt(endpoint);
    expect(reads.filter((url) => url === '/petitions/p').length, 'count requests').to.equal(1);
    expect(reads.filter((url) => url === '/petitions/p/campaign').length, 'document requests').to.equal(1);
  });

  it('by for, also when that campaign comes late', async () => {
    const root = await fixture(html`<div><test-follower for="there"></test-follower></div>`);
    expect(follower(root).campaign).to.equal(null);
    const campaign = document.createElement('petition-campaign');
    campaign.id = 'there';
    campaign.setAttribute('endpoint', makeEndpoint());
    campaign.setAttribute('petition', 'p');
    root.append(campaign);
    await new Promise((resolve) => setTimeout(resolve));
    expect(follower(root).campaign).to.equal(campaign.campaign);
  });

  it('by for, and follows it when that campaign is another', async () => {
    const root = await fixture(
      html`<div>
        <petition-campaign id="one" endpoint=${makeEndpoint()} petition="p"><p></p></petition-campaign>
        <test-follower for="one"></test-follower>
      </div>`,
    );
    const holder = root.querySelector<PetitionCampaign>('petition-campaign')!;
    const before = follower(root).campaign;
    expect(before).to.equal(holder.campaign);
    holder.setAttribute('petition', 'q');
    await holder.updateComplete;
    expect(follower(root).campaign).to.equal(holder.campaign);
    expect(follower(root).campaign).to.not.equal(before);
  });

  it('that was given as a property before the upgrade', async () => {
    const warnings: unknown[] = [];
    const { warn } = console;
    console.warn = (line: unknown) => warnings.push(line);
    try {
      const element = document.createElement('petition-campaign') as PetitionCampaign;
      document.body.append(element);
      element.data = { ...LEAST, id: 'given' };
      await element.updateComplete;
      await until(element.campaign!, ({ state }) => state.phase === 'ready');
      expect(element.campaign!.petition).to.equal('given');
      expect(warnings.filter((line) => /is missing; give src/.test(String(line)))).to.deep.equal([]);
      element.remove();
    } finally {
      console.warn = warn;
    }
  });

  it('no longer when it was moved out: it shows what it shows alone', async () => {
    const root = await fixture(
      html`<div>
        <petition-campaign endpoint=${makeEndpoint()} petition="p"
          ><test-follower></test-follower
        ></petition-campaign>
      </div>`,
    );
    const element = follower(root);
    await known(element);
    root.append(element);
    await element.updateComplete;
    expect(element.campaign).to.equal(null);
    expect(element.shadowRoot!.textContent!.trim()).to.equal('unknown');
  });

  it('anew when its attributes change', async () => {
    const root = await fixture(
      html`<div><test-follower endpoint=${makeEndpoint()} petition="p"></test-follower></div>`,
    );
    const before = follower(root).campaign;
    follower(root).setAttribute('petition', 'q');
    await follower(root).updateComplete;
    expect(follower(root).campaign).to.not.equal(before);
    expect(follower(root).campaign!.petition).to.equal('q');
  });

  it('not at all: it stands alone', async () => {
    const root = await fixture(html`<div><test-follower></test-follower></div>`);
    expect(follower(root).campaign).to.equal(null);
    expect(follower(root).shadowRoot!.textContent!.trim()).to.equal('unknown');
  });
});

describe('an element in a campaign', () => {
  it('is redrawn only when its own slice changed', async () => {
    const root = await fixture(
      html`<div><test-follower endpoint=${makeEndpoint()} petition="p"></test-follower></div>`,
    );
    const element = follower(root);
    await known(element);
    await element.updateComplete;
    const { draws } = element;
    await element.campaign!.request({ type: 'seat-select', seat: 2 });
    await element.updateComplete;
    expect(element.campaign!.state.seat?.code).to.equal('A-1-3');
    expect(element.draws).to.equal(draws);
  });

  it('keeps its campaign alive through a move, and lets it rest when removed', async () => {
    const endpoint = makeEndpoint();
    const root = await fixture(
      html`<div>
        <test-follower endpoint=${endpoint} petition="p"></test-follower>
        <p></p>
      </div>`,
    );
    const element = follower(root);
    const { campaign } = element;
    root.querySelector('p')!.append(element);
    await known(element);
    expect(element.campaign).to.equal(campaign);
    expect((await readsAt(endpoint)).filter((url) => url === '/petitions/p').length).to.equal(1);
    element.remove();
    expect(element.campaign).to.equal(null);
  });

  it('says what is to be said in one live region of the campaign', async () => {
    const endpoint = makeEndpoint();
    const root = await fixture(
      html`<div>
        <test-follower endpoint=${endpoint} petition="p"></test-follower
        ><test-follower endpoint=${endpoint} petition="p"></test-follower>
      </div>`,
    );
    await Promise.all([follower(root, 0).updateComplete, follower(root, 1).updateComplete]);
    const regions = [...root.querySelectorAll('test-follower')].flatMap((one) => [
      ...one.shadowRoot!.querySelectorAll('[role=status]'),
    ]);
    expect(regions.length).to.equal(1);
    expect(regions[0]!.textContent).to.equal('');
  });
});
