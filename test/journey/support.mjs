// A box office as `npm start` runs it, and a browser to walk in: processes of the test's own, ended by it.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from '../../scripts/find-browser.mjs';

const root = new URL('../../', import.meta.url).pathname;

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export function dataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'grandstand-journey-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The example's page in a folder of its own, with another document, and other markup: each is given as it is. */
export function ownPage(folder, changeDocument, changeMarkup = (html) => html) {
  const page = join(folder, 'page');
  cpSync(join(root, 'examples/human-rights-match'), page, { recursive: true });
  const rewrite = (name, change) =>
    writeFileSync(join(page, name), change(readFileSync(join(page, name), 'utf8')));
  rewrite('human-rights-match.json', (text) => JSON.stringify(changeDocument(JSON.parse(text))));
  rewrite('index.html', changeMarkup);
  return page;
}

/** Runs an npm script (`start` builds first, `serve` does not) until it says where it answers; `args` go to the box office. */
export async function startBoxOffice(script, { port, data, env = {}, args = [] }) {
  const child = spawn('npm', ['run', script, '--', ...args], {
    cwd: root,
    // A group of its own, so that npm and the server it started are ended together.
    detached: true,
    env: { ...process.env, PORT: String(port), GRANDSTAND_DATA: data, PUBLISH_SECONDS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    const listen = (chunk) => {
      said += chunk;
      if (/Grandstand box office: http/.test(said)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    ended.then(() => reject(new Error(`The box office ended at once:\n${said}`)));
  });
  const end = async (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Ended already.
    }
    await ended;
  };
  return { url: `http://localhost:${port}/`, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** A box office with data of its own, and a browser, as long as the tests of this `describe` run; `page` makes it a page of its own, `args` go to the box office. */
export function openHouse({ page, args = [] } = {}) {
  const house = { office: null, browser: null };
  let data;
  before(async () => {
    data = dataFolder();
    [house.office, house.browser] = await Promise.all([
      freePort().then((port) =>
        startBoxOffice('serve', {
          port,
          data: data.folder,
          args: [...args, ...(page ? ['--page', page(data.folder)] : [])],
        }),
      ),
      openBrowser(),
    ]);
  });
  after(async () => {
    await house.browser?.close();
    await house.office?.stop();
    data?.remove();
  });
  return house;
}

export async function openBrowser() {
  return chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGS });
}

/**
 * A visitor with a browser profile of their own, who waits for the `heading` of the petition; `prepare` receives the page before it opens; everything the console says besides plain logs is kept in `complaints`,
 * and every request, address and body, in `asked`.
 */
export async function visit(
  browser,
  url,
  { heading = /Watch the Human Rights Match/, prepare, ...options } = {},
) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await prepare?.(page);
  const complaints = [];
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()),
  );
  page.on('pageerror', (error) => complaints.push(String(error)));
  const asked = [];
  page.on('request', (request) => asked.push({ url: request.url(), body: request.postData() ?? '' }));
  await page.goto(url);
  await page.getByRole('heading', { name: heading }).waitFor();
  return { context, page, complaints, asked };
}

/** Waits until the page's campaign satisfies a condition, given as the source of a function of its state. */
export function untilState(page, condition, argument) {
  return page.waitForFunction(
    ([source, value]) => {
      const state = document.querySelector('petition-campaign')?.campaign?.state;
      return state && new Function('state', 'value', `return (${source})(state, value)`)(state, value);
    },
    [String(condition), argument],
  );
}

/** Whether the page shows a seat lit. */
export function isLit(page, seat) {
  return page.evaluate((one) => {
    const { taken } = document.querySelector('petition-campaign').campaign.state;
    return ((taken[one >> 3] >> (one & 7)) & 1) === 1;
  }, seat);
}

