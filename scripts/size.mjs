// What the browser has to load, in bytes after Brotli 11, by file and by module. `--check` compares with the guard.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const brotli = (bytes) => brotliCompressSync(bytes).length;
const dist = new URL('../dist/', import.meta.url).pathname;

/** Files of languages, which are loaded when somebody uses them. */
const LANGUAGES = readdirSync(new URL('../src/i18n/locales/', import.meta.url))
  .map((name) => name.replace(/\.ts$/, ''))
  .filter((name) => name !== 'en')
  .join('|');

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
  return {
    files: Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.bytes])),
    // Loader, Lit, campaign, counter and sign form in one language.
    first: bytes(/^(grandstand|chunks\/(core|petition-(signature-counter|sign-form)))/),
    // What a page with the arena loads besides: the picker, its picture, what all venues share, and the one generator.
    picker: bytes(/^chunks\/(petition-seat-picker|picture|seats|venue|arena)/),
    // What a signature leads on to; its PNG and QR code come with a press.
    after: bytes(/^chunks\/(petition-(ticket|share)|save|qr)/),
    // Every element, in one language.
    all: bytes(new RegExp(`^(?!chunks/(schema|declared|diagnose|(${LANGUAGES})\\.js$))`)) - presetBytes,
    // What a page at another endpoint than a box office loads besides, and the one preset it names.
    engine: bytes(/^chunks\/declared/),
    largestPreset: Math.max(...presets.map((name) => files[name].bytes)),
    // The largest of the further languages, without the formats that some browsers lack for Belarusian.
    language: Math.max(
      ...Object.entries(files)
        .filter(([name]) => new RegExp(`^chunks/(${LANGUAGES})\\.js$`).test(name))
        .map(([, file]) => file.bytes),
    ),
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { files, first, picker, after, all, engine, largestPreset, language } = sizes();
  console.log('file                                        brotli');
  for (const [name, bytes] of Object.entries(files).sort((a, b) => b[1] - a[1]))
    console.log(`${name.padEnd(40)} ${String(bytes).padStart(9)}`);
  for (const [name, bytes] of Object.entries({
    'first chunk': first,
    'seat picker': picker,
    'ticket and share row': after,
    'all elements': all,
    'engine for other endpoints': engine,
    'largest preset': largestPreset,
    'largest further language': language,
  })) {
    console.log(`${name.padEnd(40)} ${String(bytes).padStart(9)}  ${(bytes / 1024).toFixed(2)} KB`);
  }
}
