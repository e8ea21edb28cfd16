import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const folder = new URL('../../docs/', import.meta.url);
const document = readFileSync(new URL('features.md', folder), 'utf8');

const plain = (text) => text.replaceAll('\\', '').replaceAll('’', "'");

const links = [...document.matchAll(/\[([^\]]+)\]\(([^)#\s]+)(?:#[^)\s]*)?\)/g)].map(([, text, path]) => ({
  text: plain(text),
  path,
}));

/** What a file says, read once. */
const sources = new Map();
function read(path) {
  if (!sources.has(path)) sources.set(path, readFileSync(new URL(path, folder), 'utf8'));
  return sources.get(path);
}

/** Titles of the groups and tests of a source, in the pieces between what is filled in when it runs. */
function titlesIn(source) {
  return [...source.matchAll(/\b(?:describe|it|byPhone)\(\s*(['"`])((?:\\.|(?!\1).)+)\1/g)].flatMap(
    ([, , title]) => plain(title).split(/\$\{(?:[^{}]|\{[^}]*\})*\}/),
  );
}

const hasTest = (source, words) => titlesIn(source).some((piece) => piece.includes(words));

/** "Story card" and the names of its stories, as Storybook has them. */
function storiesIn(source) {
  const [, title] = /title: '\w+\/([^']+)'/.exec(source);
  const [, ...exported] = source.split(/^export const /m);
  const names = exported.map((one) => {
    const [, name] = /^\w+: Story = (?:\w+\()?\{\s*name: '((?:\\.|[^'])+)'/.exec(one) ?? [];
    return plain(name ?? /^\w+/.exec(one)[0]);
  });
  return { title, names };
}

/** Whether a list of names, some of which have commas, is made of these. */
function isMadeOf(list, names) {
  return names.some(
    (name) => list === name || (list.startsWith(`${name}, `) && isMadeOf(list.slice(name.length + 2), names)),
  );
}

function hasStories(source, words) {
  const { title, names } = storiesIn(source);
  return words.startsWith(`${title}: `) && isMadeOf(words.slice(title.length + 2), names);
}

describe('docs/features.md', () => {
  const missing = (pattern, has) =>
    links
      .filter(({ path }) => pattern.test(path))
      .filter(({ path, text }) => !has(read(path), text))
      .map(({ path, text }) => `${text} (${path})`);

  it('leads somewhere by every link', () => {
    assert.ok(links.length > 200);
    const paths = [...new Set(links.map(({ path }) => path))];
    assert.deepEqual(
      paths.filter((path) => !existsSync(new URL(path, folder))),
      [],
    );
  });

  it('names stories that are there', () => assert.deepEqual(missing(/\.stories\.ts$/, hasStories), []));

  it('names tests that are there', () => assert.deepEqual(missing(/\/test\//, hasTest), []));

  it('has a story or a test in every row', () => {
    const rows = document.split('\n').filter((line) => /^\| (?!what|-)/.test(line));
    assert.ok(rows.length > 80);
    assert.deepEqual(
      rows.filter((row) => !/\]\(\.\.\/(?:stories|test|box-office\/test)\//.test(row)),
      [],
    );
  });

  it('is judged by what knows a wrong name', () => {
    const stories =
      "title: 'Elements/Card',\nexport const Folded: Story = inCampaign();\nexport const FullHouse: Story = {\n  name: 'Full, and more',\n};\n";
    const isThere = (words) => hasStories(stories, words);
    assert.deepEqual(
      ['Card: Folded', 'Card: Full, and more, Folded', 'Card: Folded, Torn', 'Deck: Folded'].map(isThere),
      [true, true, false, false],
    );
    const tests = "it('opens', () => {}); describe(`closes at ${hour ?? '8'} h`, () => {});";
    assert.deepEqual(
      ['opens', 'closes at', 'shuts'].map((words) => hasTest(tests, words)),
      [true, true, false],
    );
  });
});
