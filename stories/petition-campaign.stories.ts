import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { CampaignDocument } from '../src/model/campaign.js';
import { inCampaign } from './support/dress.js';
import { exampleDocument, FULL_HOUSE, seated } from './support/example.js';

const meta: Meta = {
  title: 'Elements/Campaign',
  component: 'petition-campaign',
  parameters: { layout: 'fullscreen' },
  // Each arena has 15,086 seats: the docs render one, the list of stories has all.
  tags: ['!autodocs'],
  render: () =>
    html`<petition-campaign>
      <a href="#sign">Watch the Human Rights Match: choose your seat, sign the petition</a>
    </petition-campaign>`,
};
export default meta;
type Story = StoryObj;

export const WholePetition: Story = { name: 'Whole petition', tags: ['autodocs'], ...inCampaign() };

export const Light: Story = {
  globals: { theme: 'light' },
  ...inCampaign(),
};

export const Dark: Story = {
  globals: { theme: 'dark' },
  ...inCampaign(),
};

export const NearlyFull: Story = {
  name: 'Nearly full',
  ...inCampaign(() => ({ taken: seated(14900), signatures: 14900 })),
};

export const NotOpenYet: Story = {
  name: 'Not open yet',
  ...inCampaign(() => ({
    document: exampleDocument({ state: 'draft', opens: '2026-12-10' }),
    signatures: 0,
  })),
};

export const Closed: Story = { ...inCampaign(() => ({ status: 'closed' })) };

export const HandedOver: Story = { name: 'Handed over', ...inCampaign(() => ({ status: 'delivered' })) };

export const Won: Story = { ...inCampaign(() => ({ status: 'won' })) };

export const FullHouse: Story = {
  name: 'Every seat is taken',
  ...inCampaign(() => ({ taken: seated(FULL_HOUSE), signatures: FULL_HOUSE })),
};

export const WithoutStories: Story = {
  name: 'Without stories',
  ...inCampaign(() => ({ document: exampleDocument({ stories: [] }) })),
};

export const WithoutStoriesOrAVenue: Story = {
  name: 'Without stories or a venue',
  ...inCampaign(() => ({ document: exampleDocument({ stories: [], venue: null }), signatures: 4213 })),
};

export const WithoutAVenue: Story = {
  name: 'Without a venue',
  ...inCampaign(() => ({ document: exampleDocument({ venue: null }), signatures: 4213 })),
};

const NARROW = '"Liberation Sans Narrow", "Arial Narrow", sans-serif';

/** The organisation's own colour, corner radius and font. */
export const OfABrand: Story = {
  name: 'Of a brand',
  ...inCampaign(() => ({
    document: exampleDocument({
      look: {
        theme: 'light',
        tokens: {
          'color-act': '#0b5d3b',
          'color-act-text': '#ffffff',
          'radius-control': '24px',
          'font-display': NARROW,
          'font-text': NARROW,
          'font-interface': NARROW,
        },
      },
    }),
  })),
  render: () => html`<petition-campaign></petition-campaign>`,
};

/** The author's own page with the elements where its layout needs them. */
export const ComposedByHand: Story = {
  name: 'Composed by hand',
  ...inCampaign(),
  render: () =>
    html`<petition-campaign>
      <main style="max-inline-size: 60em; margin: 0 auto; padding: 0 16px">
        <h1>Ales Bialiatski is in prison</h1>
        <p>He chairs the human-rights centre Viasna. Read what he did, and sit beside him.</p>
        <petition-signature-counter compact></petition-signature-counter>
        <petition-story-card story="ales-bialiatski" no-position></petition-story-card>
        <petition-seat-picker></petition-seat-picker>
        <petition-sign-form></petition-sign-form>
      </main>
    </petition-campaign>`,
};

/** Elements anywhere on the page refer to the campaign by its id. */
export const ScatteredElements: Story = {
  name: 'Scattered elements',
  ...inCampaign(),
  render: () =>
    html`<div style="padding: 16px">
      <petition-signature-counter for="match" compact></petition-signature-counter>
      <p>A long article stands here.</p>
      <petition-story-card for="match" story="eduard-lobau"></petition-story-card>
      <p>And ends here.</p>
      <petition-sign-form for="match"></petition-sign-form>
      <petition-campaign id="match"
        ><petition-signature-counter compact></petition-signature-counter
      ></petition-campaign>
    </div>`,
};

/** Nothing of it can be rendered: the author's content stays. The console says why. */
export const DocumentBroken: Story = {
  name: 'Document broken: the author’s content stays',
  tags: ['warns'],
  ...inCampaign(() => ({ document: { ...exampleDocument(), grandstand: 2 } as unknown as CampaignDocument })),
};

export const StillReading: Story = {
  name: 'Loading: the author’s content',
  render: () =>
    html`<petition-campaign src="never.json" .transport=${() => new Promise(() => undefined)}>
      <a href="#sign">Watch the Human Rights Match: choose your seat, sign the petition</a>
    </petition-campaign>`,
};
