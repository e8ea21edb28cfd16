import { elementUpdated, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { ContextProvider } from '@lit/context';
import type { TemplateResult } from 'lit';
import { Campaign } from '../../src/campaign/campaign.js';
import { campaignContext } from '../../src/context/campaign-context.js';
import { LOADERS } from '../../src/elements/seat-picker/lazy-parts.js';
import { PetitionSeatPicker, type Kept } from '../../src/elements/seat-picker/petition-seat-picker.js';
import { makeVenue } from '../../src/venue/make-venue.js';
import { besides } from '../../src/venue/neighbours.js';
import { emptyOccupancy, setTaken } from '../../src/venue/occupancy.js';
import { seatCode, seatFromCode } from '../../src/venue/seat-code.js';
import type { Venue, VenueSpec } from '../../src/venue/venue.js';
import { inCampaign } from '../support/campaign.js';
import { fakePage, hastyClock, until } from '../support/fakes.js';

PetitionSeatPicker.define('petition-seat-picker');

/** The ways to a seat without the map, and the notes of the picker about exceptions. */

const arena = makeVenue('arena');
const seatOf = (code: string): number => seatFromCode(arena, code)!;
const ALES = seatOf('12-8-14');
const people: Kept[] = [
  { seat: ALES, name: 'Ales Bialiatski' },
  { seat: seatOf('5-10-9'), name: 'Mikalai Statkevich' },
];

/** Builds a hall of `blocks` x `rows` x `seats`. */
function grandHall(blocks: number, rows: number, seats: number): Venue {
  const side = Math.ceil(Math.sqrt(blocks));
  const total = blocks * rows * seats;
  const [x, y] = [new Float32Array(total), new Float32Array(total)];
  let seat = 0;
  for (let b = 0; b < blocks; b++)
    for (let r = 0; r < rows; r++)
      for (let s = 0; s < seats; s++, seat++) {
        x[seat] = (b % side) * (seats + 2) + s;
        y[seat] = Math.floor(b / side) * (rows + 2) + r;
      }
  return makeVenue({
    name: 'Grand hall',
    blocks: Array.from({ length: blocks }, (_, b) => ({
      label: `B${b + 1}`,
      rows: Array.from({ length: rows }, (_r, r) => ({ label: String(r + 1), count: seats })),
    })),
    x,
    y,
  });
}

const hall: VenueSpec = {
  name: 'Hall',
  blocks: [
    {
      label: 'A',
      rows: ['1', '2'].map((label, r) => ({
        label,
        seats: [0, 1, 2, 3, 4].map((i) => [i, r] as const),
      })),
    },
  ],
};

async function mount(
  template: TemplateResult = html`<petition-seat-picker
    .venue=${arena}
    .kept=${people}
  ></petition-seat-picker>`,
): Promise<PetitionSeatPicker> {
  const picker = await fixture<PetitionSeatPicker>(template);
  await picker.ready;
  await elementUpdated(picker);
  return picker;
}

const has = (picker: PetitionSeatPicker, selector: string): boolean =>
  !!picker.shadowRoot!.querySelector(selector);
const find = <E extends HTMLElement>(picker: PetitionSeatPicker, selector: string): E => {
  const found = picker.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`${selector} is not there`);
  return found;
};
/** Waits for an element of a lazy part. */
async function come<E extends HTMLElement>(picker: PetitionSeatPicker, selector: string): Promise<E> {
  await waitUntil(() => has(picker, selector), `${selector} never came`);
  return find<E>(picker, selector);
}
const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
/** Waits for an announcement; there is at most one per second. */
async function said(picker: PetitionSeatPicker, words: string): Promise<void> {
  const heard: string[] = [];
  await waitUntil(
    () => {
      const now = text(find(picker, '[role="status"]'));
      if (now !== heard.at(-1)) heard.push(now);
      return now.includes(words);
    },
    undefined,
    { timeout: 4000 },
  ).catch(() => expect(heard.join(' | ')).to.include(words));
}
const focused = (picker: PetitionSeatPicker): string =>
  picker.shadowRoot!.activeElement?.getAttribute('aria-label') ?? '';
const nodes = (picker: PetitionSeatPicker): number =>
  picker.shadowRoot!.querySelectorAll('*').length + picker.querySelectorAll('*').length;

