import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const campaign = JSON.parse(
  readFileSync(new URL('../../examples/human-rights-match/human-rights-match.json', import.meta.url), 'utf8'),
);
const { languages } = campaign;

/** Everything in the document that is shown to people in their language: `[path, text]`. */
function textsIn(value, path = '') {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => languages.includes(key))) return [[path, value]];
  return entries.flatMap(([key, inner]) => textsIn(inner, path ? `${path}.${key}` : key));
}

describe('the example campaign', () => {
  const texts = textsIn(campaign);

  it('has texts in more than one language', () => {
    assert.ok(languages.length > 1);
    for (const key of ['title', 'stories.2.body', 'consents.0.text'])
      assert.ok(
        texts.some(([path]) => path === key),
        key,
      );
  });

  for (const [path, text] of texts) {
    it(`${path}: in every language, in letters of its own`, () => {
      assert.deepEqual(Object.keys(text), languages);
      for (const language of languages) {
        assert.match(text[language], /\S/, language);
        for (const word of text[language].match(/[\p{L}\p{M}]+/gu))
          assert.match(
            word,
            /^(\p{Script=Latin}+|\p{Script=Cyrillic}+|[\p{Script=Arabic}\p{M}]+)$/u,
            `${language}: ${word} mixes alphabets`,
          );
      }
      // As many paragraphs and points of a list: nothing was left out on the way.
      const blocks = languages.map((language) => text[language].split('\n').length);
      assert.equal(new Set(blocks).size, 1, `lines by language: ${blocks}`);
    });
  }
});
