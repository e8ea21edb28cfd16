import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { PetitionSignatureCounter } from '../src/index.js';
import { inCampaign } from './support/dress.js';

type Args = Partial<Pick<PetitionSignatureCounter, 'count' | 'goal' | 'capacity' | 'compact'>> & {
  'as-of'?: string;
};

const meta: Meta<Args> = {
  title: 'Elements/Signature counter',
  component: 'petition-signature-counter',
  render: ({ count, goal, capacity, compact, 'as-of': asOf }) =>
    html`<petition-signature-counter
      count=${ifDefined(count ?? undefined)}
      goal=${ifDefined(goal ?? undefined)}
      capacity=${ifDefined(capacity ?? undefined)}
      as-of=${ifDefined(asOf)}
      ?compact=${compact}
    ></petition-signature-counter>`,
};
export default meta;
type Story = StoryObj<Args>;

export const InACampaign: Story = { name: 'In a campaign', ...inCampaign() };
