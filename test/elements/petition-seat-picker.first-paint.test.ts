import { elementUpdated, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { Kept } from '../../src/elements/seat-picker/petition-seat-picker.js';
import { PetitionSeatPicker } from '../../src/elements/seat-picker/petition-seat-picker.js';
import { makeVenue } from '../../src/venue/make-venue.js';
import { emptyOccupancy } from '../../src/venue/occupancy.js';
import { inCampaign, sampleDocument, sampleStory } from '../support/campaign.js';

PetitionSeatPicker.define('petition-seat-picker');

const venue = makeVenue('arena');
const people: Kept[] = [
  { seat: 100, name: 'Ada' },
  { seat: 200, name: 'Ben' },
];

const mount = async (taken: Uint8Array, top = 0): Promise<PetitionSeatPicker> => {
  scrollTo(0, 0);
  const root = await fixture<HTMLElement>(
    html`<div style="width:900px;padding-top:${top}px">
      <petition-seat-picker .venue=${venue} .kept=${people} .occupancy=${taken}></petition-seat-picker>
    </div>`,
  );
  const picker = root.querySelector('petition-seat-picker');
  if (!picker) throw new Error('no picker');
  return picker;
};

/** True once the map has painted: a canvas that was never painted has the default size. */
const isPainted = (picker: PetitionSeatPicker): boolean =>
  (picker.shadowRoot?.querySelector('canvas')?.width ?? 300) !== 300;

/** Counts formatters of Intl that are made or used, until it is stopped. */
function watchIntl(): { readonly calls: string[]; stop(): void } {
  const calls: string[] = [];
  const { NumberFormat, PluralRules } = Intl;
  const { select } = PluralRules.prototype;
  const format = Object.getOwnPropertyDescriptor(NumberFormat.prototype, 'format') ?? {};
  const counted = <Class extends object>(one: Class, name: string): Class =>
    new Proxy(one, {
      construct: (target, values, self) => {
        calls.push(`new ${name}`);
        return Reflect.construct(target as unknown as new () => object, values, self) as object;
      },
    });
  Object.assign(Intl, {
    NumberFormat: counted(NumberFormat, 'NumberFormat'),
    PluralRules: counted(PluralRules, 'PluralRules'),
  });
  PluralRules.prototype.select = function (value: number) {
    calls.push('select');
    return select.call(this, value);
  };
  Object.defineProperty(NumberFormat.prototype, 'format', {
    configurable: true,
    get(this: Intl.NumberFormat) {
      calls.push('format');
      return format.get?.call(this) as unknown;
    },
  });
  return {
    calls,
    stop() {
      Object.assign(Intl, { NumberFormat, PluralRules });
      PluralRules.prototype.select = select;
      Object.defineProperty(NumberFormat.prototype, 'format', format);
    },
  };
}

describe('the first seconds of the seat picker', () => {
  before(async () => {
    await setViewport({ width: 1000, height: 900 });
    await emulateMedia({ reducedMotion: 'reduce' });
    // Loads the script of the map: a map that loads slower than the text waits for does not paint first.
    await (
      await mount(emptyOccupancy(venue.capacity))
    ).ready;
  });

  const halls: [name: string, taken: Uint8Array][] = [
    ['an empty arena', emptyOccupancy(venue.capacity)],
    ['a full one, with kept seats', emptyOccupancy(venue.capacity).fill(255)],
  ];
  for (const [name, taken] of halls)
    it(`the map of ${name} paints before any figure is formatted`, async () => {
      const intl = watchIntl();
      try {
        const picker = await mount(taken);
        while (!isPainted(picker)) await nextFrame();
        expect(intl.calls).to.deep.equal([]);
        await picker.ready;
        expect(intl.calls, 'the text has figures').to.include('select');
      } finally {
        intl.stop();
      }
    });

  describe('"ready"', () => {
    /** Waits for a picker to be ready, or a second. */
    const becomesReady = (picker: PetitionSeatPicker): Promise<boolean> =>
      Promise.race([
        picker.ready.then(() => true),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1000)),
      ]);

    it('waits for no venue where the campaign has none', async () => {
      const document = sampleDocument({ stories: [sampleStory({ seat: null })] });
      delete (document as { venue?: unknown }).venue;
      const { element } = await inCampaign<PetitionSeatPicker>(
        html`<petition-seat-picker></petition-seat-picker>`,
        { document },
      );
      expect(await becomesReady(element)).to.equal(true);
    });
    it('waits for no task once the text and the map are there', async () => {
      const picker = await mount(emptyOccupancy(venue.capacity), 4000);
      await waitUntil(() => picker.shadowRoot?.querySelector('.cell'), 'the text never came');
      await elementUpdated(picker);
      const { setTimeout: later } = window;
      // Tasks that are begun from now on never run.
      Object.assign(window, { setTimeout: () => 0 });
      try {
        const isReady = await Promise.race([
          picker.ready.then(() => true),
          new Promise<boolean>((resolve) => later(() => resolve(false), 1000)),
        ]);
        expect(isReady).to.equal(true);
        expect(isPainted(picker)).to.equal(true);
      } finally {
        Object.assign(window, { setTimeout: later });
      }
    });
    it('waits for the text with its figures', async () => {
      const picker = await mount(emptyOccupancy(venue.capacity));
      await picker.ready;
      const { shadowRoot } = picker;
      expect(shadowRoot?.querySelectorAll('.cell').length).to.be.greaterThan(0);
      expect(shadowRoot?.querySelector('.picker')?.getAttribute('aria-label')).to.match(/15,084 of 15,086/);
    });
  });
});
