// Pages that are odd in other ways: two copies, a taken tag, Trusted Types, XML, a sandbox. Each in both builds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import { startBoxOffice } from '../faults/support.mjs';
import { openBrowser } from '../journey/support.mjs';
import { campaignDocument, startPartner } from '../support/partner.mjs';
import { BUILDS, pageOf, petitionOf } from './support.mjs';

const FALLBACK = '<a id="fallback" href="https://ngo.example/sign">Sign the petition</a>';
const FORM = '<petition-sign-form></petition-sign-form>';
const csp = (policy) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;

describe('an odd page', { timeout: 300_000 }, () => {
  let browser, partner, office, context;
  before(async () => {
    [browser, partner] = await Promise.all([openBrowser(), startPartner()]);
    office = await startBoxOffice(
      campaignDocument({ endpoint: 'https://endpoint.example/' }),
      `${partner.origin},null`,
    );
  });
  after(async () => {
    await browser?.close();
    await office?.stop();
    await partner?.stop();
  });
  afterEach(() => context?.close());

  const petition = (inside = FALLBACK + FORM) =>
    petitionOf(campaignDocument({ endpoint: office.url }), inside);

  /** Opens a page, with documents of its own origin by path; `said`: what the console has of warnings and errors. */
  async function open(html, script, files = {}) {
    context = await browser.newContext();
    context.setDefaultTimeout(8000);
    if (script) await context.addInitScript(script);
    const page = await context.newPage();
    for (const [path, json] of Object.entries(files))
      await page.route(partner.origin + path, (route) => route.fulfill({ json }));
    const said = [];
    page.on('console', (one) => ['warning', 'error'].includes(one.type()) && said.push(one.text()));
    page.on('pageerror', (error) => said.push(`uncaught: ${error}`));
    await page.goto(partner.html(html));
    return { page, said };
  }

  /** Signs, by the button or by Enter. */
  async function sign(frame, how = 'press') {
    const form = frame.locator('petition-sign-form').first();
    await form.getByLabel('Given name').fill('Ada');
    await form.getByLabel('Family name').fill('Novák');
    await form.getByLabel('Email').fill(`ada-${Math.random()}@example.org`);
    await form.getByLabel(/I sign this petition/).check();
    if (how === 'press') await form.locator('[part="submit"]').click();
    else await form.getByLabel('Email').press('Enter');
    await form.getByText('You have signed.').filter({ visible: true }).first().waitFor();
  }

  const isFallbackSeen = (page) => page.locator('#fallback').first().isVisible();
  /** Waits until the page has been quiet: what must not happen has no event. */
  const settled = (page) => page.waitForTimeout(700);

  for (const [build, tag] of Object.entries(BUILDS)) {
    describe(build, () => {
      it('twice the same script: one petition, one warning', async () => {
        const second = tag.replace('.js"', '.js?again"');
        const { page, said } = await open(pageOf(petition() + tag + second));
        await sign(page);
        assert.deepEqual(
          said.map((line) => line.replace(/\d+\.\d+\.\d+/g, 'V')),
          [
            'grandstand: version V is on this page already, so this script (version V) does nothing; remove one of the two.',
          ],
        );
      });
      it('a tag that another script has: its element stays, one warning, the others work', async () => {
        const taken = `<script>customElements.define('petition-signature-counter', class extends HTMLElement {})</script>`;
        const counter = '<petition-signature-counter>7 people</petition-signature-counter>';
        const { page, said } = await open(pageOf(taken + petition(counter + FORM) + tag));
        await sign(page);
        assert.deepEqual(said, [
          'grandstand: <petition-signature-counter> is registered by another script, and stays its element; remove that script, or this one.',
        ]);
      });
      it('no console', async () => {
        const { page } = await open(
          pageOf(petition() + tag + tag.replace('.js"', '.js?again"')),
          'delete window.console; window.console = undefined;',
        );
        await sign(page);
      });
      it('an element with the id "grandstand"', async () => {
        const { page, said } = await open(pageOf(`<p id="grandstand"></p>${petition()}${tag}`));
        await sign(page);
        assert.deepEqual(said, []);
      });
      it('data-petition that is set late, and tags that stand in shadow roots of the page alone', async () => {
        const body = `<div id="late">${FALLBACK}</div><x-open></x-open><x-later></x-later><section id="host"></section>${tag}`;
        const { page, said } = await open(pageOf(body));
        await page.waitForFunction(() => customElements.get('petition-campaign'));
        await page.route(`${partner.origin}/own.json`, (route) =>
          route.fulfill({ json: campaignDocument({ endpoint: '/' }) }),
        );
        await page.evaluate((inside) => {
          document.querySelector('#late').setAttribute('data-petition', '/own.json');
          const make = (root) => (root.innerHTML = inside);
          customElements.define(
            'x-open',
            class extends HTMLElement {
              connectedCallback() {
                make(this.attachShadow({ mode: 'open' }));
              }
            },
          );
          setTimeout(
            () =>
              customElements.define(
                'x-later',
                class extends HTMLElement {
                  constructor() {
                    super();
                    const root = this.attachShadow({ mode: 'open' });
                    setTimeout(() => make(root), 50);
                  }
                },
              ),
            50,
          );
          const host = document.createElement('section');
          make(host.attachShadow({ mode: 'open' }));
          document.querySelector('#host').replaceWith(host);
        }, petition('<petition-story-deck></petition-story-deck>'));
        await page.waitForFunction(
          () => document.querySelector('#late petition-campaign')?.campaign?.state.phase === 'ready',
        );
        await page.waitForFunction(() =>
          ['x-open', 'x-later', 'section'].every(
            (name) =>
              document.querySelector(name).shadowRoot?.querySelector('petition-story-deck')?.shadowRoot,
          ),
        );
        assert.deepEqual(
          said.filter((line) => line.startsWith('grandstand')),
          [],
        );
      });
      it('Trusted Types without our policy: the content, and a hint with its name', async () => {
        const policy = csp("require-trusted-types-for 'script'; trusted-types other");
        const { page, said } = await open(pageOf(petition() + tag, policy));
        await settled(page);
        assert.equal(await isFallbackSeen(page), true);
        const own = said.filter(
          (line) => !/^(?:This document requires|Creating a TrustedTypePolicy|Refused)/.test(line),
        );
        assert.deepEqual(own, [
          "grandstand: the Trusted Types of this page forbid the policy lit-html; allow it: trusted-types lit-html 'allow-duplicates'.",
        ]);
      });
      it('Trusted Types with our policy, and two copies', async () => {
        const policy = csp("require-trusted-types-for 'script'; trusted-types lit-html");
        const both = Object.values(BUILDS);
        const { page, said } = await open(
          pageOf(petition() + (build === 'module' ? both : both.reverse()).join(''), policy),
        );
        await sign(page);
        assert.equal(said.filter((line) => line.startsWith('uncaught')).length, 0, said.join('\n'));
        assert.equal(
          said.filter((line) => line.startsWith('grandstand: version')).length,
          1,
          said.join('\n'),
        );
      });
      it('the Content Security Policy of docs/pasting.md: signed, and nothing violated', async () => {
        const docs = readFileSync(new URL('../../docs/pasting.md', import.meta.url), 'utf8');
        const ours = /^script-src .*$/m
          .exec(docs)[0]
          .replace(/script-src \S+;/, `script-src ${partner.origin};`)
          .replaceAll('https://sign.ngo.example', office.url.replace(/\/$/, ''))
          .replaceAll('https://ngo.example', partner.origin);
        const inside = `<petition-signature-counter></petition-signature-counter><petition-seat-picker></petition-seat-picker>
          ${FORM}<petition-ticket></petition-ticket><petition-share></petition-share>`;
        const body = `<petition-campaign src="/own.json">${inside}</petition-campaign>${tag}`;
        const { page, said } = await open(
          pageOf(body, csp(`default-src 'none'; style-src 'none'; ${ours}`)),
          `addEventListener('securitypolicyviolation', (event) => console.error('violated', event.violatedDirective, event.blockedURI));`,
          { '/own.json': campaignDocument({ endpoint: office.url }) },
        );
        await sign(page);
        await page.locator('petition-ticket').getByRole('button').first().waitFor();
        assert.deepEqual(said, []);
      });
      it(
        'XHTML: the content, and one warning for each tag',
        { skip: build === 'module' && 'Chromium runs no modules in XML' },
        async () => {
          context = await browser.newContext();
          const page = await context.newPage();
          const said = [];
          page.on('console', (one) => one.type() === 'warning' && said.push(one.text()));
          page.on('pageerror', (error) => said.push(`uncaught: ${error}`));
          const body = `<petition-campaign src="/own.json">${FALLBACK}</petition-campaign>${tag}`;
          const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>XHTML</title></head><body>${body}</body></html>`;
          const url = partner.html('');
          await page.route(`${partner.origin}/own.json`, (route) =>
            route.fulfill({ json: campaignDocument({ endpoint: '/' }) }),
          );
          await page.route(url, (route) =>
            route.fulfill({ contentType: 'application/xhtml+xml', body: xhtml }),
          );
          await page.goto(url);
          await settled(page);
          assert.equal(await isFallbackSeen(page), true);
          assert.match(
            said.join('\n'),
            /^grandstand: <petition-campaign> could not be drawn \(\w+\), so the content inside the tag stays visible; serve the page as text\/html: this one is XML\.$/,
          );
        },
      );
      for (const how of ['press', 'Enter'])
        it(
          `a sandboxed frame without allow-forms: ${how} signs`,
          { skip: build === 'module' && 'a module needs CORS there' },
          async () => {
            const inner = pageOf(petition(FORM) + tag).replaceAll(
              'src="/dist',
              `src="${partner.origin}/dist`,
            );
            const frame = `<iframe sandbox="allow-scripts" srcdoc="${inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" style="width:800px;height:2000px"></iframe>`;
            const { page } = await open(pageOf(frame));
            await sign(page.frameLocator('iframe'), how);
          },
        );
      it('a press or Enter signs once, not twice, where forms are allowed', async () => {
        const { page } = await open(pageOf(petition() + tag));
        const posts = [];
        page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
        await sign(page, 'Enter');
        assert.equal(posts.length, 1);
      });
    });
  }
});
