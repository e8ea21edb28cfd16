import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Story as PersonStory } from '../src/model/campaign.js';
import { inCampaign, stageIn } from './support/dress.js';
import { exampleDocument, exampleStory } from './support/example.js';

interface Args {
  story?: string;
  'heading-level'?: number;
  'no-position'?: boolean;
  open?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Story card',
  component: 'petition-story-card',
  render: ({ story, 'heading-level': level, 'no-position': noPosition, open }) =>
    html`<petition-story-card
      story=${ifDefined(story)}
      heading-level=${ifDefined(level)}
      ?no-position=${noPosition}
      ?open=${open}
    ></petition-story-card>`,
};
export default meta;
type Story = StoryObj<Args>;

/** The campaign with one story. */
const about = (changes: Partial<PersonStory>): { parameters: object } =>
  inCampaign(() => ({ document: exampleDocument({ stories: [exampleStory('ales-bialiatski', changes)] }) }));

export const Folded: Story = { args: { story: 'ales-bialiatski' }, ...inCampaign() };

export const Unfolded: Story = { args: { story: 'ales-bialiatski', open: true }, ...inCampaign() };

export const WithLaterNews: Story = {
  name: 'With later news',
  args: { story: 'eduard-lobau' },
  ...inCampaign(),
};

export const WithoutLaterNews: Story = { name: 'Without later news', ...about({ updates: null }) };

export const WithoutAPortrait: Story = { name: 'Without a portrait', ...about({ portrait: null }) };

export const ToldBySomebodyElse: Story = {
  name: 'Told by someone else',
  ...about({
    lede: { en: 'What carries my husband through, he writes, is letters and cards.' },
    teller: { en: 'Natalliya, his wife' },
  }),
};

/** In a campaign with a form or an arena. */
export const SitBeside: Story = {
  name: 'Sit beside the person',
  args: { story: 'ales-bialiatski' },
  ...inCampaign(),
  render: ({ story }) =>
    html`<petition-story-card story=${ifDefined(story)}></petition-story-card>
      <petition-sign-form hidden></petition-sign-form>`,
};

/** The address for letters, unfolded. */
export const WriteToThePerson: Story = {
  name: 'Write to the person',
  args: { story: 'ales-bialiatski' },
  tags: ['!autodocs'],
  ...inCampaign(),
  async play({ canvasElement }) {
    await stageIn(canvasElement).ready;
    const card = canvasElement.querySelector('petition-story-card')!;
    await card.updateComplete;
    card.shadowRoot!.querySelector('summary')!.click();
  },
};

/** The reader asked the browser to save data. */
export const DataSaved: Story = {
  name: 'Data saving: the portrait on request',
  args: { story: 'ales-bialiatski' },
  ...inCampaign(),
  beforeEach: () => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
    return () => void delete (navigator as { connection?: unknown }).connection;
  },
};

export const ContentNote: Story = {
  name: 'Content note',
  ...about({ note: { en: 'This story tells of beatings and of solitary confinement.' }, updates: null }),
};

export const LongName: Story = {
  name: 'Long name',
  ...about({
    name: { en: 'Sheikh Abdul-Rahman ibn Muhammad al-Mustafa Wolfeschlegelsteinhausenbergerdorff' },
  }),
};

export const OnlyTheLede: Story = {
  name: 'Only the lede',
  ...about({ body: { en: '' }, note: null, updates: null, sources: [] }),
};

export const AuthorsOwnBody: Story = {
  name: 'Author’s own body',
  args: { open: true },
  ...inCampaign(),
  render: ({ open }) =>
    html`<petition-story-card story="mikalai-statkevich" ?open=${open}>
      <div slot="body">
        <p>He stood for president, and was arrested on election night.</p>
        <blockquote>The letters warm him, and the guards see them too.</blockquote>
      </div>
      <p slot="after"><a href="#letter">Write him a letter</a></p>
    </petition-story-card>`,
};

export const OnlyAStory: Story = {
  name: 'Only a story, without a campaign',
  render: () => html`<petition-story-card .data=${exampleStory('eduard-lobau')}></petition-story-card>`,
};

export const NarrowColumn: Story = {
  name: 'Narrow column',
  ...inCampaign(),
  render: () => html`<div style="inline-size: 280px"><petition-story-card></petition-story-card></div>`,
};

export const NotKnownYet: Story = {
  name: 'Unknown story: the author’s content',
  render: () =>
    html`<petition-story-card
      ><p>Ales Bialiatski chairs the human-rights centre Viasna.</p></petition-story-card
    >`,
};
