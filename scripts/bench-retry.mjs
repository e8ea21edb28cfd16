// How evenly clients return that were turned away together: `npm run bench:retry`, after `npm run build`. Options after `--`:
//
//   --clients=500   how many sign in the same moment
//   --seeds=10      how often, each time with other chances
//   --asked=2,30    what the 503 asks for, in seconds
//
// Each client is a real `Campaign` of `dist` with a clock that goes by events and a transport that is a model of a server:
// it refuses everybody at first and takes everybody who comes back. No time passes.
//   earliest   the earliest first retry minus the time asked, in s: never below 0
//   spread     seconds over which they may return: half the time asked, or 5 s
//   fullest    requests in the fullest second of the spread, of the mean of its seconds; 1 would be perfectly even
//   chance     the same for as many independent draws, evenly spread: what luck alone leaves (20,000 draws of the model)
import { parseArgs } from 'node:util';
import { Campaign } from '../dist/campaign.js';

const { values: options } = parseArgs({
  options: {
    clients: { type: 'string', default: '500' },
    seeds: { type: 'string', default: '10' },
    asked: { type: 'string', default: '2,30' },
  },
});
const clients = Number(options.clients);

/** Chance that is the same on every run (mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const reply = (status, body, retryAfter = null) => ({
  status,
  retryAfter,
  contentType: 'application/json',
  bytes: new TextEncoder().encode(JSON.stringify(body)),
});
const page = {
  hidden: () => true,
  offline: () => false,
  onChange: () => () => undefined,
  onRestored: () => () => undefined,
};
const data = {
  grandstand: 1,
  id: 'p',
  languages: ['en'],
  title: 'T',
  state: 'open',
  fields: [],
  consents: [],
  endpoint: 'https://box.example',
};

/** Milliseconds after the refusal at which each client came back. */
async function returns(asked, random) {
  let now = 0;
  const pauses = [];
  const moments = [];
  const clock = {
    now: () => now,
    random,
    sleep: (ms) => new Promise((resolve) => pauses.push({ until: now + ms, resolve })),
  };
  const signed = Array.from({ length: clients }, () => {
    let tries = 0;
    const transport = async ({ body }) => {
      if (tries++ === 0) return reply(503, { code: 'busy' }, String(asked));
      moments.push(now);
      const { idempotencyKey } = JSON.parse(body);
      return reply(201, { status: 'signed', idempotencyKey, revision: 1, receipt: { id: 'r', seat: null } });
    };
    const campaign = new Campaign({ data }, { transport, clock, page });
    return campaign
      .request({ type: 'submit' }, { fields: {}, consents: [], locale: 'en' })
      .then(() => campaign.state.signing.outcome);
  });
  // All are refused at 0, then time goes from one pause to the next.
  while (pauses.length < clients) await new Promise((resolve) => setImmediate(resolve));
  for (const { until, resolve } of pauses.splice(0).sort((a, b) => a.until - b.until)) {
    now = until;
    const before = moments.length;
    resolve();
    while (moments.length === before) await new Promise((next) => setImmediate(next));
  }
  const outcomes = new Set(await Promise.all(signed));
  if (outcomes.size !== 1 || !outcomes.has('signed')) throw new Error(`ended as ${[...outcomes]}`);
  return moments;
}

/** The fullest second of a spread, of the mean. */
function peak(seconds, spread) {
  const full = new Array(spread).fill(0);
  for (const second of seconds) full[Math.min(spread - 1, Math.floor(second))]++;
  return Math.max(...full) / (seconds.length / spread);
}
const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

for (const asked of options.asked.split(',').map(Number)) {
  const spread = Math.ceil(Math.max(asked / 2, 5));
  const peaks = [];
  let earliest = Infinity;
  for (let seed = 1; seed <= Number(options.seeds); seed++) {
    const late = (await returns(asked, chance(seed))).map((ms) => ms / 1000 - asked);
    earliest = late.reduce((least, one) => Math.min(least, one), earliest);
    peaks.push(peak(late, spread));
  }
  const luck = chance(4711);
  const even = Array.from({ length: Math.ceil(20_000 / clients) }, () =>
    peak(
      Array.from({ length: clients }, () => luck() * spread),
      spread,
    ),
  );
  console.log(
    `503 with ${asked} s, ${clients} clients, ${options.seeds} seeds: earliest ${earliest.toFixed(3)} s, spread ${spread} s, ` +
      `fullest ${mean(peaks).toFixed(2)} (${Math.min(...peaks).toFixed(2)} to ${Math.max(...peaks).toFixed(2)}), chance ${mean(even).toFixed(2)}`,
  );
}
