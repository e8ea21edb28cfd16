import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = new URL('../../', import.meta.url).pathname;
const read = (path) => readFileSync(join(root, path), 'utf8');
const { modules } = JSON.parse(read('dist/custom-elements.json'));
const elements = modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName));
const names = (list = []) => list.map(({ name }) => name).sort();

/** The files of the elements: src/elements/<noun>/petition-<noun>.ts. */
const sources = readdirSync(join(root, 'src/elements'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [`petition-${name}`, `src/elements/${name}/petition-${name}.ts`])
  .filter(([, path]) => existsSync(join(root, path)));

/** What a doc comment names after a tag of its own. */
const told = (source, tag) =>
  [...source.matchAll(new RegExp(`^ \\* @${tag} (?:\\{[^}]*\\} )?\\[?([\\w-]+)?`, 'gm'))]
    .map(([, name]) => (name === '-' ? '' : (name ?? '')))
    .sort();

describe('the manifest of the elements', () => {
  it('lists every tag that is defined, and no other', () => {
    const defined = [...read('src/define.ts').matchAll(/^ {2}'([\w-]+)': Petition/gm)]
      .map(([, tag]) => tag)
      .sort();
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), defined);
    assert.deepEqual(
      names(modules.find(({ path }) => path === 'dist/define.js').exports),
      defined,
      'define.js',
    );
  });

  for (const [tag, path] of sources) {
    describe(tag, () => {
      const element = elements.find(({ tagName }) => tagName === tag);
      const source = read(path);

      it('is at an address that is published', () => {
        const { path: address } = modules.find(({ declarations }) => declarations.includes(element));
        assert.ok(existsSync(join(root, address)), address);
      });

      it('names the events, slots, parts and CSS properties of its doc comment', () => {
        assert.deepEqual(names(element.events), told(source, 'fires'), 'events');
        assert.deepEqual(names(element.slots), told(source, 'slot'), 'slots');
        assert.deepEqual(names(element.cssParts), told(source, 'csspart'), 'parts');
        assert.deepEqual(names(element.cssProperties), told(source, 'cssprop'), 'CSS properties');
      });

      it('names every attribute the class reads, the inherited ones too', () => {
        const declared = [
          ...source.matchAll(/@property\((\{[^}]*\}|)\)\s+(?:readonly |get |set )?(\w+)/g),
        ].flatMap(([, options, name]) =>
          /attribute: false/.test(options)
            ? []
            : (/attribute: '([\w-]+)'/.exec(options)?.[1] ?? name.toLowerCase()),
        );
        assert.deepEqual(
          names(element.attributes),
          [...declared, 'for', 'endpoint', 'petition', 'lang'].sort(),
        );
      });

      it('shows nothing private, and says what everything else is for', () => {
        for (const member of element.members) {
          assert.doesNotMatch(member.name, /^[#_]|Callback$/);
          assert.equal(member.privacy, undefined, member.name);
        }
        for (const list of ['attributes', 'events', 'slots', 'cssParts', 'cssProperties'])
          for (const { name, description } of element[list] ?? [])
            assert.ok(description, `${list}: ${name} says nothing`);
        assert.ok(element.summary, 'summary');
      });
    });
  }
});
