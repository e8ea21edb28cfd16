// Each preset before a server that behaves as its platform does (test/support/platforms.mjs), from a page of another
// origin, in a real browser that really asks beforehand and really refuses. The presets are used as authors use them: by
// name and variables, with the platforms' own host names, which lead to loopback here.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from '../../scripts/find-browser.mjs';
import { makeCertificate } from '../support/certificate.mjs';
import { campaignDocument, partnerPage, partnerSite, visitPartner } from '../support/partner.mjs';
import { PLATFORMS, startPlatforms } from '../support/platforms.mjs';

const PARTNER = 'https://partner.example';

/** What is said for each outcome. */
const WORDS = {
  signed: /You have signed\./,
  assumed: 'Your signature is on its way',
  duplicate: 'You have already signed',
  rejected: 'Your signature was not accepted',
  invalid: /There is a problem/,
  unreachable: 'We cannot tell whether your signature was received',
};
const OWN = { duplicate: 'duplicate', error: 'invalid', count: true };
const DATABASE = { ...OWN, seats: true, retries: true };
const COLUMNS = { seat: 'seat', key: 'submission_key' };
const BLIND = { sign: 'assumed', duplicate: 'assumed', error: 'assumed', isSimple: true };

/**
 * Preset -> its variables and what is expected: the outcome of a signature, of a second one with the same e-mail, of one
 * with an e-mail the platform does not accept; whether there are a count and seats; whether a lost answer is asked for
 * again; `isSimple`: whether the browser need not ask beforehand; `row`: what must be stored of Ada Novák.
 */
const PRESETS = {
  json: {
    ...DATABASE,
    vars: {
      url: 'https://json.example/signatures',
      count: 'https://json.example/signatures/count',
    },
    config: { seats: { url: 'https://json.example/signatures/seats', format: 'list' } },
  },
  form: {
    ...OWN,
    isSimple: true,
    vars: { url: 'https://form.example/signatures', count: 'https://form.example/signatures/count' },
  },
  webhook: {
    ...OWN,
    vars: { url: 'https://hooks.example/signatures', count: 'https://hooks.example/signatures/count' },
  },
  directus: { ...DATABASE, vars: { site: 'https://directus.example', ...COLUMNS } },
  strapi: { ...DATABASE, vars: { site: 'https://strapi.example', ...COLUMNS } },
  postgrest: {
    ...DATABASE,
    error: 'rejected',
    vars: { site: 'https://postgrest.example', list: 'signature_seats', ...COLUMNS },
  },
  supabase: {
    ...DATABASE,
    platform: 'postgrest',
    error: 'rejected',
    vars: {
      site: 'https://project.supabase.co',
      publishable: 'sb_publishable_test',
      list: 'signature_seats',
      ...COLUMNS,
    },
  },
  pocketbase: {
    ...DATABASE,
    vars: { site: 'https://pocketbase.example', list: 'signature_seats', ...COLUMNS },
  },
  proca: {
    duplicate: 'signed',
    error: 'invalid',
    count: true,
    vars: { actionPage: '1234' },
    row: { firstName: 'Ada', lastName: 'Novák', optIn: null },
  },
  'hubspot-forms': {
    duplicate: 'signed',
    error: 'rejected',
    vars: { portal: '12345678', form: '0f1e2d3c-0000-4000-8000-000000000000' },
    row: { firstname: 'Ada', lastname: 'Novák' },
  },
  formspree: { duplicate: 'signed', error: 'invalid', vars: { form: 'xyzabcde' } },
  'action-network': {
    sign: 'assumed',
    duplicate: 'assumed',
    error: 'assumed',
    vars: { petition: '7f5b2d3c-0000-4000-8000-000000000000' },
  },
  osdi: {
    sign: 'assumed',
    duplicate: 'assumed',
    error: 'assumed',
    count: true,
    vars: { helper: 'https://osdi.example/osdi/signatures', petition: 'https://osdi.example/osdi/petition' },
  },
  'gravity-forms': {
    duplicate: 'duplicate',
    error: 'invalid',
    vars: {
      site: 'https://gravity.example',
      form: '7',
      email: '3',
      given: '1_3',
      family: '1_6',
      seat: '9',
    },
    row: { input_1_3: 'Ada', input_1_6: 'Novák' },
  },
  actionkit: {
    duplicate: 'signed',
    error: 'invalid',
    vars: { host: 'act.example', page: 'free-them' },
    row: { page: 'free-them', name: 'Ada Novák' },
  },
  'civicrm-api4': {
    duplicate: 'signed',
    error: 'rejected',
    vars: { site: 'https://civicrm.example', entity: 'PetitionSignature' },
  },
  'wp-speakout': {
    duplicate: 'duplicate',
    error: 'rejected',
    isSimple: true,
    // It answers no page of another origin.
    from: 'https://speakout.example',
    vars: { site: 'https://speakout.example', petition: '1' },
    row: { first_name: 'Ada', last_name: 'Novák' },
  },
  'netlify-forms': {
    duplicate: 'signed',
    error: 'signed',
    isSimple: true,
    from: 'https://netlify.example',
    vars: { site: 'https://netlify.example', form: 'petition' },
  },
  'salesforce-web-to-lead': {
    ...BLIND,
    vars: { org: '00D000000000001' },
    row: { first_name: 'Ada', last_name: 'Novák', company: 'Individual' },
  },
  mailchimp: {
    ...BLIND,
    vars: { host: 'list.us1.list-manage.com', u: '0123456789abcdef01234567', id: '0123456789' },
    row: { FNAME: 'Ada', LNAME: 'Novák' },
  },
  'brevo-form': {
    ...BLIND,
    vars: { form: 'https://form.sibforms.com/serve/MUIFAxyz' },
    row: { FIRSTNAME: 'Ada', LASTNAME: 'Novák' },
  },
  'google-forms': {
    ...BLIND,
    vars: { form: '1FAIpQLSe-abc', email: '1234567890', given: '1234567891' },
    mail: 'entry.1234567890',
    row: { 'entry.1234567891': 'Ada' },
  },
  'google-apps-script': { ...BLIND, vars: { script: 'AKfycbxabc' } },
  zapier: { ...BLIND, vars: { account: '1234567', hook: 'abc123' } },
  controlshift: { count: true, vars: { domain: 'controlshift.example', slug: 'free-them' } },
  'engaging-networks': { count: true, vars: { region: 'us', token: 'abc-123', campaign: '12345' } },
  'uk-parliament': { count: true, vars: { petition: '700143' } },
  'static-json': { count: true, vars: { url: 'https://static.example/count.json' } },
};

