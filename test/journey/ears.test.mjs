// The page for ears and for large text: what the accessibility tree says, in which order, and what Tab comes to.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lookThrough } from '../support/in-page.mjs';
import { expectedNames, openReader } from './reader.mjs';
import { openHouse, restingPlace, untilState, visit } from './support.mjs';

const { languages: LANGUAGES } = JSON.parse(
  readFileSync(new URL('../../examples/human-rights-match/human-rights-match.json', import.meta.url), 'utf8'),
);
const SIZES = [
  [360, 740],
  [1280, 900],
];

/** What is said again within eight things, and long sentences that are said again at all. */
function saidTwice(said) {
  const texts = said.map((text) => text.replace(/^\w+ /, ''));
  return texts.filter((text, i) => {
    const before = texts.lastIndexOf(text, i - 1);
    return /\w/.test(text) && i > 0 && before >= 0 && (i - before <= 8 || text.length > 60);
  });
}

/** Writes what the form asks for, in any language, and signs. */
async function signAs(page) {
  const form = page.locator('petition-sign-form');
  await form.locator('[name="given_name"]').fill('Ada');
  await form.locator('[name="family_name"]').fill('Novák');
  await form.locator('[name="email"]').fill('ada@example.org');
  await form.locator('[name="consent-sign"]').check();
  await form.locator('[part~="submit"]').click();
}

