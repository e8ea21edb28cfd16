// `<div data-petition>`: what an author who may post no script can do with it, and what an administrator allows.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { openBrowser } from '../journey/support.mjs';
import { campaignDocument, startPartner } from '../support/partner.mjs';
import { BUILDS, pageOf } from './support.mjs';

const LINK = '<a href="https://ngo.example/sign">Sign the petition</a>';
const door = (attributes) => `<div id="door" ${attributes}>${LINK}</div>`;

describe('the div door', { timeout: 200_000 }, () => {
  let browser, partner, stranger, strange, asked;
  before(async () => {
    [browser, partner] = await Promise.all([openBrowser(), startPartner()]);
    // Another origin, which answers everybody: documents at /*.json, a count elsewhere.
    stranger = createServer((req, res) => {
      asked.push(req.url);
      res.setHeader('access-control-allow-origin', '*');
      const { pathname } = new URL(req.url, 'http://stranger.example');
      const documents = {
        '/own.json': () => campaignDocument({ endpoint: strange }),
        '/named.json': () => campaignDocument({ endpoint: partner.origin }),
      };
      if (pathname === '/moved.json') return res.writeHead(302, { location: '/own.json' }).end();
      res.setHeader('content-type', 'application/json');
      return res.end(JSON.stringify(documents[pathname]?.() ?? {}));
    });
    await new Promise((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    strange = `http://127.0.0.1:${stranger.address().port}`;
  });
  after(async () => {
    await browser?.close();
    await partner?.stop();
    stranger?.close();
    stranger?.closeAllConnections();
  });

  /** Opens a page with the door; `own`: documents of the page's own origin, by path. Resolves with what came of it. */
  async function open({ attributes, allow = '', build = 'module', own = {} }) {
    asked = [];
    const tag = BUILDS[build].replace('<script', `<script ${allow}`);
    const context = await browser.newContext();
    const page = await context.newPage();
    const warnings = [];
    const [requests, dialogs] = [[], []];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    page.on('dialog', (dialog) => dialogs.push(dialog.message()) && void dialog.dismiss());
    page.on('request', (request) => requests.push(request.url()));
    for (const [path, document] of Object.entries(own))
      await page.route(partner.origin + path, (route) => route.fulfill({ json: document }));
    await page.goto(partner.html(pageOf(door(attributes) + tag)));
    await page.waitForFunction(() => {
      const campaign = document.querySelector('petition-campaign')?.campaign;
      return campaign && campaign.state.phase !== 'loading';
    });
    await page.waitForTimeout(200);
    const [phase, isLinkShown] = await page.evaluate(() => {
      const campaign = document.querySelector('petition-campaign');
      return [campaign.campaign.state.phase, campaign.querySelector('a').checkVisibility()];
    });
    const attributesOfIt = await page.evaluate(() =>
      document.querySelector('petition-campaign').getAttributeNames(),
    );
    await context.close();
    return {
      phase,
      isLinkShown: isLinkShown && phase !== 'ready',
      warnings,
      dialogs,
      asked: asked.length,
      elsewhere: requests.filter((url) => !url.startsWith(`${partner.origin}/`) && !url.startsWith('data:'))
        .length,
      attributesOfIt,
    };
  }

  const refusal = (path) =>
    `grandstand: ${path}: ${strange} may not be used by data-petition; if you trust it, list it in data-allow on the script tag`;
  const refused = {
    phase: 'failed',
    isLinkShown: true,
    dialogs: [],
    asked: 0,
    elsewhere: 0,
    attributesOfIt: [],
  };

  for (const build of Object.keys(BUILDS)) {
    const rows = {
      'a document of another origin': () => [{ attributes: `data-petition="${strange}/own.json"` }, 'src'],
      'a document of another origin, by its address without a protocol': () => [
        { attributes: `data-petition="//127.0.0.1:${stranger.address().port}/own.json"` },
        'src',
        'any',
      ],
      'an own document that names another endpoint': () => [
        {
          attributes: 'data-petition="/own.json"',
          own: { '/own.json': campaignDocument({ endpoint: strange }) },
        },
        'endpoint',
      ],
      'an own document, and another endpoint in an attribute': () => [
        {
          attributes: `data-petition="/own.json" data-endpoint="${strange}"`,
          own: { '/own.json': campaignDocument({ endpoint: '/' }) },
        },
        'endpoint',
      ],
      'an endpoint described by data, in an attribute': () => [
        {
          attributes: `data-petition="/own.json" data-endpoint='{"sign":{"url":"${strange}/sign","body":{}}}'`,
          own: { '/own.json': campaignDocument({ endpoint: '/' }) },
        },
        'endpoint',
      ],
      'an endpoint described by data, in the document': () => [
        {
          attributes: 'data-petition="/own.json"',
          own: {
            '/own.json': campaignDocument({ endpoint: { count: { url: `${strange}/n`, signatures: 'n' } } }),
          },
        },
        'endpoint',
      ],
      'an origin that only looks like one allowed': () => [
        {
          attributes: `data-petition="${strange}/own.json"`,
          allow: 'data-allow="https://127.0.0.1.example http://127.0.0.1"',
        },
        'src',
      ],
    };
    for (const [name, make] of Object.entries(rows))
      it(`${build}: ${name}: the link, one warning, no request`, async () => {
        const [page, path, any] = make();
        const { warnings, ...rest } = await open({ build, ...page });
        assert.deepEqual({ ...rest, attributesOfIt: [] }, refused);
        assert.equal(warnings.length, 1);
        if (any) assert.match(warnings[0], /^grandstand: src: /);
        else assert.equal(warnings[0], refusal(path));
      });

    it(`${build}: an allowed origin`, async () => {
      const page = {
        attributes: `data-petition="${strange}/own.json"`,
        allow: `data-allow="https://other.example ${strange}/"`,
      };
      const { phase, warnings, asked: requests } = await open({ build, ...page });
      assert.deepEqual([phase, warnings.length], ['ready', 0]);
      assert.ok(requests > 1);
    });
    it(`${build}: a redirect to elsewhere is no document`, async () => {
      const { phase } = await open({
        build,
        attributes: `data-petition="${strange}/moved.json"`,
        allow: `data-allow="${strange}"`,
      });
      assert.equal(phase, 'failed');
    });
    it(`${build}: the own origin needs no list, and an allowed document may name it`, async () => {
      const own = { '/own.json': campaignDocument({ endpoint: '/' }) };
      assert.equal((await open({ build, attributes: 'data-petition="/own.json"', own })).phase, 'ready');
      const named = { attributes: `data-petition="${strange}/named.json"`, allow: `data-allow="${strange}"` };
      assert.equal((await open({ build, ...named })).phase, 'ready');
    });
    it(`${build}: an attribute that is none of the campaign's stays where it is`, async () => {
      const own = { '/own.json': campaignDocument({ endpoint: '/' }) };
      const attributes = `data-petition="/own.json" data-lang="en" data-onclick="alert(1)" data-onfocus="alert(2)" data-autofocus data-tabindex="0" data-style="position:fixed" data-slot="x"`;
      const { attributesOfIt, dialogs } = await open({ build, attributes, own });
      assert.deepEqual(attributesOfIt.sort(), ['lang', 'src']);
      assert.deepEqual(dialogs, []);
    });
    it(`${build}: what is no origin allows nothing, and is said`, async () => {
      const { phase, warnings } = await open({
        build,
        attributes: `data-petition="${strange}/own.json"`,
        allow: `data-allow="* ${strange}/petitions"`,
      });
      assert.equal(phase, 'failed');
      assert.equal(warnings.filter((line) => line.startsWith('grandstand: data-allow: ')).length, 2);
    });
  }
});
