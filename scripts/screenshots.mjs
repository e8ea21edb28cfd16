// Pictures of every step of the journey, to look at: npm run screenshots. For each number of signatures a box office of its
// own is filled over HTTP, gathered round the kept seats as people gather, and a visitor walks through every step.
// `-- --signatures=0,15083 --width=360 --look=dark` takes some of them.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
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

const { values: options } = parseArgs({
  options: {
    signatures: { type: 'string', default: '0,1,4213,15083' },
    width: { type: 'string', default: '360,768,1280,1920' },
    look: { type: 'string', default: 'dark,light,forced' },
  },
});
const numbersIn = (list) => list.split(',').map(Number);
const HEIGHTS = { 360: 740, 390: 844, 768: 1024, 1280: 900, 1920: 1080 };
const LOOKS = {
  dark: { colorScheme: 'dark' },
  light: { colorScheme: 'light' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
};

const folder = new URL('../reports/screenshots/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const venue = makeVenue('arena');
const kept = ['12-8-14', '5-10-9', '18-9-11'].map((code) => seatFromCode(venue, code));
const besideAles = seatFromCode(venue, '12-8-15');
const browser = await openBrowser();

async function open(office, signatures, width, look) {
  const visitor = await visit(browser, office.url, {
    viewport: { width, height: HEIGHTS[width] ?? 900 },
    hasTouch: width < 1280,
    reducedMotion: 'reduce',
    ...LOOKS[look],
  });
  const { page } = visitor;
  const picker = page.locator('petition-seat-picker');
  const form = page.locator('petition-sign-form');
  const shoot = async (name, target) => {
    const path = `${folder}${signatures}-${name}-${width}-${look}.png`;
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    await (target ?? page).screenshot({ path, fullPage: target === null });
  };
  const choose = (seat) =>
    page.evaluate(
      (one) =>
        document.querySelector('petition-campaign').campaign.request({ type: 'seat-select', seat: one }),
      seat,
    );
  const settle = async () => {
    await page.waitForLoadState('networkidle');
    // The glow of seats that light up at once is gathered for a second.
    await page.waitForTimeout(1500);
  };
  await picker.scrollIntoViewIfNeeded();
  await untilState(page, (state) => state.takenRevision > 0 && state.count !== null);
  await picker.evaluate((element) => element.ready);
  await settle();
  return { ...visitor, picker, form, shoot, choose, settle };
}

/** Every step before the signature, in the window as a visitor sees it. */
async function walk(office, signatures, width, look) {
  const { page, context, picker, form, shoot, choose, settle } = await open(office, signatures, width, look);
  await page.evaluate(() => scrollTo(0, 0));
  await shoot('1-first');
  await page.locator('petition-story-deck').scrollIntoViewIfNeeded();
  await settle();
  await page.evaluate(() => scrollTo(0, 0));
  await shoot('0-page', null);
  await picker.evaluate((element) => element.scrollIntoView());
  await shoot('2-seats');
  if (signatures + kept.length < venue.capacity) {
    await choose(besideAles);
    await picker.evaluate((element, seat) => element.reveal(seat), besideAles);
    await settle();
    await shoot('3-seat');
    await page.locator('petition-story-deck').evaluate((element) => element.scrollIntoView());
    await shoot('4-story');
  }
  await form.evaluate((element) => element.scrollIntoView());
  await shoot('5-form');
  await form.locator('[part~="submit"]').click();
  await shoot('6-mistakes');
  await context.close();
}

/** Two visitors choose the same seat: one gets it, the other is told. */
async function sign(office, signatures, width, look, seat) {
  const [first, second] = [
    await open(office, signatures, width, look),
    await open(office, signatures, width, look),
  ];
  for (const { page, choose } of [first, second]) {
    if (seat !== null) await choose(seat);
    await fillIn(page);
  }
  for (const [visitor, name] of [
    [first, '7-signed'],
    [second, '8-seat-taken'],
  ]) {
    await visitor.form.locator('[part~="submit"]').click();
    await untilState(visitor.page, (state) => ['signed', 'seat-taken'].includes(state.signing.outcome));
    await visitor.settle();
    if (visitor === first || seat !== null) await visitor.shoot(name);
    await visitor.context.close();
  }
}

try {
  for (const signatures of numbersIn(options.signatures)) {
    const data = dataFolder();
    const office = await startBoxOffice('serve', { port: await freePort(), data: data.folder });
    const isFull = signatures + kept.length >= venue.capacity;
    // The seats that are chosen below stay free.
    const spared = isFull ? [] : [...Array(12).keys()].map((index) => besideAles + index);
    await fillHouse(office.url, crowd(venue, kept, signatures, spared));
    const visits = numbersIn(options.width).flatMap((width) =>
      options.look.split(',').map((look) => [width, look]),
    );
    for (const [width, look] of visits) await walk(office, signatures, width, look);
    // Each signature adds one, so they come when everything else is photographed.
    for (const [index, [width, look]] of visits.entries())
      await sign(office, signatures, width, look, isFull ? null : besideAles + index);
    await office.stop();
    data.remove();
  }
  console.log(`Pictures: ${folder}`);
} finally {
  await browser.close();
}
