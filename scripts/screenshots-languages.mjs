// Pictures of the whole petition in every language of the example, to look at: npm run screenshots:languages
// [-- --language=de,ar --width=360]. One file each, and a contact sheet for each state and width, into reports/languages/.
import { mkdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeVenue, seatFromCode } from 'grandstand/venue';
import {
  dataFolder,
  fillHouse,
  freePort,
  openBrowser,
  startBoxOffice,
  untilState,
  visit,
} from '../test/journey/support.mjs';
import { crowd } from '../test/support/crowd.ts';

const example = JSON.parse(
  readFileSync(new URL('../examples/human-rights-match/human-rights-match.json', import.meta.url), 'utf8'),
);
const { values: flags } = parseArgs({
  options: {
    language: { type: 'string', default: example.languages.join() },
    width: { type: 'string', default: '360,1280' },
  },
});
const languages = flags.language.split(',');
const widths = flags.width.split(',').map(Number);
const folder = new URL('../reports/languages/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const venue = makeVenue('arena');
const seatOf = (code) => seatFromCode(venue, code);
const kept = example.stories.map(({ seat }) => seatOf(seat));

const data = dataFolder();
const office = await startBoxOffice('serve', { port: await freePort(), data: data.folder });
const browser = await openBrowser();

/** The page from its first sight to its last, one picture for each state. */
async function photograph(language, width, seat) {
  const { page, context, complaints } = await visit(browser, office.url, {
    viewport: { width, height: 900 },
    colorScheme: width < 500 ? 'light' : 'dark',
    reducedMotion: 'reduce',
  });
  const shoot = async (state, target) => {
    await page.waitForLoadState('networkidle');
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    // The portrait on the ticket comes after its words.
    await page.waitForTimeout(500);
    const path = `${folder}${state}-${width}-${language}.png`;
    await (target ? target.screenshot({ path }) : page.screenshot({ path, fullPage: true }));
  };
  await page.locator('[part="language"]').selectOption(language);
  await page.locator(`petition-sign-form .base[lang="${language}"]`).waitFor();
  await page.locator('petition-story-deck').scrollIntoViewIfNeeded();
  const picker = page.locator('petition-seat-picker');
  await picker.scrollIntoViewIfNeeded();
  await untilState(page, (state) => state.takenRevision > 0);
  await picker.evaluate((element) => element.ready);
  await page.evaluate(() => scrollTo(0, 0));
  await shoot('1-start');

  const form = page.locator('petition-sign-form');
  await form.locator('[part~="submit"]').first().click();
  await page.evaluate(
    (one) => document.querySelector('petition-campaign').campaign.request({ type: 'seat-select', seat: one }),
    seat,
  );
  await picker.evaluate((element, one) => element.reveal(one), seat);
  await page
    .locator('petition-story-card [part="more"]')
    .first()
    .evaluate((button) => button.click());
  await shoot('2-errors');

  // All that opens in the picker, by itself.
  const menu = picker.locator('[part="beside"] > button');
  for (const summary of await picker.locator('summary').all()) await summary.click();
  if (await menu.isVisible()) await menu.click();
  await shoot('4-open', picker);
  for (const summary of await picker.locator('summary').all()) await summary.click();

  for (const [name, text] of Object.entries({
    given_name: 'Ada',
    family_name: 'Novák',
    email: 'ada@example.org',
  }))
    await form.locator(`[name="${name}"]`).fill(text);
  await form.locator('input[type="checkbox"]').first().check();
  await form.locator('[part~="submit"]').first().click();
  await untilState(page, (state) => state.signing.outcome === 'signed');
  await shoot('3-signed');
  if (complaints.length > 0) console.log(`${language} ${width}: ${complaints.join('; ')}`);
  await context.close();
}

/** The pictures of one state beside each other. */
async function arrange(page, state, width) {
  const scale = width < 500 ? width : Math.round(width * 0.42);
  const figures = languages.map((language) => {
    const png = readFileSync(`${folder}${state}-${width}-${language}.png`, 'base64');
    return `<figure><figcaption>${language}</figcaption><img src="data:image/png;base64,${png}"></figure>`;
  });
  const columns = Math.min(languages.length, 4);
  await page.setViewportSize({ width: columns * (scale + 12) + 24, height: 800 });
  await page.setContent(
    `<!doctype html><style>
      body { margin: 12px; background: #777; font: 16px/1.4 sans-serif; display: grid; gap: 12px; grid-template-columns: repeat(${columns}, ${scale}px); }
      figure { margin: 0; } figcaption { background: #222; color: #fff; padding: 2px 6px; } img { display: block; width: ${scale}px; }
    </style>${figures.join('')}`,
  );
  await page.screenshot({ path: `${folder}sheet-${state}-${width}.png`, fullPage: true });
}

try {
  // One for each picture; the first are beside those the stories are about.
  const codes = ['12-8-15', '12-8-13', '5-10-8', '5-10-10', '18-9-10', '18-9-12'];
  for (let number = 1; number <= 30; number++) codes.push(`12-6-${number}`, `5-8-${number}`);
  const free = codes.map(seatOf).filter((seat) => typeof seat === 'number');
  await fillHouse(office.url, crowd(venue, kept, 1500, free));
  for (const width of widths)
    for (const language of languages) await photograph(language, width, free.shift());
  const page = await browser.newPage();
  for (const width of widths)
    for (const state of ['1-start', '2-errors', '3-signed', '4-open']) await arrange(page, state, width);
  console.log(`Pictures: ${folder}`);
} finally {
  await browser.close();
  await office.stop();
  data.remove();
}
