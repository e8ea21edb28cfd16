import { expect } from '@open-wc/testing';
import type { Signing } from '../../../src/campaign/state.js';
import { buttonText, type Choice } from '../../../src/elements/sign-form/button-text.js';
import type { SeatDescription } from '../../../src/venue/describe.js';

const place = (seat: number, row: string, number: number): SeatDescription => ({
  seat,
  code: `1-${row}-${number}`,
  block: '1',
  row,
  number,
  beside: null,
});
const choice: Choice = {
  phase: 'form',
  end: { outcome: 'idle' },
  offered: [],
  chosen: null,
  hasSeat: false,
  lost: null,
  hasVenue: true,
};
const unreachable = (unsure?: true): Signing => ({
  outcome: 'unreachable',
  reason: 'network',
  ...(unsure && { unsure }),
});
const seats = [place(3, '2', 4), place(9, '3', 4), place(10, '3', 5)];
const lost = place(10, '3', 5);

describe('what the button says', () => {
  const table: [what: string, changes: Partial<Choice>, said: unknown[]][] = [
    ['no venue', { hasVenue: false }, ['form.sign']],
    ['a venue, no seat', {}, ['form.sign-standing']],
    ['a seat', { hasSeat: true }, ['form.sign-seat']],
    ['not sent', { phase: 'not-sent', end: unreachable() }, ['outcome.try-again']],
    [
      'not sent, and it may have arrived',
      { phase: 'not-sent', end: unreachable(true) },
      ['outcome.send-again'],
    ],
    [
      'one seat is offered',
      { offered: seats.slice(0, 1), chosen: 3 },
      ['outcome.take-seat', { row: '2', number: '4' }],
    ],
    [
      'two of that number are offered',
      { offered: seats, chosen: 9 },
      ['outcome.take-seat-in-row', { row: '3', number: '4' }],
    ],
    [
      'the lost one had that number',
      { offered: seats.slice(2), chosen: 10, lost },
      ['outcome.take-seat-in-row', { row: '3', number: '5' }],
    ],
    ['none of the offered is chosen', { offered: seats, chosen: null }, ['form.sign-standing']],
  ];
  for (const [what, changes, said] of table)
    it(what, () => expect(buttonText({ ...choice, ...changes })).to.deep.equal(said));
});
