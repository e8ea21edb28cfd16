import { fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import type { Campaign } from '../../src/campaign/campaign.js';
import type { PetitionCampaign } from '../../src/elements/campaign/petition-campaign.js';
import { answerWith, jsonReply } from '../support/fakes.js';
import { inCampaign, sampleDocument, sampleStory, type InCampaignOptions } from '../support/campaign.js';
import { elementBasics, type Make } from '../suites/element-basics.js';

const staged =
  (markup: TemplateResult, options?: InCampaignOptions): Make =>
  () =>
    inCampaign<HTMLElement>(markup, options);

elementBasics(
  'petition-campaign',
  async () => (await import('../../src/elements/campaign/petition-campaign.js')).PetitionCampaign,
  async (): Promise<{ element: HTMLElement; campaign?: Campaign }> => {
    const transport = answerWith(() =>
      jsonReply({ id: 'sample', status: 'open', signatures: 3, revision: 1, asOf: '2014-05-14T18:40:00Z', seats: null }),
    );
    const element = await fixture<PetitionCampaign>(
      html`<petition-campaign .data=${sampleDocument({ venue: null })} .transport=${transport}></petition-campaign>`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { element };
  },
  async () => ({ element: await fixture<HTMLElement>(html`<petition-campaign .data=${sampleDocument()}><p>Sign there</p></petition-campaign>`) }),
);

elementBasics(
  'petition-story-card',
  async () => (await import('../../src/elements/story-card/petition-story-card.js')).PetitionStoryCard,
  staged(html`<petition-story-card open></petition-story-card>`, {
    document: sampleDocument({
      stories: [
        sampleStory({ note: 'Written in 2014.', teller: 'her sister', updates: [{ date: '2015', text: 'Released.' }] }),
        sampleStory({ id: 'ben', seat: null }),
      ],
    }),
  }),
  staged(html`<petition-story-card story="ben"></petition-story-card>`),
  async () => ({ element: await fixture<HTMLElement>(html`<petition-story-card>Read it there</petition-story-card>`) }),
);

elementBasics(
  'petition-signature-counter',
  async () => (await import('../../src/elements/signature-counter/petition-signature-counter.js')).PetitionSignatureCounter,
  staged(html`<petition-signature-counter></petition-signature-counter>`, { document: sampleDocument({ venue: null, goals: [1000] }), signatures: 900 }),
  async () => {
    const { element, sign } = await inCampaign<HTMLElement>(html`<petition-signature-counter></petition-signature-counter>`);
    await sign(9);
    return { element };
  },
);
