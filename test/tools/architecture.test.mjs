// docs/architecture.md is held against the tree: its folders, its import directions, and where a browser feature is used.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const root = new URL('../../', import.meta.url).pathname;
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

/** Paths of an indented tree, relative to its first column: a line has names separated by commas, then two spaces and what they hold. */
function pathsInTree(tree) {
  const parents = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, list] = /^( *)([\w.-]+\/?(?:[\w./-]*)(?:, [\w./-]+)*)(?: {2,}|$)/.exec(line) ?? [];
    if (!list) return [];
    const depth = indent.length / 2;
    const names = list.split(', ').map((name) => parents.slice(0, depth).join('') + name);
    parents[depth] = list;
    return names;
  });
}

/** The trees of a page: blocks of code whose first line is a folder. */
const treesIn = (text) =>
  [...text.matchAll(/^```\n([\w/-]+\/[\s\S]*?)^```/gm)].flatMap(([, tree]) => pathsInTree(tree));

/** The rows of the table under a heading, each a list of cells. */
const rowsUnder = (text, heading) =>
  text
    .split(`### ${heading}\n`)[1]
    .split(/^#+ /m)[0]
    .split('\n')
    .filter((line) => /^\| `/.test(line))
    .map((line) => line.slice(2, -2).split(' | '));

const quoted = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

/** Folders below `src`, without those that repeat by a rule: one per language. */
const foldersOf = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const path = `${folder}${name}/`;
      return path === 'src/i18n/locales/' ? [path] : [path, ...foldersOf(path)];
    });

/** Folder -> what it may import, of our own or of packages, as the rules of that name say in their comments. */
const allowed = (suffix, { prefix = '', everywhere = '' } = {}) =>
  Object.fromEntries(
    config.forbidden
      .filter(({ name }) => name.endsWith(suffix) && name.startsWith(prefix || name))
      .filter(({ name }) => prefix || !name.startsWith(BOX_OFFICE))
      .map(({ name, comment }) => {
        const folder = name.slice(prefix.length, -suffix.length);
        const list = comment.replace(/^.*: |\.$/g, '').split(', ');
        return [folder, list.filter((one) => ![folder, everywhere, 'none'].includes(one)).sort()];
      }),
  );
const BOX_OFFICE = 'box-office-';

/** What a source names in its code: identifiers, `a.b` as it is written, and the packages it imports; not what comments and texts say. */
function namesIn(source) {
  const names = new Set();
  const visit = (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
    if (ts.isPropertyAccessExpression(node)) names.add(node.getText(file));
    if (ts.isImportDeclaration(node)) {
      const [first, second] = node.moduleSpecifier.text.split('/');
      names.add(first.startsWith('@') ? `${first}/${second}` : first);
    }
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest);
  visit(file);
  return names;
}

const sources = new Map(
  readdirSync(join(root, 'src'), { recursive: true })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => [path, namesIn(readFileSync(join(root, 'src', path), 'utf8'))]),
);

const filesNaming = (name, files = sources) =>
  [...files].filter(([, names]) => names.has(name)).map(([path]) => path);

/** Names and folders of the page that the tree does not have, and folders of the tree that it does not name. */
const strays = (text) => {
  const named = treesIn(text);
  return {
    missing: named.filter((path) => {
      const file = join(root, path);
      return !existsSync(file) || statSync(file).isDirectory() !== path.endsWith('/');
    }),
    unnamed: ['src/', ...foldersOf('src/')].filter((path) => !named.includes(path)),
  };
};

const importsIn = (text, column, heading = 'Import directions') =>
  Object.fromEntries(
    rowsUnder(text, heading).map((cells) => [quoted(cells[0])[0], quoted(cells[column]).sort()]),
  );

/** The rows of "Only in" that are not so, each with the files that are. */
const untrue = (text, files) =>
  rowsUnder(text, 'Where a browser feature is used').flatMap(([names, where]) =>
    quoted(names).flatMap((name) => {
      const found = filesNaming(name, files);
      return found.join() === quoted(where).sort().join()
        ? []
        : [`${name}: ${found.join(', ') || 'nowhere'}`];
    }),
  );

/** Files in backticks, as code is spoken of; patterns and angle brackets are none. */
const filesIn = (text) => [
  ...new Set(
    [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([\w./-]+\.(?:ts|cjs|mjs))`/g)].map(
      ([, path]) => path,
    ),
  ),
];

