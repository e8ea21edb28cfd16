// Writes the words of a language as a sheet for a reviewer, and reads a reviewed sheet back into the locale files:
// words.mjs <tag> writes reports/words-<tag>.tsv, words.mjs <tag> --read <file> changes the texts that differ.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const SECTIONS = ['page', 'picker', 'form', 'after'];
const HEAD = ['key', 'form', 'said by', 'story', 'English', 'draft'];
const LITERAL = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/.source;

const [tag, flag, sheet] = process.argv.slice(2);
if (!tag || (flag && (flag !== '--read' || !sheet)))
  throw new Error('Give a language, and "--read <file>" to read a sheet: npm run words -- be');

const fileOf = (locale, section) => join('src/i18n/locales', locale, `${section}.ts`);
const load = async (locale, section) =>
  (await import(pathToFileURL(join(process.cwd(), fileOf(locale, section)))))[section];
/** Forms of a message: a text without plural classes has one, called "". */
const formsOf = (message) => (typeof message === 'object' ? Object.entries(message) : [['', message]]);

/** A literal of the text; marks of direction are seen only as escapes. */
function literal(text) {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
  const visible = escaped.replace(
    /[\u200e\u200f\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16)}`,
  );
  return quote + visible + quote;
}

/** Elements whose sources name the key. */
function speakers() {
  const files = (folder) =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : path;
    });
  const sources = readdirSync('src/elements')
    .filter((name) => statSync(join('src/elements', name)).isDirectory())
    .map((name) => [
      name,
      files(join('src/elements', name))
        .map((path) => readFileSync(path, 'utf8'))
        .join('\n'),
    ]);
  return (key) => sources.filter(([, text]) => text.includes(`'${key}'`)).map(([name]) => name);
}

async function write() {
  const saidBy = speakers();
  const rows = [HEAD];
  for (const section of SECTIONS) {
    const english = await load('en', section);
    for (const [key, message] of Object.entries(await load(tag, section))) {
      const names = saidBy(key);
      const stories = names.map((name) => name[0].toUpperCase() + name.slice(1).replaceAll('-', ' '));
      for (const [form, text] of formsOf(message)) {
        const said = english[key];
        const source = typeof said === 'object' ? (said[form] ?? said.other) : said;
        rows.push([key, form, names.join(', '), stories.join(', '), source, text]);
      }
    }
  }
  mkdirSync('reports', { recursive: true });
  const path = join('reports', `words-${tag}.tsv`);
  writeFileSync(path, `${rows.map((row) => row.join('\t')).join('\n')}\n`);
  console.log(`${path}: ${rows.length - 1} texts`);
}

/** The source with another text for one form of one message. */
function withText(source, key, form, text) {
  const entry = source.indexOf(`'${key}':`);
  const place = new RegExp(form ? `\\b${form}:\\s*(${LITERAL})` : `:\\s*(${LITERAL})`, 'g');
  place.lastIndex = entry + (form ? 0 : key.length + 2);
  const found = place.exec(source);
  const at = found.index + found[0].length - found[1].length;
  return source.slice(0, at) + literal(text) + source.slice(at + found[1].length);
}

async function read() {
  const [head, ...lines] = readFileSync(sheet, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  if (head !== HEAD.join('\t'))
    throw new Error(`${sheet} begins with "${head}"; give a sheet of this script`);
  const texts = new Map();
  for (const cells of lines.filter(Boolean).map((line) => line.split('\t'))) {
    if (cells.length !== HEAD.length)
      throw new Error(`${sheet}: "${cells[0]}" has ${cells.length} columns; give ${HEAD.length}`);
    texts.set(`${cells[0]} ${cells[1]}`, cells.at(-1));
  }
  const style = await resolveConfig(new URL('../package.json', import.meta.url).pathname);
  let changed = 0;
  for (const section of SECTIONS) {
    const path = fileOf(tag, section);
    let source = readFileSync(path, 'utf8');
    for (const [key, message] of Object.entries(await load(tag, section)))
      for (const [form, text] of formsOf(message)) {
        const id = `${key} ${form}`;
        const reviewed = texts.get(id);
        texts.delete(id);
        if (!reviewed || reviewed === text) continue;
        source = withText(source, key, form, reviewed);
        changed++;
      }
    writeFileSync(path, await format(source, { ...style, parser: 'typescript' }));
  }
  if (texts.size > 0) throw new Error(`${sheet} has ${[...texts.keys()].join(', ')}, which "${tag}" has not`);
  console.log(`${tag}: ${changed} texts changed`);
}

await (flag ? read() : write());
