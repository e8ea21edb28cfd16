// Runs Node's own test runner with a report for people and one for counting: run-node-tests.mjs <name> <glob>.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

const [name, ...globs] = process.argv.slice(2);
const reports = new URL('../reports/', import.meta.url);
mkdirSync(reports, { recursive: true });
const { status } = spawnSync(
  process.execPath,
  [
    '--test',
    // `npm start` builds: another file at the same time would find dist/ half made.
    '--test-concurrency=1',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=junit',
    `--test-reporter-destination=${new URL(`${name}.xml`, reports).pathname}`,
    ...globs,
  ],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