describe('docs/architecture.md', () => {
  it('names the folders and files that are there, and each folder of src', () => {
    assert.ok(treesIn(page).length > 60);
    assert.deepEqual(strays(page), { missing: [], unnamed: [] });
  });

  it('has the import directions of .dependency-cruiser.cjs', () => {
    assert.ok(Object.keys(allowed('-looks-down')).length > 8);
    assert.deepEqual(importsIn(page, 1), allowed('-looks-down'));
    assert.deepEqual(importsIn(page, 2), allowed('-needs-little'));
  });

  it('has those of the box office', () => {
    const rules = allowed('-looks-down', { prefix: BOX_OFFICE, everywhere: 'start-error' });
    assert.ok(Object.keys(rules).length > 8);
    assert.deepEqual(importsIn(page, 1, 'Import directions of the box office'), rules);
  });

  it('has a direction for each folder of src', () =>
    assert.deepEqual(
      readdirSync(join(root, 'src'), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !(entry.name in importsIn(page, 1)))
        .map(({ name }) => name),
      [],
    ));

  it('says where each browser feature is used', () => assert.deepEqual(untrue(page), []));

  it('speaks of files that are there', () =>
    assert.deepEqual(
      filesIn(page).filter(
        (path) => !['', 'src/', 'src/elements/'].some((folder) => existsSync(join(root, folder, path))),
      ),
      [],
    ));

  it('has examples of names that the sources use', () => {
    const table = page.split('## 3. Names')[1].split('\n\n')[1];
    const examples = table
      .split('\n')
      .slice(2)
      .flatMap((line) => quoted(line.split(' | ').at(-1)))
      .filter((name) => !name.includes('/'));
    assert.ok(examples.length > 15);
    const text = [...sources.keys()].map((path) => readFileSync(join(root, 'src', path), 'utf8')).join('\n');
    // A token is declared by its role.
    assert.deepEqual(
      examples.filter(
        (name) => !text.includes(name) && !text.includes(`'${name.replace('--petition-', '')}'`),
      ),
      [],
    );
  });

  describe('is judged by what knows a fault', () => {
    const plant = (before, after) => {
      assert.ok(page.includes(before), before);
      return page.replace(before, after);
    };

    it('a folder that is not there, and one that is not named', () =>
      assert.deepEqual(strays(plant('  context/    ', '  contest/    ')), {
        missing: ['src/contest/'],
        unnamed: ['src/context/'],
      }));

    it('a file that is not there', () =>
      assert.deepEqual(strays(plant('  scene.ts  ', '  sight.ts  ')).missing, [
        'src/elements/seat-picker/map/sight.ts',
      ]));

    it('an import direction that is another', () => {
      const text = plant('| `venue` | `model` |', '| `venue` | `model`, `i18n` |');
      assert.notDeepEqual(importsIn(text, 1), allowed('-looks-down'));
      const packages = plant('`@lit/context`, `lean-qr` |', '`@lit/context` |');
      assert.notDeepEqual(importsIn(packages, 2), allowed('-needs-little'));
    });

    const rows = [
      [
        'a request',
        'venue/kinds/arena.ts',
        "void fetch('/');",
        /^fetch: transport\/send\.ts, venue\/kinds\/arena\.ts$/,
      ],
      [
        'a request by another name',
        'venue/kinds/arena.ts',
        'void globalThis.fetch;',
        /^fetch: .*venue\/kinds\/arena\.ts/,
      ],
      [
        'a word in the console',
        'venue/kinds/arena.ts',
        "console.log('');",
        /^console: .*venue\/kinds\/arena\.ts/,
      ],
      [
        'a canvas',
        'venue/kinds/arena.ts',
        "canvas.getContext('2d');",
        /^getContext: .*venue\/kinds\/arena\.ts/,
      ],
      ['storage', 'venue/kinds/arena.ts', 'localStorage.clear();', /^localStorage: venue\/kinds\/arena\.ts$/],
      ['chance', 'venue/kinds/arena.ts', 'Math.random();', /^Math\.random: .*venue\/kinds\/arena\.ts/],
      ['valibot', 'model/rules.ts', "import { string } from 'valibot';", /^valibot: model\/rules\.ts/],
    ];
    for (const [what, path, line, expected] of rows)
      it(`${what} in ${path}`, () => {
        const [first, ...more] = untrue(page, new Map([...sources, [path, namesIn(line)]]));
        assert.match(first, expected);
        assert.deepEqual(more, []);
      });

    it('a file that no longer does it', () =>
      assert.deepEqual(untrue(page, new Map([...sources, ['transport/send.ts', new Set()]])), [
        'fetch: nowhere',
      ]));

    it('and not by a comment or a text', () =>
      assert.deepEqual(namesIn("/** fetch */ const a = 'console';"), new Set(['a'])));
  });
});
