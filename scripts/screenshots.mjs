// Pictures of the journey, to look at: npm run screenshots. A box office of its own is filled with 4,213 signatures over
// HTTP, gathered round the kept seats as people gather, and a visitor walks through every state.
import { mkdirSync } from 'node:fs';
import { makeVenue, seatFromCode } from 'grandstand/venue';
import {
  dataFolder,
  fillHouse,
  fillIn,
  freePort,
  openBrowser,
  startBoxOffice,
  untilState,
  visit,
} from '../test/journey/support.mjs';
import { crowd } from '../test/support/crowd.ts';

const SIGNATURES = 4213;
const folder = new URL('../reports/screenshots/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const venue = makeVenue('arena');
const kept = ['12-8-14', '5-10-9', '18-9-11'].map((code) => seatFromCode(venue, code));
const besideAles = seatFromCode(venue, '12-8-15');

const WIDTHS = [360, 1280];
const LOOKS = [
  ['dark', { colorScheme: 'dark' }],
  ['light', { colorScheme: 'light' }],
  ['forced', { colorScheme: 'dark', forcedColors: 'active' }],
];

const data = dataFolder();
const office = await startBoxOffice('serve', { port: await freePort(), data: data.folder });
const browser = await openBrowser();

async function open(width, look, options) {
  const visitor = await visit(browser, office.url, {
    viewport: { width, height: 900 },
    hasTouch: width < 500,
    reducedMotion: 'reduce',
    ...options,
  });
  const { page } = visitor;
  const shoot = async (name, target) => {
    const path = `${folder}${name}-${width}-${look}.png`;
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    await (target ? target.screenshot({ path }) : page.screenshot({ path, fullPage: true }));
  };
  const choose = (seat) =>
    page.evaluate(
      (one) =>
        document.querySelector('petition-campaign').campaign.request({ type: 'seat-select', seat: one }),
      seat,
    );
  // The images of a story come when it is near the view.
  await page.locator('petition-story-deck').scrollIntoViewIfNeeded();
  const picker = page.locator('petition-seat-picker');
  await picker.scrollIntoViewIfNeeded();
  await untilState(page, (state) => state.takenRevision > 0 && state.count?.signatures > 4000);
  await picker.evaluate((element) => element.ready);
  await page.waitForLoadState('networkidle');
  // The glow of seats that light up at once is gathered for a second.
  await page.waitForTimeout(1500);
  return { ...visitor, picker, form: page.locator('petition-sign-form'), shoot, choose };
}

try {
  // The seats that are chosen below stay free.
  await fillHouse(office.url, crowd(venue, kept, SIGNATURES, [besideAles, kept[0] - 1]));
  for (const width of WIDTHS) {
    for (const [look, options] of LOOKS) {
      const { page, context, picker, form, shoot, choose } = await open(width, look, options);
      await page.evaluate(() => scrollTo(0, 0));
      await shoot('journey');
      await shoot('arena-far', picker);
      await page.getByRole('button', { name: /^Sign without a seat$/ }).click();
      await shoot('form-errors', form);
      await choose(besideAles);
      await picker.evaluate((element, seat) => element.reveal(seat), besideAles);
      await shoot('arena-near', picker);
      await context.close();
    }
  }
  // Two visitors choose the same seat: one gets it, the other is told.
  for (const [width, seat] of [
    [WIDTHS[0], kept[0] - 1],
    [WIDTHS[1], besideAles],
  ]) {
    const [first, second] = [await open(width, ...LOOKS[0]), await open(width, ...LOOKS[1])];
    for (const { page, choose } of [first, second]) {
      await choose(seat);
      await fillIn(page);
    }
    for (const [visitor, name] of [
      [first, 'signed'],
      [second, 'seat-taken'],
    ]) {
      await visitor.page.getByRole('button', { name: 'Sign and take this seat' }).click();
      await untilState(
        visitor.page,
        (state) => state.signing.outcome === 'signed' || state.signing.outcome === 'seat-taken',
      );
      await visitor.page.waitForLoadState('networkidle');
      await visitor.shoot(name, visitor.form);
    }
    await first.context.close();
    await second.context.close();
  }
  console.log(`Pictures: ${folder}`);
} finally {
  await browser.close();
  await office.stop();
  data.remove();
}
