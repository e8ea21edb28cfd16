import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json'));

describe('the package', () => {
  it('has one version', () => {
    assert.match(read('src/version.ts'), new RegExp(`VERSION = '${manifest.version}'`));
    assert.equal(JSON.parse(read('box-office/package.json')).version, manifest.version);
    assert.match(read('CHANGELOG.md'), new RegExp(`^## ${manifest.version}\\b`, 'm'));
  });

  const targets = Object.entries(manifest.exports).flatMap(([name, target]) =>
    typeof target === 'string'
      ? [[name, target]]
      : Object.entries(target).map(([kind, path]) => [`${name} (${kind})`, path]),
  );
  for (const [name, path] of targets) {
    it(`exports ${name}`, () =>
      assert.ok(existsSync(new URL(`../../${path.replace('*', 'en')}`, import.meta.url)), path));
  }

  for (const name of ['model', 'countries', 'venue', 'transport', 'campaign']) {
    it(`grandstand/${name} runs without a document`, async () => {
      assert.ok(Object.keys(await import(`grandstand/${name}`)).length > 0);
    });
  }

  // Lit plays what an element needs of a page to be declared.
  const elements = Object.keys(manifest.exports).filter((name) => name.startsWith('./elements/'));
  for (const name of ['.', './define', ...elements]) {
    it(`grandstand${name.slice(1)} may be imported on a server`, async () => {
      await import(`grandstand${name.slice(1)}`);
    });
  }

  const require = createRequire(import.meta.url);
  for (const name of ['grandstand', 'grandstand.classic']) {
    const sentence =
      /^grandstand\/grandstand: there is no page on a server; import it in the browser, as in useEffect/;
    it(`grandstand/${name} says on a server where to import it`, async () => {
      await assert.rejects(import(`grandstand/${name}`), { name: 'Error', message: sentence });
      assert.throws(() => require(`grandstand/${name}`), { name: 'Error', message: sentence });
    });
  }

  it('names no folder of one machine', () => {
    for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'box-office/README.md'])
      assert.doesNotMatch(read(file), /\/(work|root|home)\//);
  });
});
