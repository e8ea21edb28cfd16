// The seats by keys and by what a screen reader is told, and by real presses inside an ancestor that is turned.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chance } from '../support/chance.ts';
import { expectedNames, readSeats, walkBlock } from './reader.mjs';
import { openHouse, untilState, visit } from './support.mjs';

describe('the seats without eyes', () => {
  const house = openHouse();

  /** A visitor with the focus on what comes before the picker. */
  async function visitSeats() {
    const visitor = await readSeats(house);
    const { page, picker, reader } = visitor;
    // As somebody comes there by Tab: the stop before the first of the picker.
    await picker.evaluate((element) => element.focus());
    assert.equal((await reader.focused()).name, 'Find me a seat');
    await page.keyboard.press('Shift+Tab');
    assert.notEqual((await reader.focused()).name, 'Find me a seat');
    return visitor;
  }
  const press = async (page, ...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it('a good seat in two presses', async () => {
    const { page, reader, context } = await visitSeats();
    await press(page, 'Tab', 'Enter');
    await untilState(page, (state) => state.seat !== null);
    const code = await page.evaluate(
      () => document.querySelector('petition-campaign').campaign.state.seat.code,
    );
    const [block, row, number] = code.split('-');
    const { venue, seatName } = await expectedNames(page);
    const yours = new RegExp(`Your seat: Block ${block}, row ${row}, seat ${number}`);
    assert.match(await reader.said(yours), yours);
    const seat = venue.rows.find((one) => venue.blocks[one.block].label === block && one.label === row).first;
    assert.match(seatName(seat + Number(number) - 1).name, /, free, beside /);
    await context.close();
  });

  it('block, row and number in at most twelve presses, from the tree alone', async () => {
    const { page, reader, context } = await visitSeats();
    const keys = ['Tab', ...'210-9-12', 'Enter'];
    assert.ok(keys.length <= 12, `${keys.length} presses`);
    await press(page, ...keys.slice(0, -1));
    const before = await reader.focused();
    assert.deepEqual(
      [before.role, before.name, before.isSelected],
      ['gridcell', 'Block 210, row 9, seat 12, free', false],
    );
    await press(page, 'Enter');
    await untilState(page, (state) => state.seat?.code === '210-9-12');
    const chosen = await reader.focused();
    assert.deepEqual([chosen.name, chosen.isSelected], ['Block 210, row 9, seat 12, your seat', true]);
    const yours = /Your seat: Block 210, row 9, seat 12\./;
    assert.match(await reader.said(yours), yours);
    await context.close();
  });

  it('few nodes are told of, whatever the seats', async (t) => {
    const { page, picker, reader, context } = await visitSeats();
    await press(page, 'Tab', ...'12-8-15');
    const nodes = await reader.picker();
    const cells = nodes.filter(({ role }) => role === 'gridcell');
    t.diagnostic(`accessibility nodes: ${nodes.length}, of them cells: ${cells.length}`);
    assert.ok(cells.length > 30 && cells.length < 60, `${cells.length} cells`);
    assert.ok(nodes.length <= 400, `${nodes.length} nodes`);
    const elements = await picker.evaluate((element) => element.shadowRoot.querySelectorAll('*').length);
    t.diagnostic(`elements: ${elements}`);
    assert.ok(elements <= 300, `${elements} elements`);
    // All seats of the tree are seats of the block one is in, by their names.
    for (const { name } of cells) assert.match(name, /^Block 12, row [789], seat \d+, /);
    assert.ok(nodes.some(({ role, name }) => role === 'grid' && name === 'Block 12, seat by seat'));
    await context.close();
  });

  it('a whole block by arrow keys: every seat is told with its name and state', async (t) => {
    const { page, reader, context } = await visitSeats();
    const { venue, seatName } = await expectedNames(page);
    await press(page, 'Tab');
    const block = venue.blocks.findIndex(({ label }) => label === '12');
    let count = 0;
    await walkBlock({
      page,
      venue,
      block,
      async at(seat) {
        const { role, name, isDisabled } = await reader.focused();
        assert.deepEqual({ role, name, isDisabled }, { role: 'gridcell', ...seatName(seat) });
        count++;
      },
    });
    assert.equal(count, venue.blocks[block].count);
    t.diagnostic(`${count} seats`);
    await context.close();
  });

  it('two hundred random seats by typing them', async () => {
    const { page, reader, context } = await visitSeats();
    const { venue, seatName } = await expectedNames(page);
    const random = chance(4);
    await press(page, 'Tab');
    for (let i = 0; i < 200; i++) {
      const seat = Math.floor(random() * venue.capacity);
      const expected = seatName(seat);
      const [block, row, number] = /Block (\w+), row (\w+), seat (\d+)/.exec(expected.name).slice(1);
      await press(page, ...`${block}-${row}-${number}`);
      const { name, isDisabled } = await reader.focused();
      assert.deepEqual({ name, isDisabled }, expected);
      // Ends the code.
      await press(page, 'Shift');
    }
    await context.close();
  });
});

describe('a seat by a press', () => {
  const house = openHouse();

  it('is the one under the pointer: 1,000 random seats at three zooms inside what is turned, scaled and zoomed', async (t) => {
    const { page, context } = await visit(house.browser, house.office.url, {
      reducedMotion: 'reduce',
      viewport: { width: 800, height: 800 },
    });
    await page.evaluate(() => {
      document.body.innerHTML = `<div style="zoom: 1.15"><div style="width: 560px; margin: 40px;
        transform: rotate(11deg) scale(0.86, 0.92) skewX(4deg)">
        <petition-seat-picker venue="arena"></petition-seat-picker></div></div>`;
    });
    const picker = page.locator('petition-seat-picker');
    await picker.evaluate((element) => element.ready);
    const random = chance(12);
    /** The seats in sight, and the middle of each. */
    const around = () =>
      picker.evaluate((element) => {
        const root = element.shadowRoot;
        const ground = root.querySelector('.hit');
        return [...root.querySelectorAll('.cell')]
          .map((cell) => {
            const { x, y, width, height } = cell.getBoundingClientRect();
            return { seat: Number(cell.dataset.seat), x: x + width / 2, y: y + height / 2 };
          })
          .filter(({ x, y }) => root.elementFromPoint(x, y) === ground);
      });
    const client = await context.newCDPSession(page);
    /** A press as a mouse makes it, and which seat it has chosen. */
    const chosenBy = async ({ x, y }) => {
      const send = (type, buttons) =>
        client.send('Input.dispatchMouseEvent', {
          type,
          x,
          y,
          button: 'left',
          buttons,
          clickCount: 1,
        });
      await Promise.all([send('mousePressed', 1), send('mouseReleased', 0)]);
      return picker.evaluate((element) => element.seat);
    };
    const frame = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const seen = {};
    for (const [name, steps] of [
      ['near', []],
      ['nearer', ['zoom-in']],
      ['far', ['zoom-out']],
    ]) {
      let hits = 0;
      while (hits < 334) {
        const seat = Math.floor(random() * 15_086);
        const box = await picker.evaluate((element, one) => {
          element.seat = null;
          element.shadowRoot.querySelector('.whole').click();
          return element.updateComplete.then(() => element.reveal(one));
        }, seat);
        // The grid comes along, and its cells stand on the seats around.
        await frame();
        assert.equal(await chosenBy({ x: box.x + box.width / 2, y: box.y + box.height / 2 }), seat);
        hits++;
        for (const step of steps)
          await picker.evaluate((element, sign) => {
            element.shadowRoot.querySelectorAll('.zoom button')[sign === 'zoom-in' ? 1 : 0].click();
          }, step);
        await frame();
        await frame();
        const cells = await around();
        assert.ok(cells.length > 3, `${cells.length} seats in sight`);
        for (const one of cells.sort(() => random() - 0.5).slice(0, 40)) {
          const chosen = await chosenBy(one);
          assert.equal(chosen, one.seat, `${name}: pressed ${one.seat}`);
          hits++;
        }
      }
      seen[name] = hits;
    }
    t.diagnostic(JSON.stringify(seen));
    await context.close();
  });
});
