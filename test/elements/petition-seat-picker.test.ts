import { elementUpdated, expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { ContextProvider } from '@lit/context';
import type { TemplateResult } from 'lit';
import { Campaign } from '../../src/campaign/campaign.js';
import { campaignContext } from '../../src/context/campaign-context.js';
import type { Kept } from '../../src/elements/seat-picker/petition-seat-picker.js';
import { PetitionSeatPicker } from '../../src/elements/seat-picker/petition-seat-picker.js';
import type { PetitionSeatSelectEvent } from '../../src/events.js';
import { besides } from '../../src/venue/neighbours.js';
import { makeVenue } from '../../src/venue/make-venue.js';
import { emptyOccupancy, encodeDelta, encodeFull, isTaken, setTaken } from '../../src/venue/occupancy.js';
import { seatCode, seatFromCode } from '../../src/venue/seat-code.js';
import type { VenueSpec } from '../../src/venue/venue.js';
import { DRAWING, inCampaign, sampleDocument, sampleStory } from '../support/campaign.js';
import { answerWith, fakeClock, fakePage, until } from '../support/fakes.js';
import { elementBasics } from '../suites/element-basics.js';

PetitionSeatPicker.define('petition-seat-picker');

const venue = makeVenue('arena');
const seatOf = (code: string): number => seatFromCode(venue, code)!;
const [ALES, MIKALAI] = [seatOf('12-8-14'), seatOf('5-10-9')];
const people: Kept[] = [
  { seat: ALES, name: 'Ales Bialiatski', portrait: DRAWING },
  { seat: MIKALAI, name: 'Mikalai Statkevich' },
];

/** Takes every third seat, and none beside a kept one. */
function someTaken(): Uint8Array {
  const taken = emptyOccupancy(venue.capacity);
  for (let seat = 0; seat < venue.capacity; seat += 3) setTaken(taken, seat, true);
  for (const { seat } of people) for (const beside of besides(venue, seat)) setTaken(taken, beside, false);
  return taken;
}

const hall: VenueSpec = {
  name: 'Hall',
  blocks: [
    {
      label: 'A',
      rows: [
        {
          label: '1',
          seats: [
            [0, 0],
            [1, 0],
            [2, 0],
            [3, 0],
            [4, 0],
            [5, 0],
          ],
        },
        {
          label: '2',
          seats: [
            [0, 1],
            [1, 1],
            [2, 1],
            [3, 1],
          ],
        },
      ],
    },
  ],
};

const arena = (attributes: TemplateResult = html``, width = 900): TemplateResult =>
  html`<div style="width:${width}px">
    <petition-seat-picker venue="arena" .kept=${people} .occupancy=${someTaken()}></petition-seat-picker
    >${attributes}
  </div>`;

async function mount(template: TemplateResult = arena()): Promise<PetitionSeatPicker> {
  const root = await fixture(template);
  const picker = (
    root.matches('petition-seat-picker') ? root : root.querySelector('petition-seat-picker')
  ) as PetitionSeatPicker;
  await picker.ready;
  await elementUpdated(picker);
  return picker;
}

const find = <E extends HTMLElement>(picker: PetitionSeatPicker, selector: string): E => {
  const found = picker.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`${selector} is not there`);
  return found;
};
const has = (picker: PetitionSeatPicker, selector: string): boolean =>
  !!picker.shadowRoot!.querySelector(selector);
const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const said = (picker: PetitionSeatPicker, words: string): Promise<void> =>
  waitUntil(() => text(find(picker, '[role="status"]')).endsWith(words), `never said: ${words}`);
const button = (picker: PetitionSeatPicker, name: RegExp): HTMLButtonElement =>
  [...picker.shadowRoot!.querySelectorAll('button')].find((one) =>
    name.test(one.getAttribute('aria-label') ?? text(one)),
  )!;
const focused = (picker: PetitionSeatPicker): Element | null => picker.shadowRoot!.activeElement;
const focusedName = (picker: PetitionSeatPicker): string => focused(picker)?.getAttribute('aria-label') ?? '';

async function press(picker: PetitionSeatPicker, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await elementUpdated(picker);
  }
}

async function pressBack(): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ up: 'Shift' });
}

async function clickAt(picker: PetitionSeatPicker, x: number, y: number): Promise<void> {
  await sendMouse({ type: 'move', position: [Math.round(x), Math.round(y)] });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'up' });
  await elementUpdated(picker);
}

/** Moves a seat into view and clicks it with the mouse. */
async function clickSeat(picker: PetitionSeatPicker, seat: number): Promise<void> {
  const { x, y, width, height } = await picker.reveal(seat);
  await clickAt(picker, x + width / 2, y + height / 2);
}

/** Counts the elements of the picker, in the light and the shadow tree. */
const nodesOf = (picker: PetitionSeatPicker): number =>
  picker.shadowRoot!.querySelectorAll('*').length + picker.querySelectorAll('*').length;

async function focusGrid(picker: PetitionSeatPicker): Promise<void> {
  find(picker, '.cell[tabindex="0"]').focus();
  await elementUpdated(picker);
}

async function choose(picker: PetitionSeatPicker, select: HTMLSelectElement, value: number): Promise<void> {
  select.value = String(value);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await elementUpdated(picker);
}

/** Red minus blue in the middle of a seat: above 0 is warm, below 0 cold. */
async function warmth(picker: PetitionSeatPicker, seat: number): Promise<number> {
  const { x, y, width, height } = await picker.reveal(seat);
  // It is painted strip by strip.
  for (let frame = 0; frame < 10; frame++) await nextFrame();
  const near = picker.shadowRoot!.querySelectorAll('canvas')[1]!;
  const box = find(picker, '.plate').getBoundingClientRect();
  const scale = near.width / box.width;
  const [red, , blue] = near
    .getContext('2d')!
    .getImageData((x + width / 2 - box.x) * scale, (y + height / 2 - box.y) * scale, 1, 1).data;
  return red! - blue!;
}

/** Returns the lines logged to the console during `run`. */
async function heard(run: () => Promise<unknown>): Promise<string[]> {
  const { warn, error } = console;
  const lines: string[] = [];
  console.warn = console.error = (...words: unknown[]) => void lines.push(words.join(' '));
  try {
    await run();
  } finally {
    Object.assign(console, { warn, error });
  }
  return lines;
}

