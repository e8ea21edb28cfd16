import { expect } from '@open-wc/testing';
import { readCampaign } from '../../src/model/read-campaign.js';
import { parseCampaign } from '../../src/model/schema/schema.js';
import { chance } from '../support/chance.js';
import { exampleJson, sampleJson } from './samples.js';

type Values = Record<string, unknown>;

/** Keys that must never be overlooked (docs/campaign-document.md), and those without which there is nothing to show. */
const DUTIES = /^(grandstand|id|languages|state|opens|closes|timeZone|fields|consents|sealing)\b/;
const FATAL = new RegExp(`${DUTIES.source}|^(title|organisers)\\b|^$`);

const KEY = { id: 'k1', publicKey: `BA${'A'.repeat(85)}`, expires: '2027-01-31T12:00:00Z' };

/** A document that uses every key. */
function maximalJson(): Values {
  const json = sampleJson();
  Object.assign(json, {
    notice: { en: 'Shown as an example.', be: 'Прыклад.' },
    opens: '2014-05-01',
    closes: '2014-06-30',
    timeZone: 'Europe/Minsk',
    venue: { kind: 'hemicycle', capacity: 600, wedges: 7 },
    milestones: [{ at: 500, text: { en: 'Half of it.' } }],
    minimum: 25,
    endpoint: { preset: 'proca', vars: { actionPage: '12' }, fallback: { copy: true, email: 'a@b.example' } },
    look: { theme: 'dark', tokens: { 'color-act': '#ffb454', 'font-text': '"PT Serif", serif' } },
    share: { url: 'https://ngo.example/sign', text: { en: 'Sit with us.' }, channels: ['native', 'copy'] },
    afterSign: { action: 'redirect', url: 'https://ngo.example/thanks' },
    messages: { 'form.sign': { en: 'Sign', be: 'Падпісаць' }, '1.a_b-c': 'x' },
    sealing: { keys: [KEY, { id: 'k2', publicKey: KEY.publicKey, expires: null }] },
  });
  json['fields'].push(
    {
      name: 'over_18',
      type: 'checkbox',
      required: false,
      label: { en: 'Over 18' },
      hint: 'Say',
      seenBy: [],
      step: 2,
    },
    {
      name: 'from',
      type: 'hidden',
      required: false,
      options: [{ value: 'x', label: 'x' }],
      seenBy: ['public'],
    },
  );
  json['consents'].push({
    purpose: 'calls',
    organiser: 'example-ngo',
    required: false,
    version: '1',
    text: 'Call me.',
    mode: 'choice',
    modeByCountry: { DE: 'box', US: 'off' },
  });
  Object.assign(json['stories'][0], {
    teller: 'His mother',
    note: { be: 'Нататка' },
    verified: '2014-05-05',
    letters: { address: { en: 'Colony 2', be: 'Калонія 2' }, advice: 'Write of the weather.' },
  });
  return json;
}

const VALUES: readonly unknown[] = [
  null,
  '',
  ' ',
  'x',
  'en',
  'constructor',
  '__proto__',
  'url(https://spy.example/)',
  'javascript:x',
  '2014',
  '2014-02-30',
  '2027-01-31T12:00:00Z',
  0,
  1,
  2,
  -1,
  0.5,
  1e300,
  true,
  false,
  [],
  {},
  [null],
  ['x'],
  { en: 'x' },
  { xx: 'x' },
  { en: 5 },
  { keys: [] },
  'a'.repeat(2001),
  '😀'.repeat(65),
];
const KEYS: readonly string[] = [
  'x',
  'required',
  'mode',
  'sealing',
  '__proto__',
  'constructor',
  'en',
  'be',
  'de',
  'en_US',
  'options',
  'step',
  'text',
  'DE',
  'version',
];

/** Makes one to three changes anywhere in a document: replaces, removes, adds, renames, duplicates or moves a value. */
function mutate(json: Values, random: () => number): Values {
  const result = structuredClone(json);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  for (let n = 1 + Math.floor(random() * 3); n > 0; n--) {
    let at: Values = result;
    for (;;) {
      const inner = Object.values(at).filter((one): one is Values => typeof one === 'object' && one !== null);
      if (inner.length === 0 || random() < 0.25) break;
      at = pick(inner);
    }
    const key = pick(Object.keys(at));
    const value = structuredClone(pick(VALUES));
    const other = pick(KEYS);
    const set = (name: string, to: unknown): unknown =>
      Object.defineProperty(at, name, { value: to, enumerable: true, configurable: true, writable: true });
    if (Array.isArray(at)) {
      if (key === undefined || random() < 0.4)
        at.push(random() < 0.5 ? value : structuredClone(at[0] ?? value));
      else if (random() < 0.5) at.splice(Number(key), 1);
      else at[Number(key)] = value;
    } else if (key === undefined || random() < 0.2) set(other, value);
    else if (random() < 0.3) delete at[key];
    else if (random() < 0.2) {
      set(other, at[key]);
      delete at[key];
    } else set(key, value);
  }
  return result;
}

/** Lists the parts of a document that another one lacks; null is the same as absent. */
function lost(from: unknown, to: unknown, path = ''): string[] {
  if (typeof from !== 'object' || from === null) return from === null || from === to ? [] : [path];
  if (typeof to !== 'object' || to === null) return [path];
  if (Array.isArray(from) && from.length !== (to as unknown[]).length) return [path];
  return Object.entries(from).flatMap(([key, one]) => lost(one, (to as Values)[key], `${path}.${key}`));
}

const SIZE = 250;

describe('lenient and strict, over mutated documents', () => {
  for (const [name, make] of [
    ['the example', exampleJson],
    ['a document with every key', maximalJson],
    ['a small one', sampleJson],
  ] as const)
    for (const seed of [1, 2, 3, 4])
      it(`agree on what is fatal: ${SIZE} mutations of ${name}, seed ${seed}`, async function () {
        this.timeout(60_000);
        const json = (await make()) as Values;
        const random = chance(seed);
        const seen = { good: 0, refused: 0, lenient: 0 };
        for (let i = 0; i <= SIZE; i++) {
          const mutated = i === 0 ? json : mutate(json, random);
          const { document, problems } = readCampaign(mutated);
          const strict = parseCampaign(mutated);
          const about = JSON.stringify([strict.problems, problems]);
          if (i === 0) expect(strict.problems, about).to.deep.equal([]);
          if (strict.document) {
            seen.good++;
            expect(document, about).not.to.equal(null);
            expect(problems, about).to.deep.equal([]);
            expect(lost(strict.document, document), about).to.deep.equal([]);
          } else if (strict.problems.some(({ path }) => DUTIES.test(path))) {
            seen.refused++;
            expect(document, about).to.equal(null);
          } else if (document) seen.lenient++;
          if (!document)
            expect(
              strict.problems.some(({ path }) => FATAL.test(path)),
              about,
            ).to.equal(true);
        }
        // Every kind must occur, or the test proves nothing.
        for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).to.be.greaterThan(5);
      });
});