async function press(picker: PetitionSeatPicker, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await elementUpdated(picker);
  }
}

async function type(input: HTMLInputElement, value: string): Promise<void> {
  input.focus();
  input.select();
  await sendKeys({ type: value });
  await sendKeys({ press: 'Enter' });
}

function choose(select: HTMLSelectElement, value: number): void {
  select.value = String(value);
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

async function open(picker: PetitionSeatPicker, part: 'list' | 'together'): Promise<HTMLElement> {
  find<HTMLDetailsElement>(picker, `[part="${part}"]`).open = true;
  return come(picker, `.${part}`);
}

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
  await emulateMedia({ reducedMotion: 'reduce' });
});

describe('the seat picker: a seat that is typed', () => {
  it('is gone to from any button of the picker, and taken with Enter', async () => {
    const picker = await mount();
    find(picker, '.find').focus();
    await press(picker, ...'210-9-12');
    await waitUntil(() => focused(picker) === 'Block 210, row 9, seat 12, free', 'the seat has no focus');
    await press(picker, 'Enter');
    expect(picker.value).to.equal('210-9-12');
  });
  it('leaves the keys of a list to it', async () => {
    const picker = await mount();
    const blocks = find<HTMLSelectElement>(picker, '.where select');
    await waitUntil(() => blocks.options.length > 1, 'the blocks never came');
    blocks.focus();
    await press(picker, '1');
    expect(picker.shadowRoot!.activeElement).to.equal(blocks);
  });
  it('zooms with - and 0 that begin nothing', async () => {
    const picker = await mount();
    find(picker, '.cell[tabindex="0"]').focus();
    await press(picker, '0');
    expect(has(picker, '.plate.zoomed')).to.equal(false);
    await press(picker, '+');
    expect(has(picker, '.plate.zoomed')).to.equal(true);
    await press(picker, '-');
    expect(has(picker, '.plate.zoomed')).to.equal(false);
  });
});

describe('the seat picker: very many seats', () => {
  it('asks for the block by its label, goes there, and says what is no block', async () => {
    const picker = await mount(
      html`<petition-seat-picker .venue=${grandHall(151, 3, 10)}></petition-seat-picker>`,
    );
    const input = await come<HTMLInputElement>(picker, '.where input');
    expect(has(picker, '.where select')).to.equal(false);
    expect(text(input.closest('label'))).to.equal('Block');
    await type(input, 'B999');
    await said(picker, 'There is no block B999. Blocks go from B1 to B151.');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(input.value).to.equal('B999');
    await expect(picker).to.be.accessible();
    await type(input, 'b77');
    await elementUpdated(picker);
    expect(input.getAttribute('aria-invalid')).to.equal('false');
    expect(find(picker, '[role="grid"]').getAttribute('aria-label')).to.equal('Block B77, seat by seat');
    expect(picker.shadowRoot!.activeElement).to.equal(input);
  });
  it('leaves alone what is being typed, whatever is drawn meanwhile', async () => {
    const picker = await mount(
      html`<petition-seat-picker .venue=${grandHall(151, 3, 10)}></petition-seat-picker>`,
    );
    const input = await come<HTMLInputElement>(picker, '.where input');
    input.focus();
    input.select();
    await sendKeys({ type: 'B7' });
    picker.requestUpdate();
    await elementUpdated(picker);
    expect(input.value).to.equal('B7');
    await sendKeys({ type: '7' });
    await sendKeys({ press: 'Enter' });
    await elementUpdated(picker);
    expect(find(picker, '[role="grid"]').getAttribute('aria-label')).to.equal('Block B77, seat by seat');
  });
  it('leads back to that field with Escape', async () => {
    const picker = await mount(
      html`<petition-seat-picker .venue=${grandHall(151, 3, 10)}></petition-seat-picker>`,
    );
    const input = await come(picker, '.where input');
    find(picker, '.cell[tabindex="0"]').focus();
    await press(picker, 'Escape');
    expect(picker.shadowRoot!.activeElement).to.equal(input);
  });
  it('sends no form of the page with Enter in it', async () => {
    let wasSent = false;
    const form = await fixture<HTMLFormElement>(
      html`<form
        @submit=${(event: Event) => {
          event.preventDefault();
          wasSent = true;
        }}
      >
        <petition-seat-picker .venue=${grandHall(151, 3, 10)}></petition-seat-picker>
      </form>`,
    );
    const picker = form.querySelector('petition-seat-picker')!;
    await picker.ready;
    await type(await come<HTMLInputElement>(picker, '.where input'), 'B5');
    expect(wasSent).to.equal(false);
  });

  const halls: [what: string, venue: () => Venue, kept: number][] = [
    ['the arena', () => arena, 3],
    ['100,000 seats in 20 blocks', () => grandHall(20, 50, 100), 3],
    ['100,000 seats in 150 blocks', () => grandHall(150, 25, 27), 6],
    ['100,000 seats in 400 blocks', () => grandHall(400, 10, 25), 60],
    ['100,000 seats in one row each block', () => grandHall(100, 1, 1000), 6],
  ];
  for (const [what, make, kept] of halls) {
    it(`has at most 300 nodes with everything open: ${what}`, async () => {
      const venue = make();
      const some = Array.from({ length: kept }, (_, i) => ({ seat: i * 40, name: `Person ${i}` }));
      const picker = await mount(
        html`<petition-seat-picker .venue=${venue} .kept=${some}></petition-seat-picker>`,
      );
      await open(picker, 'together');
      await open(picker, 'list');
      find(picker, '.cell[tabindex="0"]').focus();
      await press(picker, 'ArrowDown', 'ArrowDown');
      find(picker, '.beside > button').click();
      if (kept > 6) await come(picker, '.people input');
      find<HTMLButtonElement>(picker, '.together > button').click();
      await come(picker, '.together [part="take"]');
      await elementUpdated(picker);
      expect(nodes(picker)).to.be.at.most(300);
    });
  }
});