describe('presets, each before its platform', { timeout: 900_000 }, () => {
  let browser, platforms, site;
  const visitors = [];

  before(async () => {
    site = partnerSite();
    const hosts = new Set(['partner.example', 'speakout.example', 'netlify.example']);
    platforms = await startPlatforms(
      makeCertificate(),
      (req, res) => hosts.has(req.headers.host) && site.answer(req, res),
    );
    browser = await chromium.launch({
      executablePath: await findBrowser(),
      // Every name leads here: whatever a preset asks, it asks nobody else.
      args: [...BROWSER_ARGS, `--host-resolver-rules=MAP * 127.0.0.1:${platforms.securePort}`],
    });
  });
  afterEach(async () => {
    for (const { context } of visitors.splice(0)) await context.close();
    for (const table of Object.values(platforms.tables)) table.clear();
  });
  after(async () => {
    await browser?.close();
    await platforms?.stop();
  });

  /** `until`: what must be known before; who waits for it has the seats before them. */
  async function arrive(endpoint, { from = PARTNER, person = {}, until } = {}) {
    const page = from + site.add(partnerPage(campaignDocument({ endpoint }), until !== undefined));
    const visitor = await visitPartner(browser, page, { ignoreHTTPSErrors: true });
    visitors.push(visitor);
    await visitor.until((state) => state.venue !== null);
    if (until) await visitor.until(until);
    await visitor.fillIn(person);
    return visitor;
  }

  for (const [name, preset] of Object.entries(PRESETS)) {
    const {
      vars,
      config,
      from,
      sign = 'signed',
      duplicate,
      error,
      count,
      seats,
      retries,
      isSimple,
      row,
    } = preset;
    const { mail = 'email' } = preset;
    const endpoint = { preset: name, vars, ...config };
    const table = () => platforms.tables[preset.platform ?? (name in PLATFORMS ? name : '')];
    const posts = () => table().calls.filter(({ method }) => method === 'POST');
    const asked = () => table().calls.filter(({ method }) => method === 'OPTIONS');

    describe(name, () => {
      if (duplicate)
        it(`signs: ${sign}`, async () => {
          const ada = await arrive(endpoint, { from });
          await ada.press();
          await ada.says(WORDS[sign]);
          assert.equal((await ada.state(({ signing }) => signing)).outcome, sign);
          assert.equal(table().rows.length, 1);
          const stored = table().rows[0];
          assert.equal(stored[mail], 'ada@example.org');
          for (const [key, value] of Object.entries(row ?? { given_name: 'Ada', family_name: 'Novák' }))
            assert.deepEqual(stored[key], value, key);
          assert.equal(posts().length, 1);
          assert.equal(posts()[0].headers.cookie, undefined);
          if (isSimple) assert.equal(asked().length, 0, 'nothing that a browser would ask for beforehand');
          else if (!from) assert.ok(asked().length > 0, 'the browser asked beforehand');
        });

      if (duplicate)
        it(`the same person again: ${duplicate}`, async () => {
          for (const outcome of [sign, duplicate]) {
            const ada = await arrive(endpoint, { from });
            await ada.press();
            await ada.says(WORDS[outcome]);
            assert.equal((await ada.state(({ signing }) => signing)).outcome, outcome);
          }
          if (duplicate === 'duplicate') assert.equal(table().rows.length, 1);
          assert.equal(posts().length, 2);
        });

      if (error)
        it(`an e-mail that the platform does not accept: ${error}`, async () => {
          const eve = await arrive(endpoint, { from, person: { email: 'eve@refused.example' } });
          await eve.press();
          await eve.says(WORDS[error]);
          assert.equal((await eve.state(({ signing }) => signing)).outcome, error);
          if (error === 'invalid') {
            const field = eve.form.locator('[aria-invalid="true"]');
            assert.equal(await field.count(), 1);
            assert.match(await field.evaluate((input) => input.labels[0].textContent), /Email/);
          }
          if (error === 'invalid' || error === 'rejected') {
            assert.equal(table().rows.length, 0);
            assert.equal((await eve.written()).email, 'eve@refused.example');
            assert.equal(await eve.page.evaluate(() => globalThis.injected), undefined);
          }
        });

      if (count)
        it('counts', async () => {
          for (let i = 1; i <= 7; i++) table().insert({ email: `n${i}@example.org` });
          const visitor = await arrive(endpoint, { until: (state) => state.freshness === 'fresh' });
          assert.equal(await visitor.state((state) => state.count.signatures), 7);
          if (!duplicate) return;
          await visitor.press();
          await visitor.says(WORDS[sign]);
          // Read again, or one's own on top of what was read.
          await visitor.page.waitForFunction(() =>
            /\b8\b/.test(document.querySelector('petition-signature-counter').shadowRoot.textContent),
          );
        });

      if (seats)
        it('gives a seat once', async () => {
          const until = (state) => state.takenRevision > 0;
          table().insert({ email: 'n1@example.org', seat: 'A-2-5' });
          const [ada, ben] = [
            await arrive(endpoint, { until }),
            await arrive(endpoint, { until, person: { given: 'Ben', email: 'ben@example.org' } }),
          ];
          assert.deepEqual(await ada.state((state) => [...state.taken]), [0, 0b10], 'the tenth is taken');
          await ada.choose(3);
          await ben.choose(3);
          await ada.press();
          await ada.says('You have signed.');
          assert.equal(table().rows.at(-1).seat, 'A-1-4');
          await ben.press();
          await ben.says('Someone sat down there a moment before you');
          assert.equal((await ben.written()).given, 'Ben');
          assert.equal(table().rows.length, 2);
          await ben.choose(4);
          await ben.press();
          await ben.says('You have signed.');
          assert.equal(table().rows.at(-1).seat, 'A-1-5');
        });

      if (retries)
        it('an answer that was lost is asked for again, and found', async () => {
          const ada = await arrive(endpoint, { until: (state) => state.takenRevision > 0 });
          await ada.choose(3);
          // It is stored, and what comes is none of its answers.
          table().next.push((call, rows) => {
            const { handle } = PLATFORMS[preset.platform ?? name];
            handle(call, rows);
            return { status: 502, text: 'Bad gateway' };
          });
          await ada.press();
          await ada.says('You have signed.');
          assert.equal(table().rows.length, 1);
          assert.equal(posts().length, 2);
        });
    });
  }

  describe('a service that answers with a redirect', () => {
    const { vars } = PRESETS.json;
    /** Stored, and sent on to a page of thanks. */
    const redirecting = (call, rows) => {
      rows.insert({ ...call.json.fields });
      return { status: 303, headers: { location: 'https://json.example/thanks' } };
    };
    const arriveAt = async (sign) => {
      const ada = await arrive({ preset: 'json', vars, sign: { idempotency: false, ...sign } });
      platforms.tables.json.next.push(redirecting);
      await ada.press();
      return ada;
    };
    const posted = () => platforms.tables.json.calls.filter(({ method }) => method === 'POST').length;

    it('is an error, and nobody can tell whether it arrived', async () => {
      const ada = await arriveAt({});
      await ada.says(WORDS.unreachable);
      assert.equal(posted(), 1);
    });
    it('with a rule for "assumed" is on its way, is not followed, and is no success', async () => {
      const ada = await arriveAt({ response: { assumed: { redirected: true } } });
      await ada.says(WORDS.assumed);
      assert.equal((await ada.state(({ signing }) => signing)).outcome, 'assumed');
      assert.equal(posted(), 1);
      assert.ok(!platforms.tables.json.calls.some(({ path }) => path === '/thanks'), 'not followed');
    });
    it('with a rule for "success" is an error all the same', async () => {
      const ada = await arriveAt({ response: { success: { redirected: true } } });
      await ada.says(WORDS.unreachable);
      assert.equal(posted(), 1);
    });
  });

  it('errors of fields in a page of HTML, found by a pattern', async () => {
    const eve = await arrive({
      preset: 'form',
      vars: PRESETS.form.vars,
      sign: {
        response: {
          fields: { pattern: '<li class="error"[^>]*>(?<name>[^:<]+): (?<message>[^<]+)</li>', each: 'text' },
        },
      },
    });
    platforms.tables.form.next.push(() => ({
      status: 422,
      type: 'text/html',
      text: `<!doctype html>${'<p>A long page</p>'.repeat(3000)}<ul><li class="error">E-mail: d&eacute;j&agrave; utilis&eacute;</li></ul>`,
    }));
    await eve.press();
    await eve.says(WORDS.invalid);
    await eve.says('déjà utilisé');
    assert.equal(await eve.form.locator('[aria-invalid="true"]').count(), 1);
  });

  it('seats by GraphQL and POST', async () => {
    for (const seat of ['A-1-1', 'A-1-2', 'A-1-3', 'A-2-5'])
      platforms.tables.directus.insert({ email: `${seat}@example.org`, seat });
    const visitor = await arrive(
      {
        preset: 'directus',
        vars: PRESETS.directus.vars,
        seats: {
          url: 'https://directus.example/graphql',
          query: null,
          method: 'POST',
          graphql: {
            query: 'query($limit: Int, $offset: Int) { signatures(limit: $limit, offset: $offset) { seat } }',
            variables: { limit: 3 },
          },
          path: 'data.signatures',
          seat: 'seat',
          pages: { by: 'offset', key: 'variables.offset', size: 3 },
        },
      },
      { until: (state) => state.takenRevision > 0 },
    );
    assert.deepEqual(await visitor.state((state) => [...state.taken]), [0b0000_0111, 0b10]);
    const asked = platforms.tables.directus.calls.filter(({ method }) => method === 'POST');
    assert.deepEqual(
      asked.map(({ json }) => json.variables),
      [
        { limit: 3, offset: 0 },
        { limit: 3, offset: 3 },
      ],
    );
  });

  describe('what a browser refuses', () => {
    for (const [name, isAllowed] of [
      ['directus', false],
      ['strapi', false],
      ['pocketbase', true],
      ['postgrest', true],
    ])
      it(`a header for the key at ${name}: ${isAllowed ? 'allowed' : 'the request is never sent'}`, async () => {
        const { vars } = PRESETS[name];
        const ada = await arrive({
          preset: name,
          vars,
          sign: { idempotency: { header: 'Idempotency-Key' } },
        });
        await ada.press();
        await ada.says(isAllowed ? WORDS.signed : 'Not sent yet');
        const { tables } = platforms;
        assert.equal(tables[name].rows.length, isAllowed ? 1 : 0);
        assert.equal(tables[name].calls.filter(({ method }) => method === 'POST').length, isAllowed ? 1 : 0);
      });

    it('the answer of SpeakOut to another origin: stored, sent once, and not called a failure', async () => {
      const { vars } = PRESETS['wp-speakout'];
      const ada = await arrive({ preset: 'wp-speakout', vars });
      await ada.press();
      await ada.says(WORDS.unreachable);
      const table = platforms.tables['wp-speakout'];
      assert.equal(table.rows.length, 1);
      assert.equal(
        table.calls.filter(({ method }) => method === 'POST').length,
        1,
        'never sent again blindly',
      );
      assert.deepEqual(await ada.state(({ signing: { outcome, unsure } }) => ({ outcome, unsure })), {
        outcome: 'unreachable',
        unsure: true,
      });
      assert.deepEqual((await ada.written()).email, 'ada@example.org');
    });

    it('the same, sent blind because the author said so: assumed', async () => {
      const { vars } = PRESETS['wp-speakout'];
      const ada = await arrive({ preset: 'wp-speakout', vars, sign: { mode: 'no-cors' } });
      await ada.press();
      await ada.says(WORDS.assumed);
      assert.equal(platforms.tables['wp-speakout'].rows.length, 1);
    });
  });
});
