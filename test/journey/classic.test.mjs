// One classic script with all inside, for pages that drop `type="module"`: the whole petition, signed, and nothing else loaded.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fillIn, openHouse, visit } from './support.mjs';

const page = readFileSync(new URL('../../examples/human-rights-match/index.html', import.meta.url), 'utf8');
const classic = page.replace(
  '<script type="module" src="/dist/grandstand.js"></script>',
  `<script src="/dist/grandstand.classic.be.js"></script>
   <script>
     customElements.whenDefined('petition-campaign').then(() => {
       window.made = new grandstand.Campaign({ data: {} }).state.phase;
     });
   </script>`,
);

describe('the classic script', { timeout: 120_000 }, () => {
  const house = openHouse();

  it('is in the page in place of the other', () => assert.notEqual(classic, page));
  it('draws the petition, takes a signature in another language, and loads no further script', async () => {
    const context = await house.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const visitor = await context.newPage();
    const scripts = [];
    visitor.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await visitor.route(house.office.url, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: classic }),
    );
    await visitor.goto(house.office.url);
    const form = visitor.locator('petition-sign-form');
    await fillIn(visitor);
    await form.getByRole('button', { name: 'Sign without a seat' }).click();
    await form.getByRole('heading', { name: 'You have signed.' }).waitFor();
    await visitor.locator('[part="language"]').selectOption('be');
    await form.getByRole('heading', { name: 'Вы падпісалі' }).waitFor();
    assert.equal(await visitor.evaluate(() => window.made), 'loading');
    assert.deepEqual(scripts, [`${house.office.url}dist/grandstand.classic.be.js`]);
    await context.close();
  });

  it('is whole in English, and says so where a reader chooses a language that is not in it', async () => {
    const {
      context,
      page: visitor,
      complaints,
      asked,
    } = await visit(house.browser, house.office.url, {
      prepare: (tab) =>
        tab.route(house.office.url, (route) =>
          route.fulfill({ contentType: 'text/html; charset=utf-8', body: classic.replace('.be.js', '.js') }),
        ),
    });
    await visitor.locator('[part="language"]').selectOption('de');
    await visitor.locator('petition-sign-form').getByLabel('Email').waitFor();
    assert.deepEqual(
      complaints.filter((line) => line.startsWith('grandstand')),
      ['grandstand: the messages of "de" did not load; English is used instead.'],
    );
    assert.deepEqual(
      asked.filter(({ url }) => url.endsWith('.js')).map(({ url }) => url),
      [`${house.office.url}dist/grandstand.classic.js`],
    );
    await context.close();
  });
});