describe('the seat picker: the list', () => {
  it('types what is too long for a list, and says what there is none of', async () => {
    const picker = await mount(
      html`<petition-seat-picker .venue=${grandHall(400, 10, 250)}></petition-seat-picker>`,
    );
    const list = await open(picker, 'list');
    const [block, seat] = list.querySelectorAll('input');
    await type(block!, 'B399');
    await elementUpdated(picker);
    await type(seat!, '251');
    await said(picker, 'There is no seat 251 here. Seats go from 1 to 250.');
    expect(seat!.getAttribute('aria-invalid')).to.equal('true');
    await expect(picker).to.be.accessible();
    await type(seat!, '249');
    await elementUpdated(picker);
    list.querySelector('button')!.click();
    expect(picker.value).to.equal('B399-1-249');
  });
  it('is calm when its script does not come, and tries again when it is opened again', async () => {
    const load = LOADERS.list;
    LOADERS.list = () => Promise.reject(new Error('no network'));
    try {
      const picker = await mount();
      const details = find<HTMLDetailsElement>(picker, '[part="list"]');
      details.open = true;
      await said(picker, 'This did not load. Check the connection and open it again.');
      expect(text(find(picker, '[part="list"] .problem'))).to.match(/^This did not load/);
      details.open = false;
      await waitUntil(() => !has(picker, '[part="list"] .problem'), 'it does not close');
      LOADERS.list = load;
      await open(picker, 'list');
    } finally {
      LOADERS.list = load;
    }
  });
});

describe('the seat picker: a picture that does not come', () => {
  it('leaves grid and list, tells signer and author, and can be tried again', async () => {
    const load = LOADERS.map;
    LOADERS.map = () => Promise.reject(new Error('no network'));
    try {
      let picker: PetitionSeatPicker;
      const lines = await heard(async () => (picker = await mount()));
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(/script of the map did not load/);
      await come(picker!, '.plain');
      expect(text(find(picker!, '.note'))).to.match(/^The seat map did not load/);
      find(picker!, '.cell[tabindex="0"]').focus();
      await press(picker!, 'Enter');
      expect(picker!.value).to.equal('12-8-15');
      LOADERS.map = load;
      find(picker!, '.note button').click();
      await come(picker!, 'canvas');
    } finally {
      LOADERS.map = load;
    }
  });
  it('is done without where the browser takes the canvas back for good', async () => {
    const picker = await mount();
    const lines = await heard(async () => {
      find(picker, 'canvas').dispatchEvent(new Event('contextlost'));
      await waitUntil(() => !has(picker, 'canvas'), 'the picture stays', { timeout: 6000 });
    });
    expect(lines).to.have.length(1);
    await come(picker, '.plain');
    find(picker, '.cell[tabindex="0"]').focus();
    await press(picker, 'Enter');
    expect(picker.value).to.equal('12-8-15');
  });
});

