import { expect } from '@open-wc/testing';
import { chairsAround } from '../../../src/elements/ticket/surroundings.js';
import { makeVenue } from '../../../src/venue/make-venue.js';
import { neighbourOf } from '../../../src/venue/neighbours.js';
import { seatFromCode } from '../../../src/venue/seat-code.js';

const arena = makeVenue('arena');
const WINDOW = { width: 810, height: 418, pitch: 35 };

describe('chairsAround', () => {
  for (const code of ['1-1-1', '5-10-9', '12-8-15', '18-9-11', '201-14-3']) {
    describe(code, () => {
      const seat = seatFromCode(arena, code)!;
      const chairs = chairsAround(arena, seat, null, WINDOW);
      const at = (one: number | null) => chairs.find((chair) => chair.seat === one);

      it('has the seat in the middle, looking up', () => {
        const own = at(seat)!;
        expect(own.x).to.be.closeTo(0, 0.01);
        expect(own.y).to.be.closeTo(0, 0.01);
        expect(own.rotation).to.equal(0);
      });
      it('has the row in front above, and the lower number on the right', () => {
        const front = at(neighbourOf(arena, seat, 'forward'));
        if (front) expect(front.y).to.be.below(-20);
        const right = at(neighbourOf(arena, seat, 'right'));
        if (right) expect(right.x).to.be.above(20);
      });
      it('has no seat twice, and none out of reach', () => {
        expect(new Set(chairs.map((chair) => chair.seat)).size).to.equal(chairs.length);
        for (const { x, y } of chairs) {
          expect(Math.abs(x)).to.be.at.most(405 + 35);
          expect(Math.abs(y)).to.be.at.most(209 + 35);
        }
      });
    });
  }

  it('puts the middle between the seat and the one it sits beside', () => {
    const [own, kept] = [seatFromCode(arena, '12-8-15')!, seatFromCode(arena, '12-8-14')!];
    const chairs = chairsAround(arena, own, kept, WINDOW);
    const [a, b] = [own, kept].map((seat) => chairs.find((chair) => chair.seat === seat)!);
    expect(a!.x + b!.x).to.be.closeTo(0, 0.01);
    expect(a!.x).to.be.closeTo(-17.5, 1);
  });

  it('takes a venue of one seat', () => {
    const one = makeVenue({ name: 'One', blocks: [{ label: 'A', rows: [{ label: '1', seats: [[3, 4]] }] }] });
    expect(chairsAround(one, 0, null, WINDOW).map(({ seat, x, y }) => [seat, x, y])).to.deep.equal([
      [0, 0, 0],
    ]);
  });
});
