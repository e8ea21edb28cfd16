import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import type {
  PetitionCampaign,
  PetitionSeatPicker,
  PetitionSignForm,
  PetitionStoryCard,
  PetitionStoryDeck,
  PetitionTicket,
} from '../../src/index.js';
import { fillIn, press } from '../../test/support/form-verbs.js';
import { inCampaign, stageIn } from '../support/dress.js';
import { CROWD, seated, seatOf } from '../support/example.js';
import type { Stage } from '../support/stage.js';

const meta: Meta = {
  title: 'Flows/Journey',
  parameters: { layout: 'fullscreen', ...inCampaign().parameters },
  // The docs do not run `play`.
  tags: ['!autodocs'],
  render: () => html`<petition-campaign></petition-campaign>`,
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;
type Context = Parameters<Play>[0];

const SEAT = '12-8-15';

const inside = <E extends Element>(canvas: Element, tag: string): E =>
  canvas.querySelector<PetitionCampaign>('petition-campaign')!.shadowRoot!.querySelector<E>(tag)!;

/** The visitor's actions in order; each step ends when its effect is visible. */
const steps: readonly (readonly [name: string, take: (canvas: Element, stage: Stage) => Promise<void>])[] = [
  [
    'Read',
    async (canvas) => {
      const deck = inside<PetitionStoryDeck>(canvas, 'petition-story-deck');
      await deck.updateComplete;
      const card = deck.shadowRoot!.querySelector<PetitionStoryCard>('petition-story-card')!;
      await card.updateComplete;
      card.shadowRoot!.querySelector<HTMLElement>('[part="more"]')!.click();
      await card.updateComplete;
      await expect(card.open).toBe(true);
    },
  ],
  [
    'Choose a seat',
    async (canvas, stage) => {
      const picker = inside<PetitionSeatPicker>(canvas, 'petition-seat-picker');
      picker.scrollIntoView();
      await picker.ready;
      await stage.until(({ takenRevision }) => takenRevision > 0);
      await picker.updateComplete;
      await stage.choose(SEAT);
      await picker.reveal(seatOf(SEAT));
      await expect(picker.value).toBe(SEAT);
    },
  ],
  [
    'Sign',
    async (canvas, stage) => {
      const form = inside<PetitionSignForm>(canvas, 'petition-sign-form');
      form.scrollIntoView();
      await form.updateComplete;
      fillIn(form);
      await press(form);
      await stage.until(({ signing }) => signing.outcome === 'signed');
      await form.updateComplete;
      const ticket = inside<PetitionTicket>(canvas, 'petition-ticket');
      while ((await ticket.updateComplete) === false);
      await expect(ticket.shadowRoot!.querySelector('[part~="picture"]')).toBeVisible();
    },
  ],
  [
    'See it filled',
    async (canvas, stage) => {
      stage.published.taken = [...seated(CROWD), seatOf(SEAT)];
      stage.published.signatures = CROWD + 1;
      await stage.refresh();
      const picker = inside<PetitionSeatPicker>(canvas, 'petition-seat-picker');
      picker.scrollIntoView();
      await picker.reveal(seatOf(SEAT));
      await expect(stage.campaign.state.count?.signatures).toBe(CROWD + 1);
    },
  ],
];

const upTo =
  (last: number): Play =>
  async ({ canvasElement, step }: Context) => {
    const stage = stageIn(canvasElement);
    await stage.ready;
    for (const [name, take] of steps.slice(0, last)) await step(name, () => take(canvasElement, stage));
  };

export const Read: Story = { play: upTo(1) };
export const ChooseASeat: Story = { name: 'Choose a seat', play: upTo(2) };
export const Sign: Story = { play: upTo(3) };
export const SeeItFilled: Story = { name: 'See it filled', play: upTo(4) };
