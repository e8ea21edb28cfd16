// The whole petition, from the first story to the friend who signs next: once by keys alone, once by finger on a phone
// 360 px wide. Nobody but the two signers and a box office with a page of its own takes part.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import {
  dataFolder,
  decode,
  focused,
  freePort,
  openBrowser,
  ownPage,
  readPng,
  startBoxOffice,
  untilFocused,
  untilState,
  untilStory,
  visit,
} from './support.mjs';

const root = new URL('../../', import.meta.url).pathname;
/** Where the saved tickets are left, to be looked at. */
const reports = new URL('../../reports/journey/', import.meta.url);

const STORIES = [
  ['Ales Bialiatski', 'sews garments six days a week'],
  ['Mikalai Statkevich', 'Kept for Mikalai Statkevich: block 5, row 10, seat 9'],
  ['Eduard Lobau', 'Kept for Eduard Lobau: block 18, row 9, seat 11'],
];
const EDUARD = 11;
/** A ticket that stands, px: the result has a column of its own. */
const TICKET = [1080, 1920];

/** Country and comment in a second step, and links that lead to this very page. */
const change = (url) => (document) => ({
  ...document,
  fields: document.fields.map((field) =>
    ['country', 'comment'].includes(field.name) ? { ...field, step: 2 } : field,
  ),
  share: { ...document.share, url },
});

