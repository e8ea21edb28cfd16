// A partner's page on loopback, of another origin than every endpoint, with the built library; and a visitor on it
// whose timeouts end when the test says so, so that no test waits for one.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const dist = new URL('../../dist/', import.meta.url).pathname;
const TYPES = { '.js': 'text/javascript', '.json': 'application/json' };

/** A campaign of ten seats with the questions that every platform can store. */
export function campaignDocument(changes = {}) {
  return {
    grandstand: 1,
    id: 'free-them',
    languages: ['en'],
    title: 'Free them',
    ask: 'Take a seat',
    demand: 'We ask for their release.',
    target: 'the President',
    organisers: [
      { id: 'ngo', name: 'Example NGO', url: 'https://ngo.example/', privacy: 'https://ngo.example/privacy' },
    ],
    state: 'open',
    venue: {
      name: 'Small hall',
      blocks: [
        {
          label: 'A',
          rows: [0, 1].map((row) => ({
            label: String(row + 1),
            seats: [0, 1, 2, 3, 4].map((seat) => [seat, row]),
          })),
        },
      ],
    },
    stories: [],
    fields: [
      { name: 'given_name', type: 'text', required: true, seenBy: ['team'] },
      { name: 'family_name', type: 'text', required: true, seenBy: ['team'] },
      { name: 'email', type: 'email', required: true, seenBy: ['team'] },
    ],
    consents: [
      { purpose: 'sign', organiser: 'ngo', required: true, version: '1', text: 'I sign this petition.' },
    ],
    goals: [1000],
    endpoint: 'https://endpoint.example/',
    ...changes,
  };
}

/** The page of a partner who composes the petition from single elements. */
export const partnerPage = (document, hasPicker = true) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A partner’s page</title>
<link rel="icon" href="data:,">
<script type="module" src="/dist/grandstand.js"></script>
<petition-campaign>
<script type="application/json">${JSON.stringify(document).replaceAll('<', '\\u003c')}</script>
<petition-signature-counter></petition-signature-counter>
${hasPicker ? `<petition-seat-picker></petition-seat-picker>` : ``}
<petition-sign-form></petition-sign-form>
</petition-campaign>
</html>`;

/** Answers requests for pages and for the built library; returns whether it did. */
export function partnerSite() {
  const pages = new Map();
  return {
    add(html) {
      const path = `/page-${pages.size + 1}`;
      pages.set(path, html);
      return path;
    },
    answer(req, res) {
      const { pathname } = new URL(req.url, 'http://partner.example');
      const html = pages.get(pathname);
      if (req.method !== 'GET') return false;
      if (html !== undefined) {
        res.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-cache' }).end(html);
        return true;
      }
      if (!pathname.startsWith('/dist/')) return false;
      const file = join(dist, normalize(pathname.slice('/dist/'.length)));
      readFile(file).then(
        (bytes) =>
          res
            .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
            .end(bytes),
        () => res.writeHead(404).end(),
      );
      return true;
    },
  };
}

/** The site at a port of its own. */
export async function startPartner() {
  const site = partnerSite();
  const server = createServer((req, res) => {
    if (!site.answer(req, res)) res.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${server.address().port}`;
  return {
    origin,
    /** Address of a page with this campaign. */
    page: (document, hasPicker) => origin + site.add(partnerPage(document, hasPicker)),
    /** Address of a page of this source. */
    html: (text) => origin + site.add(text),
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/**
 * Runs in the page before its scripts: timeouts end when the test ends them, and pauses that nobody requested have
 * no jitter. Everything else takes its normal time.
 */
const PATIENCE = `
  const running = new Set();
  AbortSignal.timeout = () => {
    const timer = new AbortController();
    running.add(timer);
    return timer.signal;
  };
  globalThis.endTimeouts = () => {
    for (const timer of running) timer.abort(new DOMException('signal timed out', 'TimeoutError'));
    running.clear();
  };
  Math.random = () => 0;
`;

/**
 * A visitor with a browser profile of their own. `script` runs in the page before its own; `prepare` receives the
 * browser's context before the page opens; `complaints`: console messages other than plain logs.
 */
export async function visitPartner(browser, url, { script, prepare, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(PATIENCE);
  if (script) await context.addInitScript(script);
  await prepare?.(context);
  const page = await context.newPage();
  const complaints = [];
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()),
  );
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  const form = page.locator('petition-sign-form');
  await form.getByLabel('Email').waitFor();
  return {
    context,
    page,
    form,
    complaints,
    /** Ends every pending request by timeout. */
    endTimeouts: () => page.evaluate(() => globalThis.endTimeouts()),
    state: (read) =>
      page.evaluate(
        (source) =>
          new Function('state', `return (${source})(state)`)(
            document.querySelector('petition-campaign').campaign.state,
          ),
        String(read),
      ),
    until: (condition, argument) =>
      page.waitForFunction(
        ([source, value]) => {
          const state = document.querySelector('petition-campaign')?.campaign?.state;
          return state && new Function('state', 'value', `return (${source})(state, value)`)(state, value);
        },
        [String(condition), argument],
      ),
    /** Takes a seat as the picker does. */
    choose: (seat) =>
      page.evaluate(
        (one) =>
          document.querySelector('petition-campaign').campaign.request({ type: 'seat-select', seat: one }),
        seat,
      ),
    refresh: () => page.evaluate(() => document.querySelector('petition-campaign').campaign.refresh()),
    async fillIn({ given = 'Ada', family = 'Novák', email = 'ada@example.org' } = {}) {
      await form.getByLabel('Given name').fill(given);
      await form.getByLabel('Family name').fill(family);
      await form.getByLabel('Email').fill(email);
      await form.getByLabel(/I sign this petition/).check();
    },
    /** The button that sends; the button to sign without a seat begins with "Sign" too. */
    press: (name) =>
      (name ? form.getByRole('button', { name }).first() : form.locator('[part="submit"]')).click(),
    /** The values of the fields, visible or not. */
    written: async () => ({
      given: await form.getByLabel('Given name').inputValue(),
      family: await form.getByLabel('Family name').inputValue(),
      email: await form.getByLabel('Email').inputValue(),
      consent: await form.getByLabel(/I sign this petition/).isChecked(),
    }),
    /** Waits for a text in the form. */
    says: (words) => form.getByText(words).filter({ visible: true }).first().waitFor(),
    settled: () =>
      page.waitForFunction(() => {
        const { outcome } = document.querySelector('petition-campaign').campaign.state.signing;
        return outcome !== 'idle' && outcome !== 'sending';
      }),
  };
}
