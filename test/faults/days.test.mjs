// The first and the last day of a petition for readers of other time zones: a real page in a real browser whose device is
// somewhere else, before a real box office.
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from '../../scripts/find-browser.mjs';
import { campaignDocument, startPartner } from '../support/partner.mjs';
import { startBoxOffice } from './support.mjs';

describe('the days of a petition, read elsewhere', { timeout: 120_000 }, () => {
  const documents = {
    minsk: { closes: '2999-05-31', timeZone: 'Europe/Minsk' },
    anywhere: { closes: '2999-05-31' },
    later: { opens: '2999-06-01' },
  };
  let browser, partner, office;

  before(async () => {
    [browser, partner] = await Promise.all([
      chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGS }),
      startPartner(),
    ]);
    const [first, ...others] = Object.entries(documents).map(([id, days]) =>
      campaignDocument({ id, ...days }),
    );
    const files = Object.fromEntries(others.map((one) => [`${one.id}.json`, JSON.stringify(one)]));
    office = await startBoxOffice(first, partner.origin, {}, files);
  });
  after(async () => {
    await browser?.close();
    await office?.stop();
    await partner?.stop();
  });

  /** The page of a petition on a device in a time zone. `travel`: takes it to another one, where the form is drawn again. */
  async function read(id, timezoneId) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const device = await context.newCDPSession(page);
    await device.send('Emulation.setTimezoneOverride', { timezoneId });
    await page.goto(partner.page(campaignDocument({ id, ...documents[id], endpoint: office.url })));
    const form = page.locator('petition-sign-form');
    return {
      says: (text) => form.getByText(text, { exact: true }).waitFor({ timeout: 15_000 }),
      async travel(to) {
        await device.send('Emulation.setTimezoneOverride', { timezoneId: to });
        await form.evaluate((element) => element.requestUpdate());
      },
      leave: () => context.close(),
    };
  }

  for (const [where, id, zone, text] of [
    [
      'a reader in Lisbon is told when it is midnight in Minsk',
      'minsk',
      'Europe/Lisbon',
      'Open for signatures until 31 May 2999, 22:00 (midnight in Minsk).',
    ],
    ['a reader in Minsk is told the day', 'minsk', 'Europe/Minsk', 'Open for signatures until 31 May 2999.'],
    [
      'a reader in São Paulo is told until when it is open without a time zone',
      'anywhere',
      'America/Sao_Paulo',
      'Open for signatures until 1 June 2999, 09:00.',
    ],
    [
      'a reader in Seoul is told when it opens without a time zone',
      'later',
      'Asia/Seoul',
      'It opens on 1 June 2999, 21:00.',
    ],
  ]) {
    it(where, async () => {
      const page = await read(id, zone);
      await page.says(text);
      await page.leave();
    });
  }

  it('a reader who travels is told the hour of where they are', async () => {
    const page = await read('minsk', 'Europe/Lisbon');
    await page.says('Open for signatures until 31 May 2999, 22:00 (midnight in Minsk).');
    await page.travel('Asia/Seoul');
    await page.says('Open for signatures until 1 June 2999, 06:00 (midnight in Minsk).');
    await page.leave();
  });
});