before(async () => {
  await setViewport({ width: 1000, height: 900 });
  // Motion has tests of its own below.
  await emulateMedia({ reducedMotion: 'reduce' });
});

elementBasics(
  'petition-seat-picker',
  async () => PetitionSeatPicker,
  async () => {
    const picker = await mount();
    await clickAt(picker, 300, 300);
    return { element: picker };
  },
  async () => {
    const picker = await mount();
    await clickSeat(picker, seatOf('12-8-15'));
    return { element: picker };
  },
  async () => {
    const picker = await mount();
    await clickSeat(picker, seatOf('12-8-14'));
    const taken = Array.from({ length: 40 }, (_, i) => seatOf('12-9-1') + i).find((seat) =>
      isTaken(someTaken(), seat),
    )!;
    await picker.reveal(taken);
    await focusGrid(picker);
    return { element: picker };
  },
  async () => {
    const picker = await mount();
    find(picker, '.hit').dispatchEvent(new WheelEvent('wheel', { deltaY: 10, bubbles: true }));
    return { element: picker };
  },
  async () => ({
    element: await mount(html`<petition-seat-picker .venue=${'circus' as VenueSpec}></petition-seat-picker>`),
  }),
  async () => ({
    element: await mount(
      html`<petition-seat-picker
        .venue=${hall}
        .occupancy=${new Uint8Array([255, 3])}
      ></petition-seat-picker>`,
    ),
  }),
);

