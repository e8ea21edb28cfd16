// What a partner's page must be able to do with software that an organisation runs, in a real browser and from another
// origin: sign, count, take a seat, be told that one has signed already and that a seat is taken, and lose an answer on
// the way without being counted twice.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { openBrowser } from '../journey/support.mjs';
import { campaignDocument, startPartner, visitPartner } from '../support/partner.mjs';
import { faults, startProxy } from '../support/proxy.mjs';

/** Seats of the hall: A-1-1, A-1-2, A-1-3, A-2-1. */
const [FIRST, SECOND, THIRD, LAST] = [0, 1, 2, 5];

/** @param software its name and version, how it is installed and started, the endpoint that a campaign has for it, and `others` by the name of their preset, which only sign and count */
export function testReal(software) {
  const { name, version } = software;
  describe(`${name} ${version}`, { timeout: 1_500_000 }, () => {
    let server, line, browser, partner;
    const visitors = [];

    before(async () => {
      const installed = await software.install();
      console.log(
        installed.seconds
          ? `${name} ${version} was installed in ${installed.seconds} s.`
          : `${name} ${version} was installed before.`,
      );
      const begun = Date.now();
      server = await software.start(installed);
      console.log(`${name} answers after ${Math.round((Date.now() - begun) / 1000)} s.`);
      line = await startProxy(server.url);
      [browser, partner] = await Promise.all([openBrowser(), startPartner()]);
    });
    afterEach(async () => {
      line?.always(faults.pass);
      for (const { context } of visitors.splice(0)) await context.close();
    });
    after(async () => {
      await browser?.close();
      await partner?.stop();
      await line?.stop();
      await server?.stop();
    });

    /** Somebody on the partner's page, once count and seats have been read. */
    async function arrive(person, endpoint = software.endpoint(line.url)) {
      const visitor = await visitPartner(browser, partner.page(campaignDocument({ endpoint })));
      visitors.push(visitor);
      await visitor.page.locator('petition-seat-picker').scrollIntoViewIfNeeded();
      await ready(visitor, endpoint);
      await visitor.fillIn(person);
      return visitor;
    }
    /** Waits until count and seats have been read. */
    const ready = ({ until }, endpoint) =>
      until(
        (state, hasSeats) => state.freshness === 'fresh' && (!hasSeats || state.takenRevision > 0),
        !!endpoint.vars.seat || !!endpoint.seats,
      );
    /** Waits for a count, and until the counter says how many seats of the ten are taken, or what it says in place of that. */
    const count = (
      { page },
      signatures,
      seated,
      sentence = seated ? `${seated} of 10 seats` : '10 empty seats',
    ) =>
      page.waitForFunction(
        ([people, seats, words]) => {
          const { state } = document.querySelector('petition-campaign').campaign;
          const { textContent } = document.querySelector('petition-signature-counter').shadowRoot;
          return (
            state.count?.signatures === people &&
            state.count.seats?.taken === seats &&
            textContent.includes(words)
          );
        },
        [signatures, seated, sentence],
      );
    const lit = ({ until }, seat) =>
      until((state, one) => ((state.taken[one >> 3] >> (one & 7)) & 1) === 1, seat);
    const rows = async (email) => (await server.rows()).filter((row) => !email || row.email === email);

    it('takes a signature with a seat, and counts it', async () => {
      const ada = await arrive({ given: 'Ada', email: 'ada@example.org' });
      await count(ada, 0, 0);
      await ada.choose(FIRST);
      await ada.press();
      await ada.says('You have signed.');
      await ada.says(/Your seat: block A, row 1, seat 1/);
      await count(ada, 1, 1, 'You are the first.');
      const [row] = await rows('ada@example.org');
      assert.equal(row.seat, 'A-1-1');
      assert.equal(row.given_name, 'Ada');
      assert.equal(row.family_name, 'Novák', 'letters beyond ASCII arrive as they were typed');
      assert.equal((await rows()).length, 1);
      assert.deepEqual(ada.complaints, []);
    });

    it('takes a signature without a seat, and shows the seat of the first as taken', async () => {
      const ben = await arrive({ given: 'Ben', email: 'ben@example.org' });
      await count(ben, 1, 1);
      await lit(ben, FIRST);
      await ben.press();
      await ben.says('You have signed.');
      await count(ben, 2, 1);
      assert.equal((await rows('ben@example.org'))[0].seat ?? null, null);
    });

    it('says to somebody who signs again that one signature counts', async () => {
      const again = await arrive({ given: 'Ada', email: 'ada@example.org' });
      await again.choose(SECOND);
      await again.press();
      await again.says('You have already signed');
      assert.equal((await rows('ada@example.org')).length, 1);
      assert.equal((await rows()).length, 2);
    });

    it('gives a seat once: the second of two is told, keeps the answers, and takes another', async () => {
      const cy = await arrive({ given: 'Cy', email: 'cy@example.org' });
      const dee = await arrive({ given: 'Dee', email: 'dee@example.org' });
      await cy.choose(SECOND);
      await dee.choose(SECOND);
      await cy.press();
      await cy.says('You have signed.');
      await dee.press();
      await dee.says('Someone sat down there a moment before you');
      assert.deepEqual(await dee.written(), {
        given: 'Dee',
        family: 'Novák',
        email: 'dee@example.org',
        consent: true,
      });
      assert.equal((await rows('dee@example.org')).length, 0);
      await dee.choose(LAST);
      await dee.press();
      await dee.says('You have signed.');
      assert.equal((await rows('dee@example.org'))[0].seat, 'A-2-1');
      await count(dee, 4, 3);
      const seats = (await rows()).flatMap(({ seat }) => seat ?? []);
      assert.equal(new Set(seats).size, seats.length, 'no seat twice');
    });

    it('shows what it does not accept at the field', async () => {
      // Each of them is told to take no given name of more than 40 letters; the page does not know.
      const given = 'E'.repeat(41);
      const eve = await arrive({ given, email: 'eve@example.org' });
      await eve.press();
      await eve.says(/There is a problem/);
      assert.equal((await eve.state(({ signing }) => signing)).outcome, 'invalid');
      const field = eve.form.locator('[aria-invalid="true"]');
      assert.equal(await field.count(), 1);
      assert.match(await field.evaluate((input) => input.labels[0].textContent), /Given name/);
      assert.equal((await eve.written()).given, given);
      assert.equal((await rows()).length, 4);
      await eve.form.getByLabel('Given name').fill('Eve');
      await eve.press();
      await eve.says('You have signed.');
      assert.equal((await rows('eve@example.org')).length, 1);
    });

    it('counts once somebody whose answer was lost on the way', async () => {
      const fay = await arrive({ given: 'Fay', email: 'fay@example.org' });
      await fay.choose(THIRD);
      line.next(faults.dropAfter);
      await fay.press();
      await fay.says('You have signed.');
      assert.equal((await rows('fay@example.org')).length, 1);
      await count(fay, 6, 4);
    });

    it('keeps the answers of somebody who cannot reach it, and counts once when they try again', async () => {
      const gus = await arrive({ given: 'Gus', email: 'gus@example.org' });
      line.always(faults.dropAfter);
      await gus.press();
      await gus.says('Not sent yet');
      assert.equal((await gus.written()).email, 'gus@example.org');
      line.always(faults.pass);
      await gus.press('Try again');
      await gus.says('You have signed.');
      assert.equal((await rows('gus@example.org')).length, 1);
      await count(gus, 7, 4);
    });

    it('gives a seat to one of twenty who ask for it at the same moment', async () => {
      const taken = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          software.add(server.url, {
            submission_key: `race-${i}`,
            seat: 'A-2-5',
            email: `race${i}@example.org`,
            given_name: 'Ida',
          }),
        ),
      );
      assert.equal(taken.filter(Boolean).length, 1, 'positive answers');
      assert.equal((await rows()).filter(({ seat }) => seat === 'A-2-5').length, 1, 'rows');
    });

    for (const collection of software.lossy ?? [])
      it(`counts each of fifty people once whose answers are lost on the way (${collection})`, async () => {
        const before = await server.rows(collection);
        const read = {};
        const heading = ({ form }) => form.evaluate((element) => element.shadowRoot.activeElement.innerText);
        const press = async (visitor, name) => {
          await visitor.press(name);
          await visitor.settled();
          const words = (await heading(visitor)).trim();
          read[words] = (read[words] ?? 0) + 1;
        };
        const outcome = ({ state }) => state(({ signing }) => signing.outcome);
        const people = Array.from({ length: 50 }, (_, i) => ({
          given: `P${i}`,
          email: `p${i}@${collection}.example.org`,
        }));
        const endpoint = software.endpoint(line.url, collection);
        const visitor = await arrive(people[0], endpoint);
        for (const [i, person] of people.entries()) {
          // A campaign of their own for each, in one page: loading fifty pages takes minutes.
          await visitor.page.evaluate(() => {
            const last = document.querySelector('petition-campaign');
            const next = document.createElement('petition-campaign');
            next.innerHTML = last.innerHTML;
            last.replaceWith(next);
          });
          await ready(visitor, endpoint);
          await visitor.fillIn(person);
          // Every fifth has a free seat of ten, the others sign without one.
          const seat =
            i % 5 === 0
              ? await visitor.state(({ taken }) => {
                  const free = Array.from({ length: 10 }, (_, at) => at).find(
                    (at) => ((taken[at >> 3] >> (at & 7)) & 1) === 0,
                  );
                  return free ?? null;
                })
              : null;
          if (seat !== null) await visitor.choose(seat);
          // One answer is lost, or all of them until the signer presses again.
          if (i % 2 === 0) line.always(faults.dropAfter);
          else line.next(faults.dropAfter);
          await press(visitor);
          line.always(faults.pass);
          if (i % 2 === 0) {
            if (seat === null) await press(visitor, 'Try again');
            else {
              // Another seat than the one that is stored.
              await visitor.form.getByRole('button', { name: 'Change my answers' }).click();
              await visitor.choose(null);
              await press(visitor);
            }
          }
          if ((await outcome(visitor)) === 'seat-taken') {
            await visitor.choose(null);
            await press(visitor);
          }
          assert.match(await outcome(visitor), /^(signed|duplicate)$/, person.given);
        }
        const after = await server.rows(collection);
        console.log(
          `${name}, ${collection}: ${after.length - before.length} rows for 50 people, who read`,
          read,
        );
        for (const { email } of people)
          assert.equal(after.filter((row) => row.email === email).length, 1, email);
        assert.equal(after.length - before.length, people.length);
        const seats = after.flatMap(({ seat }) => seat ?? []);
        assert.equal(new Set(seats).size, seats.length, 'no seat twice');
      });

    for (const [preset, endpointOf] of Object.entries(software.others ?? {}))
      it(`the preset \`${preset}\`: signs, counts, knows who has signed, shows what it does not accept`, async () => {
        const before = (await rows()).length;
        const person = { given: 'Hal', email: `${preset}@example.org` };
        const hal = await arrive(person, endpointOf(line.url));
        assert.equal(await hal.state((state) => state.count.signatures), before);
        await hal.press();
        await hal.says('You have signed.');
        await hal.until((state, signatures) => state.count.signatures === signatures, before + 1);
        const [row] = await rows(person.email);
        assert.deepEqual([row.given_name, row.family_name], ['Hal', 'Novák']);
        const again = await arrive(person, endpointOf(line.url));
        await again.press();
        await again.says('You have already signed');
        const long = await arrive({ ...person, given: 'I'.repeat(41) }, endpointOf(line.url));
        await long.press();
        await long.says(/There is a problem/);
        assert.match(
          await long.form.locator('[aria-invalid="true"]').evaluate((input) => input.labels[0].textContent),
          /Given name/,
        );
        assert.equal((await rows()).length, before + 1);
      });
  });
}
