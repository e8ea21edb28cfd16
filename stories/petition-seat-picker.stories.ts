import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { PetitionSeatPicker } from '../src/index.js';
import { sampleDocument } from '../test/support/samples.js';
import { inCampaign, stageIn } from './support/dress.js';
import { FULL_HOUSE, seated, seatOf } from './support/example.js';
import type { Setting } from './support/stage.js';

interface Args {
  venue?: string;
  value?: string;
  name?: string;
  required?: boolean;
  disabled?: boolean;
  'no-map'?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Seat picker',
  component: 'petition-seat-picker',
  parameters: { layout: 'fullscreen' },
  // Each arena has 15,086 seats: the docs show one, the list of stories has all.
  tags: ['!autodocs'],
  render: ({ venue, value, name, required, disabled, 'no-map': noMap }) =>
    html`<petition-seat-picker
      venue=${ifDefined(venue)}
      value=${ifDefined(value)}
      name=${ifDefined(name)}
      ?required=${required}
      ?disabled=${disabled}
      ?no-map=${noMap}
    ></petition-seat-picker>`,
};
export default meta;
type Story = StoryObj<Args>;

const filled = (people: number, more: Setting = {}): { parameters: object } =>
  inCampaign(() => ({ taken: seated(people), signatures: people, ...more }));

/** Brings a seat into view. */
const near =
  (code: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await stageIn(canvasElement).ready;
    const picker = canvasElement.querySelector<PetitionSeatPicker>('petition-seat-picker')!;
    await picker.ready;
    await picker.reveal(seatOf(code));
  };

export const AQuarterFull: Story = { name: 'A quarter full', tags: ['autodocs'], ...filled(3772) };

export const Empty: Story = { ...filled(0) };

export const NearlyFull: Story = { name: 'Nearly full', ...filled(14900) };

export const Full: Story = { ...filled(FULL_HOUSE) };

export const ZoomedIn: Story = { name: 'Zoomed in', ...filled(4213), play: near('12-8-15') };

export const YourSeat: Story = {
  name: 'Your seat',
  ...filled(4213, { then: (stage) => stage.sign('12-8-15') }),
};

export const BesideAKeptSeat: Story = {
  name: 'Beside a kept seat',
  ...filled(4213, { seat: '12-8-15' }),
  play: near('12-8-15'),
};

export const TakenMeanwhile: Story = {
  name: 'Taken meanwhile',
  ...filled(4213, {
    seat: '12-8-15',
    async then(stage) {
      stage.published.taken = [...seated(4213), seatOf('12-8-15')];
      await stage.refresh();
    },
  }),
  play: near('12-8-15'),
};

export const WithoutThePicture: Story = {
  name: 'Without the picture',
  args: { 'no-map': true },
  ...filled(4213),
};

/** Without a campaign, from attributes and properties. */
export const ASmallHall: Story = {
  name: 'A small hall',
  args: { venue: JSON.stringify(sampleDocument().venue), value: 'A-2-2' },
  render: ({ venue, value }) =>
    html`<petition-seat-picker
      venue=${ifDefined(venue)}
      value=${ifDefined(value)}
      .kept=${[{ seat: 2, name: 'Ada Example' }]}
      .occupancy=${new Uint8Array([0b1011_0000, 0b0000_0010])}
    ></petition-seat-picker>`,
};

/** The endpoint only counts: nobody knows which seats are taken. */
export const OnlyCounted: Story = {
  name: 'Only counted',
  ...inCampaign(() => ({ signatures: 4213, taken: null })),
};

export const Unavailable: Story = { args: { venue: 'stadium' }, tags: ['warns'] };

export const Disabled: Story = { args: { disabled: true }, ...filled(4213) };
