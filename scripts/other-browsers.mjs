// Firefox and WebKit for the tests: `npm run test:browsers`. Firefox is driven over WebDriver BiDi, WebKit (the GTK port, by
// its own WebDriver, on a display of its own); both as Debian packs them: firefox-esr, webkit2gtk-driver, xvfb.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { chromeLauncher } from '@web/test-runner-chrome';

function inPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export const findFirefox = () => process.env.FIREFOX_PATH ?? inPath('firefox', 'firefox-esr') ?? null;

const MINI_BROWSERS = ['x86_64', 'aarch64'].flatMap((machine) =>
  ['4.1', '4.0', '6.0'].map((api) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${api}/MiniBrowser`),
);

/** The driver, the browser and, where there is no display, the program that makes one. Null where one of them is missing. */
export function findWebKit() {
  const driver = inPath('WebKitWebDriver');
  const browser = process.env.WEBKIT_PATH ?? MINI_BROWSERS.find((path) => existsSync(path));
  const display = inPath('Xvfb');
  return driver && browser && display ? { driver, browser, display } : null;
}

/** Keys that are no letters, as WebDriver calls them (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};
const BUTTONS = ['left', 'middle', 'right'];

/**
 * Neither browser can be told by its driver that somebody wishes less motion: `matchMedia` says so instead, which is where
 * scripts ask. Style sheets do not learn of it.
 */
const TELL_MOTION = `window.__asked ??= { matchMedia: window.matchMedia.bind(window) };
window.__asked.motion = MOTION;
window.matchMedia = (query) => {
  const list = window.__asked.matchMedia(query);
  const [, wish] = /prefers-reduced-motion:\\s*(reduce|no-preference)/.exec(query) ?? [];
  if (wish) Object.defineProperty(list, 'matches', { value: wish === window.__asked.motion });
  return list;
};`;

function motionOnly({ reducedMotion, ...others }) {
  if (!reducedMotion || Object.keys(others).length > 0)
    throw new Error(`This browser can only be told to reduce motion, not ${JSON.stringify(others)}.`);
  return TELL_MOTION.replace('MOTION', `'${reducedMotion}'`);
}

/** WebKit with one window: what the tests and pictures ask of a page, said in WebDriver. */
export class WebKit {
  #processes = [];
  #session = '';
  #at = [0, 0];

  async start() {
    const found = findWebKit();
    if (!found) throw new Error('WebKit is not here: apt-get install webkit2gtk-driver xvfb');
    const number = 90 + Math.floor(Math.random() * 900);
    const run = (command, args, env = {}) => {
      const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
      this.#processes.push(child);
      process.once('exit', () => child.kill());
    };
    // The pointer is in the middle: it has to be over the window, which else had no focus.
    run(found.display, [`:${number}`, '-screen', '0', '1000x700x24', '-nolisten', 'tcp']);
    await wait(1000);
    const port = await freePort();
    run(found.driver, [`--port=${port}`, '--host=127.0.0.1'], { DISPLAY: `:${number}`, NO_AT_BRIDGE: '1' });
    const url = `http://127.0.0.1:${port}/session`;
    for (let tries = 50; ; tries--) {
      try {
        const { sessionId } = await this.#ask(url, {
          capabilities: {
            alwaysMatch: {
              browserName: 'MiniBrowser',
              'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
            },
          },
        });
        this.#session = `${url}/${sessionId}`;
        return this;
      } catch (error) {
        if (tries === 0) throw error;
        await wait(200);
      }
    }
  }

  async stop() {
    await fetch(this.#session, { method: 'DELETE' }).catch(() => undefined);
    for (const child of this.#processes.reverse()) child.kill();
  }

  async #ask(url, body, method = 'POST') {
    const response = await fetch(url, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit: ${value?.error}: ${value?.message}`);
    return value;
  }

  goto(url) {
    return this.#ask(`${this.#session}/url`, { url });
  }

  url() {
    return this.#ask(`${this.#session}/url`, undefined, 'GET');
  }

  /** Runs the body of a function, given as text, and hands back what it returns or resolves to. */
  evaluate(script, ...args) {
    const body = `const done = arguments[arguments.length - 1]; Promise.resolve((async (...args) => { ${script} })(...[...arguments].slice(0, -1))).then(done, (error) => done({ error: String(error) }))`;
    return this.#ask(`${this.#session}/execute/async`, { script: body, args });
  }

  /** A picture of the view, as PNG. */
  async screenshot() {
    return Buffer.from(await this.#ask(`${this.#session}/screenshot`, undefined, 'GET'), 'base64');
  }

  /** The window becomes so large that its view has this size. */
  async setViewportSize({ width, height }) {
    for (let tries = 3; tries > 0; tries--) {
      const rect = await this.#ask(`${this.#session}/window/rect`, undefined, 'GET');
      const [innerWidth, innerHeight] = await this.evaluate('return [innerWidth, innerHeight]');
      if (innerWidth === width && innerHeight === height) return;
      await this.#ask(`${this.#session}/window/rect`, {
        width: rect.width + width - innerWidth,
        height: rect.height + height - innerHeight,
      });
      await wait(150);
    }
  }

  async emulateMedia(wish) {
    await this.evaluate(motionOnly(wish));
  }

  perform(...actions) {
    return this.#ask(`${this.#session}/actions`, { actions });
  }

  #key(type, key) {
    return { type, value: KEYS[key] ?? key };
  }

  keyboard = {
    type: (text) =>
      this.perform({
        type: 'key',
        id: 'keys',
        actions: [...text].flatMap((letter) => {
          const stroke = [this.#key('keyDown', letter), this.#key('keyUp', letter)];
          // A capital is a key with Shift.
          return letter === letter.toLowerCase()
            ? stroke
            : [this.#key('keyDown', 'Shift'), ...stroke, this.#key('keyUp', 'Shift')];
        }),
      }),
    /** "Control+Home" holds the first while the last is pressed. */
    press: (keys) => {
      const all = keys === '+' ? ['+'] : keys.split('+');
      return this.perform({
        type: 'key',
        id: 'keys',
        actions: [
          ...all.map((key) => this.#key('keyDown', key)),
          ...all.toReversed().map((key) => this.#key('keyUp', key)),
        ],
      });
    },
    down: (key) => this.perform({ type: 'key', id: 'keys', actions: [this.#key('keyDown', key)] }),
    up: (key) => this.perform({ type: 'key', id: 'keys', actions: [this.#key('keyUp', key)] }),
  };

  #pointer(...actions) {
    return this.perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  /** Where the pointer is has to be said each time. */
  #press(type, button) {
    const [x, y] = this.#at;
    return this.#pointer(
      { type: 'pointerMove', duration: 0, x, y },
      { type, button: BUTTONS.indexOf(button) },
    );
  }

  mouse = {
    move: (x, y) => {
      this.#at = [x, y];
      return this.#pointer({ type: 'pointerMove', duration: 0, x, y });
    },
    down: ({ button = 'left' } = {}) => this.#press('pointerDown', button),
    up: ({ button = 'left' } = {}) => this.#press('pointerUp', button),
    click: async (x, y, options) => {
      await this.mouse.move(x, y);
      await this.mouse.down(options);
      await this.mouse.up(options);
    },
  };
}

/** For the test runner. Its commands know a page by its shape: this one has Playwright's. */
class WebKitLauncher {
  name = 'WebKit';
  type = 'playwright';
  concurrency = 1;
  #page = null;
  #active = new Set();

  async startSession(id, url) {
    this.#page ??= await new WebKit().start();
    await this.#page.setViewportSize({ width: 800, height: 600 });
    this.#active.add(id);
    await this.#page.goto(url);
  }

  isActive(id) {
    return this.#active.has(id);
  }

  getBrowserUrl() {
    return this.#page.url();
  }

  getPage() {
    return this.#page;
  }

  async stopSession(id) {
    this.#active.delete(id);
    await this.#page.goto('about:blank');
    return {};
  }

  startDebugSession() {
    throw new Error('WebKit has no debug sessions here.');
  }

  async stop() {
    await this.#page?.stop();
  }
}

export const webkitLauncher = () => new WebKitLauncher();

/** What the test runner's commands ask of a page, where Firefox has other words for it. */
function likeChrome(page) {
  page.emulateMediaFeatures = (features) =>
    page.evaluate(
      motionOnly(
        Object.fromEntries(
          features.map(({ name, value }) => [
            name === 'prefers-reduced-motion' ? 'reducedMotion' : name,
            value,
          ]),
        ),
      ),
    );
  const { keyboard } = page;
  for (const way of ['press', 'down', 'up']) {
    const own = keyboard[way].bind(keyboard);
    keyboard[way] = async (key, ...rest) => {
      await own(key === 'Space' ? ' ' : key, ...rest);
      // What a key does comes after its answer.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    };
  }
  return page;
}

export function firefoxLauncher() {
  const launcher = chromeLauncher({
    launchOptions: {
      browser: 'firefox',
      executablePath: findFirefox(),
      headless: true,
      extraPrefsFirefox: { 'dom.w3c_touch_events.enabled': 1 },
    },
    createPage: async ({ context }) => likeChrome(await context.newPage()),
    concurrency: 1,
  });
  launcher.name = 'Firefox';
  return launcher;
}
