// What the browser has to load, in bytes after Brotli 11, by file and by module. `--check` compares with the guard.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const brotli = (bytes) => brotliCompressSync(bytes).length;
const dist = new URL('../dist/', import.meta.url).pathname;

const LOCALES = new URL('../src/i18n/locales/', import.meta.url);

/** Languages that are loaded when somebody uses them, in sections: chunks/be-form.js. */
const LANGUAGES = readdirSync(LOCALES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== 'en' ? entry.name : [],
);
const SECTIONS = readdirSync(new URL('en/', LOCALES)).map((name) => name.replace(/\.ts$/, ''));
const anyOf = (names) => `(${names.join('|')})`;

/** The script tag's files by what brings them: name -> bytes. */
export function sizes() {
  const files = Object.fromEntries(
    ['grandstand.js', ...readdirSync(join(dist, 'chunks')).map((name) => `chunks/${name}`)]
      .filter((name) => name.endsWith('.js'))
      .map((name) => [
        name.replace(/-[\w-]{8}\.js$/, '.js'),
        { bytes: brotli(readFileSync(join(dist, name))), text: readFileSync(join(dist, name), 'utf8') },
      ]),
  );
  const presets = readdirSync(new URL('../src/transport/presets/', import.meta.url))
    .map((name) => `chunks/${name.replace('.json', '.js')}`)
    .filter((name) => files[name]);
  const presetBytes = presets.reduce((sum, name) => sum + files[name].bytes, 0);
  const bytes = (pattern) =>
    Object.entries(files).reduce((sum, [name, file]) => sum + (pattern.test(name) ? file.bytes : 0), 0);
  const largest = (of) => Math.max(...LANGUAGES.map(of));
  return {
    files: Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.bytes])),
    // Loader, Lit, campaign and counter in one language: nothing of the petition is seen before.
    first: bytes(/^(grandstand|chunks\/(core|petition-signature-counter))\.js$/),
    // Its stories, which come beside it.
    stories: bytes(/^chunks\/petition-story-(deck|card)\.js$/),
    // The form in one language, with what sends a signature: it comes after what is seen first.
    form: bytes(/^chunks\/(actions|petition-sign-form)\.js$/),
    // What a page with the arena loads besides: the picker, its map, the rules of seats, what all venues share, and the one generator.
    picker: bytes(/^chunks\/(petition-seat-picker|map-view|seats|seat-rules|venue|arena)/),
    // What a signature leads on to; its PNG and QR code come with a press.
    after: bytes(/^chunks\/(petition-(ticket|share)|after|save|qr)\.js$/),
    // Every element, in one language.
    all:
      bytes(
        new RegExp(
          `^(?!chunks/(schema|declared|diagnose|${anyOf(LANGUAGES)}-${anyOf([...SECTIONS, 'formats'])}\\.js$))`,
        ),
      ) - presetBytes,
    // What a page at another endpoint than a box office loads besides, and the one preset it names.
    engine: bytes(/^chunks\/declared/),
    largestPreset: Math.max(...presets.map((name) => files[name].bytes)),
    // The largest of the further languages, without the formats that some browsers lack for Belarusian: all of it, and
    // what is said first.
    language: largest((tag) => bytes(new RegExp(`^chunks/${tag}-${anyOf(SECTIONS)}\\.js$`))),
    languageFirst: largest((tag) => bytes(new RegExp(`^chunks/${tag}-page\\.js$`))),
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { files, ...sums } = sizes();
  console.log('file                                        brotli');
  for (const [name, bytes] of Object.entries(files).sort((a, b) => b[1] - a[1]))
    console.log(`${name.padEnd(40)} ${String(bytes).padStart(9)}`);
  const NAMES = {
    first: 'seen first',
    stories: 'its stories',
    form: 'form',
    picker: 'seat picker',
    after: 'ticket and share row',
    all: 'all elements',
    engine: 'engine for other endpoints',
    largestPreset: 'largest preset',
    language: 'largest further language',
    languageFirst: 'of it, what is said first',
  };
  for (const [name, bytes] of Object.entries(sums))
    console.log(`${NAMES[name].padEnd(40)} ${String(bytes).padStart(9)}  ${(bytes / 1024).toFixed(2)} KB`);
}
