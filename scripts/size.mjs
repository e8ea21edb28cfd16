// What the browser has to load, in bytes after Brotli 11, by file and by module. `--check` compares with the guard.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const brotli = (bytes) => brotliCompressSync(bytes).length;
const dist = new URL('../dist/', import.meta.url).pathname;

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
  const bytes = (pattern) =>
    Object.entries(files).reduce((sum, [name, file]) => sum + (pattern.test(name) ? file.bytes : 0), 0);
  return {
    files: Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.bytes])),
    // Loader, Lit, campaign, counter and sign form in one language.
    first: bytes(/^(grandstand|chunks\/(core|petition-(signature-counter|sign-form)))/),
    // What a page with seats loads besides: the picker and the venue's code.
    picker: bytes(/^chunks\/(petition-seat-picker|seats|venue)/),
    // What a signature leads on to; its PNG and QR code come with a press.
    after: bytes(/^chunks\/(petition-(ticket|share)|save|qr)/),
    all: bytes(/^(?!chunks\/(schema|be))/),
    // A further language, with the formats that some browsers lack for it.
    language: bytes(/^chunks\/be/),
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { files, first, picker, after, all, language } = sizes();
  console.log('file                                        brotli');
  for (const [name, bytes] of Object.entries(files).sort((a, b) => b[1] - a[1]))
    console.log(`${name.padEnd(40)} ${String(bytes).padStart(9)}`);
  for (const [name, bytes] of Object.entries({
    'first chunk': first,
    'seat picker': picker,
    'ticket and share row': after,
    'all elements': all,
    'further language': language,
  })) {
    console.log(`${name.padEnd(40)} ${String(bytes).padStart(9)}  ${(bytes / 1024).toFixed(2)} KB`);
  }
}
