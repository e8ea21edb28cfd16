import { expect } from '@open-wc/testing';
import {
  bestSeat,
  cursorOf,
  INITIAL_CHOICE,
  reduceChoice,
  reduceGridKey,
  reduceKey,
  type SeatChoice,
  type ChoiceContext,
  type ChoiceEffect,
  type ChoiceEvent,
} from '../../../src/elements/seat-picker/choice.js';
import { blockedSeats, type Seating } from '../../../src/elements/seat-picker/seat-grid.js';
import { makeVenue } from '../../../src/venue/make-venue.js';
import { emptyOccupancy, isTaken, setTaken } from '../../../src/venue/occupancy.js';

/** Two rows of five: seats 0 to 4, and 5 to 9 behind them. */
const venue = makeVenue({
  name: 'Hall',
  blocks: [
    {
      label: 'A',
      rows: [0, 1].map((y) => ({
        label: String(y + 1),
        seats: [0, 1, 2, 3, 4].map((x) => [x, y] as [number, number]),
      })),
    },
  ],
});
const [TAKEN, KEPT, FREE, BESIDE] = [0, 7, 2, 8];

function context(changes: Partial<Seating> = {}, others: Partial<ChoiceContext> = {}): ChoiceContext {
  const taken = emptyOccupancy(venue.capacity);
  for (const seat of [TAKEN, KEPT]) setTaken(taken, seat, true);
  const seating: Seating = {
    venue,
    taken,
    kept: [{ seat: KEPT, name: 'Ada' }],
    own: null,
    claimed: true,
    known: true,
    t: (key, values) => [key, values?.['number'], values?.['name']].filter(Boolean).join(' '),
    figure: String,
    ...changes,
  };
  return { seating, seat: seating.own, mayChoose: true, ...others };
}

/** Writes an effect as one word or two. */
const brief = (effect: ChoiceEffect): string => {
  switch (effect.type) {
    case 'select':
      return `select ${effect.seat}`;
    case 'announce':
      return effect.text;
    case 'show':
      return `${effect.how} ${effect.seat}`;
    case 'focus':
      return effect.target.in === 'grid'
        ? `${effect.target.follows ? 'follow' : 'focus'} ${effect.target.seat}`
        : `focus ${effect.target.in}`;
  }
};

const offered: SeatChoice = { ...INITIAL_CHOICE, offer: { seat: 3, reason: 'pressed' } };
const replaced: SeatChoice = { ...INITIAL_CHOICE, offer: { seat: 3, reason: 'lost' }, handledLoss: {} };
const loss = { source: {}, place: { block: 'A', row: '1', number: 1 }, near: 1 };

