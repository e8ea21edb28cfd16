import { fixtureSync } from '@open-wc/testing';
import { ContextProvider } from '@lit/context';
import type { TemplateResult } from 'lit';
import { Campaign, type CampaignOptions } from '../../src/campaign/campaign.js';
import { campaignContext } from '../../src/context/campaign-context.js';
import type { CampaignDocument } from '../../src/model/campaign.js';
import { playBoxOffice, type Published } from './box-office.js';
import { fakeClock, fakePage, until } from './fakes.js';
import { sampleDocument } from './samples.js';

export * from './samples.js';

export interface InCampaignOptions extends Partial<Published> {
  document?: CampaignDocument;
  campaign?: CampaignOptions;
}

export interface Staged<E extends Element> {
  /** The first element of the markup. */
  element: E;
  campaign: Campaign;
  published: Published;
  /** Requests that the box office received. */
  requests: { method: string; url: string }[];
  /** Reads the count again, as after the interval between two readings. */
  refresh(): Promise<void>;
  /** Signs; with a number, in that seat, otherwise standing. */
  sign(seat?: number): Promise<void>;
}

/** Mounts elements in a real `Campaign` with a simulated box office, and waits until its first answer is rendered. */
export async function inCampaign<E extends Element>(
  markup: TemplateResult,
  options: InCampaignOptions = {},
): Promise<Staged<E>> {
  const { document = sampleDocument(), campaign: campaignOptions, ...changes } = options;
  const { transport, published } = playBoxOffice(document, changes);
  const campaign = new Campaign(
    { data: document },
    { transport, clock: fakeClock(), page: fakePage(), ...campaignOptions },
  );
  const host = window.document.createElement('div');
  new ContextProvider(host, { context: campaignContext, initialValue: campaign });
  const element = fixtureSync<E>(markup, { parentNode: host });
  const drawn = async (): Promise<void> => {
    // False while a render has requested another one.
    while ((await (element as { updateComplete?: Promise<boolean> }).updateComplete) === false);
  };
  if (!published.isSlow) {
    await until(campaign, ({ state }) => state.freshness !== 'unknown' || state.phase === 'failed');
    // Until the reading has ended, seats included: a refresh would join it.
    await new Promise((resolve) => setTimeout(resolve));
  }
  await drawn();
  return {
    element,
    campaign,
    published,
    requests: transport.requests,
    async refresh() {
      await campaign.refresh();
      await drawn();
    },
    async sign(seat) {
      await campaign.request({ type: 'seat-select', seat: seat ?? null });
      await campaign.request(
        { type: 'submit' },
        { fields: { given_name: 'Ada', email: 'ada@example.org' }, consents: [], locale: 'en' },
      );
      await drawn();
    },
  };
}
