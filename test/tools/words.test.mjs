// An element says only words that come with it: those of its sections, named in its class. A message of another one would
// be missing where that is not loaded.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { after } from '../../src/i18n/locales/en/after.ts';
import { form } from '../../src/i18n/locales/en/form.ts';
import { page } from '../../src/i18n/locales/en/page.ts';
import { picker } from '../../src/i18n/locales/en/picker.ts';

const words = { page, picker, form, after };
const all = new Map(
  Object.entries(words).flatMap(([section, messages]) => Object.keys(messages).map((key) => [key, section])),
);
const elements = new URL('../../src/elements/', import.meta.url).pathname;
const files = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : path;
  });

describe('the words of each element', () => {
  const holdsElement = (name) =>
    files(join(elements, name)).some((path) => /petition-[\w-]+\.ts$/.test(path));
  for (const name of readdirSync(elements).filter((name) => !name.endsWith('.ts') && holdsElement(name))) {
    const text = files(join(elements, name))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const own = /static override sections = \{ \.\.\.PetitionElement\.sections, (\w+) \}/.exec(text)?.[1];
    it(`come with it: ${name}`, () => {
      const said = [...text.matchAll(/'([a-z]+\.[\w.-]+)'/g)]
        .map(([, key]) => key)
        .filter((key) => all.has(key));
      assert.ok(said.length > 0);
      assert.deepEqual(
        said.filter((key) => !['page', own].includes(all.get(key))),
        [],
      );
    });
  }
});
