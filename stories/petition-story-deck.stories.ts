import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect } from 'storybook/test';
import type { PetitionStoryCard, PetitionStoryDeck } from '../src/index.js';
import { inCampaign } from './support/dress.js';
import { exampleDocument, exampleStory } from './support/example.js';

interface Args {
  story?: string;
  order?: string;
  shuffle?: boolean;
  'heading-level'?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Story deck',
  component: 'petition-story-deck',
  render: ({ story, order, shuffle, 'heading-level': level }) =>
    html`<petition-story-deck
      story=${ifDefined(story)}
      order=${ifDefined(order)}
      ?shuffle=${shuffle}
      heading-level=${ifDefined(level)}
    ></petition-story-deck>`,
};
export default meta;
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const deckIn = (canvas: Element): PetitionStoryDeck =>
  canvas.querySelector<PetitionStoryDeck>('petition-story-deck')!;
const partIn = (canvas: Element, part: string): HTMLElement =>
  deckIn(canvas).shadowRoot!.querySelector<HTMLElement>(`[part~="${part}"]`)!;

/** With a form in the same campaign, the deck has a way on. */
const withForm: Pick<Story, 'render'> = {
  render: ({ story }) =>
    html`<div style="display: grid; grid-template-columns: minmax(0, 1fr); gap: 24px">
      <petition-story-deck story=${ifDefined(story)}></petition-story-deck>
      <petition-sign-form></petition-sign-form>
    </div>`,
};

export const FirstStory: Story = { name: 'First story', ...inCampaign() };

export const InTheMiddle: Story = {
  name: 'In the middle',
  args: { story: 'mikalai-statkevich' },
  ...inCampaign(),
};

export const LastStory: Story = { name: 'Last story', args: { story: 'eduard-lobau' }, ...inCampaign() };

export const WayToTheForm: Story = {
  name: 'Last story, with a way to the form',
  args: { story: 'eduard-lobau' },
  ...withForm,
  ...inCampaign(() => ({ document: exampleDocument({ venue: null }) })),
};

const goOn: Play = async ({ canvasElement }) => {
  const deck = deckIn(canvasElement);
  await deck.updateComplete;
  partIn(canvasElement, 'next').click();
  await deck.updateComplete;
  await expect(deck.current).toBe('mikalai-statkevich');
};

export const NextStoryPressed: Story = {
  name: 'After a press on the next story',
  ...inCampaign(),
  play: goOn,
};

export const Unfolded: Story = {
  ...inCampaign(),
  play: async ({ canvasElement }) => {
    const deck = deckIn(canvasElement);
    await deck.updateComplete;
    const card = deck.shadowRoot!.querySelector<PetitionStoryCard>('petition-story-card')!;
    card.open = true;
    await card.updateComplete;
  },
};

export const AnotherOrder: Story = {
  name: 'Another order',
  args: { order: 'eduard-lobau ales-bialiatski' },
  ...inCampaign(),
};

export const OneStory: Story = {
  name: 'One story',
  ...inCampaign(() => ({ document: exampleDocument({ stories: [exampleStory()] }) })),
};

export const OnlyProperties: Story = {
  name: 'Only properties',
  render: () =>
    html`<petition-story-deck
      .stories=${[
        exampleStory(),
        exampleStory('mikalai-statkevich', { portrait: null }),
        exampleStory('eduard-lobau'),
      ]}
    ></petition-story-deck>`,
};

export const NarrowColumn: Story = {
  name: 'Narrow column',
  render: () => html`<div style="inline-size: 260px"><petition-story-deck></petition-story-deck></div>`,
  ...inCampaign(),
};
