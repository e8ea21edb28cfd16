// The other example campaigns: each is opened at its own address and signed by keys alone.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isLit, openHouse, untilState, visit } from './support.mjs';

const examples = new URL('../../examples/', import.meta.url);

describe('an example campaign, by keys alone', { timeout: 120_000 }, () => {
  const house = openHouse({ args: ['--pages', 'examples'] });

  /** Presses Tab until the text or label of what has the focus matches. */
  async function tabTo(page, wanted) {
    let text = '';
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      text = await page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return (element?.labels?.[0] ?? element)?.textContent.trim() ?? '';
      });
      if (wanted.test(text)) return;
    }
    throw new Error(`${wanted} is not reached with Tab; last: ${text}`);
  }

  for (const id of readdirSync(examples).filter((name) => name !== 'human-rights-match')) {
    it(`${id}: a signature gets its seat, and nobody else is asked`, async () => {
      const { title } = JSON.parse(readFileSync(new URL(`${id}/${id}.json`, examples), 'utf8'));
      const { page, context, complaints, asked } = await visit(house.browser, `${house.office.url}${id}/`, {
        heading: title.en ?? title,
      });
      await untilState(page, (state) => state.venue !== null);
      await tabTo(page, /^Find me a seat/);
      await page.keyboard.press('Enter');
      await untilState(page, (state) => state.seat !== null);
      for (const [label, text] of [
        [/^Given name/, 'Ida'],
        [/^Family name/, 'Kovač'],
        [/^Email/, 'ida@example.org'],
      ]) {
        await tabTo(page, label);
        await page.keyboard.type(text);
      }
      await tabTo(page, /^I sign this petition/);
      await page.keyboard.press('Space');
      await tabTo(page, /^Sign and take this seat/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'You have signed.' }).waitFor();

      const seat = await page.evaluate(
        () => document.querySelector('petition-campaign').campaign.state.signing.receipt.seat,
      );
      await untilState(page, (state, one) => ((state.taken[one >> 3] >> (one & 7)) & 1) === 1, seat);
      assert.equal(await isLit(page, seat), true);
      const count = await (await fetch(`${house.office.url}petitions/${id}`)).json();
      assert.equal(count.signatures, 1);
      assert.deepEqual(complaints, []);
      const foreign = asked.filter(
        ({ url }) => !url.startsWith(house.office.url) && !url.startsWith('data:'),
      );
      assert.deepEqual(foreign, []);
      await context.close();
    });
  }
});
