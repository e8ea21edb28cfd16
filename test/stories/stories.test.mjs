// Every story as a visitor has it: nothing in the console, no request to anywhere else, and no violation that axe can
// find, in light, dark and forced colours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { listStories, openBrowser, openStage, serveStories, VISITOR } from './support.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
};
const PAGES = 2;

const stories = listStories();

/** What axe says about the story that is shown, one line for each place. */
async function judge(page) {
  return page.evaluate(async () => {
    const { violations } = await window.axe.run('#storybook-root', { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const [why] = [...any, ...all, ...none];
        return `${id}: ${target.flat().join(' >>> ')}: ${why?.message ?? ''}`;
      }),
    );
  });
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

describe('stories', { concurrency: PAGES }, () => {
  let server;
  let browser;
  const free = [];
  const waiting = [];

  before(async () => {
    [server, browser] = await Promise.all([serveStories(), openBrowser()]);
    for (let i = 0; i < PAGES; i++) {
      const context = await browser.newContext({ ...VISITOR, viewport: { width: 1024, height: 900 } });
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

  for (const { id, title, name } of stories) {
    it(`${title}: ${name}`, async () => {
      const stage = await take();
      try {
        await stage.page.emulateMedia(LOOKS.light);
        await stage.show(id);
        const found = {};
        for (const [look, media] of Object.entries(LOOKS)) {
          await stage.page.emulateMedia(media);
          await stage.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
          for (const violation of await judge(stage.page)) (found[violation] ??= []).push(look);
        }
        const problems = Object.entries(found).map(([problem, looks]) => `${problem} (${looks.join(', ')})`);
        assert.deepEqual([...stage.complaints(), ...(await missing(stage.page)), ...problems], []);
      } finally {
        giveBack(stage);
      }
    });
  }
});
