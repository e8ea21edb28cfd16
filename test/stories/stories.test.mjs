// Every story as a visitor has it, from left to right and from right to left: nothing in the console, no request to
// anywhere else, no violation that axe can find in light, dark and forced colours, nothing lost at 400 % zoom and with a
// reader's text spacing, and nothing that keys do not reach, in order, with a ring.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { lookThrough } from '../support/in-page.mjs';
import { listStories, openBrowser, openStage, serveStories, VISITOR } from './support.mjs';
import { walkThrough } from './walk.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the visitor has, and what axe looks at then: in the dark only colours have changed; forced ones it cannot read. */
const LIGHT = { colorScheme: 'light', forcedColors: 'none' };
const LOOKS = [
  ['light', LIGHT, {}],
  [
    'dark',
    { colorScheme: 'dark', forcedColors: 'none' },
    { runOnly: ['color-contrast', 'link-in-text-block'] },
  ],
  [
    'forced colours',
    { colorScheme: 'dark', forcedColors: 'active' },
    { rules: { 'color-contrast': { enabled: false } } },
  ],
];
const PAGES = 2;
const SIZE = { width: 1024, height: 900 };
/** A page of 1280 x 1024 px, four times as large. Only pictures depend on how many device pixels that takes, and they cost time. */
const ZOOMED = { width: 320, height: 256 };
/** Modifiers of the protocol's key events. */
const TAB = 0;
const SHIFT_TAB = 8;

const stories = listStories();

/** What axe says about the story that is shown, one line for each place. */
async function judge(page, options) {
  return page.evaluate(async (given) => {
    // An element takes its colours from what it stands in, a frame later.
    for (let frame = 0; frame < 4; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
    const { violations } = await window.axe.run('#storybook-root', { resultTypes: ['violations'], ...given });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const [why] = [...any, ...all, ...none];
        return `${id}: ${target.flat().join(' >>> ')}: ${why?.message ?? ''}`;
      }),
    );
  }, options);
}

/** What a story must show at least: with nothing in it, nothing would be wrong with it. */
async function missing(page) {
  return page.evaluate(() => {
    const tags = [...document.querySelectorAll('#storybook-root *')].filter(({ localName }) =>
      localName.startsWith('petition-'),
    );
    return [
      ...tags.filter((one) => !one.matches(':defined')).map(({ localName }) => `${localName} is not defined`),
      ...(tags.some((one) => one.offsetHeight > 0) ? [] : ['no element is to be seen']),
    ];
  });
}

/** What is cut in the page as it is, and with a reader's text spacing (WCAG 2.2, 1.4.10 and 1.4.12). */
async function cut(page) {
  return page.evaluate(() => {
    const look = (where) => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [
        ...(scrollWidth > clientWidth ? [`${where}the page is ${scrollWidth} px wide`] : []),
        ...cutTexts(document.querySelector('#storybook-root')).map((name) => `${where}cut: ${name}`),
      ];
    };
    const found = look('');
    const takeBack = spaceOut();
    found.push(...look('spaced out, '));
    takeBack();
    return found;
  });
}

