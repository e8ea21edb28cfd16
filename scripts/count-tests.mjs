// The sum of what the runners' own reports say, as the last line of a whole run: "N passed, N failed". A runner that
// left no report, or whose report has no test, fails the run: silence is not success.
import { existsSync, readFileSync } from 'node:fs';

const reports = ['browser', 'stories', 'tools', 'box-office', 'journey', 'wire', 'real'];
let passed = 0;
let failed = 0;
for (const name of reports) {
  const file = new URL(`../reports/${name}.xml`, import.meta.url);
  const xml = existsSync(file) ? readFileSync(file, 'utf8') : '';
  // Names may hold a ">", so a case reaches to the next one.
  const cases = xml.split(/<testcase\b/).slice(1);
  const bad = cases.filter((one) => /<(failure|error)\b/.test(one)).length;
  const skipped = cases.filter((one) => /<skipped\b/.test(one)).length;
  console.log(
    `${name}: ${cases.length - bad - skipped} passed, ${bad} failed${skipped ? `, ${skipped} skipped` : ''}`,
  );
  if (cases.length - skipped === 0) {
    console.error(`${name}: no test was run.`);
    failed++;
  }
  passed += cases.length - bad - skipped;
  failed += bad;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
