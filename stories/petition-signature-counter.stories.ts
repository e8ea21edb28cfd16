import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { inCampaign } from './support/dress.js';
import { exampleDocument, FULL_HOUSE, seated } from './support/example.js';

interface Args {
  count?: number;
  goal?: number;
  capacity?: number;
  'as-of'?: string;
  compact?: boolean;
  large?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Signature counter',
  component: 'petition-signature-counter',
  render: ({ count, goal, capacity, 'as-of': asOf, compact, large }) =>
    html`<petition-signature-counter
      count=${ifDefined(count)}
      goal=${ifDefined(goal)}
      capacity=${ifDefined(capacity)}
      as-of=${ifDefined(asOf)}
      ?compact=${compact}
      ?large=${large}
    ></petition-signature-counter>`,
};
export default meta;
type Story = StoryObj<Args>;

/** A published state with a number of seats of the arena taken. */
const taken = (people: number): { taken: readonly number[]; signatures: number } => ({
  taken: seated(people),
  signatures: people,
});

export const InACampaign: Story = { name: 'In a campaign', ...inCampaign() };

export const OnlyAttributes: Story = {
  name: 'Only attributes',
  args: { count: 1200, goal: 5000, 'as-of': '2014-05-14' },
};

export const OnlyAttributesWithSeats: Story = {
  name: 'Only attributes, with seats',
  args: { count: 1200, capacity: 15086, 'as-of': '2014-05-14' },
};

export const NearTheNextGoal: Story = { name: 'Near the next goal', ...inCampaign(() => taken(4953)) };

export const GoalReached: Story = {
  name: 'Goal reached',
  ...inCampaign(() => ({ document: exampleDocument({ goals: [1000, 5000] }), ...taken(5204) })),
};

export const BelowTheMinimum: Story = {
  name: 'Below the minimum',
  ...inCampaign(() => ({ document: exampleDocument({ minimum: 100 }), ...taken(37) })),
};

export const YourSignature: Story = {
  name: 'Your signature',
  ...inCampaign(() => ({ then: (stage) => stage.sign('12-8-15') })),
};

export const Standing: Story = { ...inCampaign(() => ({ standing: 13 })) };

export const YouStand: Story = {
  name: 'You are standing',
  ...inCampaign(() => ({ standing: 13, then: (stage) => stage.sign() })),
};

export const Counting: Story = { ...inCampaign(() => ({ isSlow: true })) };

export const Stale: Story = {
  ...inCampaign(() => ({
    async then(stage) {
      stage.published.isDown = true;
      await stage.refresh();
    },
  })),
};

export const Unknown: Story = { ...inCampaign(() => ({ isDown: true })) };

export const NotPublished: Story = {
  name: 'Not published yet',
  ...inCampaign(() => ({ isHidden: true })),
};

export const TheAuthorsOwnNumber: Story = {
  name: 'The author’s own number',
  ...inCampaign(() => ({ isDown: true })),
  render: () =>
    html`<petition-signature-counter>More than 4,000 people have signed.</petition-signature-counter>`,
};

export const Compact: Story = { args: { compact: true }, ...inCampaign() };

export const Large: Story = { args: { large: true }, ...inCampaign() };

export const Milestone: Story = {
  name: 'Before a milestone',
  ...inCampaign(() => ({
    document: exampleDocument({
      milestones: [{ at: 5000, text: { en: 'At 5,000 the first list is handed over.' } }],
    }),
    ...taken(4987),
  })),
};

export const FullHouse: Story = { name: 'Every seat is taken', ...inCampaign(() => taken(FULL_HOUSE)) };

export const WithoutSeats: Story = {
  name: 'Without seats',
  ...inCampaign(() => ({ document: exampleDocument({ venue: null }), signatures: 4213 })),
};

export const NarrowColumn: Story = {
  name: 'Narrow column',
  ...inCampaign(() => ({ standing: 13 })),
  render: () =>
    html`<div style="inline-size: 220px"><petition-signature-counter></petition-signature-counter></div>`,
};
