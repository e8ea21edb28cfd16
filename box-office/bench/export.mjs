/**
 * Exports a large store and reports what the command needed: time, peak memory, and the bytes it wrote to files
 * (Linux). Usage: node bench/export.mjs [signatures]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Store } from '../dist/store/store.js';

const ID = 'human-rights-match';
const signatures = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'export-'));
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

function fill() {
  const store = Store.open(folder);
  store.database.exec('PRAGMA synchronous = OFF');
  store.savePetition(ID, null);
  for (let from = 0; from < signatures; from += 50_000) {
    store.transaction(() => {
      for (let i = from; i < Math.min(from + 50_000, signatures); i++) {
        // Keys in an order of their own, as random ones are.
        const key = String((i * 7919) % 999_983).padStart(15, '0') + String(i).padStart(7, '0');
        store.insert({
          petition: ID,
          key,
          receipt: key,
          bodyHash: new Uint8Array(32),
          response: '{"status":"signed"}',
          seat: null,
          withdrawal: null,
          locale: 'en',
          fields: { given_name: `Name ${i}`, family_name: 'Kowalska', email: `name${i}@mail.example` },
          consents: [{ purpose: 'sign', given: true, version: '1', text: 'Hand my name over.' }],
          signedAt: new Date(),
        });
      }
    });
  }
  store.close();
}

async function exportAll() {
  const began = performance.now();
  const child = spawn(process.execPath, [here('../dist/main.js'), 'export', ID], {
    env: {
      ...process.env,
      GRANDSTAND_DATA: folder,
      GRANDSTAND_CAMPAIGNS: here('../../examples/human-rights-match'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let bytes = 0;
  child.stdout.on('data', (chunk) => (bytes += chunk.length));
  const seen = { written: 0, peak: 0, files: new Set() };
  const watch = setInterval(() => look(child.pid, seen), 20);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  return { code, bytes, seconds: (performance.now() - began) / 1000, ...seen };
}

function look(pid, seen) {
  try {
    const number = (file, name) =>
      Number(
        new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? 0,
      );
    seen.written = Math.max(seen.written, number('io', 'write_bytes'));
    seen.peak = Math.max(seen.peak, number('status', 'VmHWM'));
    for (const descriptor of readdirSync(`/proc/${pid}/fd`)) {
      const flags = /^flags:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/fdinfo/${descriptor}`, 'utf8'))?.[1];
      const isWritable = (parseInt(flags, 8) & 3) !== 0;
      const file = readlinkSync(`/proc/${pid}/fd/${descriptor}`);
      if (isWritable && Number(descriptor) > 2 && file.startsWith('/') && !file.startsWith('/dev/'))
        seen.files.add(file.replace(folder, '<store>'));
    }
  } catch {
    // The command has just ended.
  }
}

try {
  fill();
  const { code, bytes, seconds, written, peak, files } = await exportAll();
  console.log(
    `${signatures} signatures, exit ${code}: ${bytes} bytes of CSV in ${seconds.toFixed(1)} s, peak memory ${Math.round(peak / 1024)} MB, ${written} bytes written to disks, files open for writing: ${[...files].join(', ') || 'none'}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
