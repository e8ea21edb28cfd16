// What pages, devices and people do while a signature is on its way: the rows of docs/threats-and-faults.md, section 2,
// that no line can play. The real elements before a real box office, over a line that can be held.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from '../../scripts/find-browser.mjs';
import { campaignDocument, startPartner, visitPartner } from '../support/partner.mjs';
import { answer, faults, problem, startProxy } from '../support/proxy.mjs';
import { startBoxOffice } from './support.mjs';

describe('a page that lives its own life while somebody signs', { timeout: 600_000 }, () => {
  let browser, partner, office, line;
  const visitors = [];
  let person = 0;

  before(async () => {
    [browser, partner] = await Promise.all([
      chromium.launch({
        executablePath: await findBrowser(),
        args: BROWSER_ARGS,
        // As for people: a page that is left may come back whole.
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      }),
      startPartner(),
    ]);
    office = await startBoxOffice(campaignDocument(), partner.origin);
    line = await startProxy(office.url);
  });
  afterEach(async () => {
    line.release();
    line.always(faults.pass);
    line.preflight = line.reads = null;
    for (const { context } of visitors.splice(0)) await context.close();
  });
  after(async () => {
    await browser?.close();
    await line?.stop();
    await office?.stop();
    await partner?.stop();
  });

  const document = (changes = {}) => campaignDocument({ endpoint: line.url, ...changes });

  /** A new person before the filled-in form. `prepare`: what is done to the browser before the page is opened. */
  async function arrive({
    url = partner.page(document()),
    until = 'fresh',
    within = browser,
    ...options
  } = {}) {
    const visitor = await visitPartner(within, url, options);
    visitors.push(visitor);
    const typed = { given: `Ida ${++person}`, family: 'Novák', email: `ida${person}@example.org` };
    if (until) await visitor.until((state, freshness) => state.freshness === freshness && state.venue, until);
    await visitor.fillIn(typed);
    const before = line.posts.length;
    return {
      ...visitor,
      typed: { ...typed, consent: true },
      posts: () => line.posts.length - before,
      arrived: (count) => line.arrived(before + count),
      mine: () => office.rows().filter(({ email }) => email === typed.email),
    };
  }
  const signedOnce = async (me) => {
    await me.says('You have signed.');
    assert.equal(me.mine().length, 1);
  };

  it('a button pressed twice, Enter, and a form sent by script make one request', async () => {
    const me = await arrive();
    line.hold();
    await me.form.locator('[part="submit"]').dblclick();
    await me.arrived(1);
    await me.form.getByLabel('Email').press('Enter');
    await me.page.evaluate(() =>
      document.querySelector('petition-sign-form').shadowRoot.querySelector('form').requestSubmit(),
    );
    line.release();
    await signedOnce(me);
    assert.equal(me.posts(), 1);
  });

  it('on a slow line says that it is sending, and the form works before count and seats have come', async () => {
    line.reads = faults.silentBefore;
    const me = await arrive({ until: 'unknown' });
    line.hold();
    await me.press();
    await me.arrived(1);
    await me.says('Sending your signature');
    line.release();
    await signedOnce(me);
  });

  it('whose fetch ignores being aborted: our own timer ends each try', async () => {
    const me = await arrive({
      script:
        'const { fetch } = window; window.fetch = (url, options) => fetch(url, { ...options, signal: null });',
    });
    line.always(faults.silentAfter);
    await me.press();
    for (let waited = 1; waited <= 4; waited++) {
      await me.arrived(waited);
      await me.endTimeouts();
    }
    await me.says('Not sent yet');
    assert.deepEqual(await me.written(), me.typed);
    line.always(faults.pass);
    await me.press('Try again');
    await signedOnce(me);
  });

  it('where a script that signing needs never loads: says that nothing was sent, and keeps everything', async () => {
    const declared = document({ endpoint: { preset: 'json', vars: { url: `${line.url}/signatures` } } });
    const me = await arrive({
      url: partner.page(declared),
      until: null,
      prepare: (context) => context.route(/\/declared-[^/]*\.js/, () => undefined),
    });
    await me.press();
    await me.says('Sending your signature');
    await me.endTimeouts();
    await me.says('Not sent yet');
    assert.deepEqual(await me.written(), me.typed);
    assert.equal(me.posts(), 0);
  });

  it('offline: says so, keeps everything, sends nothing by itself, and once when asked again', async () => {
    const me = await arrive();
    await me.context.setOffline(true);
    await me.press();
    await me.says('Not sent yet');
    await me.says(/This device is offline/);
    assert.deepEqual(await me.written(), me.typed);
    await me.context.setOffline(false);
    // The reading that a connection brings along has come, and no signature with it.
    await me.until((state) => state.offline === false && state.freshness === 'fresh');
    assert.equal(me.posts(), 0);
    await me.press('Try again');
    await signedOnce(me);
    assert.equal(me.posts(), 1);
  });

  it('an endpoint that is off, and comes back', async () => {
    const me = await arrive();
    await line.down();
    await me.press();
    await me.says('Not sent yet');
    assert.deepEqual(await me.written(), me.typed);
    await line.up();
    await me.press('Try again');
    await signedOnce(me);
  });

  for (const [name, block] of [
    [
      'a server that does not allow the page (CORS)',
      async () => {
        line.preflight = faults.say(answer(403));
        return arrive();
      },
    ],
    [
      'a page that does not allow the server (CSP)',
      async () => {
        const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Strict</title><link rel="icon" href="data:,">
        <meta http-equiv="Content-Security-Policy" content="connect-src 'self'">
        <script type="module" src="/dist/grandstand.js"></script>
        <petition-campaign><script type="application/json">${JSON.stringify(document())}</script>
        <petition-sign-form></petition-sign-form></petition-campaign></html>`;
        return arrive({ url: partner.html(html), until: 'unreachable' });
      },
    ],
  ])
    it(`${name} is to the signer a broken connection, and the console hears nothing personal`, async () => {
      const me = await block();
      await me.press();
      await me.says('Not sent yet');
      await me.says(/The connection broke before an answer came/);
      assert.deepEqual(await me.written(), me.typed);
      assert.equal(me.posts(), 0);
      assert.equal(me.mine().length, 0);
      assert.ok(me.complaints.length > 0, 'the page’s author is told');
      for (const said of Object.values(me.typed))
        if (typeof said === 'string') assert.doesNotMatch(me.complaints.join('\n'), new RegExp(said));
    });

  it('a phone that is locked while sending: it goes on, and nothing is doubled', async () => {
    const me = await arrive();
    line.hold();
    await me.press();
    await me.arrived(1);
    const devtools = await me.context.newCDPSession(me.page);
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    line.release();
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await signedOnce(me);
    assert.equal(me.posts(), 1);
  });

  it('somebody who leaves the page while sending has signed, once', async () => {
    const me = await arrive();
    line.hold();
    await me.press();
    await me.arrived(1);
    await me.page.goto('about:blank');
    line.release();
    // Another one signs after; what came first is stored by then.
    const next = await arrive();
    await next.press();
    await signedOnce(next);
    assert.equal(me.mine().length, 1);
  });

  it('back into a page that was kept whole, after signing: neither answers nor code are shown', async () => {
    const me = await arrive();
    await me.page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => (globalThis.wasKept = persisted)),
    );
    await me.press();
    await signedOnce(me);
    const code = await me.form.getByLabel(/Your withdrawal code/).inputValue();
    assert.match(code, /\./);
    await me.page.goto(
      partner.html('<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">'),
    );
    await me.page.goBack({ waitUntil: 'commit' });
    await me.page.waitForFunction(() => globalThis.wasKept === true);
    await me.says('You have signed.');
    assert.equal(await me.form.getByLabel('Email').count(), 0);
    const shown = await me.page.evaluate(
      () => document.querySelector('petition-sign-form').shadowRoot.innerHTML,
    );
    assert.ok(!shown.includes(code), 'the code is shown only once');
    assert.ok(!shown.includes(me.typed.email));
    assert.equal(me.posts(), 1);
  });

  /** Leaves the page and comes back; it must have been kept whole. */
  const leaveAndReturn = async (me, meanwhile = async () => undefined) => {
    await me.page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => (globalThis.wasKept = persisted)),
    );
    await me.page.goto(
      partner.html('<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">'),
    );
    await meanwhile();
    await me.page.goBack({ waitUntil: 'commit' });
    await me.page.waitForFunction(() => globalThis.wasKept === true);
  };

  it('back into a page that was kept whole, after an answer that was lost: it is asked for by its key', async () => {
    const me = await arrive();
    line.always(faults.dropAfter);
    await me.press();
    await me.says('Not sent yet');
    const before = me.posts();
    line.always(faults.pass);
    await leaveAndReturn(me);
    await signedOnce(me);
    assert.equal(me.posts(), before + 1);
    const shown = await me.page.evaluate(
      () => document.querySelector('petition-sign-form').shadowRoot.innerHTML,
    );
    assert.ok(!shown.includes(me.typed.email));
    assert.match(
      await me.form.getByLabel(/Your withdrawal code/).inputValue(),
      /\./,
      'the code was not shown before',
    );
  });

  it('back into a page that was left while sending: one row, and the page says so', async () => {
    const me = await arrive();
    line.hold();
    await me.press();
    await me.arrived(1);
    await leaveAndReturn(me, async () => line.release());
    await signedOnce(me);
  });

  it('back while there is no answer yet: says so, and sends nothing under another key', async () => {
    const me = await arrive();
    line.always(faults.dropAfter);
    await me.press();
    await me.says('Not sent yet');
    await leaveAndReturn(me);
    await me.settled();
    await me.says('Not sent yet');
    line.always(faults.pass);
    await me.press('Try again');
    await signedOnce(me);
  });

  const change = {
    'a name': (me) => me.form.getByLabel('Given name').fill('Changed'),
    'the seat': (me) => me.choose(7),
  };
  for (const [what, make] of Object.entries(change)) {
    it(`${what} changed after an answer that was lost: one row, and the answers that are stored are named`, async () => {
      const me = await arrive();
      line.always(faults.dropAfter);
      await me.press();
      await me.says('Not sent yet');
      line.always(faults.pass);
      await me.press('Change my answers');
      await make(me);
      await me.press();
      await me.says(/with the answers you gave before the change/);
      await me.says(me.typed.given);
      await signedOnce(me);
      assert.equal(me.mine()[0].given_name, me.typed.given);
      assert.equal(me.mine()[0].seat, null);
    });
    it(`${what} changed after a request that never arrived: the change is stored, once`, async () => {
      const me = await arrive();
      line.always(faults.dropBefore);
      await me.press();
      await me.says('Not sent yet');
      line.always(faults.pass);
      await me.press('Change my answers');
      await make(me);
      await me.press();
      await me.says(/You have (signed|your seat)\./);
      const mine = me.mine();
      assert.equal(mine.length, 1);
      assert.ok(mine[0].given_name === 'Changed' || mine[0].seat === 7);
      assert.equal(await me.form.getByText(/answers you gave before/).count(), 0);
    });
  }

  it('a device whose clock is wrong by years', async () => {
    const me = await arrive();
    await me.page.clock.setFixedTime(new Date('2001-01-01T00:00:00Z'));
    await me.press();
    await signedOnce(me);
  });

  it('a page whose storage is blocked', async () => {
    const me = await arrive({
      script: `for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(globalThis, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
        Object.defineProperty(document, 'cookie', { get() { throw new DOMException('blocked', 'SecurityError'); },
          set() { throw new DOMException('blocked', 'SecurityError'); } });`,
    });
    await me.press();
    await signedOnce(me);
    assert.deepEqual(me.complaints, []);
  });

  it('nothing is written on the device', async () => {
    const me = await arrive();
    await me.press();
    await signedOnce(me);
    const left = await me.page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
      (await caches.keys?.().catch(() => []))?.length ?? 0,
    ]);
    assert.deepEqual(left, [0, 0, '', 0, 0]);
    assert.deepEqual((await me.context.cookies()).length, 0);
  });

  it('the form is moved, and taken away and put back, while sending', async () => {
    const me = await arrive();
    line.hold();
    await me.press();
    await me.arrived(1);
    await me.page.evaluate(async () => {
      const campaign = document.querySelector('petition-campaign');
      const form = document.querySelector('petition-sign-form');
      campaign.prepend(form);
      await form.updateComplete;
      form.remove();
      // A task later it is really out of the page.
      await new Promise((resolve) => setTimeout(resolve));
      campaign.append(form);
    });
    line.release();
    await signedOnce(me);
    assert.equal(me.posts(), 1);
  });

  it('the campaign gets another endpoint while sending: what is under way ends where it began', async () => {
    const me = await arrive();
    line.hold();
    await me.press();
    await me.arrived(1);
    await me.page.evaluate(() => {
      const element = document.querySelector('petition-campaign');
      element.signed = 0;
      element.addEventListener('petition-signed', () => element.signed++);
      element.setAttribute('endpoint', 'https://elsewhere.example/');
    });
    line.release();
    await me.page.waitForFunction(() => document.querySelector('petition-campaign').signed === 1);
    assert.equal(me.mine().length, 1);
    assert.equal(me.posts(), 1);
  });

  it('422 with an error of a field is shown at the field, in words of our own', async () => {
    const me = await arrive();
    line.next(
      faults.say(
        problem(422, 'invalid', {
          title: '<img src=x onerror=alert(1)>',
          errors: [{ pointer: '#/fields/email', code: 'format', detail: '<b>no</b>' }],
        }),
      ),
    );
    await me.press();
    await me.says('There is a problem');
    const field = me.form.getByLabel('Email');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.deepEqual(await me.written(), me.typed);
    await field.fill(`new.${me.typed.email}`);
    await me.press();
    await me.says('You have signed.');
    assert.equal(office.rows().filter(({ email }) => email.endsWith(me.typed.email)).length, 1);
  });

  it('409, the seat was taken a moment before: the answers stay, the seat is marked, one press takes a free one near', async () => {
    const [first, second] = [await arrive(), await arrive()];
    await first.choose(3);
    await second.choose(3);
    await first.press();
    await first.says('You have signed.');
    await second.press();
    await second.says('Someone sat down there a moment before you');
    assert.deepEqual(await second.written(), second.typed);
    assert.equal(second.mine().length, 0);
    await second.until((state) => state.seat === null && (state.taken[0] & 0b1000) !== 0);
    assert.equal(
      await second.page.evaluate(() => {
        const { shadowRoot } = document.querySelector('petition-sign-form');
        return shadowRoot.activeElement?.id;
      }),
      'heading',
      'the message has the focus',
    );
    await second.press(/^Sign and take/);
    await second.says('You have signed.');
    assert.equal(second.mine().length, 1);
    const seats = office.rows().flatMap(({ seat }) => seat ?? []);
    assert.equal(new Set(seats).size, seats.length, 'no seat twice');
  });

  it('a seat that the browser puts back into a page loaded anew, and somebody else has by now, goes without a word', async () => {
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Again</title><link rel="icon" href="data:,">
      <script type="module" src="/dist/grandstand.js"></script>
      <petition-campaign><script type="application/json">${JSON.stringify(document())}</script>
      <form><petition-seat-picker name="seat"></petition-seat-picker></form>
      <petition-sign-form></petition-sign-form></petition-campaign></html>`;
    // Without a back/forward cache: Chromium puts the state of forms back when a page is loaded anew on the way back.
    const uncached = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGS });
    try {
      const me = await arrive({ url: partner.html(html), within: uncached });
      const away = partner.html('<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">');
      const isChosen = (state) => state.seat?.seat === 4;
      await me.choose(4);
      await me.until(isChosen);
      await me.page.waitForFunction(
        () => new FormData(document.querySelector('form')).get('seat') === 'A-1-5',
      );
      await me.page.goto(away);
      await me.page.goBack();
      await me.until((state) => state.takenRevision > 0 && state.seat?.seat === 4);
      const other = await arrive();
      await me.page.waitForFunction(
        () => new FormData(document.querySelector('form')).get('seat') === 'A-1-5',
      );
      await me.page.goto(away);
      await other.choose(4);
      await other.press();
      await other.says('You have signed.');
      await other.until((state) => state.takenRevision > 0 && (state.taken[0] & 0b10000) !== 0);
      await me.page.goBack();
      await me.until((state) => state.takenRevision > 0 && (state.taken[0] & 0b10000) !== 0 && !state.seat);
      assert.equal(await me.state((state) => state.notice), null);
      const lost = me.form.getByText(/Someone sat down there/).filter({ visible: true });
      assert.equal(await lost.count(), 0);
      await me.page.waitForFunction(() => new FormData(document.querySelector('form')).get('seat') === null);
    } finally {
      await uncached.close();
    }
  });
});