describe('the choice of a seat', () => {
  type Row = [
    name: string,
    before: SeatChoice,
    event: ChoiceEvent,
    context: ChoiceContext,
    after: Partial<SeatChoice>,
    effects: string[],
  ];
  const rows: Row[] = [
    [
      'of a free seat selects it',
      offered,
      { type: 'choose', seat: FREE },
      context(),
      { cursor: FREE, offer: null },
      ['follow 2', 'select 2'],
    ],
    [
      'that is to be seen is shown too',
      INITIAL_CHOICE,
      { type: 'choose', seat: FREE, isShown: true },
      context(),
      { cursor: FREE },
      ['follow 2', 'select 2', 'reveal 2'],
    ],
    [
      'of a taken seat shows whose it is not',
      INITIAL_CHOICE,
      { type: 'choose', seat: TAKEN },
      context(),
      { cursor: TAKEN, offer: { seat: TAKEN, reason: 'pressed' } },
      ['follow 0', 'picker.is-taken'],
    ],
    [
      'of a kept seat names its person',
      INITIAL_CHOICE,
      { type: 'choose', seat: KEPT },
      context(),
      { cursor: KEPT, offer: { seat: KEPT, reason: 'pressed' } },
      ['follow 7', 'picker.is-kept Ada'],
    ],
    [
      'of the own seat says so again, and selects nothing',
      INITIAL_CHOICE,
      { type: 'choose', seat: FREE },
      context({ own: FREE }),
      { cursor: FREE },
      ['follow 2', 'picker.chosen'],
    ],
    [
      'of a lit seat that is nobody’s selects it',
      INITIAL_CHOICE,
      { type: 'choose', seat: TAKEN },
      context({ claimed: false }),
      { cursor: TAKEN },
      ['follow 0', 'select 0'],
    ],
    [
      'says where no seat is free',
      offered,
      { type: 'choose', seat: null },
      context(),
      {},
      ['picker.full-kept picker.full-hint'],
    ],
    [
      'is left to "Find me a seat"',
      INITIAL_CHOICE,
      { type: 'find' },
      context({ kept: [], taken: new Uint8Array([255 - 4, 3]) }),
      { cursor: FREE },
      ['follow 2', 'select 2', 'reveal 2'],
    ],
    [
      'beside a person closes the menu',
      { ...INITIAL_CHOICE, isMenuOpen: true },
      { type: 'beside', seat: KEPT },
      context({ taken: new Uint8Array([255, 2]) }),
      { cursor: BESIDE, isMenuOpen: false },
      ['focus menu', 'follow 8', 'select 8', 'reveal 8'],
    ],
    [
      'beside a person among others says that none is free',
      INITIAL_CHOICE,
      { type: 'beside', seat: KEPT },
      context({ taken: new Uint8Array([255, 3]) }),
      {},
      ['picker.full-kept picker.full-hint'],
    ],
    [
      'changes nothing where nobody may choose',
      offered,
      { type: 'choose', seat: FREE },
      context({}, { mayChoose: false }),
      {},
      [],
    ],
    [
      'by a press hides the focus ring',
      { ...INITIAL_CHOICE, isFocusSeen: true },
      { type: 'press', seat: FREE },
      context(),
      { cursor: FREE, isFocusSeen: false },
      ['follow 2', 'select 2'],
    ],
    [
      'a press between the seats hides the card',
      { ...offered, isFocusSeen: true },
      { type: 'press', seat: null },
      context(),
      { offer: null, isFocusSeen: false },
      [],
    ],
    [
      'an offer is announced, and the map goes there',
      replaced,
      { type: 'offer', seat: FREE },
      context(),
      { cursor: FREE, offer: { seat: FREE, reason: 'pressed' } },
      ['follow 2', 'picker.cell-free', 'fly 2'],
    ],
    [
      'the own seat is not offered',
      offered,
      { type: 'offer', seat: FREE },
      context({ own: FREE }),
      { cursor: FREE, offer: null },
      ['follow 2', 'picker.cell-yours', 'fly 2'],
    ],
    [
      'an invitation offers its seat, and leads there',
      INITIAL_CHOICE,
      { type: 'invite', to: { seat: FREE, isOther: true } },
      context(),
      {
        cursor: FREE,
        offer: { seat: FREE, reason: 'pressed' },
        invited: { seat: FREE, isOther: true },
      },
      ['follow 2', 'picker.cell-free', 'fly 2', 'picker.invited-taken: picker.cell-free', 'focus card'],
    ],
    [
      'an invitation to a full venue says so',
      INITIAL_CHOICE,
      { type: 'invite', to: 'full' },
      context(),
      {},
      ['picker.full-kept picker.full-hint'],
    ],
    [
      'an invitation of somebody who has signed does nothing',
      INITIAL_CHOICE,
      { type: 'invite', to: { seat: FREE, isOther: false } },
      context({}, { mayChoose: false }),
      {},
      [],
    ],
    [
      'seats together are proposed, and the first is shown',
      offered,
      { type: 'propose', seats: [3, 4] },
      context(),
      { proposed: [3, 4], cursor: 3, offer: null },
      ['fly 3'],
    ],
    [
      'no seats together: nothing moves',
      { ...offered, proposed: [3, 4] },
      { type: 'propose', seats: [] },
      context(),
      { proposed: [] },
      [],
    ],
    [
      'the whole venue: the cursor stays',
      { ...offered, cursor: 4 },
      { type: 'go', seat: null },
      context(),
      { offer: null },
      ['fly null'],
    ],
    [
      'the focus comes to a cell',
      offered,
      { type: 'focus', seat: 4, isSeen: true },
      context(),
      { cursor: 4, offer: null, isFocusSeen: true },
      [],
    ],
    [
      'and leaves it',
      { ...INITIAL_CHOICE, isFocusSeen: true },
      { type: 'blur' },
      context(),
      { isFocusSeen: false },
      [],
    ],
    [
      'the menu closes, and gives the focus back',
      { ...INITIAL_CHOICE, isMenuOpen: true },
      { type: 'menu', isOpen: false, returns: true },
      context(),
      { isMenuOpen: false },
      ['focus menu'],
    ],
    [
      'the focus leaves the menu, which closes',
      { ...INITIAL_CHOICE, isMenuOpen: true },
      { type: 'menu', isOpen: false },
      context(),
      { isMenuOpen: false },
      [],
    ],
    [
      'another venue forgets all seats',
      { ...replaced, cursor: 9, proposed: [3, 4], invited: { seat: 3, isOther: false } },
      { type: 'venue' },
      context(),
      { cursor: null, offer: null, proposed: [], invited: null },
      [],
    ],
    [
      'an offered seat that is chosen elsewhere is offered no longer',
      offered,
      { type: 'seating', lost: null },
      context({ own: 3 }),
      { offer: null },
      [],
    ],
    [
      'a lost seat is answered by the nearest free one',
      INITIAL_CHOICE,
      { type: 'seating', lost: loss },
      context(),
      { cursor: 1, offer: { seat: 1, reason: 'lost' }, handledLoss: loss.source },
      ['picker.lost', 'if-painted 1'],
    ],
    [
      'once',
      { ...INITIAL_CHOICE, handledLoss: loss.source },
      { type: 'seating', lost: loss },
      context(),
      {},
      [],
    ],
    [
      'without a word where the form says it',
      INITIAL_CHOICE,
      { type: 'seating', lost: { ...loss, place: null } },
      context(),
      { cursor: 1, offer: { seat: 1, reason: 'lost' }, handledLoss: loss.source },
      ['if-painted 1'],
    ],
    [
      'not at all where no seat is free',
      offered,
      { type: 'seating', lost: { ...loss, near: null } },
      context(),
      { offer: null, handledLoss: loss.source },
      [],
    ],
    [
      'nor where another seat is chosen by then',
      INITIAL_CHOICE,
      { type: 'seating', lost: loss },
      context({ own: 4 }),
      {},
      [],
    ],
    [
      'a loss that is settled leaves a seat that is just offered',
      replaced,
      { type: 'seating', lost: null },
      context(),
      { offer: { seat: 3, reason: 'pressed' }, handledLoss: null },
      [],
    ],
  ];
  for (const [name, before, event, given, after, effects] of rows)
    it(name, () => {
      const [choice, done] = reduceChoice(before, event, given);
      expect(choice).to.deep.equal({ ...before, ...after });
      expect(done.map(brief)).to.deep.equal(effects);
    });

  it('says beside whom, and that a seat of unknown state may be taken', () => {
    const announcement = (changes: Partial<Seating>): string => {
      const [, [, effect]] = reduceChoice(INITIAL_CHOICE, { type: 'choose', seat: BESIDE }, context(changes));
      return effect?.type === 'select' ? effect.announcement : '';
    };
    expect(announcement({})).to.equal('picker.chosen-beside Ada');
    expect(announcement({ known: false })).to.equal('picker.chosen-beside Ada seat.unknown');
  });
});

