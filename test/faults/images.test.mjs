// What the host of an image learns from the browser of somebody who reads or signs: requests as they arrive, over a real
// connection, from every place where an element shows a portrait.
import assert from 'node:assert/strict';
import { createServer, request as httpRequest } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from '../../scripts/find-browser.mjs';
import { campaignDocument, startPartner } from '../support/partner.mjs';
import { startBoxOffice } from './support.mjs';

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="60"><circle cx="24" cy="24" r="20"/></svg>';

/** The page on the host of the images, another port of it: of another origin, and of the same site, so that cookies would go along. */
const origin = (url) => url.replace('localhost', '127.0.0.1');

const story = (src) => ({
  id: 'ada',
  name: 'Ada Example',
  seat: 'A-1-3',
  lede: 'I am Ada.',
  body: '',
  status: '',
  statusDate: '2014',
  sources: [],
  portrait: { src, width: 48, height: 60, alt: 'A drawing' },
});

/** Places that show a portrait; `act`: what somebody does there first. Seats, one for each visitor: beside Ada's, or one further along. */
const PLACES = {
  'the story': { elements: '<petition-story-card></petition-story-card>' },
  'the arena': { elements: '<petition-seat-picker></petition-seat-picker>' },
  'the list of seats': { elements: '<petition-seat-picker no-map></petition-seat-picker>' },
  'the seat in the form': { elements: '<petition-sign-form></petition-sign-form>', seats: [1, 3] },
  'the seat after signing': {
    elements: '<petition-sign-form></petition-sign-form>',
    seats: [4, 0],
    signs: true,
  },
  'the ticket': {
    elements: '<petition-sign-form></petition-sign-form><petition-ticket></petition-ticket>',
    seats: [1, 3],
    signs: true,
  },
};

describe('what the host of an image learns', { timeout: 900_000 }, () => {
  let browser, partner, host, office;
  /** Requests for images: host, path, Referer, Cookie, Sec-Fetch-Mode. */
  let asked = [];

  /** Images of any host, and a box office behind it that answers everything else; both see the same headers. */
  const listen = (upstream) =>
    new Promise((resolve) => {
      const server = createServer((request, response) => {
        const isImage = /\.svg/.test(request.url);
        if (isImage) asked.push({ path: request.url, ...request.headers });
        if (!upstream) {
          response.writeHead(isImage ? 200 : 404, {
            'content-type': 'image/svg+xml',
            'cache-control': 'no-store',
          });
          return response.end(DRAWING);
        }
        const onward = httpRequest(
          upstream + request.url,
          { method: request.method, headers: request.headers },
          (answer) => {
            response.writeHead(answer.statusCode, answer.headers);
            answer.pipe(response);
          },
        );
        onward.on('error', () => response.destroy());
        request.pipe(onward);
      }).listen(0, '127.0.0.1', () =>
        resolve({
          url: `http://127.0.0.1:${server.address().port}`,
          stop: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
        }),
      );
    });

  before(async () => {
    [browser, partner] = await Promise.all([
      chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGS }),
      startPartner(),
    ]);
    host = await listen(null);
    office = await startBoxOffice(
      campaignDocument({ stories: [story('ada.svg')] }),
      origin(partner.origin),
      {},
      { 'ada.svg': DRAWING },
    );
    office.line = await listen(office.url);
  });
  after(async () => {
    await browser?.close();
    for (const one of [office?.line, office, host, partner]) await one?.stop();
  });

  async function visit(place, visitor, markup) {
    asked = [];
    const context = await browser.newContext({ viewport: { width: 1280, height: 2000 } });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    for (const { url } of [host, office.line]) await context.addCookies([{ name: 'who', value: 'ida', url }]);
    await page.goto(origin(partner.html(markup)));
    const state = (condition) =>
      page.waitForFunction((source) => {
        const campaign = document.querySelector('petition-campaign')?.campaign;
        return campaign && new Function('state', `return ${source}`)(campaign.state);
      }, condition);
    await state('state.phase === "ready" && state.venue && state.freshness === "fresh"');
    if (place.seats)
      await page.evaluate(
        (seat) => document.querySelector('petition-campaign').campaign.request({ type: 'seat-select', seat }),
        place.seats[visitor],
      );
    if (place.signs) {
      await page.evaluate(async () => {
        const form = document.querySelector('petition-sign-form');
        await form.updateComplete;
        const { shadowRoot } = form;
        for (const name of ['given_name', 'family_name'])
          shadowRoot.querySelector(`[name="${name}"]`).value = 'Ida';
        shadowRoot.querySelector('[name="email"]').value = 'ida@example.org';
        shadowRoot.querySelector('[type="checkbox"]').checked = true;
        shadowRoot.querySelector('form').requestSubmit();
      });
      await state('state.signing.outcome !== "idle" && state.signing.outcome !== "sending"');
      assert.equal(
        await page.evaluate(() => document.querySelector('petition-campaign').campaign.state.signing.outcome),
        'signed',
      );
    }
    return { context, page };
  }

  /** What was asked for, once the place has shown its portrait. */
  const requested = async (page) => {
    while (asked.length === 0) await page.evaluate(() => new Promise(requestAnimationFrame));
    await page.waitForLoadState('networkidle');
    return asked;
  };

  const page = (
    elements,
    attributes,
    child = '',
  ) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
    <link rel="icon" href="data:,"><meta name="referrer" content="unsafe-url">
    <script type="module" src="/dist/grandstand.js"></script>
    <petition-campaign ${attributes}>${child}${elements}</petition-campaign></html>`;

  for (const [name, place] of Object.entries(PLACES)) {
    it(`${name}: a box office is told neither the page nor a cookie`, async () => {
      const markup = page(place.elements, `endpoint="${office.line.url}" petition="free-them"`);
      const { context, page: tab } = await visit(place, 0, markup);
      const requests = await requested(tab);
      for (const { referer, cookie, 'sec-fetch-mode': mode } of requests)
        assert.deepEqual({ referer, cookie, mode }, { referer: undefined, cookie: undefined, mode: 'cors' });
      await context.close();
    });

    it(`${name}: any other host is not told the page`, async () => {
      const document = campaignDocument({
        stories: [story(`${host.url}/ada.svg`)],
        endpoint: office.line.url,
      });
      const child = `<script type="application/json">${JSON.stringify(document)}</script>`;
      const { context, page: tab } = await visit(place, 1, page(place.elements, '', child));
      const requests = await requested(tab);
      for (const { referer } of requests) assert.equal(referer, undefined);
      await context.close();
    });
  }

  it('the images of the box office may be read by every page, with and without an Origin', async () => {
    for (const headers of [{}, { Origin: 'https://anywhere.example' }]) {
      const answer = await fetch(`${office.url}/petitions/free-them/ada.svg`, { headers });
      assert.deepEqual([answer.status, answer.headers.get('access-control-allow-origin')], [200, '*']);
      assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    }
  });
});
