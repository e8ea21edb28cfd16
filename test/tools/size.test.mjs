import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sizes } from '../../scripts/size.mjs';

const dist = new URL('../../dist/', import.meta.url);
const chunks = readdirSync(new URL('chunks/', dist)).filter((name) => name.endsWith('.js'));

/** Bytes after Brotli 11 as last measured. A change of more than 5 % must be meant, and then these change with it: a fall may be a renamed chunk that is no longer counted. */
const MEASURED = {
  first: 40479,
  stories: 7965,
  form: 26038,
  picker: 44992,
  after: 16445,
  all: 158666,
  engine: 12341,
  largestPreset: 789,
  language: 7875,
  languageFirst: 1630,
};

describe('bytes of the script tag', () => {
  const now = sizes();
  for (const [name, measured] of Object.entries(MEASURED)) {
    it(`${name}: within 5 % of ${measured}`, () =>
      assert.ok(Math.abs(now[name] / measured - 1) <= 0.05, `${name} is ${now[name]} bytes`));
  }
});

it('the sizes in README.md are those, in KB', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const kb = (name) => Math.round(MEASURED[name] / 1024);
  const [, rows] = /^\| Part \| Loads \| KB \|\n.*\n((?:\|.*\n)+)/m.exec(readme);
  assert.deepEqual(
    rows.match(/\d+(?= \|$)/gm).map(Number),
    ['first', 'stories', 'form', 'picker', 'after', 'language'].map(kb),
  );
  assert.match(rows, new RegExp(`\\| ${kb('languageFirst')} KB first, `));
});

/** What a chunk needs before it can run, by the names of the chunks. */
function importsOf(file) {
  const text = readFileSync(new URL(file, dist), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport) ?"([^"]+)"/g)]
    .map(([, path]) => path.replace(/^.*\/(.*)-[\w-]{8}\.js$/, '$1'))
    .sort();
}

const chunk = (name) => `chunks/${chunks.find((file) => file.replace(/-[\w-]{8}\.js$/, '') === name)}`;

// What a chunk imports is asked for only when the chunk is here: one line more to wait on, unless the loader asks for it at
// the same time.
describe('chunks that wait for one another', () => {
  const NEEDS = {
    core: [],
    'petition-signature-counter': ['core'],
    'petition-story-deck': ['core'],
    'petition-story-card': ['core'],
    actions: ['core'],
    'petition-sign-form': ['actions', 'core'],
    // No code of venues: most petitions at other endpoints have no seats.
    declared: ['actions', 'core'],
  };
  it('the entry waits for none', () => assert.deepEqual(importsOf('grandstand.js'), []));
  for (const [name, needs] of Object.entries(NEEDS))
    it(`${name} waits for: ${needs.join(', ') || 'none'}`, () =>
      assert.deepEqual(importsOf(chunk(name)), needs));
  it('no words of a language wait', () => {
    const words = chunks.filter((file) =>
      /^(ar|be|cs|de|de-x-informal|pl|ru|uk)-(page|picker|form|after)-[\w-]{8}\.js$/.test(file),
    );
    assert.equal(words.length, 8 * 4);
    for (const file of words) assert.deepEqual(importsOf(`chunks/${file}`), [], file);
  });
});
