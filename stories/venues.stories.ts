import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { PetitionSeatPicker } from '../src/index.js';
import { importSeatmap } from '../src/venue/import-seatmap.js';
import { makeVenue } from '../src/venue/make-venue.js';
import { emptyOccupancy, setTaken } from '../src/venue/occupancy.js';
import type { ExplicitSpec, Spot, Venue, VenueSpec } from '../src/venue/venue.js';
import { crowd } from '../test/support/crowd.js';

interface Args {
  spec: VenueSpec;
  /** Share of the seats that are taken, 0 to 1. */
  share: number;
}

const NAMES = ['Ada Example', 'Rosa Muster', 'Jan Przykład'];

/** Three kept seats, here and there. */
function keptIn({ capacity }: Venue): number[] {
  return [0.31, 0.55, 0.8].map((at) => Math.floor(at * capacity));
}

function occupied(venue: Venue, share: number): Uint8Array {
  const taken = emptyOccupancy(venue.capacity);
  const kept = keptIn(venue);
  const people = Math.floor(share * (venue.capacity - kept.length));
  if (share === 1) for (let seat = 0; seat < venue.capacity; seat++) setTaken(taken, seat, true);
  else for (const seat of crowd(venue, kept, people)) setTaken(taken, seat, true);
  return taken;
}

function picker({ spec, share }: Args): TemplateResult {
  const venue = makeVenue(spec);
  return html`<petition-seat-picker
    venue=${JSON.stringify(spec)}
    .kept=${keptIn(venue).map((seat, i) => ({ seat, name: NAMES[i]! }))}
    .occupancy=${occupied(venue, share)}
  ></petition-seat-picker>`;
}

const meta: Meta<Args> = {
  title: 'Elements/Venues',
  component: 'petition-seat-picker',
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  tags: ['!autodocs'],
  render: picker,
};
export default meta;
type Story = StoryObj<Args>;

/** Scrolls and zooms to a seat. */
const near =
  (at: number): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector<PetitionSeatPicker>('petition-seat-picker')!;
    await element.updateComplete;
    await element.ready;
    await element.reveal(at);
  };

const hemicycle = { kind: 'hemicycle', capacity: 600 };
const amphitheatre = { kind: 'amphitheatre', capacity: 6000 };
const square = { kind: 'square', capacity: 10_000 };

export const HemicycleEmpty: Story = { name: 'Hemicycle, empty', args: { spec: hemicycle, share: 0 } };
export const HemicycleHalfFull: Story = {
  name: 'Hemicycle, half full',
  args: { spec: hemicycle, share: 0.5 },
};
export const HemicycleFull: Story = { name: 'Hemicycle, full', args: { spec: hemicycle, share: 1 } };
export const AmphitheatreEmpty: Story = {
  name: 'Amphitheatre, empty',
  args: { spec: amphitheatre, share: 0 },
};
export const AmphitheatreHalfFull: Story = {
  name: 'Amphitheatre, half full',
  args: { spec: amphitheatre, share: 0.5 },
};
export const AmphitheatreFull: Story = { name: 'Amphitheatre, full', args: { spec: amphitheatre, share: 1 } };
export const AmphitheatreNear: Story = {
  name: 'Amphitheatre, near',
  args: { spec: amphitheatre, share: 0.5 },
  play: near(620),
};
export const SquareEmpty: Story = { name: 'Square, empty', args: { spec: square, share: 0 } };
export const SquareHalfFull: Story = { name: 'Square, half full', args: { spec: square, share: 0.5 } };
export const SquareFull: Story = { name: 'Square, full', args: { spec: square, share: 1 } };
export const SquareNear: Story = {
  name: 'Square, near',
  args: { spec: square, share: 0.5 },
  play: near(420),
};
export const ArenaOfAnotherSize: Story = {
  name: 'Arena of another size',
  args: { spec: { kind: 'arena', capacity: 4000 }, share: 0.4 },
};
export const AHundredThousand: Story = {
  name: 'A hundred thousand',
  args: { spec: { kind: 'square', capacity: 100_000 }, share: 0.3 },
};

/** A hall with a stage of its own, described seat by seat. */
const culture: ExplicitSpec = {
  name: 'House of Culture',
  blocks: ['A', 'B'].map((label, b) => ({
    label,
    rows: Array.from({ length: 8 }, (_, r) => ({
      label: String(r + 1),
      seats: Array.from({ length: 12 }, (_seat, i): Spot => [(b ? 1 : -8) + i * 0.6, r]),
    })),
  })),
  scenery: [
    {
      shape: 'polygon',
      role: 'ground',
      points: [
        [-10, -9],
        [9.6, -9],
        [9.6, 10],
        [-10, 10],
      ],
    },
    {
      shape: 'polygon',
      role: 'wall',
      points: [
        [-10, -9],
        [9.6, -9],
        [9.6, 10],
        [-10, 10],
      ],
    },
    {
      shape: 'polygon',
      role: 'stage',
      points: [
        [-7, -8],
        [6.6, -8],
        [6.6, -4],
        [3, -3],
        [-3.4, -3],
        [-7, -4],
      ],
    },
    { shape: 'circle', role: 'lamp', at: [-0.2, -4.4], radius: 0.2 },
  ],
};
export const OfYourOwn: Story = { name: 'Your own venue', args: { spec: culture, share: 0.4 } };

/** As in a seatmap-canvas file. */
const imported = importSeatmap(
  {
    blocks: ['Left', 'Right'].map((title, b) => ({
      id: b,
      title,
      color: '#2c2828',
      labels: [],
      seats: Array.from({ length: 60 }, (_, i) => ({
        id: i,
        title: `${'ABCDEF'[Math.floor(i / 10)]}${(i % 10) + 1}`,
        x: b * 420 + (i % 10) * 34,
        y: Math.floor(i / 10) * 44 + (b ? 1 : -1) * (i % 10) * 4 + (b ? 0 : 36),
        salable: true,
      })),
    })),
  },
  { name: 'Small theatre' },
);
export const Imported: Story = { args: { spec: imported.venue, share: 0.4 } };
