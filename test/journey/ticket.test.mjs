// After signing: the signer saves and opens the ticket, and its invitation leads a friend to the seat beside.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  decode,
  fillIn,
  focused,
  isLit,
  openHouse,
  readPng,
  untilFocused,
  untilState,
  visit,
} from './support.mjs';

/** 12-8-15, beside Ales Bialiatski; 12-8-16 is on the other side of it. */
const MINE = 4698;
const NEXT = MINE + 1;

describe('the ticket', { timeout: 300_000 }, () => {
  const house = openHouse();

  const choose = (page, seat) =>
    page.evaluate(
      (one) =>
        document.querySelector('petition-campaign').campaign.request({ type: 'seat-select', seat: one }),
      seat,
    );

  const sign = async (page, names) => {
    await fillIn(page, names);
    await page.getByRole('button', { name: 'Sign and take this seat' }).click();
    await page.getByRole('heading', { name: 'You have signed.' }).waitFor();
  };

  let invitation;

  it('is shown after the result, saved as a PNG, and offers the free seat beside', async () => {
    const { page, context, complaints } = await visit(house.browser, house.office.url);
    await untilState(page, (state) => state.venue !== null);
    await choose(page, MINE);
    await sign(page);
    const ticket = page.locator('petition-ticket');
    await ticket
      .getByRole('img', { name: /Ticket: Block 12, row 8, seat 15, beside Ales Bialiatski/ })
      .waitFor();
    assert.equal((await focused(page)).text, 'You have signed.', 'the focus stays on the result');
    const [result, own, share] = await page.evaluate(() => {
      const root = document.querySelector('petition-campaign').shadowRoot;
      const tags = ['petition-sign-form', 'petition-ticket', 'petition-share'];
      const order = [...root.querySelectorAll('*')].map(({ localName }) => localName);
      return tags.map((tag) => order.indexOf(tag));
    });
    assert.ok(result >= 0 && result < own && own < share, 'result, ticket, share in that order');

    await ticket.getByLabel('First name on the ticket').fill('Ada');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      ticket.getByRole('button', { name: 'Save the ticket' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'human-rights-match-ticket.png');
    const png = readFileSync(await download.path());
    const { width, height } = readPng(png);
    assert.deepEqual([width, height], [1080, 1920]);
    const { at: plate, colours } = await decode(page, png, [10, 60]);
    assert.deepEqual(plate, [7, 11, 18]);
    assert.ok(colours > 60, `a drawing with a portrait has many colours, this one ${colours}`);

    await ticket.getByText(/This link shows that you signed/).waitFor();
    await ticket.getByRole('button', { name: 'Invite someone to seat 16' }).click();
    invitation = await ticket.getByLabel('Link to Block 12, row 8, seat 16').inputValue();
    assert.equal(invitation, 'https://ngo.example/sign#petition-seat=12-8-16');
    assert.ok(!page.url().includes('#'), 'the own page says nothing of it');
    const links = await page
      .locator('petition-share a')
      .evaluateAll((all) => all.map(({ href, rel }) => ({ href: decodeURIComponent(href), rel })));
    assert.ok(links.length > 0);
    for (const { href, rel } of links) {
      assert.match(rel, /noopener/);
      assert.match(href, /https:\/\/ngo\.example\/sign/);
      assert.doesNotMatch(href, /Ada|12-8-1|petition-seat/);
    }
    // For people at risk there is no invitation, and no name.
    await page.evaluate(() => document.querySelector('petition-campaign').setAttribute('at-risk', ''));
    await ticket.locator('[part="invitation"]').waitFor({ state: 'detached' });
    assert.equal(await ticket.locator('#name').count(), 0);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('brings a friend to that seat, who takes it', async () => {
    const { page, context, complaints, asked } = await visit(
      house.browser,
      // The page of this test replaces the one that the campaign names.
      house.office.url + new URL(invitation).hash,
    );
    const picker = page.locator('petition-seat-picker');
    await picker.getByText('You are invited to this seat').waitFor();
    await picker.locator('.sheet').getByText('Block 12, row 8, seat 16').waitFor();
    const take = picker.getByRole('button', { name: 'Sign to keep this seat' }).first();
    await untilFocused(page, 'take');
    await take.click();
    await untilState(page, (state, seat) => state.seat?.seat === seat, NEXT);
    await sign(page, { given: 'Ben' });
    await untilState(page, (state, seat) => state.signing.receipt.seat === seat, NEXT);
    await untilState(page, (state, seat) => ((state.taken[seat >> 3] >> (seat & 7)) & 1) === 1, NEXT);
    assert.equal(await isLit(page, MINE), true);
    assert.deepEqual(
      asked
        .map(({ url, body }) => url.split('#')[0] + body)
        .filter((request) => /petition-seat=|12-8-16/.test(request)),
      [],
      'the fragment goes nowhere',
    );
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('offers whoever comes later the free seat nearest to it, on a phone as well', async () => {
    const { page, context } = await visit(house.browser, house.office.url + new URL(invitation).hash, {
      viewport: { width: 360, height: 740 },
    });
    const picker = page.locator('petition-seat-picker');
    await picker.getByText('The seat you were invited to has been taken.').waitFor();
    assert.equal(
      await page.evaluate(() => document.querySelector('petition-campaign').campaign.state.seat),
      null,
      'nobody is given another seat unasked',
    );
    const take = picker.getByRole('button', { name: 'Sign to keep this seat' }).first();
    await take.click();
    await untilState(page, (state) => state.seat !== null);
    const { seat, code } = await page.evaluate(
      () => document.querySelector('petition-campaign').campaign.state.seat,
    );
    assert.ok(seat !== MINE && seat !== NEXT, code);
    assert.match(code, /^12-(7|8|9)-1\d$/);
    await context.close();
  });
});
