// Pages with a library of 2010 that replaces what browsers have: the whole journey, and every seat where it is painted without.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { startBoxOffice } from '../faults/support.mjs';
import { openBrowser } from '../journey/support.mjs';
import { campaignDocument, startPartner, visitPartner } from '../support/partner.mjs';
import { BUILDS, OLD_LIBRARIES, pageOf, petitionOf } from './support.mjs';

const ELEMENTS = `<petition-signature-counter></petition-signature-counter>
<petition-seat-picker></petition-seat-picker><petition-sign-form></petition-sign-form>`;
const SEAT = 4711;

describe('a page with an old library', { timeout: 600_000 }, () => {
  let browser, partner, office;
  before(async () => {
    [browser, partner] = await Promise.all([openBrowser(), startPartner()]);
    office = await startBoxOffice(venueOf('arena'), partner.origin);
  });
  after(async () => {
    await browser?.close();
    await office?.stop();
    await partner?.stop();
  });

  const venueOf = (kind, endpoint = 'https://endpoint.example/') =>
    campaignDocument({
      endpoint,
      venue: { kind, capacity: 3000 },
      goals: [500, 2500],
      consents: campaignDocument().consents,
    });

  /** Opens the page, chooses a seat and signs; returns what is seen of the seats before, what the ticket says, and the complaints. */
  async function sign(head, body, seat) {
    const visitor = await visitPartner(browser, partner.html(pageOf(body, head)), {
      reducedMotion: 'reduce',
    });
    const { page, complaints } = visitor;
    await page.locator('petition-seat-picker').evaluate((picker) => picker.ready);
    const canvases = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('petition-seat-picker');
      return [...shadowRoot.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL());
    });
    const cells = await page.evaluate(() =>
      [...document.querySelector('petition-seat-picker').shadowRoot.querySelectorAll('.cell')].map(
        ({ ariaLabel, textContent }) => `${ariaLabel} ${textContent}`,
      ),
    );
    const seats = createHash('sha256')
      .update(JSON.stringify([canvases, cells]))
      .digest('hex');
    await visitor.choose(seat);
    await visitor.fillIn();
    await visitor.press();
    await visitor.says(/^Your seat: block/);
    await visitor.context.close();
    return { seats, painted: canvases.length, cells: cells.length, complaints };
  }

  let seat = SEAT % 2000;
  for (const [build, tag] of Object.entries(BUILDS)) {
    let bare;
    it(`${build}: without one`, async () => {
      bare = await sign(tag, petitionOf(venueOf('arena', office.url), ELEMENTS), seat++);
      assert.deepEqual(bare.complaints, []);
      assert.ok(bare.painted > 1 && bare.cells > 10);
    });
    for (const [name, script] of Object.entries(OLD_LIBRARIES))
      for (const place of ['before', 'after'])
        it(`${build}: ${name}, ${place} our script`, { skip: !script && 'not installed' }, async () => {
          const body = petitionOf(venueOf('arena', office.url), ELEMENTS);
          const page = place === 'before' ? [script + tag, body] : [tag, script + body];
          assert.deepEqual(await sign(...page, seat++), bare);
        });
  }
  it('stores what was typed', () => {
    const rows = office.rows();
    assert.ok(rows.length > 1);
    for (const { given_name, email } of rows)
      assert.deepEqual([given_name, email], ['Ada', 'ada@example.org']);
  });
});
