// The built Storybook on a port of its own, and one story after another in a real browser.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from '../../scripts/find-browser.mjs';

const folder = new URL('../../reports/storybook/', import.meta.url).pathname;

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** Every story of the build, in the order of its list. */
export function listStories() {
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  return Object.values(entries).filter(({ type }) => type === 'story');
}

/** Serves the build. */
export function serveStories() {
  const server = createServer(async (request, response) => {
    const asked = normalize(new URL(request.url, 'http://localhost').pathname);
    const path = asked.endsWith('/') ? `${asked}index.html` : asked;
    try {
      const bytes = await readFile(join(folder, path));
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        // Names hold the content: what one story has loaded the next one has.
        'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${server.address().port}/`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      }),
    ),
  );
}

export async function openBrowser() {
  return chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGS });
}

/** Where and when the pictures and tests are: the same on every machine. */
export const VISITOR = { locale: 'en-GB', timezoneId: 'Europe/Minsk', reducedMotion: 'reduce' };

/** Keys and codes are random, but not in a picture. */
const lessChance = () => {
  crypto.getRandomValues = (bytes) => {
    bytes.forEach((_, i) => (bytes[i] = (i * 37 + 11) % 256));
    return bytes;
  };
};

const KEYS = { Tab: 9 };

/** How the story ended: what Storybook said last. */
async function ended(page) {
  const end = await page.waitForFunction(() => {
    const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
    for (const event of [
      'storyFinished',
      'storyErrored',
      'storyThrewException',
      'storyMissing',
      'playFunctionThrewException',
    ]) {
      const [said] = channel?.last(event) ?? [];
      if (said) return { event, said };
    }
    return null;
  });
  return end.jsonValue();
}

/** A page that shows stories and keeps whatever is wrong with the one it shows. */
export async function openStage(context, url) {
  const page = await context.newPage();
  await page.addInitScript(lessChance);
  let complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.stack ?? error}`));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(data|blob):/.test(address)) complaints.push(`request: ${address}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  const devtools = await context.newCDPSession(page);
  return {
    page,
    /** Presses a key so many times, one after another, without a word in between. */
    async press(key, times, modifiers = 0) {
      const event = { key, code: key, windowsVirtualKeyCode: KEYS[key], modifiers };
      const sent = [];
      for (let i = 0; i < times; i++)
        for (const type of ['rawKeyDown', 'keyUp'])
          sent.push(devtools.send('Input.dispatchKeyEvent', { type, ...event }));
      await Promise.all(sent);
    },
    /** Shows a story and waits until it and its play have ended. Returns what was wrong on the way. */
    async show(id, globals = {}) {
      complaints = [];
      // Storybook's own axe would run beside the test's.
      const query = Object.entries({ 'a11y.manual': '!true', ...globals }).map(
        ([name, value]) => `${name}:${value}`,
      );
      await page.goto(`${url}iframe.html?id=${id}&viewMode=story&globals=${query.join(';')}`);
      const { event, said } = await ended(page).catch((error) => ({ event: 'did not end', said: error }));
      if (event !== 'storyFinished' || said.status === 'error')
        complaints.push(
          `${event}: ${said.message ?? said.title ?? ''} ${said.stack ?? said.description ?? ''}`,
        );
      return complaints;
    },
    complaints: () => complaints,
  };
}