describe('the page for ears', { timeout: 300_000 }, () => {
  const house = openHouse();

  async function open(width, height, options = {}) {
    const visitor = await visit(house.browser, house.office.url, {
      reducedMotion: 'reduce',
      viewport: { width, height },
      ...options,
    });
    const { page } = visitor;
    await page.evaluate(lookThrough);
    const picker = page.locator('petition-seat-picker');
    await picker.scrollIntoViewIfNeeded();
    await untilState(page, (state) => state.takenRevision > 0);
    await picker.evaluate((element) => element.ready);
    await page.waitForLoadState('networkidle');
    return { ...visitor, picker, reader: await openReader(visitor) };
  }

  const chooseSeat = async ({ page, picker }) => {
    await picker.evaluate((element) => element.shadowRoot.querySelector('.find').click());
    await untilState(page, (state) => state.seat !== null);
    await picker.evaluate((element) => element.updateComplete);
  };

  it('the name of a field that may be left out is one text', async () => {
    const { reader, context } = await open(1280, 900);
    const said = await reader.spoken();
    assert.ok(said.includes('combobox Country (optional)'), said.join('\n'));
    assert.deepEqual(
      said.filter((text) => /optional/i.test(text) && !/^\w+ .+ \(optional\)$/.test(text)),
      [],
    );
    await context.close();
  });

  it('headings lead to the arena, the story and the form', async () => {
    const { reader, context } = await open(1280, 900);
    const said = await reader.spoken();
    assert.deepEqual(
      said.filter((text) => text.startsWith('heading')),
      [
        'heading1 Watch the Human Rights Match with us in Belarus!',
        'heading2 Seats',
        'heading2 Ales Bialiatski',
        'heading2 Choose your seat, support the petition',
      ],
    );
    await context.close();
  });

  for (const [width, height] of SIZES) {
    it(`at ${width} px nothing is said twice`, async () => {
      const visitor = await open(width, height);
      for (const when of ['at first', 'with a seat']) {
        if (when === 'with a seat') await chooseSeat(visitor);
        const said = await visitor.reader.spoken();
        assert.deepEqual(saidTwice(said), [], when);
        assert.deepEqual(
          said.filter((text) => /^(group|text) Sit beside/.test(text)),
          [],
          'the buttons say it',
        );
      }
      await visitor.context.close();
    });

    for (const isChosen of [false, true])
      it(`at ${width} px ${isChosen ? 'with a seat' : 'at first'} the picker has at most six Tab stops`, async () => {
        const visitor = await open(width, height);
        if (isChosen) await chooseSeat(visitor);
        const { page, picker, context } = visitor;
        await picker.evaluate((element) => element.focus());
        await page.keyboard.press('Shift+Tab');
        const stops = [];
        for (;;) {
          await page.keyboard.press('Tab');
          const stop = await picker.evaluate((element) => {
            const active = element.shadowRoot.activeElement;
            return active && nameOf(active);
          });
          if (stop === null) break;
          stops.push(stop);
        }
        assert.ok(stops.length > 2 && stops.length <= 6, stops.join('\n'));
        assert.match(stops[0], /Find me a seat/);
        assert.match(stops.join('\n'), /gridcell/);
        await context.close();
      });
  }

  for (const [width, height] of [
    [360, 740],
    [360, 480],
    [740, 360],
    [1280, 620],
    [1280, 900],
  ])
    it(`at ${width} x ${height} the seat one comes to stands whole in view, ring and words, and is told`, async () => {
      const { page, picker, reader, context } = await open(width, height);
      /** The seat with its ring, and what stands beside it, as far as they are out of the window or the picture. */
      const outside = async () => {
        await restingPlace(page);
        return picker.evaluate(async (element) => {
          await new Promise(requestAnimationFrame);
          const root = element.shadowRoot;
          const plate = root.querySelector('.plate').getBoundingClientRect();
          const ring = 6;
          return [root.activeElement, root.querySelector('.tip.focus')]
            .map((one) => one?.getBoundingClientRect())
            .filter(
              (box) =>
                !box ||
                box.top - ring < Math.max(0, plate.top) ||
                box.bottom + ring > Math.min(innerHeight, plate.bottom) ||
                box.left - ring < 0 ||
                box.right + ring > innerWidth,
            )
            .map((box) => box?.toJSON() ?? 'nothing');
        });
      };
      const { seatName } = await expectedNames(page);
      await picker.evaluate((element) => element.shadowRoot.querySelector('select').focus());
      // The page stands as it may: the seat near its edge, or out of it.
      for (const keys of [
        ['Tab'],
        ['ArrowDown'],
        ['End'],
        ['End'],
        ['PageDown', 'PageDown'],
        [...'5-10-3'],
        [...'212-1-1'],
      ]) {
        // Shift ends a code that was typed.
        for (const key of [...keys, 'Shift']) await page.keyboard.press(key);
        assert.deepEqual(await outside(), [], keys.join(' '));
        const { role, name } = await reader.focused();
        const seat = await picker.evaluate((element) =>
          Number(element.shadowRoot.activeElement.dataset.seat),
        );
        assert.deepEqual([role, name], ['gridcell', seatName(seat).name]);
        await page.evaluate((far) => scrollBy(0, far), keys.length === 1 ? height / 2 : -height / 2);
      }
      await context.close();
    });

  for (const [width, height] of [
    [320, 256],
    [360, 740],
    [1280, 900],
  ])
    it(`at ${width} x ${height} no ring of focus is cut or covered`, async () => {
      const { page, picker, context } = await open(width, height);
      /** Presses a key until the focus leaves the page or comes round; tells whose ring is cut by what. */
      const cutOn = async (key, presses = 90) => {
        const cut = [];
        for (let i = 0; i < presses; i++) {
          await page.keyboard.press(key);
          const found = await page.evaluate(async () => {
            await new Promise(requestAnimationFrame);
            const element = deepActive();
            if (!element || element === document.body) return null;
            const by = cutRing(element);
            return by.length > 0 ? [nameOf(element), ...by] : [];
          });
          if (!found) break;
          if (found.length > 0) cut.push(found);
        }
        return cut;
      };
      await page.evaluate(() => {
        for (const one of allWithin(document).filter((element) => element.matches('summary'))) one.click();
        allWithin(document).find(({ localName }) => localName === 'petition-story-card').open = true;
      });
      await picker.locator('.list select').first().waitFor();
      await picker.locator('[part="together"] select').waitFor();
      assert.deepEqual(await cutOn('Tab'), []);
      await picker.evaluate((element) => element.focus());
      assert.deepEqual(await cutOn('ArrowDown', 8), [], 'tools');
      await picker.evaluate((element) => {
        element.noMap = true;
        return element.updateComplete.then(() => element.shadowRoot.querySelector('[data-seat]').focus());
      });
      await picker.locator('.plain').waitFor();
      assert.deepEqual(await cutOn('End', 1), [], 'seats without the picture');
      assert.deepEqual(await cutOn('PageUp', 3), [], 'seats without the picture');
      await context.close();
    });

  it('the measure of overlaps finds a text that lies over another', async () => {
    const { page, context } = await open(360, 740);
    assert.deepEqual(await page.evaluate(() => overlaps()), []);
    await page.evaluate(() => {
      allWithin(document).find((one) => one.matches('h1')).style.marginBlockEnd = '-60px';
    });
    assert.match((await page.evaluate(() => overlaps())).join(), /^h1 Watch the Human Rights Match/);
    await context.close();
  });

  for (const [index, language] of LANGUAGES.entries())
    it(`at 360 px with text at 200 % in ${language} nothing lies over anything, and nothing is cut`, async () => {
      const visitor = await open(360, 740);
      const { page, picker, context } = visitor;
      if (language !== 'en') {
        await page.locator('[part="language"]').selectOption(language);
        await page.locator(`petition-sign-form .base[lang="${language}"]`).waitFor();
      }
      /** Enlarges what is there, and measures it. */
      const judge = async (when) => {
        const found = await page.evaluate(async () => {
          enlarge(2);
          // The picture, and what is fitted to its room, follow.
          for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
          const wide = document.documentElement.scrollWidth > 360 ? ['wider than the page'] : [];
          const result = [...overlaps(), ...cutTexts(), ...wide];
          for (const one of allWithin(document)) one.style?.removeProperty('font-size');
          return result;
        });
        assert.deepEqual(found, [], when);
      };
      await judge('at first');
      await page.evaluate(() => {
        for (const one of allWithin(document).filter((element) => element.matches('summary'))) one.click();
        allWithin(document).find(({ localName }) => localName === 'petition-story-card').open = true;
      });
      await picker.locator('[part="together"] select').waitFor();
      await picker.locator('.list select').first().waitFor();
      await judge('all open');
      // A seat of its own: the best one may be that of the language before, which is not published yet.
      await picker.evaluate(
        async (element, seat) => {
          const { campaign } = document.querySelector('petition-campaign');
          await campaign.request({ type: 'seat-select', seat });
          await element.reveal(seat);
          await element.updateComplete;
        },
        1000 + 10 * index,
      );
      await judge('with a seat');
      await page.locator('petition-sign-form [part~="submit"]').click();
      await page.locator('petition-sign-form [part="summary"]').waitFor();
      await judge('with errors');
      await signAs(page);
      await page.locator('petition-ticket [part="picture"]').waitFor();
      await page.locator('petition-share li').first().waitFor();
      await judge('signed');
      await context.close();
    });

  for (const hasTouch of [false, true])
    it(`the summary of errors has one pitch${hasTouch ? ' under a finger' : ''}, whatever is wrapped`, async () => {
      const { page, context } = await open(320, 640, { hasTouch, isMobile: hasTouch });
      await page.locator('[part="language"]').selectOption('de');
      await page.locator('petition-sign-form .base[lang="de"]').waitFor();
      const form = page.locator('petition-sign-form');
      await form.locator('[part~="choose"], [part~="submit"]').last().click();
      await form.locator('[part="summary"]').waitFor();
      const { gaps, lines } = await form.locator('[part="summary"] ul').evaluate((list) => {
        const entries = [...list.children].map((entry) => {
          const range = document.createRange();
          range.selectNodeContents(entry.querySelector('button'));
          const tops = [...range.getClientRects()].filter(({ width }) => width > 1);
          return {
            first: Math.min(...tops.map(({ top }) => top)),
            last: Math.max(...tops.map(({ bottom }) => bottom)),
            lines: tops.length,
          };
        });
        return {
          gaps: entries.slice(1).map(({ first }, i) => first - entries[i].last),
          lines: entries.map((entry) => entry.lines),
        };
      });
      assert.ok(new Set(lines).size > 1, `one entry is wrapped and another is not: ${lines}`);
      for (const gap of gaps) assert.ok(Math.abs(gap - gaps[0]) < 1, gaps.join());
      await context.close();
    });
});
