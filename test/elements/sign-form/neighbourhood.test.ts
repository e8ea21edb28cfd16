import { expect } from '@open-wc/testing';
import { neighbourhood } from '../../../src/elements/sign-form/neighbourhood.js';
import { makeVenue } from '../../../src/venue/make-venue.js';
import hall from '../../cases/venue-odd-even.json';

describe('the seats around one', () => {
  it('are drawn by place where odd and even numbers sit on either side of an aisle', () => {
    const venue = makeVenue({ name: hall.name, blocks: hall.blocks } as never);
    const seat = 4;
    const taken = new Uint8Array(Math.ceil(venue.capacity / 8));
    // The two seats at a distance of 50, neither of which has the next number.
    const beside = [2, 6];
    for (const other of beside) taken[other >> 3]! |= 1 << (other & 7);
    const around = neighbourhood(venue, taken, [], seat).filter(({ row }) => row === 0);
    const columns = around.filter(({ state }) => state === 'taken').map(({ column }) => column);
    expect(columns.sort((a, b) => a - b)).to.deep.equal([-1, 1]);
  });
});
