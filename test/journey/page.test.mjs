// The whole page with keys alone, at 400 % zoom, and with the text spacing of WCAG 1.4.12: nothing unreachable,
// nothing hidden, nothing cut.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lookThrough } from '../support/in-page.mjs';
import { openHouse, untilState, visit } from './support.mjs';

const { languages: LANGUAGES } = JSON.parse(
  readFileSync(new URL('../../examples/human-rights-match/human-rights-match.json', import.meta.url), 'utf8'),
);

describe('the page', { timeout: 300_000 }, () => {
  const house = openHouse();

  async function open(options, language) {
    const visitor = await visit(house.browser, house.office.url, { reducedMotion: 'reduce', ...options });
    const { page } = visitor;
    await page.evaluate(lookThrough);
    await page.locator('petition-seat-picker').scrollIntoViewIfNeeded();
    await untilState(page, (state) => state.takenRevision > 0);
    await page.locator('petition-seat-picker').evaluate((picker) => picker.ready);
    if (language) {
      await page.locator('[part="language"]').selectOption(language);
      await page.locator(`petition-sign-form .base[lang="${language}"]`).waitFor();
    }
    await page.evaluate(() => scrollTo(0, 0));
    return visitor;
  }

  const cutTexts = (page) => page.evaluate(() => globalThis.cutTexts());

  /** Presses a key until the focus leaves the page, or has come to `last`; tells of every stop. */
  async function walk(page, key, last) {
    const stops = [];
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press(key);
      const stop = await page.evaluate(
        () =>
          new Promise((resolve) =>
            requestAnimationFrame(() => {
              const element = deepActive();
              if (!element || element === document.body) return resolve(null);
              const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
              const x = Math.min(Math.max((left + right) / 2, 1), innerWidth - 2);
              const y = Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 2);
              let hit = document.elementFromPoint(x, y);
              while (hit?.shadowRoot) {
                const inner = hit.shadowRoot.elementFromPoint(x, y);
                if (!inner || inner === hit) break;
                hit = inner;
              }
              // A cell of the grid lies under the plane that takes the pointer; its ring is drawn on the canvas.
              const isCell = element.getAttribute('role') === 'gridcell';
              resolve({
                name: nameOf(element),
                inView: left < innerWidth && right > 0 && top < innerHeight && bottom > 0,
                isClear: isCell
                  ? !!hit?.closest('.plate')
                  : element.contains(hit) ||
                    !!hit?.contains(element) ||
                    hit?.closest('label')?.contains(element),
                hasRing: hasRing(element),
                isLarge: width >= 24 && height >= 20,
              });
            }),
          ),
      );
      if (!stop) return stops;
      stops.push(stop);
      if (stop.name === last) return stops;
    }
    throw new Error(`${key} does not leave the page; last: ${JSON.stringify(stops.slice(-5))}`);
  }

  for (const [width, height] of [
    [1280, 900],
    [360, 740],
    [320, 256],
  ]) {
    it(`at ${width} x ${height}: Tab reaches everything, in sight, ringed, and leaves; Shift+Tab goes the same way back`, async () => {
      const { page, context } = await open({ viewport: { width, height } });
      const stops = await walk(page, 'Tab');
      assert.deepEqual(
        stops.filter(({ inView, isClear, hasRing }) => !inView || !isClear || !hasRing),
        [],
        'out of sight, covered, or without a ring',
      );
      const names = stops.map(({ name }) => name).join('\n');
      for (const wanted of [
        /Language/,
        /Read more about Ales/,
        /Read the next story/,
        /Find me a seat/,
        /gridcell/,
        /Choose by block/,
        /Given name/,
        /Sign without a seat/,
        /Example NGO/,
      ])
        assert.match(names, wanted);
      const back = await walk(page, 'Shift+Tab', stops[0].name);
      // The arena came near when its grid was reached, and can be left by a button since.
      const steady = (list) => list.map(({ name }) => name).filter((name) => name !== 'button All seats');
      assert.deepEqual(steady(back).reverse(), steady(stops));
      await page.locator('petition-seat-picker').evaluate((picker) => picker.focus());
      const tools = await walk(page, 'ArrowDown', 'button Find me a seat');
      assert.ok(tools.length > 3 && tools.some(({ name }) => name === 'button Zoom in'));
      assert.deepEqual(
        tools.filter(({ inView, isClear, hasRing }) => !inView || !isClear || !hasRing),
        [],
        'tools of the seats',
      );
      await context.close();
    });
  }

  it('the measure of cut texts finds a title that is cut', async () => {
    const { page, context } = await open({ viewport: { width: 360, height: 740 } });
    await page.evaluate(() => {
      const title = allWithin(document).find((one) => one.matches('h1'));
      Object.assign(title.style, { overflow: 'hidden', height: '20px' });
    });
    assert.deepEqual(await cutTexts(page), ['h1 Watch the Human Rights Match with us in Belarus!']);
    await context.close();
  });

  for (const language of LANGUAGES) {
    it(`at 400 % zoom (320 x 256) in ${language}: one column, nothing cut, nothing to scroll sideways`, async () => {
      const { page, context } = await open(
        { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
        language,
      );
      assert.deepEqual(await cutTexts(page), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
      await context.close();
    });
    it(`with the reader's text spacing in ${language}: nothing cut`, async () => {
      const { page, context } = await open({ viewport: { width: 360, height: 740 } }, language);
      await page.evaluate(() => void spaceOut());
      assert.deepEqual(await cutTexts(page), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
      await context.close();
    });
  }

  it('a language whose script is blocked is spoken in English, with the texts it has', async () => {
    const context = await house.browser.newContext();
    const page = await context.newPage();
    const warnings = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await page.route('**/chunks/be-*', (route) => route.abort());
    await page.goto(house.office.url);
    await page.locator('[part="language"]').selectOption('be');
    await page.getByRole('heading', { name: 'Глядзіце Матч за правы чалавека' }).waitFor();
    await page.getByRole('button', { name: 'Sign without a seat' }).waitFor();
    assert.deepEqual(warnings, ['grandstand: the messages of "be" did not load; English is used instead.']);
    await context.close();
  });
});
