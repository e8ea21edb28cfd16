import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const examples = new URL('../../examples/', import.meta.url);
const checker = new URL('../../box-office/dist/main.js', import.meta.url).pathname;
const ids = readdirSync(examples);
const read = (path) => readFileSync(new URL(path, examples), 'utf8');
const documentOf = (id) => JSON.parse(read(`${id}/${id}.json`));

/** Everything in the document that is shown to people in their language: `[path, text]`. */
function textsIn(value, languages, path = '') {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => languages.includes(key))) return [[path, value]];
  return entries.flatMap(([key, inner]) => textsIn(inner, languages, path ? `${path}.${key}` : key));
}

describe('the example campaign', () => {
  it('has texts in more than one language', () => {
    const { languages, ...campaign } = documentOf('human-rights-match');
    assert.ok(languages.length > 1);
    const texts = textsIn(campaign, languages);
    for (const key of ['title', 'stories.2.body', 'consents.0.text'])
      assert.ok(
        texts.some(([path]) => path === key),
        key,
      );
  });
});

for (const id of ids)
  describe(`examples/${id}`, () => {
    const { languages, ...campaign } = documentOf(id);
    const texts = textsIn(campaign, languages);

    it('every text is in every language of the document', () => {
      if (languages.length > 1) assert.ok(texts.some(([path]) => path === 'consents.0.text'));
      // A text of some languages only is found by its keys: each is the tag of a language.
      JSON.stringify(campaign, (key, value) => {
        const keys = Object.keys(Object(value));
        if (keys.some((one) => languages.includes(one))) assert.deepEqual(keys, languages, key);
        return value;
      });
    });

    it('is taken by the box office as it is', () => {
      const file = new URL(`${id}/${id}.json`, examples).pathname;
      const said = execFileSync(process.execPath, [checker, 'check', file], { encoding: 'utf8' });
      assert.match(said, new RegExp(`^ok +document: "${id}"`));
      assert.doesNotMatch(said, /^(problem|warning)/m);
    });

    it('the page shows this document, and asks nobody else', () => {
      const html = read(`${id}/index.html`);
      assert.match(html, new RegExp(`<petition-campaign src="${id}\\.json">`));
      const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, url]) => url);
      assert.deepEqual([...new Set(links)], [JSON.parse(read(`${id}/${id}.json`)).share.url]);
      for (const [, url] of html.replace(/<a [^>]*>/g, '').matchAll(/(?:src|href)="([^"]*)"/g))
        assert.ok(
          url === '/dist/grandstand.js' || url === 'data:,' || existsSync(new URL(`${id}/${url}`, examples)),
          url,
        );
      assert.doesNotMatch(read(`${id}/page.css`), /url\(|@import|@font-face/);
    });

    it('the style of the page stays outside of our parts', () => {
      assert.doesNotMatch(
        read(`${id}/page.css`),
        /::part|::slotted|(?<!-)petition-(?!campaign)[a-z-]+\s*[{,>:]/,
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
