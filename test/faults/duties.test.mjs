// Documents whose duties are broken (docs/campaign-document.md): a real page in a real browser, filled in and sent as far
// as the page allows it, before a server that counts the requests which have an answer in them.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from '../../scripts/find-browser.mjs';
import { campaignDocument, startPartner } from '../support/partner.mjs';

const TYPED = { given_name: 'Ida-Typed', family_name: 'Novak-Typed', email: 'ida-typed@example.org' };
const isAnswer = (text) =>
  Object.values(TYPED).some((one) => text.includes(one) || text.includes(encodeURIComponent(one)));

const KEY = { id: 'k1', publicKey: `BA${'A'.repeat(85)}`, expires: null };
const [name, family, email] = campaignDocument().fields;
const [sign] = campaignDocument().consents;
const choice = { name: 'how', type: 'choice', required: false, seenBy: [] };

const SEALING = [
  '',
  ' ',
  'key',
  'null',
  0,
  1,
  false,
  true,
  [],
  [KEY],
  {},
  { keys: null },
  { keys: [] },
  { keys: KEY },
  { keys: [null] },
  { keys: [{}] },
  { keys: [{ ...KEY, id: 'k.1' }] },
  { keys: [{ ...KEY, publicKey: 'AA==' }] },
  { keys: [{ ...KEY, expires: '2027-01-31' }] },
  { keys: [KEY, KEY] },
  { keys: [KEY], suite: 'other' },
].map((sealing) => ({ sealing }));

const FIELDS_AND_CONSENTS = [
  { fields: undefined },
  { fields: null },
  { fields: {} },
  { fields: '' },
  { fields: 'email' },
  { fields: 0 },
  { fields: false },
  { fields: [name, family, null] },
  { fields: [name, family, email, name] },
  { fields: [name, { ...family, type: 'date' }, email] },
  { fields: [name, family, { ...email, name: 'constructor' }] },
  { fields: [name, family, { ...email, required: 'yes' }] },
  { fields: [name, family, { ...email, required: undefined }] },
  { fields: [name, family, { ...email, seenBy: undefined }] },
  { fields: [name, family, { ...email, seenBy: ['world'] }] },
  { fields: [name, family, { ...email, maxLength: 0 }] },
  { fields: [name, family, email, choice] },
  { fields: [name, family, { ...email, seenby: ['public'] }] },
  { consents: undefined },
  { consents: null },
  { consents: {} },
  { consents: '' },
  { consents: 'sign' },
  { consents: 0 },
  { consents: false },
  { consents: [null] },
  { consents: [sign, sign] },
  { consents: [{ ...sign, text: '' }] },
  { consents: [{ ...sign, text: { de: 'Ja' } }] },
  { consents: [{ ...sign, purpose: undefined }] },
  { consents: [{ ...sign, version: undefined }] },
  { consents: [{ ...sign, organiser: 'nobody' }] },
  { consents: [{ ...sign, organiser: undefined }] },
  { consents: [{ ...sign, required: 'no' }] },
  { consents: [{ ...sign, required: 0 }] },
  { consents: [{ ...sign, mode: 'off' }] },
  { consents: [{ ...sign, required: false, mode: 'none' }] },
  { consents: [{ ...sign, requird: false }] },
  { consents: Array.from({ length: 21 }, (_, i) => ({ ...sign, purpose: `p-${i}` })) },
  { consents: [{ ...sign, text: 'a'.repeat(2001) }] },
];

describe('a document whose duties are broken', { timeout: 900_000 }, () => {
  let browser, context, partner, server, endpoint;
  /** Requests with an answer in them, anywhere. */
  let answers = 0;

  before(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        if (isAnswer(request.url + body)) answers++;
        response.writeHead(request.method === 'OPTIONS' ? 204 : 503, {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': '*',
          'content-type': 'application/json',
        });
        response.end(request.method === 'OPTIONS' ? undefined : '{}');
      });
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${server.address().port}/`;
    [browser, partner] = await Promise.all([
      chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGS }),
      startPartner(),
    ]);
    context = await browser.newContext();
    // Pauses of a page are over at once: nothing waits for a second try.
    await context.addInitScript(
      `const wait = setTimeout; globalThis.setTimeout = (run, ms, ...rest) => wait(run, 0, ...rest);`,
    );
  });
  after(async () => {
    await browser?.close();
    await partner?.stop();
    server?.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Fills in and sends whatever form the page shows, then asks the campaign to send by script; gives how many answers left. */
  async function attempt(changes) {
    answers = 0;
    const page = await context.newPage();
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(partner.page(campaignDocument({ venue: null, endpoint, ...changes }), false));
    await page.waitForFunction(() => {
      const form = document.querySelector('petition-sign-form');
      const phase = document.querySelector('petition-campaign')?.campaign?.state.phase;
      return form?.shadowRoot && phase && phase !== 'loading';
    });
    await page.evaluate(async (typed) => {
      const form = document.querySelector('petition-sign-form');
      await form.updateComplete;
      const { shadowRoot } = form;
      for (const [name, value] of Object.entries(typed))
        for (const field of shadowRoot.querySelectorAll(`[name="${name}"]`)) field.value = value;
      for (const box of shadowRoot.querySelectorAll('[type="checkbox"]')) box.checked = true;
      shadowRoot.querySelector('form')?.requestSubmit();
      const { campaign } = document.querySelector('petition-campaign');
      while (campaign.state.signing.outcome === 'sending')
        await new Promise((resolve) => setTimeout(resolve));
      // A page that goes round the form.
      await campaign.request({ type: 'submit' }, { fields: typed, consents: [], locale: 'en' });
    }, TYPED);
    const problems = await page.evaluate(
      () => document.querySelector('petition-campaign').campaign.state.problems.length,
    );
    await page.close();
    assert.ok(!isAnswer(said.join('\n')), 'nothing that was typed is in the console');
    return { answers, problems };
  }

  it('a good one is sent, so that the counter is known to count', async () => {
    assert.ok((await attempt({})).answers > 0);
  });
  it('a good sealing sends nothing either', async () => {
    assert.deepEqual(await attempt({ sealing: { keys: [KEY] } }), { answers: 0, problems: 0 });
  });

  for (const [kind, forms] of [
    ['sealing', SEALING],
    ['fields and consents', FIELDS_AND_CONSENTS],
  ])
    it(`${kind} in ${forms.length} wrong forms: no request has an answer in it`, async () => {
      const sent = {};
      for (const changes of forms) {
        const { answers: count, problems } = await attempt(changes);
        const [key, value] = Object.entries(changes)[0];
        const label = `${key}: ${JSON.stringify(value)?.slice(0, 120)}`;
        if (count > 0) sent[label] = count;
        assert.ok(count > 0 || problems > 0, `${label}: the page's author is told`);
      }
      assert.deepEqual(sent, {});
    });
});
