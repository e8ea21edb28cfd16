import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import typescript from '@rollup/plugin-typescript';
import {
  catchPolicy,
  minify,
  nativeEvents,
  notices,
  oneLanguage,
  presets,
} from './scripts/build-plugins.mjs';

// Chunks are named by their content: those of an older build would stay for ever.
rmSync('dist', { recursive: true, force: true });

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
/** The entry alone names the file with the licences of others: each chunk pays for its words. */
const banner = ({ isEntry }) =>
  `/*! grandstand ${version} | MIT${isEntry ? ' | others: THIRD-PARTY-NOTICES.txt' : ''} */`;
/** Every file of src/i18n/locales that is named by a language tag alone: others stand beside one. */
const languages = readdirSync('src/i18n/locales')
  .map((name) => name.replace(/\.ts$/, ''))
  .filter((tag) => !tag.endsWith('-formats'));
const tags = [
  'campaign',
  'story-card',
  'story-deck',
  'signature-counter',
  'seat-picker',
  'sign-form',
  'ticket',
  'share',
];

/**
 * Chunks of the script tag that several elements share, each with its folders and single files. A folder counts without
 * the folders inside it. What is in none of them is loaded when it is used, by itself or with its one user.
 */
const chunks = {
  // What every page needs.
  core: [
    'src/core.ts',
    'src/author-console.ts',
    'src/events.ts',
    'src/native-event.ts',
    'src/campaign',
    'src/context',
    'src/elements/base',
    'src/elements/campaign',
    'src/i18n',
    'src/i18n/locales/en/page.ts',
    'src/model',
    'src/styles',
    'src/transport',
    'node_modules/@lit/context/lib',
    'node_modules/@lit/reactive-element',
    'node_modules/@lit/reactive-element/decorators',
    'node_modules/lit-element',
    'node_modules/lit-html',
    'node_modules/tslib',
  ],
  // What people act with: the form, the picker, the ticket and the share row.
  actions: [
    'src/campaign/signing',
    'src/elements/actions',
    'src/model/signature',
    'src/transport/signing',
    'node_modules/lit-html/directive-helpers.js',
    'node_modules/lit-html/directives/repeat.js',
  ],
  // The engine for endpoints described by data.
  declared: ['src/campaign/declared', 'src/model/declared', 'src/transport/declared'],
  // What the picker and the ticket share.
  seats: ['src/elements/seats'],
  // What every venue needs, and what several kinds are made of. A page loads the one kind that it has.
  venue: ['src/venue'],
  stands: ['src/venue/stands'],
};

for (const place of Object.values(chunks).flat())
  if (!existsSync(place))
    throw new Error(`rollup.config.mjs: ${place} is in the table of chunks, but not there`);

/** Returns the chunk of a module: that of its file, else of its folder. */
function chunkOf(id) {
  const path = relative('.', id.replace(/^\0/, ''));
  const holds = (place) => Object.keys(chunks).find((name) => chunks[name].includes(place));
  return holds(path) ?? holds(dirname(path));
}

/** Quiet about nothing: a warning of the bundler is an error of the build. */
const onwarn = (warning) => {
  throw new Error(warning.message);
};

const compile = (declaration) =>
  typescript({
    tsconfig: './tsconfig.json',
    declaration,
    ...(declaration ? { declarationDir: 'dist/types' } : { declarationDir: undefined }),
    noEmitOnError: true,
  });

export default [
  // For bundlers: readable modules, one entry each, dependencies outside.
  {
    input: {
      index: 'src/index.ts',
      define: 'src/define.ts',
      server: 'src/server.ts',
      campaign: 'src/campaign/index.ts',
      model: 'src/model/index.ts',
      'model/schema': 'src/model/schema/schema.ts',
      countries: 'src/i18n/countries/countries.ts',
      venue: 'src/venue/index.ts',
      transport: 'src/transport/index.ts',
      'transport/declared': 'src/transport/declared/index.ts',
      ...Object.fromEntries(languages.map((tag) => [`locales/${tag}`, `src/i18n/locales/${tag}.ts`])),
      ...Object.fromEntries(
        tags.map((noun) => [`elements/petition-${noun}`, `src/elements/${noun}/petition-${noun}.ts`]),
      ),
    },
    // The script tag's entry is made below.
    external: /^(lit|@lit\/|valibot|lean-qr)|\/grandstand\.js$/,
    output: { dir: 'dist', format: 'es', sourcemap: true, chunkFileNames: 'shared/[name]-[hash].js' },
    plugins: [presets, compile(true)],
    onwarn,
  },
  // For a script tag: the entry stays small, everything else has its content in its name.
  {
    input: { grandstand: 'src/grandstand.ts' },
    output: {
      dir: 'dist',
      format: 'es',
      banner,
      sourcemap: true,
      entryFileNames: '[name].js',
      // A language's sections are named after it: "be-form".
      chunkFileNames: ({ facadeModuleId }) =>
        `chunks/${/\/locales\/([\w-]+)\/\w+\.ts$/.exec(facadeModuleId ?? '')?.[1].concat('-') ?? ''}[name]-[hash].js`,
      manualChunks: chunkOf,
    },
    plugins: [
      presets,
      nativeEvents,
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      compile(false),
      ...minify,
      notices,
    ],
    onwarn,
  },
  // The same as one classic script, whole in English, and one for each other language.
  {
    input: 'src/grandstand.ts',
    output: {
      file: 'dist/grandstand.classic.js',
      format: 'iife',
      banner,
      sourcemap: true,
      inlineDynamicImports: true,
    },
    plugins: [
      presets,
      nativeEvents,
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      compile(false),
      oneLanguage(languages),
      catchPolicy,
      ...minify,
    ],
    onwarn,
  },
];