describe('the seat picker: seats together', () => {
  const openTogether = async (picker: PetitionSeatPicker, count: number): Promise<HTMLElement> => {
    const part = await open(picker, 'together');
    choose(part.querySelector('select')!, count);
    part.querySelector('button')!.click();
    await elementUpdated(picker);
    return part;
  };
  it('proposes a free run beside the kept seat, takes one of it, and tells which are for the friends', async () => {
    const picker = await mount();
    const part = await openTogether(picker, 3);
    expect(text(part.querySelector('p'))).to.equal('Block 12, row 8, seats 15 to 17: free, side by side.');
    expect(picker.seat).to.equal(null);
    await expect(picker).to.be.accessible();
    part.querySelector<HTMLButtonElement>('[part="take"]')!.click();
    await elementUpdated(picker);
    expect(picker.value).to.equal('12-8-15');
    expect(text(part.querySelector('p'))).to.equal(
      'Yours is seat 15. Free beside you for your friends: Block 12, row 8, seats 16 and 17. Nothing is reserved: a seat goes to whoever signs first.',
    );
    await said(picker, 'Nothing is reserved');
  });
  it('rings every seat of the run on the picture', async () => {
    const picker = await mount();
    await openTogether(picker, 3);
    await nextFrame();
    await nextFrame();
    // The outline, a little outside each seat, is lighter than the floor.
    const over = picker.shadowRoot!.querySelectorAll('canvas')[2]!;
    const plate = find(picker, '.plate').getBoundingClientRect();
    const scale = over.width / plate.width;
    for (const code of ['12-8-15', '12-8-16', '12-8-17']) {
      const { x, y, width, height } = await picker.reveal(seatOf(code));
      const line = over
        .getContext('2d')!
        .getImageData((x - plate.x - 8) * scale, (y + height / 2 - plate.y) * scale, (width + 16) * scale, 1);
      const bright = Array.from({ length: line.width }, (_, i) => line.data[i * 4]! * line.data[i * 4 + 3]!);
      expect(Math.max(...bright), code).to.be.greaterThan(180 * 200);
    }
  });
  it('says when somebody has sat down there meanwhile', async () => {
    const picker = await mount();
    const part = await openTogether(picker, 3);
    const taken = emptyOccupancy(arena.capacity);
    setTaken(taken, seatOf('12-8-16'), true);
    picker.occupancy = taken;
    await elementUpdated(picker);
    expect(text(part.querySelector('p'))).to.equal(
      'Someone has taken one of those seats. Look for other seats.',
    );
    expect(part.querySelector('[part="take"]')).to.equal(null);
  });
  it('names to the friends the seats that are free, up to the first that is gone', async () => {
    const picker = await mount();
    const part = await openTogether(picker, 4);
    part.querySelector<HTMLButtonElement>('[part="take"]')!.click();
    const taken = emptyOccupancy(arena.capacity);
    setTaken(taken, seatOf('12-8-17'), true);
    picker.occupancy = taken;
    await elementUpdated(picker);
    expect(text(part.querySelector('p'))).to.include('for your friends: Block 12, row 8, seat 16. Nothing');
  });
  it('says when no row has so many', async () => {
    const picker = await mount(html`<petition-seat-picker .venue=${hall}></petition-seat-picker>`);
    const part = await openTogether(picker, 6);
    expect(text(part.querySelector('p'))).to.equal('No row has 6 free seats side by side. Try fewer.');
  });
});

