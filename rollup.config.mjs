import { readdirSync, readFileSync, rmSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import typescript from '@rollup/plugin-typescript';
import { minify, presets } from './scripts/build-plugins.mjs';

// Chunks are named by their content: those of an older build would stay for ever.
rmSync('dist', { recursive: true, force: true });

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const banner = `/*! grandstand ${version} | MIT */`;
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
      'model/schema': 'src/model/schema.ts',
      countries: 'src/i18n/countries.ts',
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
      manualChunks: (id) => {
        if (/\/directives\/(guard|live|if-defined)\./.test(id)) return undefined;
        // What people act with, in the form, the picker, the ticket and the share row: it comes beside them.
        if (
          /\/(directives\/repeat|directive-helpers)\.|\/src\/(campaign\/(signing-flow|box-office-signing|keys|wait|submission)|transport\/(signing|write-json)|model\/(signature|clean|well-formed)|elements\/actions\/\w+[\w-]*|styles\/field)\./.test(
            id,
          )
        )
          return 'act';
        if (/\/node_modules\/(lit|@lit|lit-html|lit-element)|\0/.test(id)) return 'core';
        if (
          /\/src\/(core|author-console|campaign\/(?!seats\.|described-endpoint|diagnose)|context|styles|i18n\/(?!countries|locales\/(?!en\/page))|transport\/(?!declared|presets|diagnose|probe)|events|elements\/(base|campaign)\/|model\/(?!schema|description|index|life|secrets|postcode|consent))/.test(
            id,
          )
        )
          return 'core';
        if (/\/src\/model\/schema-rules\./.test(id)) return 'schema-rules';
        // The engine for described endpoints is one file, also where `debug` explains what it read.
        if (
          /\/src\/(campaign\/described-endpoint|transport\/declared\/(?!index|explain|entities)\w+|model\/(endpoint|secrets))\.ts$/.test(
            id,
          )
        )
          return 'declared';
        // A page loads the one generator that its venue needs.
        if (/\/src\/venue\/(arena|bowl|hemicycle|amphitheatre|square|custom)\./.test(id)) return undefined;
        if (/\/src\/venue\/(stands|fan|shapes)\./.test(id)) return 'stands';
        if (/\/src\/venue\//.test(id)) return 'venue';
        return undefined;
      },
    },
    plugins: [
      presets,
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      compile(false),
      ...minify,
    ],
    onwarn,
  },
  // The same as one classic script with all inside.
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
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      compile(false),
      ...minify,
    ],
    onwarn,
  },
];
