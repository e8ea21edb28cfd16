// Pages with a library of 2010 that replaces what browsers have: the whole journey, and every seat where it is painted without.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { startBoxOffice } from '../faults/support.mjs';
import { openBrowser } from '../journey/support.mjs';
import { campaignDocument, startPartner, visitPartner } from '../support/partner.mjs';
import { BUILDS, OLD_LIBRARIES, pageOf, petitionOf } from './support.mjs';

const ELEMENTS = `<petition-signature-counter></petition-signature-counter>
<petition-seat-picker></petition-seat-picker><petition-sign-form></petition-sign-form>`;
const SEAT = 711;

/** Runs in the page: each canvas of the picker, and the name of each seat of the grid. */
function readSeats() {
  const { shadowRoot } = document.querySelector('petition-seat-picker');
  return [
    [...shadowRoot.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()),
    [...shadowRoot.querySelectorAll('.cell')].map(({ ariaLabel, textContent }) => ariaLabel ?? textContent),
  ];
}

describe('a page with an old library', { timeout: 300_000 }, () => {
  let browser, partner, office;
  before(async () => {
    [browser, partner] = await Promise.all([openBrowser(), startPartner()]);
  });
  after(async () => {
    await browser?.close();
    await partner?.stop();
  });
  // Its own for each page: the seats of an arena where others have signed are others.
  beforeEach(async () => {
    office = await startBoxOffice(documentAt('https://endpoint.example/'), partner.origin);
  });
  afterEach(() => office?.stop());

  const documentAt = (endpoint) =>
    campaignDocument({ endpoint, venue: { kind: 'arena', capacity: 3000 }, goals: [500, 2500] });
  const petition = () => petitionOf(documentAt(office.url), ELEMENTS);

  /** Opens the page, looks at its seats, takes one and signs; returns what was seen, and what is stored. */
  async function sign(head, body) {
    const url = partner.html(pageOf(body, head));
    const visitor = await visitPartner(browser, url, { reducedMotion: 'reduce' });
    const { page, complaints } = visitor;
    await page.locator('petition-seat-picker').evaluate((picker) => picker.ready);
    // The light is painted after the seats, a part at a time.
    let seen = null;
    for (let before = ''; JSON.stringify(seen) !== before; await page.waitForTimeout(250)) {
      before = JSON.stringify(seen);
      seen = await page.evaluate(readSeats);
    }
    const [painted, named] = seen;
    await visitor.choose(SEAT);
    await visitor.fillIn();
    await visitor.press();
    await visitor.says(/^Your seat: block/);
    await visitor.context.close();
    const digest = createHash('sha256').update(painted.join()).digest('hex');
    return { canvases: painted.length, digest, named, complaints, rows: office.rows() };
  }

  for (const [build, tag] of Object.entries(BUILDS)) {
    let bare;
    it(`${build}: without one`, async () => {
      bare = await sign(tag, petition());
      assert.deepEqual(bare.complaints, []);
      assert.ok(bare.canvases > 1 && bare.named.length > 10);
      assert.equal(bare.rows[0].given_name, 'Ada');
    });
    for (const [name, script] of Object.entries(OLD_LIBRARIES))
      for (const place of ['before', 'after'])
        it(`${build}: ${name}, ${place} our script`, { skip: !script && 'not installed' }, async () => {
          const page = place === 'before' ? [script + tag, petition()] : [tag, script + petition()];
          assert.deepEqual(await sign(...page), bare);
        });
  }
});
