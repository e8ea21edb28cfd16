import { expect } from '@open-wc/testing';
import {
  blockOptions,
  countFree,
  fullText,
  mayTake,
  seatByCode,
  seatByKey,
  seatGrid,
  seatLabel,
  stateLine,
  stateOf,
  addTypedKey,
  type Seating,
  type Typed,
} from '../../../src/elements/seat-picker/seat-grid.js';
import { rowOptions, seatOptions } from '../../../src/elements/seat-picker/seat-options.js';
import { en } from '../../../src/i18n/locales/en.js';
import { translate } from '../../../src/i18n/translate.js';
import { makeVenue } from '../../../src/venue/make-venue.js';
import { emptyOccupancy, setTaken } from '../../../src/venue/occupancy.js';
import { seatCode, seatFromCode } from '../../../src/venue/seat-code.js';

const venue = makeVenue('arena');
const seat = (code: string): number => seatFromCode(venue, code)!;

function seating(changes: Partial<Seating> = {}): Seating {
  const taken = emptyOccupancy(venue.capacity);
  for (const code of ['12-8-14', '12-8-16', '12-7-1']) setTaken(taken, seat(code), true);
  return {
    venue,
    taken,
    kept: [{ seat: seat('12-8-14'), name: 'Ales Bialiatski' }],
    own: seat('12-9-3'),
    claimed: true,
    known: true,
    t: (key, values) => translate(en[key], 'en', values),
    figure: String,
    ...changes,
  };
}

describe('a full venue', () => {
  const kept = (count: number): Seating['kept'] =>
    Array.from({ length: count }, (_, i) => ({ seat: i, name: `Person ${i}` }));
  const hint = 'You can sign without a seat. It counts just the same.';
  const rows: [kept: number, standing: number, text: string][] = [
    [0, 0, `Every seat is taken. ${hint}`],
    [0, 1, `Every seat is taken. 1 person is standing. ${hint}`],
    [1, 0, `All free seats are taken; one is kept. ${hint}`],
    [3, 812, `All free seats are taken; three are kept. 812 people are standing. ${hint}`],
    [10, 0, `All free seats are taken; ten are kept. ${hint}`],
    [11, 0, `All free seats are taken; 11 are kept. ${hint}`],
  ];
  for (const [count, standing, text] of rows)
    it(`with ${count} kept and ${standing} standing: ${text}`, () =>
      expect(fullText(seating({ kept: kept(count) }), standing)).to.equal(text));
});

describe('what a seat is called', () => {
  const rows: [code: string, state: string, label: string, line: string][] = [
    ['12-8-20', 'free', 'Block 12, row 8, seat 20, free', 'Free'],
    [
      '12-8-15',
      'free',
      'Block 12, row 8, seat 15, free, beside Ales Bialiatski',
      'Free, beside Ales Bialiatski',
    ],
    [
      '12-8-13',
      'free',
      'Block 12, row 8, seat 13, free, beside Ales Bialiatski',
      'Free, beside Ales Bialiatski',
    ],
    ['12-8-14', 'kept', 'Block 12, row 8, seat 14, kept for Ales Bialiatski', 'Kept for Ales Bialiatski'],
    ['12-8-16', 'taken', 'Block 12, row 8, seat 16, taken', 'Taken'],
    ['12-9-3', 'yours', 'Block 12, row 9, seat 3, your seat', 'Your seat'],
    ['201-1-1', 'free', 'Block 201, row 1, seat 1, free', 'Free'],
  ];
  for (const [code, state, label, line] of rows) {
    it(label, () => {
      expect(stateOf(seating(), seat(code))).to.equal(state);
      expect(seatLabel(seating(), seat(code))).to.equal(label);
      expect(stateLine(seating(), seat(code))).to.equal(line);
    });
  }
  it('your seat beside somebody', () => {
    const own = seating({ own: seat('12-8-15') });
    expect(seatLabel(own, seat('12-8-15'))).to.equal(
      'Block 12, row 8, seat 15, your seat, beside Ales Bialiatski',
    );
    expect(stateLine(own, seat('12-8-15'))).to.equal('Your seat, beside Ales Bialiatski');
  });
  it('a lit seat is nobody where the endpoint only counts: it may be chosen', () => {
    const derived = seating({ claimed: false });
    expect([stateOf(derived, seat('12-8-16')), mayTake(derived, seat('12-8-16'))]).to.deep.equal([
      'lit',
      true,
    ]);
    expect(stateOf(derived, seat('12-8-14'))).to.equal('kept');
    expect(countFree(derived, 0, venue.capacity)).to.equal(venue.capacity - 1);
  });
});

