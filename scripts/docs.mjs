// Writes what the doc comments say about the elements into docs/elements.md (all of it), what the presets say into
// docs/endpoints.md, and how far each language is into docs/languages.md (each its table between two markers):
// npm run docs, after a build. A test fails where the files are not up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { languageName } from '../src/i18n/intl.ts';
import { code, line, table } from './markdown.mjs';
import { presetsDoc } from './presets-doc.mjs';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** A file with what stands between its two markers of that name written anew. */
function between(path, name, text) {
  const file = read(path);
  const [start, end] = [`<!-- ${name}: written by \`npm run docs\` -->`, `<!-- /${name} -->`];
  const [from, to] = [file.indexOf(start), file.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no ${start} … ${end}`);
  return `${file.slice(0, from + start.length)}\n\n${text}\n\n${file.slice(to)}`;
}

/** The elements of the manifest, in the order of the story: campaign first, then as a visitor meets them. */
export function readElements() {
  const { modules } = JSON.parse(read('dist/custom-elements.json'));
  const elements = modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName));
  const place = (tag) => ORDER.indexOf(tag) + 1 || ORDER.length + 1;
  return elements.sort((a, b) => place(a.tagName) - place(b.tagName) || (a.tagName < b.tagName ? -1 : 1));
}
const ORDER = [
  'campaign',
  'story-card',
  'story-deck',
  'signature-counter',
  'seat-picker',
  'sign-form',
  'ticket',
  'share',
].map((noun) => `petition-${noun}`);

/** What every element has is said once. */
function shared(elements, list) {
  return elements[0][list].filter(({ name }) =>
    elements.every((element) => element[list].some((one) => one.name === name)),
  );
}
const own = (element, list, common) =>
  (element[list] ?? []).filter(({ name }) => !common.some((one) => one.name === name));

const defaultOf = ({ default: value }) =>
  value && !/^(null|undefined|false|''|"")$/.test(value) ? code(value) : '';

const attributes = (list) =>
  table(
    ['attribute', 'holds', 'default', 'what it says'],
    list.map((one) => [code(one.name), one.type.text, defaultOf(one), line(one.description)]),
  );

/** What is not an attribute: by script only. */
const properties = (list) =>
  table(
    ['property', 'type', 'what it is'],
    list
      .filter(({ kind, attribute, description }) => kind === 'field' && !attribute && description)
      .map((one) => [
        code(one.name),
        code(line(one.type?.text ?? 'unknown')),
        line(one.description) + (one.readonly ? ' Read only.' : ''),
      ]),
  );

const methods = (list) =>
  table(
    ['method', 'what it does'],
    list
      .filter(({ kind, description, static: isStatic }) => kind === 'method' && description && !isStatic)
      .map(({ name, parameters = [], description }) => [
        code(`${name}(${parameters.map((one) => one.name + (one.optional ? '?' : '')).join(', ')})`),
        line(description),
      ]),
  );

const named = (word, list = []) =>
  table(
    [word, 'what it is'],
    list.map(({ name, description }) => [name ? code(name) : '(without a name)', line(description)]),
  );

const tokens = (list = []) =>
  table(
    ['CSS property', 'default', 'what it is'],
    list.map((one) => [code(one.name), defaultOf(one), line(one.description)]),
  );

function section(element, common) {
  return [
    `## \`<${element.tagName}>\``,
    element.description?.trim() ?? '',
    attributes(own(element, 'attributes', common.attributes)),
    properties(own(element, 'members', common.members)),
    methods(own(element, 'members', common.members)),
    table(
      ['event', 'when'],
      (element.events ?? []).map(({ name, description }) => [code(name), line(description)]),
    ),
    named('slot', element.slots),
    named('part', element.cssParts),
    tokens(element.cssProperties),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The built files of words, by their tags, English first. */
export async function readLanguages() {
  const locales = new URL('dist/locales/', root);
  const tags = readdirSync(locales)
    .filter((name) => name.endsWith('.js'))
    .map((name) => name.replace(/\.js$/, ''))
    .sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));
  return Promise.all(
    tags.map(async (tag) => {
      const { review, ...words } = await import(new URL(`${tag}.js`, locales).href);
      return { tag, review, words: Object.values(words)[0] };
    }),
  );
}

const reviewed = (review) =>
  typeof review === 'object'
    ? `reviewed by ${review.by}, ${review.on}`
    : { source: 'written here first', machine: 'written by machine, not reviewed' }[review];

function languagesTable(languages) {
  const wordsOf = (tag) => languages.find((language) => language.tag === tag)?.words;
  const keys = Object.keys(wordsOf('en'));
  const rows = languages.map(({ tag, review, words }) => {
    // A variant stands on the words of its language.
    const base = tag.includes('-x-') ? wordsOf(tag.split('-')[0]) : undefined;
    const has = keys.filter((key) => key in { ...base, ...words }).length;
    return [
      code(tag),
      languageName(tag),
      `${has} of ${keys.length}${base ? ` (${Object.keys(words).length} of its own)` : ''}`,
      reviewed(review),
    ];
  });
  return table(['tag', 'language', 'messages', 'who has read them'], rows);
}

/** The promises of the events of all elements. */
const EVENTS = `## Events

All events bubble and are composed. The first two are intents: they come before anything is done, and \`preventDefault()\` keeps it from being done. No event carries what was typed.

| event | when | detail |
| --- | --- | --- |
| \`petition-seat-select\` | a seat is chosen or given up | \`{petition, seat, code}\` |
| \`petition-submit\` | the sign button is pressed and the answers are complete | \`{petition}\` |
| \`petition-signed\` | signed, pending, duplicate, assumed | \`{petition, outcome, signatures}\` |
| \`petition-refused\` | invalid, seat-taken, rejected | the same |
| \`petition-failed\` | rate-limited, unreachable | the same |
| \`petition-update\` | the published count was read first, or moved | the same |
| \`petition-shared\` | the petition was shared by a link, a copy, the share sheet or a QR code | the same, \`outcome: "shared"\`; never how or with whom |`;

/** What the files have to hold, by their paths. */
export async function documents(elements = readElements()) {
  const common = { attributes: shared(elements, 'attributes'), members: shared(elements, 'members') };
  const summary = table(
    ['Tag', 'Description'],
    elements.map((element) => [`[\`<${element.tagName}>\`](#${element.tagName})`, line(element.summary)]),
  );
  return {
    'docs/endpoints.md': between('docs/endpoints.md', 'presets', presetsDoc()),
    'docs/elements.md': `${[
      '# The elements',
      'Written by `npm run docs` from the doc comments in `src/elements/`; `dist/custom-elements.json` (`grandstand/custom-elements.json`) says the same for editors and tools.',
      summary,
      '## Every element',
      'Found in this order: `for`, the `petition-campaign` around it, its own `endpoint` and `petition`. Without any, an element stands alone.',
      attributes(common.attributes),
      properties(common.members),
      EVENTS,
      ...elements.map((element) => section(element, common)),
    ].join('\n\n')}\n`,
    'docs/languages.md': between('docs/languages.md', 'languages', languagesTable(await readLanguages())),
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  for (const [path, text] of Object.entries(await documents())) writeFileSync(new URL(path, root), text);