describe('the seat picker: beside whom', () => {
  const many = Array.from({ length: 40 }, (_, i) => ({ seat: i * 300, name: `Person ${i + 1}` }));
  many[7] = { seat: 7 * 300, name: 'Łukaš Žylinski' };
  it('asks for a part of the name where there are many people', async () => {
    const picker = await mount(
      html`<petition-seat-picker .venue=${arena} .kept=${many}></petition-seat-picker>`,
    );
    const menu = find(picker, '.beside > button');
    menu.focus();
    await press(picker, 'Enter');
    const input = await come<HTMLInputElement>(picker, '.people input');
    expect(picker.shadowRoot!.querySelectorAll('.people button')).to.have.length(8);
    expect(text(find(picker, '.people p'))).to.equal('and 32 more: type part of the name');
    await expect(picker).to.be.accessible();
    input.focus();
    await sendKeys({ type: 'zyl' });
    await elementUpdated(picker);
    expect(picker.shadowRoot!.querySelectorAll('.people button')).to.have.length(1);
    await press(picker, 'Enter');
    expect(besides(arena, 7 * 300)).to.include(picker.seat);
    expect(has(picker, '.people input')).to.equal(false);
    expect(picker.shadowRoot!.activeElement).to.equal(menu);
  });
});

describe('the seat picker: a full venue', () => {
  it('says so, says why its buttons do nothing, and that one can stand', async () => {
    const { element: picker } = await inCampaign<PetitionSeatPicker>(
      html`<petition-seat-picker></petition-seat-picker>`,
      { taken: 9, standing: 812, signatures: 821 },
    );
    await picker.ready;
    await waitUntil(() => has(picker, '.note') && /812/.test(text(find(picker, '.note'))), 'nobody stands');
    expect(text(find(picker, '.note'))).to.equal(
      'All free seats are taken; one is kept. 812 people are standing. You can sign without a seat. It counts just the same.',
    );
    for (const selector of ['.find', '.people button', '[part="together"] summary']) {
      const button = find(picker, selector);
      expect(button.getAttribute('aria-disabled'), selector).to.equal('true');
      expect(button.getAttribute('aria-describedby'), selector).to.equal('note');
    }
    // The note has the number already.
    expect(find(picker, '.picker').getAttribute('aria-label')).to.equal('Seats');
    find(picker, '.find').click();
    await said(picker, 'All free seats are taken; one is kept.');
    find(picker, '[part="together"] summary').click();
    await elementUpdated(picker);
    expect(find<HTMLDetailsElement>(picker, '[part="together"]').open).to.equal(false);
    expect(picker.seat).to.equal(null);
    await expect(picker).to.be.accessible();
  });
  it('counts those who stand by choice', async () => {
    const { element: picker } = await inCampaign<PetitionSeatPicker>(
      html`<petition-seat-picker></petition-seat-picker>`,
      { taken: [5], standing: 2, signatures: 3 },
    );
    await picker.ready;
    await waitUntil(() => /standing/.test(find(picker, '.picker').ariaLabel ?? ''), 'nobody stands');
    expect(find(picker, '.picker').ariaLabel).to.equal('8 of 10 seats are free, and 2 standing');
    expect(
      has(picker, '.note'),
      'the counter says it to everybody, and a line that comes late moves what follows',
    ).to.equal(false);
    expect(has(picker, '.find[aria-disabled]')).to.equal(false);
  });
});

describe('the seat picker: an endpoint that only counts', () => {
  it('says honestly what the lights are, and lets every seat be chosen', async () => {
    const { element: picker } = await inCampaign<PetitionSeatPicker>(
      html`<petition-seat-picker></petition-seat-picker>`,
      { mode: 'derived', taken: 4, signatures: 4 },
    );
    await picker.ready;
    await elementUpdated(picker);
    expect(text(find(picker, '.note'))).to.equal(
      'Seats light up with the count. Which seats are lit is symbolic; only you see yours marked.',
    );
    expect([...find(picker, '.legend').children].map(text)).to.deep.equal([
      'Not lit',
      'Lit',
      'Kept',
      'Your seat',
    ]);
    expect(find(picker, '.cell[tabindex="0"]').getAttribute('aria-label')).to.match(
      /^Block A, row 1, seat \d+(?!.*(?:free|taken))/,
    );
    await expect(picker).to.be.accessible();
  });
});