describe('the grid', () => {
  const at = seat('12-8-15');
  const grid = seatGrid(seating(), at);
  const cells = grid.rows.flatMap((row) => row.cells);
  it('has the size of the block, not of what stands in the tree', () => {
    expect(grid.rowCount).to.equal(18);
    expect(grid.columnCount).to.be.greaterThan(25);
    expect(grid.label).to.equal('Block 12, seat by seat');
  });
  it('holds the row and one on each side', () =>
    expect(grid.rows.map(({ index }) => index)).to.deep.equal([7, 8, 9]));
  it('holds two rows at the edge of the block', () => {
    expect(seatGrid(seating(), seat('12-1-3')).rows.map(({ index }) => index)).to.deep.equal([1, 2]);
    expect(seatGrid(seating(), seat('12-18-3')).rows.map(({ index }) => index)).to.deep.equal([17, 18]);
  });
  it('has one tab stop', () =>
    expect(cells.filter(({ tabindex }) => tabindex === 0).map((cell) => cell.seat)).to.deep.equal([at]));
  it('numbers columns as the seats are numbered', () => {
    for (const cell of cells) expect(String(cell.column)).to.equal(seatCode(venue, cell.seat).split('-')[2]);
  });
  it('says state by part, selection and disabledness', () => {
    const cell = (code: string) => cells.find((one) => one.seat === seat(code))!;
    expect(cell('12-8-16')).to.include({ part: 'seat taken', disabled: true, selected: false });
    expect(cell('12-8-14')).to.include({ part: 'seat kept', disabled: true });
    expect(cell('12-8-15')).to.include({ part: 'seat free', disabled: false });
    const own = seatGrid(seating({ own: at }), at).rows[1]!.cells.find((one) => one.seat === at)!;
    expect(own).to.include({ part: 'seat yours', selected: true, disabled: false });
  });
  it('is bounded in a block of any size', () => {
    const wide = makeVenue({
      name: 'wide',
      blocks: [
        {
          label: 'A',
          rows: ['1', '2', '3'].map((label, r) => ({
            label,
            seats: Array.from({ length: 900 }, (_, i) => [i, r] as const),
          })),
        },
      ],
    });
    const { rows, columnCount } = seatGrid(
      seating({ venue: wide, taken: emptyOccupancy(2700), kept: [], own: null }),
      1350,
    );
    expect(columnCount).to.equal(900);
    expect(rows.flatMap((row) => row.cells).length).to.be.at.most(63);
  });
});

