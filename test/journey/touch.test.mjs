// The seat picker in the hand, for real: touches that go through the browser's own gestures, on the page of `npm start`.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openHouse, untilState, visit } from './support.mjs';

/** 12-8-15, beside Ales Bialiatski. */
const BESIDE_ALES = 4698;
/** A finger has to go this far, px, before the browser takes it for a scroll; it goes along from there. */
const SLOP = 16;

const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 3,
  hasTouch: true,
  isMobile: true,
};

/** A visitor with a phone, the arena before them; `touch` tells the browser where fingers are. */
async function visitByPhone(browser, url, options = {}) {
  const visitor = await visit(browser, url, { ...PHONE, ...options });
  const { page, context } = visitor;
  const picker = page.locator('petition-seat-picker');
  const client = await context.newCDPSession(page);
  // Times are the hand's own, so that a throw is as fast on a busy machine.
  let time = 0;
  const send = (type, points) => {
    time = type === 'touchStart' ? Math.max(time + 0.016, Date.now() / 1000) : time + 0.016;
    return client.send('Input.dispatchTouchEvent', {
      type,
      timestamp: time,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  };
  const frame = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  // Twice: it may grow, and what stands above it too, as they are loaded.
  await picker.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  await picker.evaluate((element) => element.scrollIntoView());
  await untilState(page, (state) => state.takenRevision > 0);
  await picker.evaluate((element) => element.ready);
  // Its top edge a little below that of the window.
  await picker.evaluate((element) => {
    const { top } = element.shadowRoot.querySelector('.plate').getBoundingClientRect();
    scrollBy({ top: top - 16, behavior: 'instant' });
  });
  await frame();
  return {
    ...visitor,
    picker,
    client,
    frame,
    /** Fingers go, a frame a step, from where they are laid to where they are lifted. */
    async touch(from, to, { steps = 12, stay = false } = {}) {
      await send('touchStart', from);
      for (let i = 1; i <= steps; i++) {
        const share = i / steps;
        await send(
          'touchMove',
          from.map(([x, y], n) => [x + (to[n][0] - x) * share, y + (to[n][1] - y) * share]),
        );
        await frame();
      }
      if (!stay) await send('touchEnd', []);
    },
    /** After a rest: nothing is thrown. */
    async lift() {
      for (let frames = 0; frames < 10; frames++) await frame();
      time = Math.max(time, Date.now() / 1000);
      await send('touchEnd', []);
    },
    async tap(place) {
      await send('touchStart', [place]);
      await send('touchEnd', []);
    },
    /** Where the plate is, and how page and map stand. */
    look: () =>
      picker.evaluate((element) => {
        const plate = element.shadowRoot.querySelector('.plate');
        const { x, y, width, height } = plate.getBoundingClientRect();
        return {
          x,
          y,
          width,
          height,
          scrolled: scrollY,
          magnified: visualViewport.scale,
          isZoomed: plate.classList.contains('zoomed'),
          sheet: element.shadowRoot.querySelector('.sheet')?.textContent.replace(/\s+/g, ' ').trim() ?? null,
        };
      }),
    /** Which seats the grid has, and where they are seen when the map is at rest; `null` as long as it moves. */
    cells: () =>
      picker.evaluate((element) => {
        const [, near] = element.shadowRoot.querySelectorAll('canvas');
        if (near.style.transform !== 'none') return null;
        return [...element.shadowRoot.querySelectorAll('.cell')].map((cell) => {
          const { x, y, width, height } = cell.getBoundingClientRect();
          return { seat: Number(cell.dataset.seat), x: x + width / 2, y: y + height / 2, width };
        });
      }),
    /** Waits until the map is at rest; tells where a seat is seen then. */
    async rest(seat) {
      for (let still = 0; still < 3; still++) {
        await frame();
        if (!(await this.cells())) still = -1;
      }
      return (await this.cells()).find((cell) => cell.seat === seat);
    },
    /** Waits until the page moves no more. */
    async standstill() {
      for (let still = 0, last = -1; still < 5; still++) {
        await frame();
        const { scrolled } = await this.look();
        if (scrolled !== last) still = 0;
        last = scrolled;
      }
    },
    /** Brings the seat beside Ales Bialiatski into view, as "Find me a seat" does, without choosing it. */
    near: () => picker.evaluate((element, seat) => element.reveal(seat).then(() => undefined), BESIDE_ALES),
  };
}

/** Two fingers side by side about a place, so far apart. */
const pair = ([x, y], apart) => [
  [x - apart / 2, y],
  [x + apart / 2, y],
];

describe('the seat picker in the hand', { timeout: 300_000 }, () => {
  const house = openHouse();

  /** One visitor a sentence; nothing may be said in the console meanwhile. */
  const byPhone = (sentence, walk, options) =>
    it(sentence, async () => {
      const phone = await visitByPhone(house.browser, house.office.url, options);
      await walk(phone);
      assert.deepEqual(phone.complaints, []);
      await phone.context.close();
    });

  const chosen = (page) =>
    page.evaluate(() => document.querySelector('petition-campaign').campaign.state.seat?.seat ?? null);

  byPhone(
    'one finger on the whole arena scrolls the page all the way, and chooses nothing',
    async (phone) => {
      const { x, y, height, scrolled } = await phone.look();
      const from = [x + 180, y + height - 20];
      await phone.touch([from], [[from[0], from[1] - 360]], { steps: 24, stay: true });
      await phone.standstill();
      const after = await phone.look();
      // The slop may end within a step.
      assert.ok(after.scrolled - scrolled >= 360 - SLOP - 360 / 24, `only ${after.scrolled - scrolled} px`);
      assert.equal(after.isZoomed, false);
      await phone.lift();
      await phone.frame();
      assert.equal((await phone.look()).isZoomed, false);
      assert.equal(await chosen(phone.page), null);
    },
  );

  byPhone('a touch that stops the page as it runs means only that', async (phone) => {
    const { scrolled } = await phone.look();
    // A page that came to rest by itself before the touch shows nothing: once more.
    for (let wasRunning = false; !wasRunning;) {
      await phone.page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), scrolled - 900);
      await phone.touch([[180, 700]], [[180, 200]], { steps: 5 });
      let before, now;
      do {
        before = await phone.look();
        await phone.frame();
        now = await phone.look();
      } while (now.y > 400 && now.scrolled > before.scrolled);
      await phone.tap([180, now.y + 250]);
      await phone.frame();
      await phone.frame();
      wasRunning = now.scrolled > before.scrolled && now.y <= 400;
      if (wasRunning) assert.equal((await phone.look()).isZoomed, false);
      else await phone.picker.evaluate((element) => element.shadowRoot.querySelector('.whole').click());
    }
  });

  byPhone('pinch to the seats and tap one: it is the nearest to the finger', async (phone) => {
    const { x, y, scrolled } = await phone.look();
    const place = [x + 110, y + 150];
    for (const apart of [200, 200]) {
      await phone.touch(pair(place, 50), pair(place, apart));
      await phone.rest();
    }
    const { isZoomed, ...after } = await phone.look();
    assert.equal(isZoomed, true);
    assert.equal(after.magnified, 1, 'the page is as large as it was');
    assert.equal(after.scrolled, scrolled, 'and where it was');
    await phone.tap(place);
    await untilState(phone.page, (state) => state.seat !== null);
    await phone.rest();
    const distances = (await phone.cells())
      .map(({ seat, ...cell }) => ({ seat, distance: Math.hypot(cell.x - place[0], cell.y - place[1]) }))
      .sort((one, other) => one.distance - other.distance);
    assert.equal(await chosen(phone.page), distances[0].seat);
    assert.ok(distances[0].distance <= 24, `${distances[0].distance} px off`);
    await phone.picker.locator('.sheet').getByText('Your seat').waitFor();
  });

  byPhone('a tap on the whole offers a seat there, and a button takes it', async (phone) => {
    const { x, y } = await phone.look();
    await phone.tap([x + 110, y + 150]);
    const take = phone.picker.getByRole('button', { name: 'Sign to keep this seat' });
    await take.waitFor();
    assert.equal(await chosen(phone.page), null);
    await phone.rest();
    await take.tap();
    await untilState(phone.page, (state) => state.seat !== null);
  });

  byPhone('two fingers move the near map, and not the page', async (phone) => {
    await phone.near();
    const before = await phone.rest(BESIDE_ALES);
    const { x, y, scrolled } = await phone.look();
    const from = [x + 180, y + 250];
    await phone.touch(pair(from, 100), pair([from[0] + 40, from[1] - 90], 100), { stay: true });
    const after = await phone.rest(BESIDE_ALES);
    await phone.lift();
    assert.ok(Math.abs(after.x - before.x - 40) < 1, `${after.x - before.x} px aside`);
    assert.ok(Math.abs(after.y - before.y + 90) < 1, `${after.y - before.y} px down`);
    assert.equal((await phone.look()).scrolled, scrolled);
  });

  byPhone('one finger that rests while the other moves does not scroll the page', async (phone) => {
    const { x, y, scrolled } = await phone.look();
    const resting = [x + 120, y + 200];
    await phone.touch([resting, [x + 240, y + 200]], [resting, [x + 240, y + 380]]);
    await phone.rest();
    const after = await phone.look();
    assert.equal(after.scrolled, scrolled);
    assert.equal(after.magnified, 1);
    assert.equal(after.isZoomed, true);
  });

  byPhone('a thrown map goes on and comes to rest; a touch stops it, and chooses nothing', async (phone) => {
    await phone.near();
    const { x, y, scrolled } = await phone.look();
    const way = async (halt) => {
      const before = await phone.rest(BESIDE_ALES);
      await phone.touch([[x + 100, y + 250]], [[x + 196, y + 250]], { steps: 6 });
      if (halt) await halt();
      return (await phone.rest(BESIDE_ALES)).x - before.x;
    };
    const free = await way();
    assert.ok(free > 250, `thrown at 1 px a ms it went ${free} px`);
    await phone.near();
    const stopped = await way(async () => {
      await phone.frame();
      await phone.tap([x + 180, y + 300]);
    });
    assert.ok(stopped >= 90 && stopped < free - 40, `stopped after ${stopped} px of ${free}`);
    assert.equal(await chosen(phone.page), null);
    assert.equal((await phone.look()).scrolled, scrolled);
  });

  byPhone('in a magnified page two fingers are the page’s, also on the map', async (phone) => {
    await phone.page.evaluate(() => scrollTo(0, 0));
    await phone.touch(pair([180, 300], 60), pair([180, 300], 180));
    const { magnified } = await phone.look();
    assert.ok(magnified > 1.5, 'the page was not magnified');
    await phone.page.waitForFunction(
      (element) => element.shadowRoot.querySelector('.plate').classList.contains('magnified'),
      await phone.picker.elementHandle(),
    );
    // What is seen of the page is a part of its window: the top of the plate comes to the top of that.
    const place = [180, 370];
    const isOnMap = async () => {
      await phone.picker.evaluate((element) => {
        const { top } = element.shadowRoot.querySelector('.plate').getBoundingClientRect();
        scrollBy({ top: top - visualViewport.offsetTop, behavior: 'instant' });
      });
      await phone.standstill();
      return phone.picker.evaluate((element, [x, y]) => {
        const { offsetLeft, offsetTop, scale } = visualViewport;
        const under = element.shadowRoot.elementFromPoint(offsetLeft + x / scale, offsetTop + y / scale);
        return under?.matches('.hit') ?? false;
      }, place);
    };
    // What is loaded on the way there moves it once more.
    while (!(await isOnMap())) await phone.frame();
    await phone.touch(pair(place, 240), pair(place, 100));
    const after = await phone.look();
    assert.ok(after.magnified < magnified, `${after.magnified} after ${magnified}`);
    assert.equal(after.isZoomed, false);
  });

  for (const [width, height] of [
    [320, 568],
    [320, 256],
    [740, 360],
  ])
    byPhone(
      `${width} x ${height}: beside the near map there is page enough to scroll by`,
      async (phone) => {
        await phone.near();
        await phone.rest();
        for (const edge of ['top', 'bottom']) {
          await phone.picker.evaluate((element, side) => {
            const box = element.shadowRoot.querySelector('.plate').getBoundingClientRect();
            scrollBy({ top: side === 'top' ? box.top : box.bottom - innerHeight, behavior: 'instant' });
          }, edge);
          await phone.standstill();
          const { y, height: tall, scrolled, isZoomed } = await phone.look();
          assert.equal(isZoomed, true);
          assert.ok(tall <= height * 0.8 + 1, `the map is ${tall} px high`);
          // A thumb on what is left of the page, in its middle.
          const room = height - tall;
          const from = edge === 'top' ? y + tall + room / 2 : y - room / 2;
          assert.ok(room >= 44 && from > 0 && from < height, `${room} px are left, at ${from}`);
          await phone.touch([[width / 2, from]], [[width / 2, edge === 'top' ? from - 120 : from + 120]], {
            stay: true,
          });
          await phone.standstill();
          const by = Math.abs((await phone.look()).scrolled - scrolled);
          assert.ok(by > 60, `from the ${edge} edge the page went ${by} px`);
          await phone.lift();
        }
      },
      { viewport: { width, height } },
    );
});
