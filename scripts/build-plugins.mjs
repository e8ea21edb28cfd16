// What the build and the scales do to each file.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import terser from '@rollup/plugin-terser';
import minifyTemplates from 'rollup-plugin-minify-template-literals';

/** Presets are JSON files; what is in them for the documentation alone stays out of the pages. */
export const presets = {
  name: 'presets',
  transform(code, id) {
    if (!id.endsWith('.json')) return null;
    const preset = JSON.parse(code);
    delete preset.docs;
    delete preset.verified;
    return { code: `export default ${JSON.stringify(preset)};`, map: { mappings: '' } };
  },
};

export const minify = [
  // A space between two inline elements is a word break: collapsed, never removed. In an svg`` fragment the closing
  // slash is what ends an element.
  // Files that build their CSS from values are left as they are.
  minifyTemplates({
    failOnError: true,
    exclude: ['**/node_modules/**', '**/styles/tokens.ts', '**/seat-picker/palette.styles.ts'],
    options: { minifyOptions: { conservativeCollapse: true, keepClosingSlash: true } },
  }),
  terser({
    ecma: 2022,
    module: true,
    compress: { passes: 2 },
    mangle: { properties: false },
    format: { comments: /^!/ },
  }),
];

/** Makes the events of @lit/context extend the browser's own class, where MooTools has put another in its place. */
export const nativeEvents = {
  name: 'native-events',
  transform(code, id) {
    if (!/@lit\/context\/.*context-(?:request-event|provider)\.js$/.test(id)) return null;
    const native = code.replace('extends Event{', 'extends Object.getPrototypeOf(CustomEvent){');
    if (native === code) this.error(`${id} extends no Event: look at it, and at this plugin`);
    return { code: native, map: null };
  },
};

/**
 * Catches what Lit throws in the classic script where the page's Trusted Types forbid its policy, or where another copy has it:
 * the entry has run by then, has seen another copy, and finds its shared code missing. In the module build the import is
 * rejected.
 */
export const catchPolicy = {
  name: 'catch-policy',
  renderChunk: (code) => ({
    code: code
      .replace(/^\(function \(\) \{\n/m, '$&try {\n')
      .replace(/\n\}\)\(\);\s*$/, '\n} catch (error) { if (!/lit-html/.test(error)) throw error; }$&'),
    map: null,
  }),
};

/** Stands in the English classic script where another has its language. */
const WORDS = 'JSON.parse("@words@")';

/** Returns the source of a value, functions included. */
function sourceOf(value) {
  if (typeof value === 'function') return String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sourceOf).join()}]`;
  return `{${Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${sourceOf(one)}`)}}`;
}

/** Returns the words of a language as the source of `{tag: section -> words}`, from what has been built for bundlers before. */
async function wordsOf(tag) {
  const base = tag.replace(/-.*/, '');
  const words = {};
  for (const one of new Set([base, tag])) {
    const built = await import(pathToFileURL(join('dist', 'locales', `${one}.js`)).href);
    const [all] = Object.values(built).filter((value) => typeof value === 'object');
    // One section holds all: they come at once.
    words[one] = { page: all, picker: {}, form: {}, after: {} };
  }
  const formats = join('src', 'i18n', 'locales', `${base}-formats.ts`);
  if (readdirSync(join('src', 'i18n', 'locales')).includes(`${base}-formats.ts`))
    Object.assign(words[base], await import(pathToFileURL(formats).href));
  return sourceOf(words);
}

/**
 * Makes the classic script whole in one language: English, and a file more for each of `languages`. Nothing in it is loaded
 * later; what a page's author alone needs is left out, and so are the other languages, which English then replaces.
 */
export const oneLanguage = (languages) => ({
  name: 'one-language',
  transform(code) {
    const one = code
      .replace(/import\('\.\/locales\/([\w-]+?)(?:\/\w+|-formats)\.js'\)/g, 'wordsOfScript("$1")')
      .replace(/import\('[^']*(?:debug\/diagnose|schema\/schema)\.js'\)/g, 'notInScript()');
    return one === code ? null : { code: one, map: null };
  },
  outputOptions: (options) => ({
    ...options,
    intro: `const wordsInScript = ${WORDS};
const notInScript = async () => { throw new Error('not in the classic script'); };
const wordsOfScript = async (tag) => wordsInScript[tag] ?? notInScript();`,
  }),
  async writeBundle({ file }, bundle) {
    const [{ code }] = Object.values(bundle).filter(({ type }) => type === 'chunk');
    if (code.split(WORDS).length !== 2) this.error('the place for the words is not found');
    const put = (text) => code.replace(WORDS, () => text);
    writeFileSync(file, put('{}'));
    for (const tag of languages.filter((one) => one !== 'en'))
      writeFileSync(
        file.replace(/\.js$/, `.${tag}.js`),
        put(await wordsOf(tag)).replace(/\n\/\/# sourceMappingURL.*\n?$/, '\n'),
      );
  },
});

/** Writes the licences of the packages inside a build, which minifying removes. */
export const notices = {
  name: 'notices',
  generateBundle(options, bundle) {
    const packages = new Map();
    for (const { modules = {} } of Object.values(bundle))
      for (const [id, { renderedLength }] of Object.entries(modules)) {
        const [folder, name] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
        if (name && renderedLength > 0) packages.set(name, folder);
      }
    const texts = [...packages]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, folder]) => {
        const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        const file = readdirSync(folder).find((path) => /^licen[cs]e/i.test(path));
        if (!file)
          this.error(`${name} has no licence file: what the build says of it has to be written by hand`);
        return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
      });
    this.emitFile({
      type: 'asset',
      fileName: 'THIRD-PARTY-NOTICES.txt',
      source: texts.join(`\n${'-'.repeat(80)}\n\n`),
    });
  },
};
