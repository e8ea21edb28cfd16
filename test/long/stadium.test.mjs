// The whole stadium by arrow keys, seat by seat, with what a screen reader is told on each: minutes, and so not in `npm test`.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectedNames, readSeats, walkBlock } from '../journey/reader.mjs';
import { openHouse } from '../journey/support.mjs';

describe('the whole stadium', () => {
  const house = openHouse();

  it('all 15,086 seats are told with their names and states', { timeout: 3_600_000 }, async (t) => {
    const { page, picker, reader } = await readSeats(house);
    const { venue, seatName } = await expectedNames(page);
    await picker.evaluate((element) => element.focus());
    const told = new Set();
    for (let block = 0; block < venue.blocks.length; block++) {
      await walkBlock({
        page,
        venue,
        block,
        async at(seat) {
          const { role, name, isDisabled } = await reader.focused();
          assert.deepEqual({ role, name, isDisabled }, { role: 'gridcell', ...seatName(seat) });
          told.add(name);
        },
      });
      // Ends the code of the block.
      await page.keyboard.press('Shift');
    }
    assert.equal(told.size, 15_086);
    t.diagnostic(`${told.size} seats`);
  });
});