/** Waits until the story with this name is the one that stands in the deck's view. */
export function untilStory(page, name) {
  return page.locator('petition-story-deck').evaluate(async (deck, wanted) => {
    for (;;) {
      const { left, right } = deck.getBoundingClientRect();
      const shown = [...(deck.shadowRoot?.querySelectorAll('petition-story-card') ?? [])].filter((card) => {
        const box = card.getBoundingClientRect();
        return box.left >= left - 1 && box.right <= right + 1 && !card.closest('[inert]');
      });
      if (shown.length === 1 && shown[0].shadowRoot.querySelector('#name').textContent.trim() === wanted)
        return;
      await new Promise(requestAnimationFrame);
    }
  }, name);
}

/** Waits until the page scrolls no more; tells how far it has scrolled. */
export function restingPlace(page) {
  return page.evaluate(async () => {
    for (let still = 0, at = scrollY; still < 10; still = scrollY === at ? still + 1 : 0) {
      at = scrollY;
      await new Promise(requestAnimationFrame);
    }
    return scrollY;
  });
}

/** A finger that is laid on the middle of the page's view, drawn by (x, y) px, and lifted. */
export async function finger(page) {
  const devtools = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize();
  const touch = (type, ...touchPoints) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  return async (x, y, steps = 10) => {
    const at = (step) => ({
      x: width / 2 + x * (step / steps - 0.5),
      y: height / 2 + y * (step / steps - 0.5),
    });
    await touch('touchStart', at(0));
    for (let step = 1; step <= steps; step++) {
      await touch('touchMove', at(step));
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await touch('touchEnd');
  };
}

/** What has the focus, through shadow roots: its role or tag, and what it says. */
export function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return {
      role: element?.getAttribute('role') ?? element?.localName,
      text: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '',
    };
  });
}

/** Waits until a part of one of our elements has the focus. */
export function untilFocused(page, part) {
  return page.waitForFunction((name) => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.part.contains(name);
  }, part);
}

/** The chunks of a PNG by type, and how large it says it is, in px. Throws where it is none. */
export function readPng(bytes) {
  if (bytes.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG');
  const chunks = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    chunks.push(bytes.toString('latin1', at + 4, at + 8));
  return { chunks, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** A picture as the browser decodes it: its colours, sixteen steps to each channel, and the one at (x, y). */
export function decode(page, bytes, [x, y] = [0, 0]) {
  return page.evaluate(
    async ([base64, column, row]) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([data], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const ctx = canvas.getContext('2d');
      ctx.drawImage(image, 0, 0);
      const { data: pixels } = ctx.getImageData(0, 0, image.width, image.height);
      const seen = new Set();
      for (let i = 0; i < pixels.length; i += 4)
        seen.add((pixels[i] >> 4) * 256 + (pixels[i + 1] >> 4) * 16 + (pixels[i + 2] >> 4));
      const at = (row * image.width + column) * 4;
      return {
        width: image.width,
        height: image.height,
        colours: seen.size,
        at: [...pixels.slice(at, at + 3)],
      };
    },
    [bytes.toString('base64'), x, y],
  );
}

export async function fillIn(page, { given = 'Ada', family = 'Novák', email = 'ada@example.org' } = {}) {
  await page.getByLabel('Given name').fill(given);
  await page.getByLabel('Family name').fill(family);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel(/I sign this petition/).check();
}

/** Signs for so many people over HTTP, each in one of the seats. */
export async function fillHouse(url, seats) {
  const consents = [{ purpose: 'sign', given: true, version: '2014-05', text: 'I sign.' }];
  for (let at = 0; at < seats.length; at += 200) {
    await Promise.all(
      seats.slice(at, at + 200).map(async (seat) => {
        const response = await fetch(`${url}petitions/human-rights-match/signatures`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            idempotencyKey: randomBytes(16).toString('base64url'),
            seat,
            withdrawal: null,
            locale: 'en',
            fields: { given_name: 'A', family_name: 'B', email: 'a@example.org' },
            consents,
          }),
        });
        if (response.status !== 201)
          throw new Error(`seat ${seat}: ${response.status} ${await response.text()}`);
      }),
    );
  }
}
