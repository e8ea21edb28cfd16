// Every story as a visitor has it: nothing in the console, no request to anywhere else, no violation that axe can
// find, in light, dark and forced colours, and nothing wider than the narrowest page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { listStories, openBrowser, openStage, serveStories, VISITOR } from './support.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the visitor has, and what axe looks at then: in the dark only colours have changed; forced ones it cannot read. */
const LOOKS = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }, {}],
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

const stories = listStories();

/** What axe says about the story that is shown, one line for each place. */
async function judge(page, options) {
  return page.evaluate(async (given) => {
    await new Promise((drawn) => requestAnimationFrame(drawn));
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

/** What is wider than a page of 320 px (WCAG 2.2, 1.4.10). */
async function wider(page) {
  await page.setViewportSize({ ...SIZE, width: 320 });
  const width = await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return document.documentElement.scrollWidth;
  });
  await page.setViewportSize(SIZE);
  return width > 320 ? [`at 320 px the page is ${width} px wide`] : [];
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

  for (const { id, title, name, tags } of stories) {
    it(`${title}: ${name}`, async () => {
      const stage = await take();
      try {
        const found = {};
        for (const [look, media, options] of LOOKS) {
          await stage.page.emulateMedia(media);
          if (look === 'light') await stage.show(id);
          for (const violation of await judge(stage.page, options)) (found[violation] ??= []).push(look);
        }
        const problems = Object.entries(found).map(([problem, looks]) => `${problem} (${looks.join(', ')})`);
        // A mistake of the page's author is told, once, and is no fault of the story.
        const told = stage.complaints().filter((one) => one.startsWith('warning: grandstand: '));
        assert.equal(told.length > 0, tags.includes('warns'), `told: ${told.join('; ')}`);
        const complaints = stage.complaints().filter((one) => !told.includes(one));
        assert.deepEqual(
          [...complaints, ...(await missing(stage.page)), ...(await wider(stage.page)), ...problems],
          [],
        );
      } finally {
        giveBack(stage);
      }
    });
  }
});
