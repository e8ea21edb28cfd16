// Pictures of the stories, to look at: npm run screenshots:stories -- [--story=text] [--theme=light,dark,forced]
// [--width=320,1280] [--language=en,be,ar-XB] [--sheets]. One file each, and one contact sheet for each element, look,
// width and language, into reports/stories/. `--sheets` makes the sheets anew from the pictures that are there.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listStories, openBrowser, openStage, serveStories, VISITOR } from '../test/stories/support.mjs';

const { values: flags } = parseArgs({
  options: {
    story: { type: 'string', default: '' },
    theme: { type: 'string', default: 'light,dark,forced' },
    width: { type: 'string', default: '320,1280' },
    language: { type: 'string', default: 'en,be,ar-XB' },
    sheets: { type: 'boolean', default: false },
  },
});
const list = (text) => text.split(',').map((one) => one.trim());
const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
};
const PAGES = 2;
/** The browser cannot take a picture that is higher. */
const MAX_HEIGHT = 12_000;

const folder = new URL('../reports/stories/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const stories = listStories().filter(({ id, title, name }) =>
  `${id} ${title} ${name}`.toLowerCase().includes(flags.story.toLowerCase()),
);
const variants = list(flags.language).flatMap((language) =>
  list(flags.width).flatMap((width) =>
    list(flags.theme).map((theme) => ({ language, width: Number(width), theme })),
  ),
);
const nameOf = ({ language, width, theme }) => `${width}-${theme}-${language}`;

const server = await serveStories();
const browser = await openBrowser();

async function photograph(stage, { id }, variant) {
  const { page } = stage;
  const { language, width, theme } = variant;
  await page.emulateMedia(LOOKS[theme]);
  await page.setViewportSize({ width, height: 900 });
  const complaints = await stage.show(id, { language });
  // Words of another language are loaded when they are needed.
  if (language !== 'en') {
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => window.__grandstandSettled());
  }
  if (complaints.length > 0) console.log(`${id} ${nameOf(variant)}: ${complaints.join('; ')}`);
  // What is further down is painted and loaded when it comes near the view: the view becomes as high as the page.
  const measure = () => document.querySelector('#storybook-root').getBoundingClientRect().bottom + scrollY;
  const height = Math.ceil(await page.evaluate(measure));
  if (height > 900) {
    await page.setViewportSize({ width, height: Math.min(height + 16, MAX_HEIGHT) });
    await page.waitForLoadState('networkidle');
    // A play may have scrolled.
    await page.evaluate(() => scrollTo(0, 0));
    await page.evaluate(() => window.__grandstandSettled());
  }
  await page.screenshot({
    path: `${folder}${id}--${nameOf(variant)}.png`,
    clip: { x: 0, y: 0, width, height: Math.min(MAX_HEIGHT, Math.ceil(await page.evaluate(measure)) + 16) },
  });
}

/** All stories of an element beside each other, with their names. */
async function arrange(page, title, variant) {
  const shown = stories.filter((story) => story.title === title);
  const figures = shown
    .map(({ id, name }) => ({ name, file: `${folder}${id}--${nameOf(variant)}.png` }))
    .filter(({ file }) => existsSync(file))
    .map(
      ({ name, file }) =>
        `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${readFileSync(file, 'base64')}"></figure>`,
    );
  if (figures.length === 0) return;
  const width = variant.width < 500 ? variant.width : Math.round(variant.width / 2);
  const columns = Math.max(1, Math.min(figures.length, Math.floor(1960 / (width + 16))));
  await page.setViewportSize({ width: columns * (width + 16) + 32, height: 800 });
  await page.setContent(
    `<!doctype html><style>
      body { margin: 16px; background: #777; font: 14px/1.4 sans-serif; columns: ${columns}; column-gap: 16px; }
      figure { margin: 0 0 16px; break-inside: avoid; } figcaption { background: #222; color: #fff; padding: 2px 6px; }
      img { display: block; width: ${width}px; }
    </style>${figures.join('')}`,
  );
  const name = title.replace(/\W+/g, '-').toLowerCase();
  await page.screenshot({ path: `${folder}sheet--${name}--${nameOf(variant)}.png`, fullPage: true });
}

try {
  const tasks = flags.sheets ? [] : variants.flatMap((variant) => stories.map((story) => [story, variant]));
  await Promise.all(
    Array.from({ length: PAGES }, async () => {
      const context = await browser.newContext(VISITOR);
      const stage = await openStage(context, server.url);
      for (let task = tasks.shift(); task; task = tasks.shift()) await photograph(stage, ...task);
      await context.close();
    }),
  );
  const page = await browser.newPage();
  for (const variant of variants)
    for (const title of new Set(stories.map((story) => story.title))) await arrange(page, title, variant);
  console.log(`${readdirSync(folder).length} pictures: ${folder}`);
} finally {
  await browser.close();
  server.close();
}