describe('the seat picker over the wire', () => {
  async function against(scenario: string): Promise<{ picker: PetitionSeatPicker; campaign: Campaign }> {
    const endpoint = `${location.origin}/faults/picker-${Date.now()}-${Math.random()}/${scenario}`;
    const campaign = new Campaign({ endpoint, petition: 'p' }, { clock: hastyClock, page: fakePage(true) });
    const root = await fixture<HTMLElement>(html`<div></div>`);
    new ContextProvider(root, { context: campaignContext, initialValue: campaign });
    const picker = document.createElement('petition-seat-picker');
    root.append(picker);
    await until(campaign, ({ state }) => state.venue !== null);
    await picker.ready;
    // The seats are requested once the picker is visible.
    while (campaign.state.takenRevision < 0) {
      await nextFrame();
      await campaign.refresh();
    }
    await elementUpdated(picker);
    return { picker, campaign };
  }
  it('a chosen seat that becomes taken is told at once, and the nearest free one offered', async () => {
    const { picker, campaign } = await against('seat-goes');
    picker.seat = 3;
    await elementUpdated(picker);
    expect(picker.value).to.equal('A-1-4');
    await campaign.refresh();
    await elementUpdated(picker);
    expect(picker.seat).to.equal(null);
    await said(
      picker,
      'Block A, row 1, seat 4 has just been taken. The nearest free seat is Block A, row 1, seat 3.',
    );
    const sheet = find(picker, '.sheet');
    expect(text(sheet.querySelector('.gone'))).to.equal('Someone sat down there a moment before you');
    expect(text(sheet.querySelector('.place'))).to.equal('Block A, row 1, seat 3');
    await expect(picker).to.be.accessible();
    sheet.querySelector('button')!.click();
    await elementUpdated(picker);
    expect(picker.value).to.equal('A-1-3');
  });
  it('seats of another layout are refused; the venue is read again, and a seat is chosen in it', async () => {
    const { picker, campaign } = await against('layout-changes');
    picker.seat = 3;
    await campaign.refresh();
    await until(campaign, ({ state }) => state.venue?.capacity === 13);
    await elementUpdated(picker);
    await picker.ready;
    expect(picker.seat).to.equal(null);
    picker.value = 'A-3-2';
    expect(picker.seat).to.equal(11);
  });
});

describe('the seat picker and what its author gives it', () => {
  it('leaves out kept seats that are none, and says so once', async () => {
    let picker: PetitionSeatPicker;
    const lines = await heard(async () => {
      picker = await mount(
        html`<petition-seat-picker
          .venue=${hall}
          .kept=${[
            { seat: 2, name: 'Ada' },
            { seat: 99, name: 'Bob' },
            { seat: 2, name: 'Cid' },
          ]}
        ></petition-seat-picker>`,
      );
      picker.occupancy = Uint8Array.of(1, 0);
      await elementUpdated(picker);
    });
    expect(lines).to.deep.equal([
      'grandstand: kept of petition-seat-picker: 2 of 3 cannot be kept, the first is seat 99 ("Bob"); use whole numbers from 0 to 9, each once.',
    ]);
    expect([...picker!.shadowRoot!.querySelectorAll('.people bdi')].map(text)).to.deep.equal(['Ada']);
  });
  it('names seats in a hall as in an arena', async () => {
    const picker = await mount(html`<petition-seat-picker .venue=${hall}></petition-seat-picker>`);
    const words = text(find(picker, '.picker'));
    expect(words).not.to.match(/arena|ice/i);
    expect(seatCode(makeVenue(hall), 7)).to.equal('A-2-3');
  });
});

describe('the seat picker: the wheel', () => {
  it('alone scrolls the page, and a hint stands there for a moment, outside of the tree for screen readers', async () => {
    const picker = await mount();
    const turn = (more: WheelEventInit = {}): boolean =>
      find(picker, '.hit').dispatchEvent(
        new WheelEvent('wheel', { deltaY: 50, bubbles: true, cancelable: true, ...more }),
      );
    expect(turn()).to.equal(true);
    await elementUpdated(picker);
    const hint = find(picker, '.hint');
    expect(text(hint)).to.match(/^Use (Ctrl|⌘) \+ scroll to zoom$/);
    expect(hint.getAttribute('aria-hidden')).to.equal('true');
    await waitUntil(() => !has(picker, '.hint'), 'the hint stays', { timeout: 6000 });
    turn();
    await elementUpdated(picker);
    expect(turn({ ctrlKey: true })).to.equal(false);
    await elementUpdated(picker);
    expect(has(picker, '.hint')).to.equal(false);
  });
});
