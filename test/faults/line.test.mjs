// A submission over a bad line, row by row of docs/threats-and-faults.md, section 2: the real elements on a page of
// another origin, in a real browser, before the box office itself and before a declared endpoint. Whatever the line does:
// as many rows as positive answers, nothing doubled, what was typed stays, and the words say what to do.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { openBrowser } from '../journey/support.mjs';
import { campaignDocument, startPartner, visitPartner } from '../support/partner.mjs';
import { answer, faults, problem, startProxy } from '../support/proxy.mjs';
import { startPlatforms } from '../support/platforms.mjs';
import { startBoxOffice } from './support.mjs';

const NOT_SENT = /Not sent yet/;
const BROKE = /The connection broke before an answer came/;
const BUSY = /Very many people are signing right now/;
const REFUSED = /Your signature was not accepted/;
const KEPT = /Everything you wrote is still here/;

const always = (fault) => (line) => line.always(fault);
const once = (fault) => (line) => line.next(fault);
const status = (code, headers, body) => faults.say(answer(code, headers, body));

/**
 * What happens, how many requests reach the line, how many rows there are before the signer tries again, what is said.
 * `timeouts`: every request waits until it has waited too long. `skip`: the pauses that the endpoint asked for, in ms.
 */
const CASES = [
  {
    name: 'the line breaks before the endpoint hears it',
    does: always(faults.dropBefore),
    posts: 4,
    rows: 0,
    says: [NOT_SENT, BROKE],
  },
  { name: 'the same, but once', does: once(faults.dropBefore), posts: 2, rows: 1, signed: true },
  {
    name: 'the line breaks after the endpoint stored it',
    does: always(faults.dropAfter),
    posts: 4,
    rows: 1,
    says: [NOT_SENT, BROKE],
  },
  {
    name: 'the same, but once: the next request gets the stored answer',
    does: once(faults.dropAfter),
    posts: 2,
    rows: 1,
    signed: true,
  },
  {
    name: 'the connection is closed without an answer',
    does: always(faults.closeAfter),
    posts: 4,
    rows: 1,
    says: [NOT_SENT, BROKE],
  },
  {
    name: 'no answer comes, and the endpoint heard nothing',
    does: always(faults.silentBefore),
    timeouts: 4,
    posts: 4,
    rows: 0,
    says: [NOT_SENT, BROKE],
  },
  {
    name: 'no answer comes, though it was stored',
    does: always(faults.silentAfter),
    timeouts: 4,
    posts: 4,
    rows: 1,
    says: [NOT_SENT, BROKE],
  },
  {
    name: 'the answer begins and never ends',
    does: always(faults.stall),
    timeouts: 4,
    posts: 4,
    rows: 1,
    says: [NOT_SENT, BROKE],
  },
  {
    name: 'the first answer is lost in silence, the second comes',
    does: once(faults.silentAfter),
    timeouts: 1,
    posts: 2,
    rows: 1,
    signed: true,
  },
  { name: 'the answer comes byte by byte', does: always(faults.trickle), posts: 1, rows: 1, signed: true },
  {
    name: 'the answer is cut off',
    does: always(faults.truncate),
    posts: 4,
    rows: 1,
    says: [NOT_SENT, BROKE],
  },
  {
    name: 'the answer is cut off and looks whole',
    does: always(faults.truncateSilently),
    posts: 1,
    rows: 1,
    says: [NOT_SENT],
  },
  {
    name: 'the line breaks in the middle of the answer',
    does: always(faults.resetInBody),
    posts: 4,
    rows: 1,
    says: [NOT_SENT, BROKE],
  },
  { name: 'what comes is no HTTP', does: always(faults.garbage), posts: 4, rows: 1, says: [NOT_SENT, BROKE] },
  { name: 'the answer has no end', does: always(faults.endless), posts: 4, rows: 1, says: [NOT_SENT] },
  {
    name: 'the answer may not be read by this page (CORS)',
    does: always(faults.withoutCors),
    posts: 4,
    rows: 1,
    says: [NOT_SENT, BROKE],
  },
  {
    name: 'something on the way sends it twice',
    does: always(faults.twice),
    posts: 1,
    rows: 1,
    signed: true,
  },
  {
    name: 'a captive portal answers 200 with a page',
    does: always(faults.portal),
    posts: 1,
    rows: 0,
    says: [NOT_SENT],
  },
  {
    name: 'a captive portal answers 200 in JSON',
    does: always(faults.jsonPortal),
    posts: 1,
    rows: 0,
    says: [NOT_SENT],
  },
  {
    name: 'a redirect to a page to log in',
    does: always(faults.redirect),
    posts: 4,
    rows: 0,
    says: [NOT_SENT],
  },
  { name: 'an empty answer', does: always(faults.nothing), posts: 1, rows: 0, says: [NOT_SENT] },
  {
    name: 'JSON of a wrong shape, with __proto__',
    does: always(faults.wrongShape),
    posts: 1,
    rows: 0,
    says: [NOT_SENT],
  },
  { name: '500, once', does: once(status(500)), posts: 2, rows: 1, signed: true },
  { name: '502 without end', does: always(status(502)), posts: 4, rows: 0, says: [NOT_SENT, BROKE] },
  {
    name: '503 with Retry-After in seconds, once',
    does: once(status(503, { 'retry-after': '7' })),
    skip: [7_000],
    posts: 2,
    rows: 1,
    signed: true,
    meanwhile: /try again in 7 seconds/,
  },
  {
    name: '429 with Retry-After: 86400 is clamped to two minutes',
    does: once(problem429({ 'retry-after': '86400' })),
    skip: [120_000],
    posts: 2,
    rows: 1,
    signed: true,
    meanwhile: /try again in 120 seconds/,
  },
  {
    name: '429 with a Retry-After of the past is clamped to a second',
    does: once(
      problem429({
        'retry-after': 'Sun, 22 Nov 2015 10:00:00 GMT',
        date: 'Sun, 22 Nov 2015 11:00:00 GMT',
        'access-control-expose-headers': 'Retry-After, Date',
      }),
    ),
    skip: [1_000],
    posts: 2,
    rows: 1,
    signed: true,
    meanwhile: /try again in 1 second/,
  },
  {
    name: '503 with a date, by a server whose clock is wrong by years',
    does: once(
      status(503, {
        'retry-after': 'Sun, 22 Nov 2015 10:00:09 GMT',
        date: 'Sun, 22 Nov 2015 10:00:00 GMT',
        'access-control-expose-headers': 'Retry-After, Date',
      }),
    ),
    skip: [9_000],
    posts: 2,
    rows: 1,
    signed: true,
    meanwhile: /try again in 9 seconds/,
  },
  {
    name: '503 with a date, and a Date that no page may read',
    does: once(
      status(503, { 'retry-after': 'Sun, 22 Nov 2115 10:00:09 GMT', date: 'Sun, 22 Nov 2115 10:00:00 GMT' }),
    ),
    skip: [5_000],
    posts: 2,
    rows: 1,
    signed: true,
    meanwhile: /try again in 5 seconds/,
  },
  {
    name: '429 with a senseless Retry-After',
    does: once(problem429({ 'retry-after': 'soon' })),
    skip: [5_000],
    posts: 2,
    rows: 1,
    signed: true,
    meanwhile: /try again in 5 seconds/,
  },
  {
    name: '429 without end',
    does: always(problem429({})),
    skip: [5_000, 5_000, 5_000],
    posts: 4,
    rows: 0,
    says: [NOT_SENT, BUSY],
    meanwhile: /try again in 5 seconds/,
  },
  {
    name: '409, in progress, once',
    does: once(faults.say(problem(409, 'in-progress'))),
    posts: 2,
    rows: 1,
    signed: true,
    protocol: true,
  },
  ...[400, 403, 404, 405, 413, 415, 501].map((code) => ({
    name: `${code} is final`,
    does: always(status(code)),
    posts: 1,
    rows: 0,
    says: [REFUSED, KEPT],
    again: 'Change my answers',
  })),
];
function problem429(headers) {
  return status(429, headers);
}

