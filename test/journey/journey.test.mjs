// The main job, for real: `npm start`, a browser, a story, a seat, a signature, a lit seat; after a reload, in another
// browser, after the server was killed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  dataFolder,
  fillIn,
  finger,
  focused,
  freePort,
  isLit,
  openBrowser,
  restingPlace,
  startBoxOffice,
  untilState,
  untilStory,
  visit,
} from './support.mjs';

/** 12-8-15, beside Ales Bialiatski; and 12-8-13 on his other side. */
const BESIDE_ALES = 4698;

describe('the journey', { timeout: 300_000 }, () => {
  let data, port, office, browser;

  before(async () => {
    data = dataFolder();
    port = await freePort();
    [office, browser] = await Promise.all([
      startBoxOffice('start', { port, data: data.folder }),
      openBrowser(),
    ]);
  });
  after(async () => {
    await browser?.close();
    await office?.stop();
    data.remove();
  });

  it('by mouse: read about Ales, choose the seat beside him in the arena, sign, see it lit', async () => {
    const { page, context, complaints } = await visit(browser, office.url);
    await page.getByRole('button', { name: /Read more about Ales/ }).click();
    await page.getByText('sews garments six days a week').waitFor();
    await page.getByRole('button', { name: 'Read the next story' }).click();
    await untilStory(page, 'Mikalai Statkevich');
    await page.getByRole('button', { name: 'Read the next story' }).click();
    await untilStory(page, 'Eduard Lobau');

    await page.locator('petition-story-deck').getByRole('button', { name: 'Choose your seat' }).click();
    await untilState(page, (state) => state.takenRevision > 0);
    const { x, y } = await page.locator('petition-seat-picker').evaluate(async (picker, seat) => {
      await picker.ready;
      const box = await picker.reveal(seat);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, BESIDE_ALES);
    await page.mouse.click(x, y);
    await untilState(page, (state, seat) => state.seat?.seat === seat, BESIDE_ALES);

    const form = page.locator('petition-sign-form');
    await form.getByText('Block 12, row 8, seat 15').waitFor();
    await fillIn(page);
    await form.getByRole('button', { name: 'Sign and take this seat' }).click();
    await form.getByRole('heading', { name: 'You have signed.' }).waitFor();
    await form.getByText('Your seat: block 12, row 8, seat 15, beside Ales Bialiatski.').waitFor();
    await untilState(page, (state) => state.count?.signatures === 1);
    // The seats are read after the count.
    await untilState(page, (state, seat) => ((state.taken[seat >> 3] >> (seat & 7)) & 1) === 1, BESIDE_ALES);
    assert.equal(await page.getByLabel('Email').count(), 0, 'what was typed is gone');
    const portrait = await page.locator('petition-ticket .portrait img').first().boundingBox();
    assert.ok(portrait && portrait.width > 20, 'the ticket shows whom one sits beside');

    await page.reload();
    await untilState(page, (state) => state.takenRevision > 0);
    assert.equal(await isLit(page, BESIDE_ALES), true, 'after a reload');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('is lit in another browser, and after the server was killed', async () => {
    await office.kill();
    office = await startBoxOffice('serve', { port, data: data.folder });
    const { page, context } = await visit(browser, office.url);
    await page.locator('petition-seat-picker').scrollIntoViewIfNeeded();
    await untilState(page, (state) => state.takenRevision > 0);
    assert.equal(await isLit(page, BESIDE_ALES), true);
    await context.close();
  });

  it('by touch: a finger sideways goes on to the next story, a finger upwards scrolls the page', async () => {
    const { page, context, complaints } = await visit(browser, office.url, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const deck = page.locator('petition-story-deck');
    await deck.evaluate((element) => element.scrollIntoView());
    await untilStory(page, 'Ales Bialiatski');
    const swipe = await finger(page);
    const scrolled = () => page.evaluate(() => scrollY);

    const before = await scrolled();
    await swipe(0, -200);
    await page.waitForFunction((y) => scrollY > y + 100, before);
    await untilStory(page, 'Ales Bialiatski');

    // The finger is off before the page stands still.
    const held = await restingPlace(page);
    await swipe(-250, 0);
    await untilStory(page, 'Mikalai Statkevich');
    assert.equal(await scrolled(), held, 'the page stays where it is');

    await swipe(250, 0);
    await untilStory(page, 'Ales Bialiatski');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('by keyboard alone: every step without a pointer', async () => {
    const { page, context, complaints } = await visit(browser, office.url);
    await untilState(page, (state) => state.venue !== null);
    const tabTo = async (holds, limit = 60) => {
      for (let i = 0; i < limit; i++) {
        await page.keyboard.press('Tab');
        const now = await focused(page);
        if (holds(now)) return now;
      }
      throw new Error(`not reached with Tab; last: ${JSON.stringify(await focused(page))}`);
    };
    await tabTo(({ text }) => /Find me a seat/.test(text));
    await tabTo(({ role }) => role === 'gridcell');
    const first = (await focused(page)).text;
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((before) => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return (
        element?.getAttribute('role') === 'gridcell' &&
        (element.getAttribute('aria-label') ?? element.textContent) !== before
      );
    }, first);
    // Towards a free seat, then take it.
    for (let i = 0; i < 5 && !/free/i.test((await focused(page)).text); i++)
      await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await untilState(page, (state) => state.seat !== null);

    await tabTo(({ role }) => role === 'input');
    for (const text of ['Ida', 'Kovač', 'ida@example.org']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await tabTo(({ role }) => role === 'input', 5);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await untilState(page, (state) => state.signing.outcome === 'signed');
    await page.getByRole('heading', { name: 'You have signed.' }).waitFor();
    assert.match((await focused(page)).text, /You have signed/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('a second browser is refused the same seat, keeps its answers, and takes a near one', async () => {
    const seat = 5000;
    const visitors = await Promise.all([visit(browser, office.url), visit(browser, office.url)]);
    for (const { page } of visitors) {
      await untilState(page, (state) => state.venue !== null);
      await page.evaluate(
        (one) =>
          document.querySelector('petition-campaign').campaign.request({ type: 'seat-select', seat: one }),
        seat,
      );
      await fillIn(page);
    }
    const [first, second] = visitors.map(({ page }) => page);
    await first.getByRole('button', { name: 'Sign and take this seat' }).click();
    await first.getByRole('heading', { name: 'You have signed.' }).waitFor();
    const refused = await untilRefusedOrLost(second);
    assert.ok(refused.near.length > 0, 'near seats are offered');
    await second.getByRole('heading', { name: 'Someone sat down there a moment before you' }).waitFor();
    assert.equal(
      await second.getByLabel('Given name', { includeHidden: true }).inputValue(),
      'Ada',
      'nothing typed is gone',
    );
    await second.getByRole('button', { name: /^Sign and take/ }).click();
    await second.getByRole('heading', { name: 'You have signed.' }).waitFor();
    const given = await second.evaluate(
      () => document.querySelector('petition-campaign').campaign.state.signing.receipt.seat,
    );
    assert.notEqual(given, seat);
    assert.ok(refused.near.includes(given));
    for (const { context } of visitors) await context.close();
  });

  /** Presses the sign button; the seat may be known as lost already, when a poll came first. */
  async function untilRefusedOrLost(page) {
    await page
      .getByRole('button', { name: /^Sign and take/ })
      .first()
      .click();
    await untilState(page, (state) => state.signing.outcome === 'seat-taken' || state.notice !== null);
    return page.evaluate(() => {
      const { signing, notice } = document.querySelector('petition-campaign').campaign.state;
      return { near: (signing.places ?? notice?.near ?? []).map((place) => place.seat) };
    });
  }

  it('an unreachable endpoint: said plainly, nothing typed is gone, and trying again works', async () => {
    const { page, context } = await visit(browser, office.url);
    await untilState(page, (state) => state.venue !== null);
    await fillIn(page, { given: 'Eve' });
    await office.kill();
    await page.locator('petition-sign-form [part="submit"]').click();
    await page.getByRole('heading', { name: 'Not sent yet' }).waitFor({ timeout: 60_000 });
    office = await startBoxOffice('serve', { port, data: data.folder });
    await page.getByRole('button', { name: 'Try again' }).click();
    await untilState(page, (state) => state.signing.outcome === 'signed');
    await context.close();
  });

  it('port in use and second server on the same data: one sentence each, and no stack trace', async () => {
    const other = await freePort();
    await assert.rejects(startBoxOffice('serve', { port: other, data: data.folder }), (error) => {
      assert.doesNotMatch(error.message, /\n\s+at /);
      assert.match(error.message, /another|in use|already/i);
      return true;
    });
    const elsewhere = dataFolder();
    await assert.rejects(startBoxOffice('serve', { port, data: elsewhere.folder }), (error) => {
      assert.doesNotMatch(error.message, /\n\s+at /);
      assert.match(error.message, new RegExp(`${port}`));
      return true;
    });
    elsewhere.remove();
  });
});