describe('keys', () => {
  const rows: [from: string, key: string, control: boolean, to: string | null][] = [
    ['12-8-15', 'ArrowLeft', false, '12-8-16'],
    ['12-8-15', 'ArrowRight', false, '12-8-14'],
    ['12-8-15', 'Home', false, '12-8-1'],
    ['12-8-15', 'End', false, '12-8-25'],
    ['12-8-15', 'Home', true, '12-1-1'],
    ['12-8-15', 'ArrowLeft', true, null],
    ['12-8-15', 'a', false, null],
    ['12-8-15', 'Tab', false, null],
  ];
  for (const [from, key, control, to] of rows) {
    it(`${control ? 'Control+' : ''}${key} from ${from}: ${to}`, () =>
      expect(seatByKey(venue, seat(from), key, control)).to.equal(to && seat(to)));
  }
  const places: [from: string, key: string, control: boolean, block: string, row: string][] = [
    ['12-8-15', 'ArrowUp', false, '12', '7'],
    ['12-8-15', 'ArrowDown', false, '12', '9'],
    ['12-8-15', 'PageUp', false, '12', '3'],
    ['12-8-15', 'PageDown', false, '12', '13'],
    ['12-2-5', 'PageUp', false, '12', '1'],
    ['12-17-5', 'PageDown', false, '12', '18'],
    ['12-8-15', 'End', true, '12', '18'],
    ['12-8-25', 'ArrowLeft', false, '13', '8'],
    ['12-8-1', 'ArrowRight', false, '11', '8'],
  ];
  for (const [from, key, control, block, row] of places) {
    it(`${control ? 'Control+' : ''}${key} from ${from}: to block ${block}, row ${row}`, () => {
      expect(
        seatCode(venue, seatByKey(venue, seat(from), key, control)!)
          .split('-')
          .slice(0, 2),
      ).to.deep.equal([block, row]);
    });
  }
  it('stays where there is nothing further', () => {
    const hall = makeVenue({
      name: 'hall',
      blocks: [
        {
          label: 'A',
          rows: [
            {
              label: '1',
              seats: [
                [0, 0],
                [1, 0],
              ],
            },
          ],
        },
      ],
    });
    for (const key of ['ArrowUp', 'ArrowDown']) expect(seatByKey(hall, 0, key, false)).to.equal(0);
  });
});

describe('the list', () => {
  it('says how much of each block is free', () => {
    const options = blockOptions(seating());
    expect(options).to.have.length(40);
    const { count } = venue.blocks[11]!;
    expect(options[11]).to.deep.equal({
      value: 11,
      text: `Block 12, ${count - 3} of ${count} free`,
      disabled: false,
    });
  });
  it('says how much of each row is free, and offers no full one', () => {
    const taken = emptyOccupancy(venue.capacity);
    const row = venue.rows[1]!;
    for (let one = row.first; one < row.first + row.count; one++) setTaken(taken, one, true);
    const options = rowOptions(seating({ taken }), 0);
    expect(options).to.have.length(18);
    expect(options[0]!.disabled).to.equal(false);
    expect(options[1]).to.include({ text: `Row 2, 0 of ${row.count} free`, disabled: true });
  });
  it('says what each seat is', () => {
    const options = seatOptions(
      seating(),
      venue.rows.findIndex(({ first, count }) => seat('12-8-1') >= first && seat('12-8-1') < first + count),
    );
    expect(options).to.have.length(25);
    expect(options.slice(12, 16).map(({ text, disabled }) => [text, disabled])).to.deep.equal([
      ['Seat 13, beside Ales Bialiatski', false],
      ['Seat 14, kept for Ales Bialiatski', true],
      ['Seat 15, beside Ales Bialiatski', false],
      ['Seat 16, taken', true],
    ]);
  });
});

describe('a seat that is typed', () => {
  const type = (keys: string, from: string, pause = 100): Typed | null =>
    [...keys].reduce<Typed | null>(
      (typed, key, i) => addTypedKey(venue, typed, key, i * pause, seat(from)),
      null,
    );
  const rows: [keys: string, from: string, to: string | null][] = [
    ['15', '12-8-1', '12-8-15'],
    ['9-3', '12-8-1', '12-9-3'],
    ['5-10-9', '12-8-1', '5-10-9'],
    ['210-9-12', '12-8-1', '210-9-12'],
    ['10', '12-8-1', '12-8-10'],
    ['9-', '12-8-1', null],
    ['9-99', '12-8-1', null],
    ['99-1-1', '12-8-1', null],
    ['1-1-1-1', '12-8-1', null],
  ];
  for (const [keys, from, to] of rows) {
    it(`${keys} from ${from} is ${to ?? 'none'}`, () => {
      const found = seatByCode(venue, type(keys, from)!);
      expect(found === null ? null : seatCode(venue, found)).to.equal(to);
    });
  }
  it('begins with no sign that zooms, and with no letter that stands nowhere', () => {
    for (const key of ['-', '0', '+', 'k', 'Enter', ' ', 'F1'])
      expect(addTypedKey(venue, null, key, 0, 0), key).to.equal(null);
  });
  it('begins anew after a pause', () => {
    expect(type('12', '12-8-1', 2000)!.text).to.equal('2');
    expect(type('1-', '12-8-1', 2000)).to.equal(null);
  });
  it('takes letters of labels, upper or lower case', () => {
    const hall = makeVenue({
      name: 'Hall',
      blocks: ['A', 'B'].map((label, b) => ({
        label,
        rows: [{ label: 'x', seats: [0, 1, 2].map((i) => [i, b * 2] as const) }],
      })),
    });
    const typed = [...'b-X-2'].reduce<Typed | null>(
      (before, key) => addTypedKey(hall, before, key, 0, 0),
      null,
    );
    expect(seatByCode(hall, typed!)).to.equal(4);
  });
});