/** The endpoints: how they are started, what the campaign says of them, and the rows they hold. */
const ENDPOINTS = [
  {
    name: 'the box office',
    async start(origin) {
      const office = await startBoxOffice(campaignDocument(), origin);
      return { ...office, endpoint: (url) => url };
    },
  },
  {
    name: 'an endpoint described by data, whose key travels in the body',
    async start() {
      const { urls, tables, stop } = await startPlatforms();
      return {
        url: urls.json,
        rows: () => tables.json.rows,
        stop,
        endpoint: (url) => ({
          preset: 'json',
          vars: { url: `${url}/signatures`, count: `${url}/count` },
          seats: { url: `${url}/seats`, format: 'list' },
        }),
      };
    },
  },
];

for (const { name: endpointName, start } of ENDPOINTS) {
  describe(`a bad line to ${endpointName}`, { timeout: 600_000 }, () => {
    let browser, partner, endpoint, line, visitor;
    let person = 0;

    before(async () => {
      [browser, partner] = await Promise.all([openBrowser(), startPartner()]);
      endpoint = await start(partner.origin);
      line = await startProxy(endpoint.url);
    });
    afterEach(async () => {
      line.release();
      line.always(faults.pass);
      line.preflight = line.reads = null;
      await visitor?.context.close();
      visitor = null;
    });
    after(async () => {
      await browser?.close();
      await line?.stop();
      await endpoint?.stop();
      await partner?.stop();
    });

    /** A new person before the filled-in form. */
    async function arrive(options = {}) {
      const { changes, ...more } = options;
      visitor = await visitPartner(
        browser,
        partner.page(campaignDocument({ endpoint: endpoint.endpoint(line.url), ...changes }), false),
        more,
      );
      const typed = { given: `Ada ${++person}`, family: 'Novák', email: `ada${person}@example.org` };
      await visitor.until((state) => state.freshness === 'fresh' && state.venue);
      await visitor.fillIn(typed);
      const before = line.posts.length;
      return {
        ...visitor,
        typed: { ...typed, consent: true },
        /** Requests that reached the line since. */
        posts: () => line.posts.slice(before),
        arrived: (count) => line.arrived(before + count),
        mine: () => endpoint.rows().filter(({ email }) => email === typed.email),
      };
    }

    for (const row of CASES) {
      it(row.name, async () => {
        const me = await arrive();
        if (row.skip) await me.page.clock.install();
        row.does(line);
        await me.press();
        for (let waited = 1; waited <= (row.timeouts ?? 0); waited++) {
          await me.arrived(waited);
          await me.endTimeouts();
        }
        for (const [tries, pause] of (row.skip ?? []).entries()) {
          await me.arrived(tries + 1);
          await me.says(row.meanwhile);
          await me.page.clock.fastForward(pause);
        }
        await me.settled();
        const { outcome } = await me.state(({ signing }) => signing);
        const bodies = me.posts().map(({ body }) => body);
        assert.equal(new Set(bodies).size, 1, 'every retry sends the same bytes');
        assert.equal(bodies.length, row.posts, 'requests');
        assert.equal(me.mine().length, row.rows, 'rows');
        assert.equal(await me.page.evaluate(() => ({}).polluted), undefined);
        if (row.signed) {
          assert.equal(outcome, 'signed');
          await me.says(/You have signed\./);
          assert.equal(await me.form.getByLabel('Email').count(), 0, 'what was typed is gone');
        } else {
          assert.notEqual(outcome, 'signed');
          for (const words of row.says) await me.says(words);
          assert.deepEqual(await me.written(), me.typed, 'fields kept');
          line.always(faults.pass);
          await me.press(row.again ?? 'Try again');
          if (row.again) await me.press();
          await me.says(/You have signed\./);
        }
        assert.equal(me.mine().length, 1, 'one positive answer, one row');
        assert.equal(me.mine()[0].given_name, me.typed.given);
      });
    }
  });
}

