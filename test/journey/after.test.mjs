// The minute after: what somebody who has signed sees, hears and can do, at once and without scrolling; and what becomes of
// it where a document is as long as it may be.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fillIn, openHouse, untilState, visit } from './support.mjs';

/** 12-8-15 and 12-8-13, beside Ales Bialiatski. */
const BESIDE = [4698, 4696];
const SIZES = [
  [360, 740],
  [390, 844],
  [768, 1024],
  [1280, 900],
];
/** Where pictures of the card are left, to be looked at. */
const reports = new URL('../../reports/journey/', import.meta.url);

const pathOfDocument = '**/human-rights-match.json';

/** The page with another document and language; the box office keeps the one it has. */
async function open(browser, url, { width, height, change = (document) => document, language = 'en' }) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.route(pathOfDocument, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change(await response.json()) });
  });
  await page.goto(url);
  await untilState(page, (state) => state.venue !== null && state.freshness === 'fresh');
  await page.evaluate((tag) => document.querySelector('petition-campaign').campaign.setLocale(tag), language);
  await page.locator(`petition-sign-form .base[lang="${language}"]`).waitFor();
  return { page, context };
}

/** Signs from a seat, or without one, and waits until the ticket is drawn. */
async function sign(page, seat) {
  await page.evaluate(
    (one) => document.querySelector('petition-campaign').campaign.request({ type: 'seat-select', seat: one }),
    seat,
  );
  const form = page.locator('petition-sign-form');
  for (const [name, text] of [
    ['given_name', 'Ada'],
    ['family_name', 'Novák'],
    ['email', 'ada@example.org'],
  ])
    await form.locator(`[name="${name}"]`).fill(text);
  await form.locator('[name="consent-sign"]').check();
  await form.locator('[part="submit"]').click();
  await untilState(page, (state) => state.signing.outcome === 'signed');
  await page.locator('petition-ticket').getByRole('img').waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Where the heading of the result is, the warm buttons that are wholly in view, and what of the result is beyond the edge. */
const inView = (page) =>
  page.evaluate(() => {
    const within = (root) =>
      [...root.querySelectorAll('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ]);
    const all = within(document);
    const form = all.find(({ localName }) => localName === 'petition-sign-form');
    const heading = form.shadowRoot.querySelector('#heading');
    const result = [...within(form.shadowRoot), ...within(form)].filter((one) => one.checkVisibility());
    const isWhole = ({ top, bottom, height }) => height > 0 && top >= 0 && bottom <= innerHeight;
    const acts = all.filter((one) => one.matches('button.act, a.act') && one.checkVisibility());
    return {
      top: Math.round(heading.getBoundingClientRect().top),
      acts: acts
        .filter((one) => isWhole(one.getBoundingClientRect()))
        .map((one) => one.innerText.replace(/\s+/g, ' ')),
      beyond: result
        .filter((one) => one.closest('svg') === null && one.getBoundingClientRect().right > innerWidth + 1)
        .map(({ localName }) => localName),
    };
  });

describe('the minute after', { timeout: 300_000 }, () => {
  const house = openHouse();
  let seat = 6000;

  for (const [width, height] of SIZES)
    it(`at ${width} x ${height}: the result at the top, the ticket under it, one warm button in view`, async () => {
      const { page, context } = await open(house.browser, house.office.url, { width, height });
      seat += 10;
      await sign(page, seat);
      const { top, acts, beyond } = await inView(page);
      assert.ok(top >= 0 && top <= 32, `the heading is at ${top} px`);
      assert.equal(acts.length, 1, acts.join());
      assert.match(acts[0], /^Invite someone to seat \d+$/);
      assert.deepEqual(beyond, []);
      await context.close();
    });

  it('is read in this order: seat, person and code with the heading, ticket, button, letters, code, share', async () => {
    const { page, context, complaints } = await visit(house.browser, house.office.url);
    await untilState(page, (state) => state.venue !== null);
    await page.evaluate(
      (one) =>
        document.querySelector('petition-campaign').campaign.request({ type: 'seat-select', seat: one }),
      BESIDE[0],
    );
    await fillIn(page);
    await page.getByRole('button', { name: 'Sign and take this seat' }).click();
    await page.locator('petition-ticket').getByRole('img').waitFor();
    await page.getByRole('button', { name: 'Print a card to write on' }).waitFor();
    const devtools = await context.newCDPSession(page);
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    const isFocused = ({ properties = [] }) =>
      properties.some(({ name, value }) => name === 'focused' && value.value);
    const heading = nodes.find((node) => node.role?.value === 'heading' && isFocused(node));
    assert.equal(heading?.name.value, 'You have signed.');
    assert.match(
      heading.description.value,
      /^Your seat: block 12, row 8, seat 15, beside Ales Bialiatski\. Your withdrawal code\. Keep .* We show it only once\.$/,
    );
    const snapshot = await page.locator('petition-campaign').ariaSnapshot();
    const places = [
      'heading "You have signed."',
      'img /?"?.*Ticket: Block 12, row 8, seat 15, beside Ales Bialiatski',
      'button "Invite someone to seat 16"',
      'heading "Write to Ales Bialiatski"',
      'button "Print a card to write on"',
      'textbox "Your withdrawal code"',
      'heading "Share the petition"',
    ].map((pattern) => snapshot.search(new RegExp(pattern)));
    assert.ok(!places.includes(-1), `${places}\n${snapshot}`);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('prints a card: one page, the address, and no word of the petition', async () => {
    const { page, context } = await open(house.browser, house.office.url, { width: 1280, height: 900 });
    await sign(page, BESIDE[1]);
    await page.evaluate(() => {
      window.printed = 0;
      window.print = () => void window.printed++;
    });
    await page.getByRole('button', { name: 'Print a card to write on' }).click();
    await page.waitForFunction(() => window.printed === 1);
    assert.equal(await page.title(), '');
    await page.emulateMedia({ media: 'print' });
    assert.match(
      await page.locator('[data-petition-card] .address').innerText(),
      /^Ales Viktaravich Bialiatski\nPenal colony No\. 2/,
    );
    const seen = await page.evaluate(
      () => [...document.body.children].filter((one) => one.checkVisibility()).length,
    );
    assert.equal(seen, 1);
    mkdirSync(reports, { recursive: true });
    writeFileSync(new URL('card.png', reports), await page.screenshot({ fullPage: true }));
    // The browser says that it has printed, and the page comes back.
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g).length, 1);
    assert.match(await page.title(), /Human Rights Match/);
    assert.equal(await page.locator('[data-petition-card]').count(), 0);
    await context.close();
  });

  const everywhere = (document, text) => Object.fromEntries(document.languages.map((tag) => [tag, text]));
  const LONG = {
    'a title of 120 characters': (document) => ({
      ...document,
      title: everywhere(document, 'Versammlungsfreiheit und Unterschriften '.repeat(3)),
    }),
    'demands of 2,000 characters': (document) => ({
      ...document,
      demand: everywhere(document, 'Wir fordern die Freilassung. '.repeat(69)),
    }),
    'names of 60 characters': (document) => ({
      ...document,
      stories: document.stories.map((story) => ({
        ...story,
        name: everywhere(document, 'Maximiliana-Theodora von Featherstonehaugh-Cholmondeley-Xaver'),
      })),
    }),
    'no portraits': (document) => ({
      ...document,
      stories: document.stories.map((story) => ({ ...story, portrait: null })),
    }),
    'one story': (document) => ({ ...document, stories: document.stories.slice(0, 1) }),
    'twenty stories': (document) => ({
      ...document,
      stories: Array.from({ length: 20 }, (_, i) =>
        i < 3 ? document.stories[i] : { ...document.stories[i % 3], id: `story-${i}`, seat: null },
      ),
    }),
  };
  const near = [2000, 2010];
  for (const [what, change] of Object.entries(LONG))
    for (const [i, language] of ['de', 'ar'].entries())
      it(`at 320 x 640, in ${language}, with ${what}: the result has its button in view`, async () => {
        const { page, context } = await open(house.browser, house.office.url, {
          width: 320,
          height: 640,
          change,
          language,
        });
        near[i] += 20;
        await sign(page, near[i]);
        const { top, acts, beyond } = await inView(page);
        assert.ok(top >= 0 && top <= 32, `the heading is at ${top} px`);
        assert.equal(acts.length, 1, acts.join());
        assert.deepEqual(beyond, []);
        await context.close();
      });
});