/** Gives the page another size, and its elements time to see it. */
async function resize(page, size) {
  await page.setViewportSize(size);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

/** What keys cannot reach or show, from before the story to its end by Tab, and back by Shift+Tab. */
async function unreached({ page, press }, ...ways) {
  const wanted = await page.evaluate(() => startWalk(document.querySelector('#storybook-root')));
  for (const way of wanted > 0 ? ways : []) {
    await page.evaluate((back) => setOut(back), way === SHIFT_TAB);
    // Some stops come while one walks.
    for (let presses = 0; presses < 3 * wanted + 20; presses += wanted + 2) {
      await press('Tab', wanted + 2, way);
      if (await page.evaluate(() => isOut())) break;
    }
  }
  return page.evaluate(() => endWalk());
}

/** The same state, in a language that is written from right to left. */
async function turn(page) {
  await page.evaluate(async () => {
    Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' });
    for (const element of document.querySelectorAll('#storybook-root [lang="en"]'))
      if (element.localName.startsWith('petition-')) element.lang = 'ar';
    await window.__grandstandSettled();
  });
}

describe('stories', { concurrency: PAGES }, () => {
  let server;
  let browser;
  const free = [];
  const waiting = [];

  before(async () => {
    [server, browser] = await Promise.all([serveStories(), openBrowser()]);
    for (let i = 0; i < PAGES; i++) {
      const context = await browser.newContext({ ...VISITOR, viewport: SIZE });
      await context.addInitScript(axe);
      await context.addInitScript(lookThrough);
      await context.addInitScript(walkThrough);
      free.push(await openStage(context, server.url));
    }
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** One page for one story at a time. */
  const take = async () => free.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const giveBack = (stage) => (waiting.shift() ?? ((one) => free.push(one)))(stage);

  it('are there', () => assert.ok(stories.length > 0));

  it('are judged by measures that find what is wrong', async () => {
    const stage = await take();
    try {
      const { page } = stage;
      await page.setContent(`<!doctype html><div id="storybook-root">
        <button style="position: absolute; top: 300px; left: 0">Low</button>
        <button style="position: absolute; top: 0; left: 0; outline: none">High</button>
        <p style="position: absolute; top: 100px; width: 40px; height: 20px; overflow: hidden">Not all of it</p>
        <p style="position: absolute; top: 200px; width: 48px; white-space: nowrap; overflow: hidden">As yet</p>
        <button style="position: absolute; top: 400px" onkeydown="event.preventDefault()">Trap</button>
        <button style="position: absolute; top: 500px">Beyond</button>
        <div style="position: absolute; left: 2000px">Wide</div>
      </div>`);
      assert.deepEqual(await unreached(stage, TAB), [
        'Tab does not lead out of button Trap',
        'Tab does not reach button Beyond',
        'Tab: no ring on button High',
        'button Low comes before button High',
      ]);
      const found = await cut(page);
      assert.match(found[0], /^the page is \d{4} px wide$/);
      assert.deepEqual(
        found.filter((one) => one.includes('cut')),
        [
          'cut: p Not all of it',
          'cut: div Wide',
          'spaced out, cut: p Not all of it',
          'spaced out, cut: p As yet',
          'spaced out, cut: div Wide',
        ],
      );
    } finally {
      giveBack(stage);
    }
  });

  for (const { id, title, name, tags } of stories) {
    it(`${title}: ${name}`, async () => {
      const stage = await take();
      try {
        const { page } = stage;
        const found = {};
        const note = (where, problems) => problems.forEach((problem) => (found[problem] ??= []).push(where));
        for (const [look, media, options] of LOOKS) {
          await page.emulateMedia(media);
          if (look === 'light') await stage.show(id);
          note(look, await judge(page, options));
        }
        await page.emulateMedia(LIGHT);
        note('by keys', await unreached(stage, TAB, SHIFT_TAB));
        note('', await cut(page));
        await resize(page, ZOOMED);
        note('at 400 %', await cut(page));
        // Colours know no direction: the other one is judged in one of the looks.
        await turn(page);
        note('at 400 %, rtl', await cut(page));
        await resize(page, SIZE);
        note('rtl', await judge(page, {}));
        note('by keys, rtl', await unreached(stage, TAB));
        note('rtl', await cut(page));
        const problems = Object.entries(found).map(
          ([problem, places]) => `${problem} (${places.join('; ')})`,
        );
        // A mistake of the page's author is told, once, and is no fault of the story.
        const told = stage.complaints().filter((one) => one.startsWith('warning: grandstand: '));
        assert.equal(told.length > 0, tags.includes('warns'), `told: ${told.join('; ')}`);
        const complaints = stage.complaints().filter((one) => !told.includes(one));
        assert.deepEqual([...complaints, ...(await missing(page)), ...problems], []);
      } finally {
        giveBack(stage);
      }
    });
  }
});