const UNSURE = 'We cannot tell whether your signature was received';

/** Without a key a second request could be a second signature: it is sent once, and the signer is told what is known. */
const KEYLESS = [
  { name: 'the line breaks before the endpoint hears it', fault: faults.dropBefore, rows: 0, says: UNSURE },
  { name: 'the line breaks after the endpoint stored it', fault: faults.dropAfter, rows: 1, says: UNSURE },
  {
    name: 'no answer comes, though it was stored',
    fault: faults.silentAfter,
    timeouts: 1,
    rows: 1,
    says: UNSURE,
  },
  { name: 'the answer begins and never ends', fault: faults.stall, timeouts: 1, rows: 1, says: UNSURE },
  { name: 'the answer is cut off', fault: faults.truncate, rows: 1, says: UNSURE },
  { name: 'what comes is no HTTP', fault: faults.garbage, rows: 1, says: UNSURE },
  {
    name: 'the answer may not be read by this page (CORS)',
    fault: faults.withoutCors,
    rows: 1,
    says: UNSURE,
  },
  { name: 'a captive portal answers 200 with a page', fault: faults.portal, rows: 0, says: UNSURE },
  { name: '500', fault: status(500), rows: 0, says: UNSURE },
  { name: '429', fault: problem429({ 'retry-after': '7' }), rows: 0, says: BUSY },
  { name: '404', fault: status(404), rows: 0, says: REFUSED },
];

