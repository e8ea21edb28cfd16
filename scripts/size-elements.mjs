// What each element weighs over Lit, in KB after Brotli 11: bundled by itself, for a page that has Lit already. What it
// loads when that is used stands apart; of languages and presets a page loads the one it names, and size.mjs weighs them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import ts from 'typescript';
import { minify, presets } from './build-plugins.mjs';

const elements = new URL('../src/elements/', import.meta.url);
const { compilerOptions } = ts.readConfigFile(
  new URL('../tsconfig.json', import.meta.url).pathname,
  ts.sys.readFile,
).config;

/** Each source once for all elements; whether its types are right is the build's to say. */
const compiled = new Map();
const compile = {
  name: 'compile',
  resolveId(id, from) {
    if (!from?.endsWith('.ts') || !/^\.\.?\/.*\.js$/.test(id)) return null;
    return new URL(id.replace(/\.js$/, '.ts'), `file://${from}`).pathname;
  },
  load(id) {
    if (!id.endsWith('.ts')) return null;
    if (!compiled.has(id))
      compiled.set(
        id,
        ts.transpileModule(readFileSync(id, 'utf8'), {
          compilerOptions: { ...compilerOptions, importHelpers: true },
        }).outputText,
      );
    return compiled.get(id);
  },
};

const isLit = (id) => /\/node_modules\/(lit|@lit|lit-html|lit-element)|\0/.test(id);
const isOfLanguageOrPlatform = ({ facadeModuleId }) =>
  /\/(i18n\/locales\/(?!en[./])|presets\/[\w-]+\.json$)/.test(facadeModuleId ?? '');
const kilobytes = (chunks) =>
  (chunks.reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0) / 1024).toFixed(2);

/** What comes with a chunk, itself first. */
function withImports(chunk, chunks, found = new Set()) {
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const name of chunk.imports)
    withImports(
      chunks.find(({ fileName }) => fileName === name),
      chunks,
      found,
    );
  return found;
}

async function weigh(path) {
  const bundle = await rollup({
    input: new URL(path, elements).pathname,
    plugins: [presets, compile, nodeResolve({ browser: true, exportConditions: ['production'] }), ...minify],
  });
  const { output } = await bundle.generate({
    format: 'es',
    manualChunks: (id) => (isLit(id) ? 'lit' : undefined),
  });
  await bundle.close();
  const chunks = output.filter(({ type }) => type === 'chunk');
  const now = withImports(
    chunks.find(({ isEntry }) => isEntry),
    chunks,
  );
  const later = chunks.filter((chunk) => !now.has(chunk) && !isOfLanguageOrPlatform(chunk));
  const own = [...now].filter(({ name }) => name !== 'lit');
  const lit = [...now].filter(({ name }) => name === 'lit');
  return { own, lit, later };
}

const row = (...cells) =>
  console.log(`${cells[0].padEnd(28)} ${cells[1].padStart(6)} ${cells[2].padStart(6)}  ${cells[3]}`);
const list = (chunks) =>
  chunks
    .map((chunk) => ({ name: chunk.name, weight: kilobytes([chunk]) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ name, weight }) => `${name} ${weight}`)
    .join(', ');

const nouns = readdirSync(elements, { withFileTypes: true }).flatMap((entry) =>
  // Other folders hold what several elements load when it is used.
  existsSync(new URL(`${entry.name}/petition-${entry.name}.ts`, elements)) ? entry.name : [],
);
console.log('\neach element over Lit, in KB, and the Lit it uses');
row('element', 'own', 'Lit', 'later, when it is used');
const shared = await weigh('petition-element.ts');
row('of each, what all share', kilobytes(shared.own), kilobytes(shared.lit), list(shared.later));
const known = new Set(shared.later.map(({ name }) => name));
for (const noun of nouns) {
  const { own, lit, later } = await weigh(`${noun}/petition-${noun}.ts`);
  row(`petition-${noun}`, kilobytes(own), kilobytes(lit), list(later.filter(({ name }) => !known.has(name))));
}
