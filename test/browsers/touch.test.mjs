// The seat picker in the hand in Firefox: touches that its own driver makes, on the page of `npm start`. WebKit's driver on
// Linux makes a mouse of every finger; its part is test/elements/petition-seat-picker.touch.test.ts, with events made by hand.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../scripts/other-browsers.mjs';
import { dataFolder, freePort, startBoxOffice } from '../journey/support.mjs';

const [WIDTH, HEIGHT] = [360, 740];

describe('the seat picker in the hand, in Firefox', { timeout: 300_000, skip: !findFirefox() }, () => {
  let data, office, browser;
  before(async () => {
    data = dataFolder();
    office = await startBoxOffice('serve', { port: await freePort(), data: data.folder });
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findFirefox(),
      headless: true,
      // A desktop has touch events only when it is told so.
      extraPrefsFirefox: { 'dom.w3c_touch_events.enabled': 1 },
    });
  });
  after(async () => {
    await browser?.close();
    await office?.stop();
    data?.remove();
  });

  /** A page with the arena before the visitor, and what a hand does there. */
  async function visit() {
    const page = await browser.newPage();
    await page.setViewport({ width: WIDTH, height: HEIGHT });
    await page.goto(office.url);
    await page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      const find = () =>
        document.querySelector('petition-campaign')?.shadowRoot?.querySelector('petition-seat-picker');
      while (!find()?.ready) await frame();
      const campaign = document.querySelector('petition-campaign').campaign;
      window.picker = find();
      window.campaign = campaign;
      window.inside = (selector) => picker.shadowRoot.querySelector(selector);
      // From far there is no near picture that would move.
      window.rest = async () => {
        if (!inside('.plate').classList.contains('zoomed')) return;
        for (let still = 0; still < 4; still++) {
          await frame();
          if (picker.shadowRoot.querySelectorAll('canvas')[1].style.transform !== 'none') still = -1;
        }
      };
      picker.scrollIntoView();
      while (!(campaign.state.takenRevision > 0)) await frame();
      await picker.ready;
      // What is loaded above it moves it once more.
      for (let still = 0, top = NaN; still < 20; still++) {
        const { y } = inside('.plate').getBoundingClientRect();
        if (y !== top) still = 0;
        top = y;
        scrollBy({ top: y - 16, behavior: 'instant' });
        await frame();
      }
    });
    const plate = await page.evaluate(() => {
      const { x, y } = inside('.plate').getBoundingClientRect();
      return { x, y };
    });
    return {
      page,
      plate,
      look: () =>
        page.evaluate(() => ({
          scrolled: scrollY,
          isZoomed: inside('.plate').classList.contains('zoomed'),
          seat: campaign.state.seat?.seat ?? null,
        })),
      async tap([x, y]) {
        const finger = await page.touchscreen.touchStart(x, y);
        await finger.end();
      },
      /** Fingers go from where they are laid to where they are lifted. */
      async touch(from, to, steps = 10) {
        const fingers = [];
        for (const [x, y] of from) fingers.push(await page.touchscreen.touchStart(x, y));
        for (let step = 1; step <= steps; step++)
          for (const [i, finger] of fingers.entries())
            await finger.move(
              Math.round(from[i][0] + ((to[i][0] - from[i][0]) * step) / steps),
              Math.round(from[i][1] + ((to[i][1] - from[i][1]) * step) / steps),
            );
        for (const finger of fingers) await finger.end();
        await page.evaluate(() => rest());
      },
    };
  }

  const pair = ([x, y], apart) => [
    [x - apart / 2, y],
    [x + apart / 2, y],
  ];

  it('pinch to the seats and tap one: it is the nearest to the finger', async () => {
    const { page, plate, look, tap, touch } = await visit();
    const before = await look();
    const place = [Math.round(plate.x + 110), Math.round(plate.y + 150)];
    for (let i = 0; i < 2; i++) await touch(pair(place, 50), pair(place, 200));
    const near = await look();
    assert.equal(near.isZoomed, true);
    assert.equal(near.scrolled, before.scrolled, 'the page is where it was');
    assert.equal(near.seat, null, 'a pinch chooses nothing');
    await tap(place);
    await page.waitForFunction(() => campaign.state.seat);
    const nearest = await page.evaluate(async ([x, y]) => {
      await rest();
      return [...picker.shadowRoot.querySelectorAll('.cell')]
        .map((cell) => {
          const box = cell.getBoundingClientRect();
          return {
            seat: Number(cell.dataset.seat),
            away: Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y),
          };
        })
        .sort((one, other) => one.away - other.away)[0];
    }, place);
    assert.equal((await look()).seat, nearest.seat);
    assert.ok(nearest.away <= 24, `${nearest.away} px off`);
    await page.close();
  });

  it('a tap on the whole offers a seat there, and a button takes it', async () => {
    const { page, plate, look, tap } = await visit();
    await tap([Math.round(plate.x + 110), Math.round(plate.y + 150)]);
    await page.waitForFunction(() => inside('[part="take"]'));
    assert.equal((await look()).seat, null);
    const button = await page.evaluate(async () => {
      await rest();
      const { x, y, width, height } = inside('[part="take"]').getBoundingClientRect();
      return [Math.round(x + width / 2), Math.round(y + height / 2)];
    });
    await tap(button);
    await page.waitForFunction(() => campaign.state.seat);
    await page.close();
  });

  it('one finger on the whole is left to the page, and chooses nothing', async () => {
    const { page, plate, look, touch } = await visit();
    // The driver's touches do not scroll; that nothing keeps them from it is what can be seen.
    await page.evaluate(() => {
      window.kept = [];
      for (const type of ['touchstart', 'touchmove'])
        addEventListener(type, (event) => kept.push(event.defaultPrevented));
    });
    const from = [Math.round(plate.x + 180), Math.round(plate.y + 400)];
    await touch([from], [[from[0], from[1] - 300]]);
    const kept = await page.evaluate(() => window.kept);
    assert.ok(kept.length > 5, 'no touch came');
    assert.deepEqual([...new Set(kept)], [false]);
    assert.equal(await page.evaluate(() => getComputedStyle(inside('.hit')).touchAction), 'pan-x pan-y');
    const { isZoomed, seat } = await look();
    assert.deepEqual({ isZoomed, seat }, { isZoomed: false, seat: null });
    await page.close();
  });
});