describe('words where nobody knows which seats are free', () => {
  const unknown = seating({ known: false });
  const derived = seating({ claimed: false });
  const rows: [what: string, said: string, words: string][] = [
    ['a cell', seatLabel(unknown, seat('12-8-20')), 'Block 12, row 8, seat 20, not known yet'],
    [
      'a cell beside somebody',
      seatLabel(unknown, seat('12-8-15')),
      'Block 12, row 8, seat 15, beside Ales Bialiatski, not known yet',
    ],
    ['a cell that was refused', seatLabel(unknown, seat('12-8-16')), 'Block 12, row 8, seat 16, taken'],
    ['a line', stateLine(unknown, seat('12-8-20')), 'Not known yet'],
    ['a line beside somebody', stateLine(unknown, seat('12-8-15')), 'Not known yet'],
    ['a block', blockOptions(unknown)[11]!.text, 'Block 12'],
    ['a row', rowOptions(unknown, 11)[7]!.text, 'Row 8'],
    ['an option', seatOptions(unknown, venue.blocks[11]!.firstRow + 7)[19]!.text, 'Seat 20, not known yet'],
    ['a lit cell', seatLabel(derived, seat('12-8-16')), 'Block 12, row 8, seat 16'],
    [
      'an unlit cell beside somebody',
      seatLabel(derived, seat('12-8-15')),
      'Block 12, row 8, seat 15, beside Ales Bialiatski',
    ],
    ['a lit line', stateLine(derived, seat('12-7-1')), 'Lit'],
    ['an unlit line', stateLine(derived, seat('12-8-20')), 'Not lit'],
    ['a block of lights', blockOptions(derived)[11]!.text, 'Block 12'],
    ['a row of lights', rowOptions(derived, 11)[7]!.text, 'Row 8'],
  ];
  for (const [what, said, words] of rows) it(`${what}: ${words}`, () => expect(said).to.equal(words));
  it('never says that a seat is free, and lets it be chosen', () => {
    for (const some of [unknown, derived]) {
      const { cells } = seatGrid(some, seat('12-8-20')).rows[1]!;
      for (const { label, part, disabled } of cells) {
        expect(`${label} ${part}`).to.not.match(/free/);
        expect(disabled, label).to.equal(/kept/.test(part) || (some === unknown && /taken/.test(part)));
      }
    }
  });
});

describe('the whole stadium by its names', () => {
  it('walks over all 15,086 seats by arrow keys, and each has a name and a state of its own', () => {
    const taken = emptyOccupancy(venue.capacity);
    for (let one = 0; one < venue.capacity; one += 3) setTaken(taken, one, true);
    const all = seating({ taken });
    const seen = new Set([0]);
    const names = new Map<string, number>();
    for (const one of seen) {
      const label = seatLabel(all, one);
      expect(names.get(label), label).to.equal(undefined);
      names.set(label, one);
      const [block, row, number] = seatCode(venue, one).split('-');
      const state = {
        free: ', free',
        taken: ', taken',
        kept: ', kept for ',
        yours: ', your seat',
        unknown: '',
        lit: '',
        unlit: '',
      }[stateOf(all, one)];
      expect(label.startsWith(`Block ${block}, row ${row}, seat ${number}${state}`), label).to.equal(true);
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
        seen.add(seatByKey(venue, one, key, false)!);
    }
    expect(seen.size).to.equal(15_086);
    expect(names.size).to.equal(15_086);
  });
});