describe('a bad line to an endpoint described by data, without a key', { timeout: 600_000 }, () => {
  let browser, partner, platforms, line, visitor;

  before(async () => {
    [browser, partner, platforms] = await Promise.all([openBrowser(), startPartner(), startPlatforms()]);
    line = await startProxy(platforms.urls.form);
  });
  afterEach(async () => {
    line.always(faults.pass);
    line.posts.length = 0;
    await visitor?.context.close();
    visitor = null;
    for (const table of Object.values(platforms.tables)) table.clear();
  });
  after(async () => {
    await browser?.close();
    await line?.stop();
    await platforms?.stop();
    await partner?.stop();
  });

  async function arrive(endpoint) {
    visitor = await visitPartner(browser, partner.page(campaignDocument({ endpoint }), false));
    await visitor.until((state) => state.venue !== null);
    await visitor.fillIn();
    return visitor;
  }
  const TYPED = { given: 'Ada', family: 'Novák', email: 'ada@example.org', consent: true };

  for (const { name, fault, timeouts = 0, rows, says } of KEYLESS)
    it(name, async () => {
      const me = await arrive({ preset: 'form', vars: { url: `${line.url}/signatures` } });
      line.always(fault);
      await me.press();
      for (let waited = 1; waited <= timeouts; waited++) {
        await line.arrived(waited);
        await me.endTimeouts();
      }
      await me.says(says);
      assert.equal(line.posts.length, 1, 'sent once');
      assert.equal(platforms.tables.form.rows.length, rows);
      assert.deepEqual(await me.written(), TYPED, 'fields kept');
    });

  it('the signer may send it again, and the endpoint that knows it says so', async () => {
    const me = await arrive({ preset: 'form', vars: { url: `${line.url}/signatures` } });
    line.next(faults.dropAfter);
    await me.press();
    await me.says(UNSURE);
    await me.press('Send again anyway');
    await me.says('You have already signed');
    assert.equal(line.posts.length, 2);
    assert.equal(platforms.tables.form.rows.length, 1);
  });

  for (const [name, fault] of [
    ['is off', null],
    ['breaks before the endpoint hears it', faults.dropBefore],
    ['breaks after the endpoint stored it', faults.dropAfter],
  ])
    it(`of two ways to one endpoint the first ${name}: with a key the second is taken, and one row is there`, async () => {
      const [first, second] = [await startProxy(platforms.urls.json), await startProxy(platforms.urls.json)];
      try {
        if (fault) first.always(fault);
        else await first.down();
        const me = await arrive({
          preset: 'json',
          vars: { url: `${second.url}/signatures` },
          sign: { urls: [`${first.url}/signatures`, `${second.url}/signatures`] },
        });
        await me.press();
        await me.says(/You have signed\./);
        assert.equal(second.posts.length, 1);
        assert.equal(platforms.tables.json.rows.length, 1);
      } finally {
        await first.stop();
        await second.stop();
      }
    });
});