describe('petition-seat-picker', () => {
  describe('alone', () => {
    it('shows the arena, with what is free in words', async () => {
      const picker = await mount();
      while (find(picker, '.picker').getAttribute('aria-label') === 'Seats') await nextFrame();
      expect(find(picker, '.picker').getAttribute('aria-label')).to.match(
        /^10,0\d\d of 15,086 seats are free$/,
      );
      expect(picker.seat).to.equal(null);
      expect(picker.value).to.equal('');
    });
    it('takes the seat that its attribute names', async () => {
      const picker = await mount(
        html`<petition-seat-picker venue="arena" value="12-8-15"></petition-seat-picker>`,
      );
      expect(picker.seat).to.equal(seatOf('12-8-15'));
    });
    it('ignores a code the venue lacks', async () => {
      const picker = await mount(
        html`<petition-seat-picker venue="arena" value="99-1-1"></petition-seat-picker>`,
      );
      expect(picker.seat).to.equal(null);
      expect(picker.value).to.equal('');
    });
    it('shows the author’s own venue, small as it is, with seats one can hit', async () => {
      const picker = await mount(html`<petition-seat-picker .venue=${hall}></petition-seat-picker>`);
      await clickSeat(picker, 8);
      expect(picker.value).to.equal('A-2-3');
    });
    it('takes a venue as JSON in the attribute', async () => {
      const picker = await mount(
        html`<petition-seat-picker venue=${JSON.stringify(hall)}></petition-seat-picker>`,
      );
      picker.seat = 3;
      expect(picker.value).to.equal('A-1-4');
    });
    it('takes a built venue', async () => {
      const picker = await mount(html`<petition-seat-picker .venue=${venue}></petition-seat-picker>`);
      picker.value = '1-1-1';
      expect(picker.seat).to.equal(0);
    });
    it('goes over to another venue, and gives up a seat that it lacks', async () => {
      const picker = await mount();
      picker.seat = 4000;
      picker.venue = hall;
      picker.occupancy = null;
      picker.kept = null;
      await elementUpdated(picker);
      await picker.ready;
      expect(picker.value).to.equal('');
      await clickSeat(picker, 2);
      expect(picker.value).to.equal('A-1-3');
    });
    it('becomes ready again with each venue it is given', async () => {
      const picker = await mount();
      picker.venue = { kind: 'hemicycle', capacity: 60 };
      picker.occupancy = null;
      picker.kept = null;
      await elementUpdated(picker);
      await picker.ready;
      await clickSeat(picker, 59);
      expect(picker.seat).to.equal(59);
    });
    it('shows the venue it was given last, whichever script comes first', async () => {
      const picker = await mount();
      picker.occupancy = null;
      picker.kept = null;
      picker.venue = { kind: 'square', capacity: 600 };
      await elementUpdated(picker);
      picker.venue = hall;
      await elementUpdated(picker);
      await picker.ready;
      await clickSeat(picker, 2);
      expect(picker.value).to.equal('A-1-3');
    });
    it('says calmly that the seats cannot be shown, and why to the author, once', async () => {
      let picker: PetitionSeatPicker;
      const lines = await heard(async () => {
        picker = await mount(
          html`<petition-seat-picker .venue=${'circus' as VenueSpec}></petition-seat-picker>`,
        );
        picker.required = true;
        await elementUpdated(picker);
      });
      expect(text(find(picker!, '.picker'))).to.equal(
        'The seats are not available right now. You can sign without one.',
      );
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(/^grandstand: venue: "circus" is not a built-in venue/);
    });
    it('recovers when the venue is mended', async () => {
      let picker: PetitionSeatPicker;
      await heard(
        async () =>
          (picker = await mount(
            html`<petition-seat-picker .venue=${'circus' as VenueSpec}></petition-seat-picker>`,
          )),
      );
      picker!.venue = 'arena';
      await elementUpdated(picker!);
      await picker!.ready;
      await clickSeat(picker!, 100);
      expect(picker!.seat).to.equal(100);
    });
  });

  describe('mouse', () => {
    it('chooses the seat that is clicked, after asking the page', async () => {
      const picker = await mount();
      const asked: PetitionSeatSelectEvent[] = [];
      picker.addEventListener('petition-seat-select', (event) =>
        asked.push(event as PetitionSeatSelectEvent),
      );
      await clickSeat(picker, seatOf('12-8-15'));
      expect(picker.value).to.equal('12-8-15');
      expect(asked.map(({ detail }) => detail)).to.deep.equal([
        { petition: '', seat: seatOf('12-8-15'), code: '12-8-15' },
      ]);
      expect(asked[0]).to.include({ bubbles: true, composed: true, cancelable: true });
    });
    it('does not choose what the page forbids', async () => {
      const picker = await mount();
      picker.addEventListener('petition-seat-select', (event) => event.preventDefault());
      await clickSeat(picker, seatOf('12-8-15'));
      expect(picker.seat).to.equal(null);
    });
    it('refuses a taken seat, and says so', async () => {
      const picker = await mount();
      const taken = Array.from({ length: 60 }, (_, i) => seatOf('12-9-1') + i).find((seat) =>
        isTaken(someTaken(), seat),
      )!;
      let wasAsked = false;
      picker.addEventListener('petition-seat-select', () => (wasAsked = true));
      await clickSeat(picker, taken);
      expect(picker.seat).to.equal(null);
      expect(wasAsked).to.equal(false);
      expect(text(find(picker, '.sheet'))).to.match(/Taken$/);
      expect(has(picker, '.sheet button')).to.equal(false);
    });
    it('refuses a kept seat, and says for whom it is kept', async () => {
      const picker = await mount();
      await clickSeat(picker, ALES);
      expect(picker.seat).to.equal(null);
      expect(text(find(picker, '.sheet'))).to.equal('Block 12, row 8, seat 14 Kept for Ales Bialiatski');
    });
    it('from far: comes nearer, offers a free seat there, and takes it at one press', async () => {
      const picker = await mount();
      const { x, y, width, height } = find(picker, '.plate').getBoundingClientRect();
      await clickAt(picker, x + width / 2, y + height * 0.77);
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(true);
      expect(picker.seat).to.equal(null);
      const offered = text(find(picker, '.sheet p'));
      expect(offered).to.match(/^Block 1[45], row \d+, seat \d+$/);
      button(picker, /Take this seat/).click();
      await elementUpdated(picker);
      expect(`Block ${picker.value.replace('-', ', row ').replace('-', ', seat ')}`).to.equal(offered);
      expect(has(picker, '.sheet')).to.equal(false);
    });
    it('from far: a press on a portrait offers the seat beside', async () => {
      const picker = await mount();
      const { x, y, width, height } = find(picker, '.plate').getBoundingClientRect();
      const { left, right } = venue.bounds;
      const scale = (height - 64) / (venue.bounds.bottom - venue.bounds.top);
      expect(right - left).to.be.greaterThan(0);
      await clickAt(picker, x + width / 2 + venue.x[ALES]! * scale, y + height / 2 + venue.y[ALES]! * scale);
      expect(text(find(picker, '.sheet'))).to.match(/Free, beside Ales Bialiatski/);
    });
    it('takes no press of the other buttons', async () => {
      const picker = await mount();
      const { x, y, width, height } = await picker.reveal(seatOf('12-8-15'));
      await sendMouse({
        type: 'click',
        button: 'right',
        position: [Math.round(x + width / 2), Math.round(y + height / 2)],
      });
      expect(picker.seat).to.equal(null);
    });
    it('drags the near picture, and chooses nothing by that', async () => {
      const picker = await mount();
      const before = await picker.reveal(seatOf('12-8-15'));
      await sendMouse({ type: 'move', position: [400, 300] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [420, 310] });
      await sendMouse({ type: 'move', position: [460, 340] });
      await sendMouse({ type: 'up' });
      await elementUpdated(picker);
      const after = await picker.reveal(seatOf('12-8-15'));
      expect(Math.round(after.x - before.x)).to.equal(60);
      expect(Math.round(after.y - before.y)).to.equal(40);
      expect(picker.seat).to.equal(null);
    });
    it('leaves the wheel to the page, and zooms with Control', async () => {
      const picker = await mount();
      const canvas = find(picker, '.hit');
      const turn = (ctrlKey: boolean): WheelEvent =>
        new WheelEvent('wheel', {
          deltaY: -60,
          ctrlKey,
          clientX: 400,
          clientY: 300,
          cancelable: true,
          bubbles: true,
        });
      const plain = turn(false);
      canvas.dispatchEvent(plain);
      await elementUpdated(picker);
      expect(plain.defaultPrevented).to.equal(false);
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(false);
      const zooming = turn(true);
      canvas.dispatchEvent(zooming);
      await elementUpdated(picker);
      expect(zooming.defaultPrevented).to.equal(true);
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(true);
    });
    it('zooms by its buttons, and goes back to the whole', async () => {
      const picker = await mount();
      button(picker, /Zoom in/).click();
      await elementUpdated(picker);
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(true);
      button(picker, /^All seats$/).click();
      await elementUpdated(picker);
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(false);
      button(picker, /Zoom out/).click();
      await elementUpdated(picker);
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(false);
    });
    it('says beside the pointer how much of a block is free from far, and what a seat is near', async () => {
      const picker = await mount();
      const { x, y, width, height } = find(picker, '.plate').getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height * 0.77)] });
      await elementUpdated(picker);
      expect(text(find(picker, '.tip'))).to.match(/^Block 1[45], \d+ of 324 free$/);
      const box = await picker.reveal(seatOf('12-8-15'));
      await sendMouse({
        type: 'move',
        position: [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)],
      });
      await elementUpdated(picker);
      expect(text(find(picker, '.tip'))).to.equal('Block 12, row 8, seat 15Free, beside Ales Bialiatski');
      await sendMouse({
        type: 'move',
        position: [Math.round(box.x + box.width * 1.5), Math.round(box.y + box.height / 2)],
      });
      await elementUpdated(picker);
      expect(text(find(picker, '.tip'))).to.equal(
        'Ales BialiatskiBlock 12, row 8, seat 14Kept for Ales Bialiatski',
      );
    });
    it('zooms and moves with two fingers; the seat between them stays there', async () => {
      const picker = await mount();
      const seat = seatOf('12-8-15');
      const before = await picker.reveal(seat);
      const middle = [before.x + before.width / 2, before.y + before.height / 2] as const;
      const touch = (type: string, pointerId: number, dx: number): boolean =>
        find(picker, '.hit').dispatchEvent(
          new PointerEvent(type, {
            pointerId,
            pointerType: 'touch',
            clientX: middle[0] + dx,
            clientY: middle[1],
            bubbles: true,
          }),
        );
      touch('pointerdown', 11, -50);
      touch('pointerdown', 12, 50);
      touch('pointermove', 11, -75);
      touch('pointermove', 12, 75);
      touch('pointerup', 11, -75);
      touch('pointerup', 12, 75);
      await elementUpdated(picker);
      const after = await picker.reveal(seat);
      expect(after.width / before.width).to.be.closeTo(1.5, 0.01);
      expect(after.x + after.width / 2).to.be.closeTo(middle[0], 1);
      expect(picker.seat).to.equal(null);
    });
    it('names the block of the seat that is brought into view', async () => {
      const picker = await mount();
      await picker.reveal(seatOf('5-8-4'));
      await elementUpdated(picker);
      const list = find<HTMLSelectElement>(picker, '[part="blocks"]');
      expect(list.selectedOptions[0]!.text).to.match(/^Block 5,/);
    });
    it('lets one finger scroll the page from far, and drag near', async () => {
      const picker = await mount();
      expect(getComputedStyle(find(picker, '.hit')).touchAction).to.equal('pan-x pan-y');
      await picker.reveal(100);
      await elementUpdated(picker);
      expect(getComputedStyle(find(picker, '.hit')).touchAction).to.equal('none');
    });
    it('hits the right seat inside an ancestor that is turned and scaled', async () => {
      const picker = await mount(
        html`<div style="transform: rotate(17deg) scale(0.7, 0.8) skewX(5deg); transform-origin: 30% 40%">
          ${arena()}
        </div>`,
      );
      for (const code of ['12-8-15', '3-4-7', '210-9-12']) {
        if (isTaken(someTaken(), seatOf(code))) setTaken(picker.occupancy!, seatOf(code), false);
      }
      picker.occupancy = picker.occupancy!.slice();
      await elementUpdated(picker);
      for (const code of ['12-8-15', '3-4-7', '210-9-12']) {
        await clickSeat(picker, seatOf(code));
        expect(picker.value).to.equal(code);
      }
    });
  });

  describe('one press', () => {
    it('finds a seat beside a kept one, and brings it into view', async () => {
      const picker = await mount();
      button(picker, /Find me a seat/).click();
      await elementUpdated(picker);
      expect(besides(venue, ALES)).to.include(picker.seat);
      await picker.reveal(picker.seat!);
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(true);
    });
    it('sits beside the person one names', async () => {
      const picker = await mount();
      button(picker, /^Sit beside …/).click();
      await elementUpdated(picker);
      button(picker, /Sit beside Mikalai Statkevich/).click();
      await elementUpdated(picker);
      expect(besides(venue, MIKALAI)).to.include(picker.seat);
      expect(button(picker, /^Sit beside …/).getAttribute('aria-expanded')).to.equal('false');
    });
    it('closes the menu with Escape, and gives the focus back', async () => {
      const picker = await mount();
      const menu = button(picker, /^Sit beside …/);
      menu.focus();
      await press(picker, 'Enter', 'Tab');
      expect(focusedName(picker)).to.equal('Sit beside Ales Bialiatski');
      await press(picker, 'Escape');
      expect(focused(picker)).to.equal(menu);
      expect(menu.getAttribute('aria-expanded')).to.equal('false');
    });
    it('says when every seat is taken', async () => {
      const picker = await mount(
        html`<petition-seat-picker
          .venue=${hall}
          .occupancy=${Uint8Array.of(0xff, 0x03)}
        ></petition-seat-picker>`,
      );
      button(picker, /Find me a seat/).click();
      await said(picker, 'Every seat is taken. You can sign without a seat. It counts just the same.');
      expect(picker.seat).to.equal(null);
    });
    it('names stand beside the wide arena, and in the buttons of a narrow one', async () => {
      const wide = await mount();
      expect(getComputedStyle(find(wide, '.name')).display).to.equal('block');
      expect(text(find(wide, '.name'))).to.equal('Ales Bialiatski Block 12, row 8, seat 14');
      const narrow = await mount(arena(html``, 360));
      expect(getComputedStyle(find(narrow, '.name')).display).to.equal('none');
      expect(getComputedStyle(find(narrow, '.people')).display).to.equal('grid');
      const { width, height } = find(narrow, '.plate').getBoundingClientRect();
      expect(height / width).to.be.closeTo(1.29, 0.01);
    });
  });

  describe('keyboard', () => {
    it('comes to "Find me a seat" first, and to the seats in one stop', async () => {
      const picker = await mount();
      const stops: string[] = [];
      (document.activeElement as HTMLElement | null)?.blur();
      await press(picker, 'Tab');
      for (let i = 0; i < 12 && focused(picker); i++) {
        stops.push(
          focused(picker)!.getAttribute('role') ??
            (focusedName(picker) || text(focused(picker)).slice(0, 14)),
        );
        await press(picker, 'Tab');
      }
      expect(stops[0]).to.equal('Find me a seat');
      expect(stops.filter((stop) => stop === 'gridcell')).to.have.length(1);
      expect(stops.slice(-3)).to.deep.equal(['gridcell', 'Choose by bloc', 'Sit together w']);
    });
    it('goes from tool to tool by arrow keys, and leaves them all by Tab', async () => {
      for (const [width, direction, keys, names] of [
        [900, 'ltr', ['ArrowRight', 'ArrowRight', 'ArrowRight'], ['Sit beside …', 'Zoom out', 'Zoom in']],
        [
          360,
          'ltr',
          ['ArrowRight', 'ArrowDown', 'ArrowRight', 'Home'],
          ['Zoom out', 'Zoom in', 'Ales', 'Find'],
        ],
        [360, 'rtl', ['End', 'ArrowRight'], ['Mikalai', 'Ales']],
      ] as const) {
        const picker = await mount(arena(html``, width));
        if (direction === 'rtl') picker.lang = 'ar';
        await waitUntil(() => has(picker, `.base[dir="${direction}"]`));
        picker.focus();
        for (const [i, key] of keys.entries()) {
          await press(picker, key);
          const name = focusedName(picker) || text(focused(picker));
          expect(name, `${width} ${direction} ${key}`).to.contain(names[i]);
        }
        await press(picker, 'Tab');
        expect(focused(picker)!.localName).to.equal('select');
        await pressBack();
        expect(focused(picker)).to.equal(find(picker, '.find'));
      }
    });
    it('comes by Tab to the tools that are left when nothing may be chosen', async () => {
      const picker = await mount();
      picker.disabled = true;
      await elementUpdated(picker);
      find<HTMLElement>(picker, 'select').focus();
      await pressBack();
      expect(focusedName(picker)).to.equal('Zoom out');
    });
    it('goes from seat to seat, and takes one with Enter', async () => {
      const picker = await mount();
      picker.occupancy = emptyOccupancy(venue.capacity);
      await elementUpdated(picker);
      await focusGrid(picker);
      expect(focusedName(picker)).to.equal('Block 12, row 8, seat 15, free, beside Ales Bialiatski');
      const steps: [key: string, name: string][] = [
        ['ArrowLeft', 'Block 12, row 8, seat 16, free'],
        ['ArrowRight', 'Block 12, row 8, seat 15, free, beside Ales Bialiatski'],
        ['ArrowRight', 'Block 12, row 8, seat 14, kept for Ales Bialiatski'],
        ['Home', 'Block 12, row 8, seat 1, free'],
        ['End', 'Block 12, row 8, seat 25, free'],
        ['Control+Home', 'Block 12, row 1, seat 1, free'],
      ];
      for (const [key, name] of steps) {
        if (key.includes('+')) {
          await sendKeys({ down: 'Control' });
          await press(picker, 'Home');
          await sendKeys({ up: 'Control' });
        } else await press(picker, key);
        expect(focusedName(picker), key).to.equal(name);
      }
      await press(picker, 'ArrowDown');
      expect(focusedName(picker)).to.match(/^Block 12, row 2, /);
      await press(picker, 'ArrowUp');
      expect(focusedName(picker)).to.match(/^Block 12, row 1, /);
      await press(picker, 'Enter');
      expect(picker.value).to.match(/^12-1-\d+$/);
      expect(focused(picker)!.getAttribute('aria-selected')).to.equal('true');
      expect(focusedName(picker)).to.match(/your seat$/);
    });
    it('takes one with Space', async () => {
      const picker = await mount();
      await focusGrid(picker);
      await press(picker, 'Space');
      expect(picker.value).to.equal('12-8-15');
    });
    it('brings the focused seat into view, the ice up, with a ring that is seen', async () => {
      const picker = await mount();
      await focusGrid(picker);
      await press(picker, 'ArrowLeft');
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(true);
      await nextFrame();
      const cell = focused(picker)!.getBoundingClientRect();
      const plate = find(picker, '.plate').getBoundingClientRect();
      expect(cell.x).to.be.within(plate.x, plate.right - cell.width);
      expect(cell.y).to.be.within(plate.y, plate.bottom - cell.height);
      const over = picker.shadowRoot!.querySelectorAll('canvas')[2]!;
      const scale = over.width / plate.width;
      const { data } = over
        .getContext('2d')!
        .getImageData(
          (cell.x - plate.x - 6) * scale,
          (cell.y + cell.height / 2 - plate.y) * scale,
          16 * scale,
          1,
        );
      const blues = [...data.filter((_, i) => i % 4 === 2)];
      expect(Math.max(...blues), 'the blue of the ring').to.be.greaterThan(230);
    });
    it('says that a taken seat is taken, and chooses nothing', async () => {
      const picker = await mount();
      await focusGrid(picker);
      for (let i = 0; i < 6 && !/taken/.test(focusedName(picker)); i++) await press(picker, 'ArrowLeft');
      expect(focused(picker)!.getAttribute('aria-disabled')).to.equal('true');
      await press(picker, 'Enter');
      expect(picker.seat).to.equal(null);
      await said(picker, 'is taken. Choose a free one.');
    });
    it('goes back to the whole with Escape, to the list of blocks', async () => {
      const picker = await mount();
      await focusGrid(picker);
      await press(picker, 'Escape');
      expect(focused(picker)).to.equal(find(picker, '.where select'));
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(false);
    });
    it('keeps the focus when "All seats" goes with the near picture', async () => {
      const picker = await mount();
      await picker.reveal(100);
      await elementUpdated(picker);
      button(picker, /^All seats$/).focus();
      await press(picker, 'Enter');
      expect(focused(picker)?.matches('.where select')).to.equal(true);
    });
    it('zooms with + - 0 from the grid, and leaves other keys to the page', async () => {
      const picker = await mount();
      await focusGrid(picker);
      const other = oneEvent(picker, 'keydown');
      await sendKeys({ press: 'k' });
      expect((await other).defaultPrevented).to.equal(false);
      await press(picker, '0');
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(false);
      await press(picker, '+');
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(true);
      await press(picker, '-');
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(false);
    });
    it('goes to a block by the list of blocks, without taking the focus', async () => {
      const picker = await mount();
      const blocks = find<HTMLSelectElement>(picker, '.where select');
      // The map renders first, the blocks a frame later.
      while (blocks.options.length === 1) await nextFrame();
      expect(blocks.options).to.have.length(41);
      blocks.focus();
      await choose(picker, blocks, 30);
      expect(focused(picker)).to.equal(blocks);
      expect(find(picker, '.cell[tabindex="0"]').getAttribute('aria-label')).to.match(/^Block 213, /);
      await choose(picker, blocks, -1);
      expect(find(picker, '.plate').classList.contains('zoomed')).to.equal(false);
    });
  });

  describe('the list', () => {
    const open = async (picker: PetitionSeatPicker): Promise<HTMLSelectElement[]> => {
      const details = find<HTMLDetailsElement>(picker, 'details');
      details.open = true;
      await waitUntil(() => has(picker, '.list'), 'the list never came');
      return [...details.querySelectorAll('select')];
    };
    it('chooses by block, row and seat', async () => {
      const picker = await mount();
      const [block, row, seat] = await open(picker);
      await choose(picker, block!, 2);
      expect(row!.options).to.have.length(18);
      await choose(picker, row!, venue.blocks[2]!.firstRow + 4);
      const free = [...seat!.options].find(({ disabled }) => !disabled)!;
      await choose(picker, seat!, Number(free.value));
      find<HTMLButtonElement>(picker, '.list button').click();
      await elementUpdated(picker);
      expect(picker.value).to.equal(seatCode(venue, Number(free.value)));
      expect(picker.value).to.match(/^3-5-\d+$/);
    });
    it('marks taken and kept seats, and does not offer them', async () => {
      const picker = await mount();
      picker.seat = seatOf('12-8-15');
      const [, , seat] = await open(picker);
      const options = [...seat!.options];
      expect(options[13]!.text).to.equal('Seat 14, kept for Ales Bialiatski');
      expect(options[13]!.disabled).to.equal(true);
      expect(options[14]!.text).to.equal('Seat 15, yours');
      for (const option of options.filter((one) => /taken/.test(one.text)))
        expect(option.disabled).to.equal(true);
    });
    it('keeps the tree small with everything open', async () => {
      const picker = await mount();
      await focusGrid(picker);
      await open(picker);
      button(picker, /^Sit beside …/).click();
      await elementUpdated(picker);
      expect(nodesOf(picker)).to.be.at.most(300);
    });
  });

  describe('without the picture', () => {
    it('keeps buttons, grid and list with no-map', async () => {
      const picker = await mount(
        html`<petition-seat-picker no-map venue="arena" .kept=${people}></petition-seat-picker>`,
      );
      expect(has(picker, 'canvas')).to.equal(false);
      await waitUntil(() => has(picker, '.plain'), 'the grid is never seen');
      await focusGrid(picker);
      expect(getComputedStyle(focused(picker)!).opacity).to.equal('1');
      await press(picker, 'ArrowLeft', 'Enter');
      expect(picker.value).to.equal('12-8-16');
      find<HTMLElement>(picker, `[data-seat="${seatOf('12-8-17')}"]`).click();
      expect(picker.value).to.equal('12-8-17');
    });
    it('serves where the browser has no 2D canvas, and tells the author once', async () => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = () => null;
      try {
        let picker: PetitionSeatPicker;
        const lines = await heard(async () => (picker = await mount()));
        // Lit warns about a second update once, in whichever test has it first.
        const ours = lines.filter((line) => line.startsWith('grandstand'));
        expect(ours).to.have.length(1);
        expect(ours[0]).to.match(/no 2D canvas/);
        await focusGrid(picker!);
        await press(picker!, 'Enter');
        expect(picker!.value).to.equal('12-8-15');
      } finally {
        HTMLCanvasElement.prototype.getContext = getContext;
      }
    });
    it('paints again after the canvas was lost', async () => {
      const picker = await mount();
      const [far] = picker.shadowRoot!.querySelectorAll('canvas');
      far!.getContext('2d')!.clearRect(0, 0, 9999, 9999);
      far!.dispatchEvent(new Event('contextrestored'));
      await nextFrame();
      await nextFrame();
      expect(
        [
          ...far!
            .getContext('2d')!
            .getImageData(far!.width / 2 + 9, far!.height / 2 + 9, 1, 1)
            .data.slice(0, 3),
        ].every((value) => value > 150),
      ).to.equal(true);
    });
  });

  describe('occupancy', () => {
    const head = { layout: venue.layout, capacity: venue.capacity, revision: 1 };
    const seat = seatOf('3-4-7');
    const other = seatOf('3-4-9');
    const bits = emptyOccupancy(venue.capacity);
    setTaken(bits, seat, true);
    const bare = html`<div style="width:900px">
      <petition-seat-picker venue="arena"></petition-seat-picker>
    </div>`;

    for (const [name, bytes] of [
      ['bits', bits],
      ['the bytes of the protocol', encodeFull(head, bits)],
    ] as const) {
      it(`is read from ${name}: a taken seat is warm, a free one cold`, async () => {
        const picker = await mount(bare);
        picker.occupancy = bytes;
        await elementUpdated(picker);
        expect(await warmth(picker, seat)).to.be.greaterThan(60);
        expect(await warmth(picker, other)).to.be.lessThan(0);
      });
    }
    it('is changed by a delta', async () => {
      const picker = await mount(bare);
      picker.occupancy = bits;
      await elementUpdated(picker);
      await picker.reveal(seat);
      picker.occupancy = encodeDelta({ ...head, revision: 2 }, 1, [
        { seat, taken: false },
        { seat: other, taken: true },
      ]);
      await elementUpdated(picker);
      expect(await warmth(picker, seat)).to.be.lessThan(0);
      expect(await warmth(picker, other)).to.be.greaterThan(60);
    });
    it('lights a seat that is taken while one looks', async () => {
      const picker = await mount(bare);
      expect(await warmth(picker, seat)).to.be.lessThan(0);
      picker.occupancy = bits;
      await elementUpdated(picker);
      expect(await warmth(picker, seat)).to.be.greaterThan(60);
    });
    it('keeps what was known when bytes are broken, and tells the author once', async () => {
      const picker = await mount(bare);
      picker.occupancy = bits;
      await elementUpdated(picker);
      const lines = await heard(async () => {
        for (const bytes of [Uint8Array.of(1, 2, 3), Uint8Array.of(1, 2, 3)]) {
          picker.occupancy = bytes;
          await elementUpdated(picker);
        }
      });
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(/3 bytes are neither 1886 bytes of bits nor a message/);
      await picker.reveal(seat);
      await clickSeat(picker, seat);
      expect(picker.seat).to.equal(null);
    });
    it('never lights a kept seat', async () => {
      const full = emptyOccupancy(venue.capacity).fill(0xff);
      full[full.length - 1] = (1 << (venue.capacity & 7)) - 1;
      const picker = await mount(
        html`<div style="width:900px">
          <petition-seat-picker
            venue="arena"
            .kept=${people.slice(1)}
            .occupancy=${full}
          ></petition-seat-picker>
        </div>`,
      );
      expect(await warmth(picker, MIKALAI)).to.be.lessThan(40);
    });
  });

  describe('in a form', () => {
    const inForm = (
      attributes: { required?: boolean; value?: string; disabled?: boolean } = {},
    ): TemplateResult =>
      html`<form>
        <fieldset>
          <petition-seat-picker
            name="seat"
            venue="arena"
            ?required=${attributes.required ?? false}
            value=${attributes.value ?? ''}
            ?disabled=${attributes.disabled ?? false}
          ></petition-seat-picker>
        </fieldset>
      </form>`;
    const formOf = (picker: PetitionSeatPicker): HTMLFormElement => picker.form!;

    it('sends its code under its name', async () => {
      const picker = await mount(inForm());
      expect(new FormData(formOf(picker)).get('seat')).to.equal(null);
      picker.seat = seatOf('12-8-15');
      await elementUpdated(picker);
      expect(new FormData(formOf(picker)).get('seat')).to.equal('12-8-15');
    });
    it('is missing when it is required and nothing is chosen', async () => {
      const picker = await mount(inForm({ required: true }));
      expect(picker.validity.valueMissing).to.equal(true);
      expect(picker.validationMessage).to.equal('Choose a seat');
      expect(formOf(picker).checkValidity()).to.equal(false);
      expect(picker.reportValidity()).to.equal(false);
      expect(focused(picker)).to.equal(find(picker, '.find'));
      button(picker, /Find me a seat/).click();
      await elementUpdated(picker);
      expect(formOf(picker).checkValidity()).to.equal(true);
    });
    it('goes back with the form to what its attribute says', async () => {
      const picker = await mount(inForm({ value: '1-1-1' }));
      picker.seat = seatOf('12-8-15');
      formOf(picker).reset();
      expect(picker.value).to.equal('1-1-1');
    });
    it('is disabled with its fieldset, and lets nobody choose', async () => {
      const picker = await mount(inForm());
      formOf(picker).querySelector('fieldset')!.disabled = true;
      await elementUpdated(picker);
      expect(button(picker, /Find me a seat/).disabled).to.equal(true);
      await clickSeat(picker, 100);
      expect(picker.seat).to.equal(null);
    });
    it('is disabled by its own attribute', async () => {
      const picker = await mount(inForm({ disabled: true, required: true }));
      expect(button(picker, /Find me a seat/).disabled).to.equal(true);
      expect(picker.willValidate).to.equal(false);
    });
    it('is restored by the browser', async () => {
      const picker = await mount(inForm());
      picker.formStateRestoreCallback('5-3-2');
      expect(picker.seat).to.equal(seatOf('5-3-2'));
    });
  });

  describe('in a campaign', () => {
    const document = sampleDocument({
      stories: [sampleStory({ seat: 'A-1-3' }), sampleStory({ id: 'ben', seat: null })],
    });
    const staged = async () => {
      const stage = await inCampaign<PetitionSeatPicker>(
        html`<petition-seat-picker style="width:800px"></petition-seat-picker>`,
        { document, signatures: 1 },
      );
      await stage.element.ready;
      return stage;
    };
    it('shows its venue, and whose seat is kept', async () => {
      const { element } = await staged();
      expect(find(element, '.cell[data-seat="2"]').getAttribute('aria-label')).to.equal(
        'Block A, row 1, seat 3, kept for Ada Example',
      );
    });
    it('asks the page, then the campaign; the state owns the seat', async () => {
      const { element, campaign } = await staged();
      await clickSeat(element, 4);
      expect(campaign.state.seat?.code).to.equal('A-1-5');
      expect(element.value).to.equal('A-1-5');
      await campaign.request({ type: 'seat-select', seat: null });
      expect(element.seat).to.equal(null);
    });
    it('asks nothing of the campaign when the page says no', async () => {
      const { element, campaign } = await staged();
      element.addEventListener('petition-seat-select', (event) => event.preventDefault());
      await clickSeat(element, 4);
      expect(campaign.state.seat).to.equal(null);
    });
    it('says that seats are looked at, and stops when it leaves', async () => {
      const { element, campaign } = await staged();
      const parent = element.parentElement!;
      element.remove();
      let watching = 0;
      campaign.watchSeats = () => {
        watching++;
        return () => void watching--;
      };
      parent.append(element);
      while (watching === 0) await nextFrame();
      expect(watching).to.equal(1);
      element.remove();
      expect(watching).to.equal(0);
    });
    it('shows the seat one was given, and lets nobody choose after signing', async () => {
      const { element, sign } = await staged();
      await sign(7);
      expect(element.seat).to.equal(7);
      expect(button(element, /Find me a seat/).disabled).to.equal(true);
      await clickSeat(element, 4);
      expect(element.seat).to.equal(7);
    });
    it('its own venue beats the campaign’s', async () => {
      const { element } = await staged();
      element.venue = 'arena';
      await elementUpdated(element);
      await element.ready;
      while (find(element, '.picker').getAttribute('aria-label') === 'Seats') await nextFrame();
      expect(find(element, '.picker').getAttribute('aria-label')).to.match(/15,086/);
    });
    it('says calmly that the campaign’s venue cannot be shown, and lets the campaign tell its author', async () => {
      const root = await fixture<HTMLElement>(html`<div></div>`);
      const circus = new Campaign(
        { data: { ...document, venue: { kind: 'circus' } } },
        {
          transport: answerWith(() => Promise.reject(new Error('down'))),
          clock: fakeClock(),
          page: fakePage(),
        },
      );
      new ContextProvider(root, { context: campaignContext, initialValue: circus });
      const lines = await heard(async () => {
        root.append(window.document.createElement('petition-seat-picker'));
        await until(circus, ({ state }) => state.problems.length > 0);
        await elementUpdated(root.firstElementChild!);
      });
      expect(has(root.firstElementChild as PetitionSeatPicker, '.unavailable')).to.equal(true);
      expect(lines).to.have.length(1);
    });
  });

  describe('where it stands', () => {
    it('paints when it gets a size', async () => {
      const root = await fixture<HTMLElement>(
        html`<div hidden style="width:900px">
          <petition-seat-picker venue="arena"></petition-seat-picker>
        </div>`,
      );
      const picker = root.querySelector('petition-seat-picker')!;
      await waitUntil(() => has(picker, 'canvas'), 'the picture never came');
      expect(find<HTMLCanvasElement>(picker, 'canvas').width).to.equal(300);
      root.hidden = false;
      await picker.ready;
      await clickSeat(picker, 100);
      expect(picker.seat).to.equal(100);
    });
    it('does nothing far from the view, and paints when it comes near', async () => {
      const picker = await farAway();
      await waitUntil(() => has(picker, 'canvas'), 'the picture never came');
      for (let i = 0; i < 5; i++) await nextFrame();
      expect(isPainted(picker)).to.equal(false);
      picker.scrollIntoView();
      await waitUntil(() => isPainted(picker), 'never painted');
    });
    it('paints far from the view where somebody asks for "ready"', async () => {
      const picker = await farAway();
      await picker.ready;
      expect(isPainted(picker)).to.equal(true);
      expect(picker.getBoundingClientRect().top, 'out of view').to.be.greaterThan(innerHeight);
      expect(scrollY).to.equal(0);
    });
    /** Renders a picker four thousand px below the viewport. */
    const farAway = async (): Promise<PetitionSeatPicker> => {
      scrollTo(0, 0);
      const root = await fixture<HTMLElement>(
        html`<div style="width:900px;padding-top:4000px">
          <petition-seat-picker venue="arena"></petition-seat-picker>
        </div>`,
      );
      const picker = root.querySelector('petition-seat-picker')!;
      await elementUpdated(picker);
      return picker;
    };
    /** A canvas that was never painted has the default size. */
    const isPainted = (picker: PetitionSeatPicker): boolean =>
      find<HTMLCanvasElement>(picker, 'canvas').width !== 300;
    it('reveals a seat that is far from the view', async () => {
      const root = await fixture<HTMLElement>(
        html`<div style="width:900px;padding-top:4000px">
          <petition-seat-picker venue="arena"></petition-seat-picker>
        </div>`,
      );
      const picker = root.querySelector('petition-seat-picker')!;
      await clickSeat(picker, seatOf('210-9-12'));
      expect(picker.value).to.equal('210-9-12');
    });
    it('refuses to reveal what is no seat', async () => {
      const picker = await mount();
      const error = await picker.reveal(15086).catch((reason: Error) => reason);
      expect(error).to.be.instanceOf(RangeError);
    });
    it('follows its size', async () => {
      const picker = await mount();
      picker.parentElement!.style.width = '500px';
      for (let i = 0; i < 3; i++) await nextFrame();
      await clickSeat(picker, seatOf('12-8-15'));
      expect(picker.value).to.equal('12-8-15');
    });
    it('keeps properties that were set before it was defined', async () => {
      const tag = 'late-seat-picker';
      const root = await fixture<HTMLElement>(html`<div style="width:900px"></div>`);
      const late = document.createElement(tag) as PetitionSeatPicker;
      Object.assign(late, {
        venue: 'arena',
        occupancy: someTaken(),
        kept: people,
        value: '12-8-15',
        required: true,
      });
      root.append(late);
      customElements.define(tag, class extends PetitionSeatPicker {});
      await late.updateComplete;
      await late.ready;
      expect(late.value).to.equal('12-8-15');
      expect(late.validity.valid).to.equal(true);
      expect(find(late, `[data-seat="${ALES}"]`).getAttribute('aria-label')).to.match(/kept for Ales/);
    });
    it('works after it was moved and brought back', async () => {
      const picker = await mount();
      const parent = picker.parentElement!;
      picker.remove();
      await nextFrame();
      parent.append(picker);
      await elementUpdated(picker);
      await clickSeat(picker, seatOf('12-8-15'));
      expect(picker.value).to.equal('12-8-15');
    });
    it('mirrors words and buttons, never the place', async () => {
      const before = await (await mount()).reveal(seatOf('12-8-15'));
      const picker = await mount(
        html`<div style="width:900px">
          <petition-seat-picker lang="ar" venue="arena" .kept=${people}></petition-seat-picker>
        </div>`,
      );
      expect(find(picker, '.base').getAttribute('dir')).to.equal('rtl');
      const after = await picker.reveal(seatOf('12-8-15'));
      expect(after.width).to.equal(before.width);
      const [left, plate] = [after.x, find(picker, '.plate').getBoundingClientRect()];
      expect(left + after.width / 2 - plate.x).to.be.closeTo(plate.width / 2, 1);
      await focusGrid(picker);
      const name = focusedName(picker);
      await press(picker, 'ArrowLeft');
      expect(Number(focusedName(picker).match(/(?:seat|المقعد) (\d+)/)![1])).to.equal(
        Number(name.match(/(?:seat|المقعد) (\d+)/)![1]) + 1,
      );
    });
    it('says nothing in the console', async () => {
      const lines = await heard(async () => {
        const picker = await mount();
        await clickSeat(picker, seatOf('12-8-15'));
        await focusGrid(picker);
        await press(picker, 'ArrowUp', 'Escape');
        picker.remove();
      });
      expect(lines).to.deep.equal([]);
    });
  });

  describe('motion', () => {
    before(() => emulateMedia({ reducedMotion: 'no-preference' }));
    after(() => emulateMedia({ reducedMotion: 'reduce' }));
    it('flies to a seat, and arrives', async () => {
      const picker = await mount();
      const start = performance.now();
      await clickSeat(picker, seatOf('12-8-15'));
      expect(performance.now() - start).to.be.greaterThan(400);
      expect(picker.value).to.equal('12-8-15');
    });
    it('lets itself be interrupted', async () => {
      const picker = await mount();
      const first = picker.reveal(seatOf('12-8-15'));
      await nextFrame();
      await nextFrame();
      await clickSeat(picker, seatOf('5-3-4'));
      await first;
      expect(picker.value).to.equal('5-3-4');
    });
  });

  describe('screen reader', () => {
    const states: [name: string, make: () => Promise<PetitionSeatPicker>][] = [
      ['far', () => mount()],
      ['narrow', () => mount(arena(html``, 360))],
      [
        'near, a seat offered',
        async () => {
          const picker = await mount();
          const { x, y, width, height } = find(picker, '.plate').getBoundingClientRect();
          await clickAt(picker, x + width / 2, y + height * 0.77);
          return picker;
        },
      ],
      [
        'a seat chosen',
        async () => {
          const picker = await mount();
          await clickSeat(picker, seatOf('12-8-15'));
          return picker;
        },
      ],
      [
        'focus in the grid',
        async () => {
          const picker = await mount();
          await focusGrid(picker);
          return picker;
        },
      ],
      [
        'menu and list open',
        async () => {
          const picker = await mount();
          find<HTMLDetailsElement>(picker, 'details').open = true;
          button(picker, /^Sit beside …/).click();
          await nextFrame();
          await elementUpdated(picker);
          return picker;
        },
      ],
      [
        'without a map',
        () =>
          mount(
            html`<petition-seat-picker
              no-map
              venue="arena"
              .kept=${people}
              .occupancy=${someTaken()}
            ></petition-seat-picker>`,
          ),
      ],
      ['a small hall', () => mount(html`<petition-seat-picker .venue=${hall}></petition-seat-picker>`)],
      ['disabled', () => mount(html`<petition-seat-picker disabled venue="arena"></petition-seat-picker>`)],
      [
        'not to be shown',
        async () => {
          let picker: PetitionSeatPicker;
          await heard(
            async () =>
              (picker = await mount(
                html`<petition-seat-picker .venue=${'circus' as VenueSpec}></petition-seat-picker>`,
              )),
          );
          return picker!;
        },
      ],
    ];
    for (const [name, make] of states)
      it(`accessible: ${name}`, async () => expect(await make()).to.be.accessible());
  });
});