/** A hand on the keyboard: goes on with Tab from where the focus is, and never touches anything. */
function keys(page) {
  const isFocused = (target) =>
    target.evaluate((element) => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active === element;
    });
  const goTo = async (target) => {
    await target.waitFor();
    for (let presses = 0; presses < 120; presses++) {
      if (await isFocused(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`not reached with Tab: ${target}; last: ${JSON.stringify(await focused(page))}`);
  };
  return {
    async press(target) {
      await goTo(target);
      await page.keyboard.press('Enter');
    },
    async write(target, text) {
      await goTo(target);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    async choose(target, option) {
      await goTo(target);
      await page.keyboard.type(option);
    },
    async tick(target) {
      await goTo(target);
      await page.keyboard.press('Space');
    },
  };
}

/** A finger, and what the phone's own keyboard and lists give. */
function finger() {
  return {
    press: (target) => target.tap(),
    async write(target, text) {
      await target.tap();
      await target.fill(text);
    },
    choose: (target, option) => target.selectOption({ label: option }),
    tick: (target) => target.tap(),
  };
}

const WAYS = {
  'by keys alone': { hand: keys, visitor: {} },
  'by finger at 360 px': {
    hand: finger,
    visitor: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  },
};

for (const [way, { hand: take, visitor: device }] of Object.entries(WAYS)) {
  describe(`the whole petition ${way}`, { timeout: 300_000 }, () => {
    const browsers = [];
    let data, office, page;

    before(async () => {
      data = dataFolder();
      const port = await freePort();
      page = ownPage(data.folder, change(`http://localhost:${port}/`));
      office = await startBoxOffice('serve', { port, data: data.folder, args: ['--page', page] });
      browsers.push(await openBrowser(), await openBrowser());
    });
    after(async () => {
      await Promise.all(browsers.map((browser) => browser.close()));
      await office?.stop();
      data?.remove();
    });

    /** A visitor, the hand they have, and leave to read what was copied. */
    async function enter(browser, url) {
      const permissions = ['clipboard-read', 'clipboard-write'];
      const visitor = await visit(browser, url, { ...device, permissions });
      return { ...visitor, hand: take(visitor.page) };
    }

    /** What must not have happened: complaints, requests to others, a name or seat in an address, anything kept here. */
    async function checkManners({ context, complaints, asked }) {
      assert.deepEqual(complaints, []);
      // Without the fragment, which no request carries.
      const addresses = asked
        .map(({ url }) => url.replace(/#.*/, ''))
        .filter((url) => !/^(data|blob):/.test(url));
      assert.ok(addresses.length > 5);
      const isOurs = (url) => url.startsWith(office.url);
      // The names of our own files hold letters of chance.
      const tells = (url) => !url.includes('/dist/') && /ada|ben|18-9/i.test(url);
      assert.deepEqual(
        addresses.filter((url) => !isOurs(url) || tells(url)),
        [],
      );
      assert.deepEqual(await context.storageState(), { cookies: [], origins: [] });
    }

    /** Both steps of the form, first wrong, then right, and the button that signs. */
    async function sign({ page: own, hand }, { given, family, email, country, newsletter }) {
      const form = own.locator('petition-sign-form');
      const button = (name) => form.getByRole('button', { name });
      await form.getByText('Step 1 of 2').waitFor();
      await hand.press(button('Continue'));
      await form.getByRole('group', { name: 'There is a problem with 3 answers' }).waitFor();
      await hand.press(button('Enter your given name'));
      assert.equal((await focused(own)).role, 'input', 'the summary leads to the field');
      await hand.write(form.getByLabel('Given name'), given);
      await hand.write(form.getByLabel('Family name'), family);
      await hand.write(form.getByLabel('Email'), email.replace('@', ''));
      await hand.press(button('Continue'));
      await form.getByRole('group', { name: 'There is a problem with one answer' }).waitFor();
      assert.equal(await form.getByLabel('Given name').inputValue(), given, 'nothing typed is gone');
      await hand.write(form.getByLabel('Email'), email);
      await hand.press(button('Continue'));

      await form.getByText('Step 2 of 2').waitFor();
      for (const box of await form.getByRole('checkbox').all()) assert.equal(await box.isChecked(), false);
      await hand.choose(form.getByRole('combobox', { name: 'Country' }), country);
      await hand.press(button('Sign and take this seat'));
      await form.getByRole('group', { name: 'There is a problem with one answer' }).waitFor();
      await hand.press(button('Tick the box to sign'));
      await hand.tick(form.getByLabel(/I sign this petition/));
      if (newsletter) await hand.tick(form.getByLabel(/Write to me/));
      await hand.press(button('Sign and take this seat'));
      await form.getByRole('heading', { name: 'You have signed.' }).waitFor();
      assert.match((await focused(own)).text, /You have signed/);
    }

    const seatOf = (own) =>
      own.evaluate(() => document.querySelector('petition-campaign').campaign.state.signing.receipt.seat);

    let invitation, first;

    it('three stories, the seat beside Eduard Lobau, two steps, the ticket, the invitation', async () => {
      const visitor = await enter(browsers[0], office.url);
      const { page: own, hand } = visitor;
      const deck = own.locator('petition-story-deck');
      for (const [i, [name, text]] of STORIES.entries()) {
        await untilStory(own, name);
        const card = deck.locator(`.story:not([inert]) petition-story-card`);
        await hand.press(card.getByRole('button', { name: `Read more about ${name.split(' ')[0]}` }));
        await card.getByText(text).waitFor();
        await card.getByText('What happened later').waitFor();
        if (i + 1 < STORIES.length)
          await hand.press(deck.getByRole('button', { name: 'Read the next story' }));
        else await hand.press(card.getByRole('button', { name: 'Sit beside Eduard' }));
      }
      await untilState(own, (state) => state.seat !== null);
      await sign(visitor, {
        given: 'Ada',
        family: 'Novák',
        email: 'ada@example.org',
        country: 'Czechia',
        newsletter: false,
      });
      await own.getByText(/^Your seat: block 18, row 9, seat 1[02], beside Eduard Lobau\.$/).waitFor();
      first = await seatOf(own);
      const code = await own.getByLabel(/^Your withdrawal code$/).inputValue();
      assert.match(code, /^[\w-]+\.[\w-]+$/);

      const ticket = own.locator('petition-ticket');
      await ticket
        .getByRole('img', { name: /Ticket: Block 18, row 9, seat 1[02], beside Eduard Lobau/ })
        .waitFor();
      const [download] = await Promise.all([
        own.waitForEvent('download'),
        hand.press(ticket.getByRole('button', { name: 'Save the ticket' })),
      ]);
      await ticket.getByText('The ticket is saved on this device.').waitFor();
      assert.equal(download.suggestedFilename(), 'human-rights-match-ticket.png');
      const png = readFileSync(await download.path());
      mkdirSync(reports, { recursive: true });
      writeFileSync(new URL(`ticket-${way.replaceAll(' ', '-')}.png`, reports), png);
      const { chunks, width, height } = readPng(png);
      assert.deepEqual([width, height], TICKET);
      assert.deepEqual(
        chunks.filter((type) => /^(tEXt|zTXt|iTXt|eXIf)$/.test(type)),
        [],
        'no words beside the picture',
      );
      assert.equal(chunks.at(-1), 'IEND');
      assert.ok(!png.includes('Novák') && !png.includes('ada@example.org'));
      const shown = await decode(own, png);
      assert.deepEqual([shown.width, shown.height], TICKET);
      assert.ok(shown.colours > 60, `a drawing with a portrait has many colours, this one ${shown.colours}`);

      await ticket.getByText(/This link shows that you signed/).waitFor();
      await hand.press(ticket.getByRole('button', { name: /^Invite someone to seat (9|13)$/ }));
      await hand.press(ticket.getByRole('button', { name: 'Copy the link' }));
      await ticket.getByRole('button', { name: 'Link copied' }).waitFor();
      invitation = await own.evaluate(() => navigator.clipboard.readText());
      assert.match(invitation, new RegExp(`^${office.url}#petition-seat=18-9-(9|13)$`));
      await checkManners(visitor);
      await visitor.context.close();
    });

    it('the invitation, in another browser: the neighbour seat is offered, taken and signed for', async () => {
      const visitor = await enter(browsers[1], invitation);
      const { page: own, hand } = visitor;
      const picker = own.locator('petition-seat-picker');
      await picker.getByText('You are invited to this seat').waitFor();
      const [, block, row, number] = /seat=(\d+)-(\d+)-(\d+)$/.exec(invitation);
      await picker.locator('.sheet').getByText(`Block ${block}, row ${row}, seat ${number}`).waitFor();
      await untilFocused(own, 'take');
      await hand.press(picker.locator('.sheet').getByRole('button', { name: 'Sign to keep this seat' }));
      await untilState(own, (state, code) => state.seat?.code === code, `${block}-${row}-${number}`);
      await sign(visitor, {
        given: 'Ben',
        family: 'Dvořák',
        email: 'ben@example.org',
        country: 'Poland',
        newsletter: true,
      });
      assert.equal(Math.abs((await seatOf(own)) - first), 1, 'side by side');
      await checkManners(visitor);
      await visitor.context.close();
    });

    it('the box office has two rows, of neighbours, and what each of them agreed to', async () => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['box-office/dist/main.js', 'export', 'human-rights-match'],
        { cwd: root, env: { ...process.env, GRANDSTAND_DATA: data.folder, GRANDSTAND_CAMPAIGNS: page } },
      );
      const [header, ...rows] = stdout
        .trim()
        .split('\r\n')
        .map((line) =>
          [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2]),
        );
      const told = rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
      assert.deepEqual(
        told.map((row) => [
          row.given_name,
          row.country,
          row.consent_sign_given,
          row.consent_newsletter_given,
        ]),
        [
          ['Ada', 'CZ', 'true', 'false'],
          ['Ben', 'PL', 'true', 'true'],
        ],
      );
      const seats = told.map(({ seat }) => seat.split('-').map(Number));
      assert.deepEqual(
        seats.map((seat) => seat.slice(0, 2)),
        [
          [18, 9],
          [18, 9],
        ],
      );
      assert.equal(Math.abs(seats[0][2] - EDUARD), 1, 'the first beside Eduard Lobau');
      assert.equal(Math.abs(seats[1][2] - seats[0][2]), 1, 'the second beside the first');
    });
  });
}
