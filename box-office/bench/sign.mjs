// Signatures a second: the framework alone, and with the store, in the same run and with the same clients.
// Usage: node bench/sign.mjs [seconds a row] [connections]. Compare the rows with each other: both halves share a machine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signFor } from './clients.mjs';

const seconds = Number(process.argv[2] ?? 5);
const connections = Number(process.argv[3] ?? 50);
const petition = 'bench';
const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** As little as a document may say, with the arena of 15,086 seats. */
const document = {
  grandstand: 1,
  id: petition,
  languages: ['en'],
  title: 'Bench',
  ask: 'Sign',
  demand: 'More.',
  target: 'The disk',
  organisers: [
    { id: 'ngo', name: 'NGO', url: 'https://ngo.example/', privacy: 'https://ngo.example/privacy' },
  ],
  state: 'open',
  venue: 'arena',
  stories: [],
  fields: ['given_name', 'family_name', 'email', 'country'].map((name) => ({
    name,
    type: name === 'email' || name === 'country' ? name : 'text',
    required: true,
    seenBy: ['team'],
  })),
  consents: [
    {
      purpose: 'sign',
      organiser: 'ngo',
      required: true,
      version: '2014-05',
      text: 'My name may be handed over.',
    },
  ],
  goals: [15086],
  endpoint: '/',
};

const folder = mkdtempSync(join(tmpdir(), 'box-office-bench-'));
writeFileSync(join(folder, `${petition}.json`), JSON.stringify(document));

async function measure(name, args, seat) {
  const data = join(folder, `data-${name.replaceAll(/\W+/g, '-')}`);
  const server = spawn(process.execPath, args, {
    env: { ...process.env, PORT: '0', GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: data },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(server.stdout.setEncoding('utf8'), 'data');
  const url = /http:\S+/.exec(line)[0];
  const run = { url, petition, connections, seat };
  await signFor(1, run);
  const { perSecond, p50, p99, statuses } = await signFor(seconds, run);
  server.kill('SIGTERM');
  await once(server, 'close');
  const answers = [...statuses].sort().map(([status, count]) => `${count} x ${status}`);
  console.log(
    `${name.padEnd(28)}${perSecond.toFixed(0).padStart(10)}${p50.toFixed(1).padStart(10)}${p99.toFixed(1).padStart(10)}   ${answers.join(', ')}`,
  );
}

const standing = () => null;
let next = 0;
const seatEach = () => (next < 15_086 ? next++ : null);

console.log(`${seconds} s a row, ${connections} connections\n`);
console.log(
  `${'server'.padEnd(28)}${'answers/s'.padStart(10)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}   answers`,
);
try {
  await measure('hono, no store', [here('./no-store.mjs')], standing);
  await measure('box office, all stand', [here('../dist/main.js')], standing);
  await measure('box office, a seat each', [here('../dist/main.js')], seatEach);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
