import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { PetitionSeatPicker } from '../src/index.js';
import type { VenueSpec } from '../src/venue/venue.js';
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
  // Each arena has 15,086 seats: the docs render one, the list of stories has all.
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

/** Scrolls and zooms to a seat. */
const near =
  (code: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await stageIn(canvasElement).ready;
    const picker = canvasElement.querySelector<PetitionSeatPicker>('petition-seat-picker')!;
    await picker.ready;
    await picker.reveal(seatOf(code));
  };

/** Polls for an element of a part that loads by itself, once per frame. */
async function until<T>(find: () => T | null): Promise<T> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

/** Asks for three seats side by side. */
async function propose(canvas: Element): Promise<Element> {
  const picker = canvas.querySelector<PetitionSeatPicker>('petition-seat-picker')!;
  await picker.ready;
  const root = picker.shadowRoot!;
  root.querySelector<HTMLDetailsElement>('[part="together"]')!.open = true;
  const part = await until(() => root.querySelector('.together'));
  const count = part.querySelector('select')!;
  count.value = '3';
  count.dispatchEvent(new Event('change'));
  part.querySelector('button')!.click();
  await until(() => part.querySelector('[part="take"]'));
  return part;
}

/** A venue of `columns` by `lines` blocks, each with 12 seats in 3 rows. */
function field(columns: number, lines: number): VenueSpec {
  return {
    name: 'Field',
    blocks: Array.from({ length: columns * lines }, (_, b) => ({
      label: String(b + 1),
      rows: [0, 1, 2].map((row) => ({
        label: String(row + 1),
        seats: [0, 1, 2, 3].map((i) => [(b % columns) * 6 + i, Math.floor(b / columns) * 5 + row] as const),
      })),
    })),
  };
}

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

/** The endpoint publishes only a count: seats light up with it, and which ones is symbolic. */
export const OnlyCounted: Story = {
  name: 'Only counted',
  ...inCampaign(() => ({ signatures: 4213, taken: 4213, mode: 'derived' as const })),
};

/** The endpoint publishes nothing about seats. */
export const NothingOfSeats: Story = {
  name: 'No seat data',
  ...inCampaign(() => ({ signatures: 4213, taken: null })),
};

/** The count loads, but the seats do not: no seat is labelled free. */
export const NotKnown: Story = {
  name: 'Not known yet',
  ...inCampaign(() => ({ areSeatsDown: true })),
};

export const NotKnownNear: Story = {
  name: 'Not known yet, zoomed in',
  ...inCampaign(() => ({ areSeatsDown: true, seat: '12-8-15' })),
  play: near('12-8-15'),
};

export const NotKnownList: Story = {
  name: 'Not known yet, without the picture',
  args: { 'no-map': true },
  ...inCampaign(() => ({ areSeatsDown: true })),
  async play({ canvasElement }) {
    const picker = canvasElement.querySelector<PetitionSeatPicker>('petition-seat-picker')!;
    await picker.ready;
    picker.shadowRoot!.querySelector<HTMLDetailsElement>('[part="list"]')!.open = true;
    await until(() => picker.shadowRoot!.querySelector('.list'));
  },
};

/** The box office publishes neither count nor seats below a minimum. */
export const NotPublished: Story = {
  name: 'Not published yet',
  ...inCampaign(() => ({ isHidden: true })),
};

/** People who sign in a full venue are standing, and count the same. */
export const FullAndStanding: Story = {
  name: 'Full, with people standing',
  ...filled(FULL_HOUSE, { standing: 812 }),
};

export const SomeStand: Story = { name: 'Some people standing', ...filled(4213, { standing: 113 }) };

/** Seats side by side are proposed, and one of them is taken. */
export const Together: Story = {
  ...filled(4213),
  async play({ canvasElement }) {
    await stageIn(canvasElement).ready;
    await propose(canvasElement);
  },
};

export const TogetherAndChosen: Story = {
  name: 'Together, one seat chosen',
  ...filled(4213),
  async play({ canvasElement }) {
    await stageIn(canvasElement).ready;
    const part = await propose(canvasElement);
    part.querySelector<HTMLButtonElement>('[part="take"]')!.click();
  },
};

/** Someone else has taken the chosen seat: the nearest free one is offered. */
export const LostSeat: Story = {
  name: 'Lost seat',
  ...filled(4213, {
    seat: '12-8-15',
    async then(stage) {
      stage.published.taken = [...seated(4213), seatOf('12-8-15')];
      await stage.refresh();
    },
  }),
};

/** More blocks than a list can hold: the visitor types the label of the block. */
export const ManyBlocks: Story = {
  name: 'Many blocks',
  render: () =>
    html`<petition-seat-picker
      .venue=${field(16, 13)}
      .kept=${Array.from({ length: 12 }, (_, i) => ({ seat: i * 187 + 5, name: `Person ${i + 1} Example` }))}
    ></petition-seat-picker>`,
  async play({ canvasElement }) {
    const picker = canvasElement.querySelector<PetitionSeatPicker>('petition-seat-picker')!;
    await picker.ready;
    await until(() => picker.shadowRoot!.querySelector('.where input'));
  },
};

/** Without the map, and with the list open. */
export const TheList: Story = {
  name: 'The list',
  ...filled(4213),
  async play({ canvasElement }) {
    const picker = canvasElement.querySelector<PetitionSeatPicker>('petition-seat-picker')!;
    await picker.ready;
    picker.shadowRoot!.querySelector<HTMLDetailsElement>('[part="list"]')!.open = true;
    await until(() => picker.shadowRoot!.querySelector('.list'));
  },
};

/** The wheel alone scrolls the page; a hint shows for a moment how to zoom. */
export const WheelAlone: Story = {
  name: 'Wheel without Ctrl',
  ...filled(4213),
  async play({ canvasElement }) {
    const picker = canvasElement.querySelector<PetitionSeatPicker>('petition-seat-picker')!;
    await picker.ready;
    const turn = (): void =>
      void picker.shadowRoot!.querySelector('.hit')!.dispatchEvent(new WheelEvent('wheel', { deltaY: 9 }));
    turn();
    await until(() => picker.shadowRoot!.querySelector('.hint'));
  },
};

export const Unavailable: Story = { args: { venue: 'stadium' }, tags: ['warns'] };

export const Disabled: Story = { args: { disabled: true }, ...filled(4213) };
