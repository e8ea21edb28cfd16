// The whole stadium by arrow keys, seat by seat, with what a screen reader is told on each: minutes, and so not in `npm test`.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { expectedNames, openReader, walkBlock } from '../journey/reader.mjs';
import { dataFolder, freePort, openBrowser, startBoxOffice, untilState, visit } from '../journey/support.mjs';

describe('the whole stadium', () => {
  let data, office, browser;
  before(async () => {
    data = dataFolder();
    office = await startBoxOffice('serve', { port: await freePort(), data: data.folder });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await office?.stop();
    data?.remove();
  });

  it('all 15,086 seats are told with their names and states', { timeout: 3_600_000 }, async (t) => {
    const visitor = await visit(browser, office.url, {
      reducedMotion: 'reduce',
      viewport: { width: 480, height: 700 },
    });
    const { page } = visitor;
    const picker = page.locator('petition-seat-picker');
    await picker.scrollIntoViewIfNeeded();
    await untilState(page, (state) => state.takenRevision > 0);
    await picker.evaluate((element) => element.ready);
    const reader = await openReader(visitor);
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