describe('keys in the grid of seats', () => {
  const at: SeatChoice = { ...offered, cursor: 2 };
  const rows: [key: string, ctrl: boolean, cursor: number, effects: string[] | null][] = [
    ['ArrowUp', false, 2, ['focus 2']],
    ['Home', true, 0, ['focus 0']],
    ['End', false, 4, ['focus 4']],
    ['Enter', false, 2, ['follow 2', 'select 2']],
    [' ', false, 2, ['follow 2', 'select 2']],
    ['Escape', false, 2, ['fly null', 'focus blocks']],
    ['ArrowUp', true, 2, null],
    ['q', false, 2, null],
  ];
  for (const [key, ctrlKey, cursor, effects] of rows)
    it(`${ctrlKey ? 'Control ' : ''}"${key}": ${effects ?? 'stays with the page'}`, () => {
      const step = reduceGridKey(at, { key, ctrlKey, timeStamp: 0 }, context());
      expect(step?.[1].map(brief) ?? null).to.deep.equal(effects);
      if (step) expect(step[0].cursor).to.equal(cursor);
    });
});

describe('keys anywhere in the picker', () => {
  const press = (choice: SeatChoice, key: string, timeStamp: number) =>
    reduceKey(choice, { key, ctrlKey: false, timeStamp }, context());
  it('type a seat, from the row of the cursor', () => {
    const [row] = press({ ...INITIAL_CHOICE, cursor: 4 }, '2', 0) ?? [INITIAL_CHOICE];
    expect(row.cursor).to.equal(1);
    const [dash] = press(row, '-', 100) ?? [INITIAL_CHOICE];
    const [seat, effects] = press(dash, '3', 200) ?? [INITIAL_CHOICE, []];
    expect(seat.cursor, 'row 2, seat 3').to.equal(7);
    expect(seat.isFocusSeen).to.equal(true);
    expect(effects.map(brief)).to.deep.equal(['focus 7']);
  });
  it('begin anew after a pause, and after another key', () => {
    const [typed] = press({ ...INITIAL_CHOICE, cursor: 4 }, '2', 0) ?? [INITIAL_CHOICE];
    expect(press(typed, '3', 5000)?.[0].cursor).to.equal(2);
    const [other] = reduceChoice(typed, { type: 'other-key' }, context());
    expect(press(other, '3', 100)?.[0].cursor).to.equal(2);
  });
  const menu: SeatChoice = { ...INITIAL_CHOICE, cursor: 0, isMenuOpen: true };
  const escapes: [name: string, before: SeatChoice, effects: string[] | null][] = [
    ['closes the menu, and gives the focus back', menu, ['focus menu']],
    ['hides the card', { ...offered, cursor: 0 }, []],
    ['stays with the page where nothing is open', { ...INITIAL_CHOICE, cursor: 0 }, null],
  ];
  for (const [name, before, effects] of escapes)
    it(`Escape ${name}`, () => {
      const step = press(before, 'Escape', 0);
      expect(step?.[1].map(brief) ?? null).to.deep.equal(effects);
      if (step) expect([step[0].isMenuOpen, step[0].offer]).to.deep.equal([false, null]);
    });
});

describe('the cursor of the grid', () => {
  it('is where it was moved, else at the chosen seat, else at the best free one', () => {
    expect(cursorOf({ ...INITIAL_CHOICE, cursor: 4 }, context({ own: 3 }))).to.equal(4);
    expect(cursorOf(INITIAL_CHOICE, context({ own: 3 }))).to.equal(3);
    expect([6, 8]).to.include(cursorOf(INITIAL_CHOICE, context()));
  });
  it('is at the first seat of a full venue', () => {
    const full = context({ taken: new Uint8Array([255, 3]) });
    expect(bestSeat(full.seating)).to.equal(null);
    expect(cursorOf(INITIAL_CHOICE, full)).to.equal(0);
  });
  it('where lights are nobody’s, only kept seats are blocked', () => {
    const { seating } = context({ claimed: false });
    expect([TAKEN, KEPT].map((seat) => isTaken(blockedSeats(seating), seat))).to.deep.equal([false, true]);
  });
});
