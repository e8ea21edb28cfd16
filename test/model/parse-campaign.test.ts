import { expect } from '@open-wc/testing';
import { explain, shortJson } from '../../src/model/problem.js';
import { parseCampaign } from '../../src/model/schema/schema.js';
import { exampleJson, sampleJson } from './samples.js';

/** Returns each problem as its line, after one change to a valid document. */
function complaints(change: (json: ReturnType<typeof sampleJson>) => void): string[] {
  const json = sampleJson();
  change(json);
  const { document, problems } = parseCampaign(json);
  expect(document === null).to.equal(problems.length > 0);
  return problems.map(explain);
}

const HTTPS = 'https:// (http:// only for localhost)';
const ADDRESS = `is not a usable address; write a whole one with ${HTTPS}`;
const NEAR_ADDRESS = `is not a usable address; write one relative to this document, or a whole one with ${HTTPS}`;
const ID = 'is not an id; use 1 to 64 of a-z, 0-9 and -';
const TEXT = 'must be a text, or one for each language, like {"en": "..."}';
const CODE = 'is not a seat code; write block-row-number, like "12-8-14"';
const WHOLE = 'is not a whole number from 1 on';
const TOKEN = 'is not a value for a token; leave out ; { } < > @ \\ and url(), and close quotes and brackets';

/** Has the form of an uncompressed point in base64url; nothing is encrypted to it. */
const PUBLIC_KEY = `BA${'A'.repeat(85)}`;

describe('parseCampaign: what is right', () => {
  const table: [what: string, change: (json: ReturnType<typeof sampleJson>) => void][] = [
    ['the sample', () => {}],
    [
      'null for everything that is optional',
      (json) =>
        Object.assign(
          json,
          Object.fromEntries(
            [
              'notice',
              'opens',
              'closes',
              'timeZone',
              'venue',
              'minimum',
              'look',
              'share',
              'afterSign',
              'messages',
              'sealing',
            ].map((key) => [key, null]),
          ),
        ),
    ],
    [
      'null for everything optional in a story',
      (json) =>
        Object.assign(json.stories[0], {
          seat: null,
          teller: null,
          note: null,
          portrait: null,
          verified: null,
          updates: null,
        }),
    ],
    ['a portrait without a credit', (json) => delete json.stories[0].portrait.credit],
    [
      'empty lists',
      (json) => Object.assign(json, { stories: [], fields: [], consents: [], goals: [], organisers: [] }),
    ],
    ['all statuses of a campaign', (json) => (json.state = 'delivered')],
    ['a venue by name', (json) => (json.venue = 'arena')],
    ['a venue by kind', (json) => (json.venue = { kind: 'arena', capacity: 15086 })],
    ['a venue of any size', (json) => (json.venue = { kind: 'amphitheatre', capacity: 1_000_000 })],
    [
      'a parliament of seven parties',
      (json) => (json.venue = { kind: 'hemicycle', capacity: 600, wedges: 7 }),
    ],
    [
      'a venue of its own with scenery',
      (json) =>
        (json.venue = {
          name: 'Hall',
          blocks: [{ label: 'A', rows: [{ label: '1', seats: [[0, 0]] }] }],
          scenery: [
            {
              shape: 'polygon',
              role: 'ground',
              points: [
                [-9, -9],
                [9, -9],
                [0, 9],
              ],
            },
            { shape: 'circle', role: 'stage', at: [0, -4], radius: 2 },
            { shape: 'arc', role: 'wall', at: [0, 0], inner: 8, outer: 8, start: 180, end: 360 },
          ],
        }),
    ],
    [
      'a venue of its own',
      (json) =>
        (json.venue = {
          name: 'Hall',
          blocks: [
            {
              label: 'Ж',
              rows: [
                {
                  label: '1',
                  seats: [
                    [0, 0.5],
                    [-1, 2],
                  ],
                },
              ],
            },
          ],
        }),
    ],
    ['an absolute endpoint', (json) => (json.endpoint = 'https://box.example/office/')],
    ['an endpoint on this machine', (json) => (json.endpoint = 'http://localhost:8080')],
    ['an endpoint by address on this machine', (json) => (json.endpoint = 'http://127.0.0.1:8080/')],
    [
      'a preset',
      (json) =>
        (json.endpoint = {
          preset: 'proca',
          vars: { actionPage: '1234', n: 1, on: true },
          sign: { url: 'x' },
          count: [{ url: 'y' }],
          seats: null,
        }),
    ],
    ['a redirect', (json) => (json.afterSign = { action: 'redirect', url: 'https://ngo.example/thanks' })],
    ['a portrait elsewhere', (json) => (json.stories[0].portrait.src = 'https://cdn.example/ada.jpg')],
    ['a portrait above the document', (json) => (json.stories[0].portrait.src = '../uploads/ada.jpg?v=2')],
    [
      'tokens of all sorts',
      (json) =>
        (json.look = {
          theme: 'dark',
          tokens: {
            'color-act': '#ffb454',
            'font-text': '"PT Serif", \'Noto; Serif\'.'.replace(';', ''),
            'space-m': 'calc(1px + (2px * 3))',
            'color-link': 'light-dark(#000, rgb(1 2 3 / 50%))',
          },
        }),
    ],
    [
      'messages',
      (json) => (json.messages = { 'form.sign': { en: 'Sign', be: 'Падпісаць' }, 'seat.free': 'free' }),
    ],
    [
      'a sealing key',
      (json) =>
        (json.sealing = { keys: [{ id: 'k1', publicKey: PUBLIC_KEY, expires: '2027-01-31T00:00:00Z' }] }),
    ],
    [
      'share',
      (json) =>
        (json.share = { url: 'https://ngo.example/sign', text: 'Sit with us.', channels: ['native', 'qr'] }),
    ],
    [
      'regional languages',
      (json) =>
        Object.assign(json, { languages: ['en', 'zh-Hant-TW', 'be-tarask'], title: { 'zh-Hant-TW': '坐' } }),
    ],
    ...['Europe/Minsk', 'America/Argentina/Ushuaia', 'America/Port-au-Prince', 'Etc/GMT+12', 'UTC'].map(
      (timeZone): [string, (json: ReturnType<typeof sampleJson>) => void] => [
        `days in ${timeZone}`,
        (json) => (json.timeZone = timeZone),
      ],
    ),
    ['a leap day', (json) => (json.stories[0].statusDate = '2024-02-29')],
    [
      'one and the same first and last day',
      (json) => Object.assign(json, { opens: '2014-05-01', closes: '2014-05-01' }),
    ],
    ['a field in the second step', (json) => (json.fields[1].step = 2)],
    [
      'a consent asked otherwise in some countries',
      (json) => Object.assign(json.consents[1], { mode: 'choice', modeByCountry: { DE: 'box', US: 'off' } }),
    ],
    [
      'milestones',
      (json) => (json.milestones = [{ at: 5000, text: { en: 'At 5,000 the list is handed over.' } }]),
    ],
    [
      'letters, with or without advice',
      (json) => {
        json.stories[0].letters = { address: { en: 'Colony 2\nBabruisk' }, advice: 'Write of the weather.' };
        json.stories[1].letters = { address: '😀'.repeat(400) };
      },
    ],
    ['a minimum of 0', (json) => (json.minimum = 0)],
  ];
  for (const [what, change] of table) {
    it(what, () => {
      expect(complaints(change)).to.deep.equal([]);
    });
  }

  it('comes back as a fresh document', () => {
    const json = sampleJson();
    const { document } = parseCampaign(json);
    expect(document).to.deep.equal(json);
    expect(document).not.to.equal(json);
    expect(document!.stories[0]).not.to.equal(json['stories'][0]);
  });

  it('the example is right, word for word', async () => {
    const { document, problems } = parseCampaign(await exampleJson());
    expect(problems.map(explain)).to.deep.equal([]);
    expect(document).to.include({ id: 'human-rights-match' });
  });
});

describe('parseCampaign: one rule, one sentence', () => {
  const table: [change: (json: ReturnType<typeof sampleJson>) => void, line: string][] = [
    [(json) => delete json.title, 'title: is missing'],
    [(json) => (json.title = null), `title: null ${TEXT}`],
    [(json) => delete json.stories[0].lede, 'stories[0].lede: is missing'],
    [(json) => delete json.stories[0].portrait.alt, 'stories[0].portrait.alt: is missing'],
    [(json) => (json.stories[0].letters = {}), 'stories[0].letters.address: is missing'],
    [
      (json) => (json.stories[0].letters = { address: ' \n ' }),
      'stories[0].letters.address: " \\n " must be a text that is not empty',
    ],
    [
      (json) => (json.stories[0].letters = { address: 'x'.repeat(401) }),
      `stories[0].letters.address: ${shortJson('x'.repeat(401))} is too long; use at most 400 characters`,
    ],
    [
      (json) => (json.stories[0].letters = { address: 'x', advice: { en: '😀'.repeat(601) } }),
      `stories[0].letters.advice.en: ${shortJson('😀'.repeat(601))} is too long; use at most 600 characters`,
    ],
    [
      (json) => (json.stories[0].letters = { address: 'x', advise: 'y' }),
      'stories[0].letters.advise: unknown key; did you mean advice?',
    ],
    [(json) => delete json.fields[1].seenBy, 'fields[1].seenBy: is missing'],
    [(json) => (json.fields[1].step = 3), 'fields[1].step: 3 is not one of 1, 2'],
    [
      (json) => (json.consents[1].mode = 'ticked'),
      'consents[1].mode: "ticked" is not one of box, choice, off',
    ],
    [
      (json) => (json.consents[1].modeByCountry = { Germany: 'box' }),
      'consents[1].modeByCountry.Germany: "Germany" is not a country; write its two letters of ISO 3166-1, like "DE"',
    ],
    [
      (json) => (json.consents[0].modeByCountry = { DE: 'off' }),
      'consents[0].modeByCountry: {"DE":"off"} cannot be used with required; a consent that is required is a box to tick everywhere',
    ],
    [
      (json) =>
        (json.milestones = [
          { at: 5000, text: 'a' },
          { at: 5000, text: 'b' },
        ]),
      'milestones[1].at: 5000 occurs twice',
    ],
    [(json) => (json.grandstand = 2), 'grandstand: 2 is not a known version; use 1'],
    [(json) => (json.grandstand = '1'), 'grandstand: "1" is not a known version; use 1'],
    [(json) => (json.id = 'Human Rights'), `id: "Human Rights" ${ID}`],
    [(json) => (json.id = ''), `id: "" ${ID}`],
    [(json) => (json.id = 'a'.repeat(65)), `id: "${'a'.repeat(65)}" ${ID}`],
    [(json) => (json.id = 5), `id: 5 ${ID}`],
    [(json) => (json.id = 'a\n'), `id: "a\\n" ${ID}`],
    [(json) => (json.stories[1].id = 'Ben!'), `stories[1].id: "Ben!" ${ID}`],
    [(json) => (json.organisers[0].id = 'Example NGO'), `organisers[0].id: "Example NGO" ${ID}`],
    [(json) => (json.consents[1].purpose = 'news letter'), `consents[1].purpose: "news letter" ${ID}`],
    [
      (json) => (json.stories[1].id = 'ada'),
      'stories[1].id: "ada" occurs twice; each story needs its own id',
    ],
    [
      (json) => json.organisers.push({ ...json.organisers[0] }),
      'organisers[1].id: "example-ngo" occurs twice; each organiser needs its own id',
    ],
    [
      (json) => (json.fields[1].name = 'given_name'),
      'fields[1].name: "given_name" occurs twice; each field needs its own name',
    ],
    [
      (json) => (json.consents[1].purpose = 'sign'),
      'consents[1].purpose: "sign" occurs twice; each consent needs its own purpose',
    ],
    [
      (json) => json.fields[2].options.push({ value: 'web', label: 'W' }),
      'fields[2].options[1].value: "web" occurs twice; each option needs its own value',
    ],

    [(json) => (json.stroies = []), 'stroies: unknown key; did you mean stories?'],
    [(json) => (json.Title = 'x'), 'Title: unknown key; did you mean title?'],
    [(json) => (json.stories[0].led = 'x'), 'stories[0].led: unknown key; did you mean lede?'],
    [
      (json) => (json.consents[0].extra = 1),
      'consents[0].extra: unknown key; allowed are purpose, organiser, required, version, text, mode, modeByCountry',
    ],
    [
      (json) => (json.organisers[0]['odd key'] = 1),
      'organisers[0]["odd key"]: unknown key; allowed are id, name, url, privacy',
    ],
    [
      (json) => (json.afterSign = { action: 'stay', url: 'https://x.example/' }),
      'afterSign.url: unknown key; allowed are action',
    ],

    [(json) => (json.languages = []), 'languages: [] needs at least one language'],
    [(json) => (json.languages = 'en'), 'languages: "en" must be a list'],
    [(json) => (json.languages[1] = 'en_US'), 'languages[1]: "en_US" is not a language tag'],
    [(json) => (json.languages[1] = 'en-x'), 'languages[1]: "en-x" is not a language tag'],
    [(json) => json.languages.push('be'), 'languages[2]: "be" occurs twice'],
    [
      (json) => (json.title.pl = 'Usiądź'),
      `title.pl: "pl" is not one of the campaign's languages; use en, be, or add it to languages`,
    ],
    [(json) => (json.title = {}), 'title: {} needs a text in at least one language'],
    [(json) => (json.title = ' '), 'title: " " must be a text that is not empty'],
    [(json) => (json.title.be = ''), 'title.be: "" must be a text that is not empty'],
    [(json) => (json.ask = { en: 5 }), 'ask.en: 5 must be a text'],
    [(json) => (json.ask = ['x']), `ask: ["x"] ${TEXT}`],
    [(json) => (json.ask = false), `ask: false ${TEXT}`],

    [(json) => (json.organisers = {}), 'organisers: {} must be a list'],
    [(json) => (json.organisers[0] = 'NGO'), 'organisers[0]: "NGO" must be an object'],
    [(json) => (json.stories[0] = null), 'stories[0]: null must be an object'],
    [(json) => (json.stories[0] = []), 'stories[0]: [] must be an object'],
    [
      (json) => (json.organisers[0].url = 'http://ngo.example/'),
      `organisers[0].url: "http://ngo.example/" ${ADDRESS}`,
    ],
    [(json) => (json.organisers[0].url = 'ngo.example'), `organisers[0].url: "ngo.example" ${ADDRESS}`],
    [
      (json) => (json.organisers[0].privacy = 'javascript:alert(1)'),
      `organisers[0].privacy: "javascript:alert(1)" ${ADDRESS}`,
    ],
    [(json) => (json.organisers[0].privacy = 'https://'), `organisers[0].privacy: "https://" ${ADDRESS}`],
    [
      (json) => (json.organisers[0].url = 'https://user:pw@ngo.example/'),
      `organisers[0].url: "https://…@ngo.example/" ${ADDRESS}`,
    ],
    [
      (json) => (json.organisers[0].url = 'http://localhost.evil.example/'),
      `organisers[0].url: "http://localhost.evil.example/" ${ADDRESS}`,
    ],
    [(json) => (json.stories[0].sources[0].url = '/news'), `stories[0].sources[0].url: "/news" ${ADDRESS}`],
    [
      (json) => (json.stories[0].updates[0].source = 'ftp://x.example/'),
      `stories[0].updates[0].source: "ftp://x.example/" ${ADDRESS}`,
    ],
    [
      (json) => (json.stories[0].portrait.src = 'http://cdn.example/a.jpg'),
      `stories[0].portrait.src: "http://cdn.example/a.jpg" ${NEAR_ADDRESS}`,
    ],
    [
      (json) => (json.stories[0].portrait.src = 'data:image/png;base64,AA'),
      `stories[0].portrait.src: "data:image/png;base64,AA" ${NEAR_ADDRESS}`,
    ],
    [(json) => (json.stories[0].portrait.src = ''), `stories[0].portrait.src: "" ${NEAR_ADDRESS}`],
    [
      (json) => (json.stories[0].portrait.src = 'java\tscript:alert(1)'),
      `stories[0].portrait.src: "java\\tscript:alert(1)" ${NEAR_ADDRESS}`,
    ],
    [(json) => (json.stories[0].portrait.width = 0), `stories[0].portrait.width: 0 ${WHOLE}`],
    [(json) => (json.stories[0].portrait.height = '600'), `stories[0].portrait.height: "600" ${WHOLE}`],

    [(json) => (json.state = 'opened'), 'state: "opened" is not one of draft, open, closed, delivered, won'],
    [(json) => (json.opens = '2014-05'), 'opens: "2014-05" is not a full day; write YYYY-MM-DD'],
    ...['Europe/Minks', '+03:00', 'Europe/Minsk ', 3].map(
      (timeZone): [(json: ReturnType<typeof sampleJson>) => void, string] => [
        (json) => (json.timeZone = timeZone),
        `timeZone: ${JSON.stringify(timeZone)} is not a time zone; write its IANA name, like "Europe/Minsk"`,
      ],
    ),
    [(json) => (json.closes = '2014-02-30'), 'closes: "2014-02-30" is not a day of the calendar'],
    [
      (json) => Object.assign(json, { opens: '2014-05-02', closes: '2014-05-01' }),
      'closes: "2014-05-01" is before opens (2014-05-02)',
    ],
    [
      (json) => (json.stories[0].statusDate = 'May 2014'),
      'stories[0].statusDate: "May 2014" is not a day; write YYYY-MM-DD, YYYY-MM or YYYY',
    ],
    [
      (json) => (json.stories[0].statusDate = '2014-13'),
      'stories[0].statusDate: "2014-13" is not a day of the calendar',
    ],
    [
      (json) => (json.stories[0].verified = '2023-02-29'),
      'stories[0].verified: "2023-02-29" is not a day of the calendar',
    ],
    [
      (json) => (json.stories[0].updates[0].date = 2014),
      'stories[0].updates[0].date: 2014 is not a day; write YYYY-MM-DD, YYYY-MM or YYYY',
    ],

    [(json) => (json.stories[0].seat = '12/8'), `stories[0].seat: "12/8" ${CODE}`],
    [(json) => (json.stories[0].seat = '12-8'), `stories[0].seat: "12-8" ${CODE}`],
    [(json) => (json.stories[0].seat = 1234), `stories[0].seat: 1234 ${CODE}`],

    [
      (json) => (json.venue = 15086),
      'venue: 15086 is not a venue; write a name, {"kind": "arena"}, or {"name", "blocks"}',
    ],
    [
      (json) => (json.venue = { kind: 'arena', capacity: '15086' }),
      'venue.capacity: "15086" is not a whole number from 20 to 1000000',
    ],
    [
      (json) => (json.venue = { kind: 'arena', seats: 1 }),
      'venue.seats: unknown key; allowed are kind, capacity',
    ],
    [
      (json) => (json.venue = { kind: 'square', capacity: 19 }),
      'venue.capacity: 19 is not a whole number from 20 to 1000000',
    ],
    [
      (json) => (json.venue = { kind: 'square', capacity: 5_000_000 }),
      'venue.capacity: 5000000 is not a whole number from 20 to 1000000',
    ],
    [
      (json) => (json.venue = 'stadium'),
      'venue: "stadium" is not one of arena, hemicycle, amphitheatre, square',
    ],
    [
      (json) => (json.venue = { kind: 'stadium' }),
      'venue.kind: "stadium" is not one of arena, hemicycle, amphitheatre, square',
    ],
    [
      (json) => (json.venue = { kind: 'square', wedges: 5 }),
      'venue.wedges: unknown key; allowed are kind, capacity',
    ],
    [
      (json) => (json.venue = { kind: 'hemicycle', wedges: 0 }),
      'venue.wedges: 0 is not a whole number from 1 to 60',
    ],
    [
      (json) =>
        (json.venue = {
          name: 'Hall',
          blocks: ['A', 'A'].map((label) => ({ label, rows: [{ label: '1', seats: [[0, 0]] }] })),
        }),
      'venue.blocks[1].label: "A" occurs twice; labels beside each other must differ',
    ],
    [
      (json) =>
        (json.venue = {
          name: 'Hall',
          blocks: [{ label: 'A', rows: ['1', '1'].map((label) => ({ label, seats: [[0, 0]] })) }],
        }),
      'venue.blocks[0].rows[1].label: "1" occurs twice; labels beside each other must differ',
    ],
    ...(
      [
        [
          { shape: 'star', role: 'stage' },
          ': {"shape":"star","role":"stage"} is not a shape; its "shape" is polygon, circle or arc',
        ],
        [
          { shape: 'circle', role: 'ice', at: [0, 0], radius: 5 },
          '.role: "ice" is not one of ground, floor, stage, step, mark, line, wall, lamp',
        ],
        [{ shape: 'circle', role: 'stage', at: [0, 0] }, '.radius: is missing'],
      ] as const
    ).map(([shape, rest]): [(json: ReturnType<typeof sampleJson>) => void, string] => [
      (json) =>
        (json.venue = {
          name: 'Hall',
          blocks: [{ label: 'A', rows: [{ label: '1', seats: [[0, 0]] }] }],
          scenery: [shape],
        }),
      `venue.scenery[0]${rest}`,
    ]),
    [(json) => (json.venue = { name: 'Hall', blocks: [] }), 'venue.blocks: [] needs at least one block'],
    [
      (json) => (json.venue = { name: 'Hall', blocks: [{ label: 'A', rows: [] }] }),
      'venue.blocks[0].rows: [] needs at least one row',
    ],
    [
      (json) =>
        (json.venue = { name: 'Hall', blocks: [{ label: 'A-1', rows: [{ label: '1', seats: [[0, 0]] }] }] }),
      'venue.blocks[0].label: "A-1" is not a label; use 1 to 12 letters or digits, with single spaces between words and without "-"',
    ],
    [
      (json) =>
        (json.venue = { name: 'Hall', blocks: [{ label: 'A', rows: [{ label: '1', seats: [[0, '1']] }] }] }),
      'venue.blocks[0].rows[0].seats[0][1]: "1" is not a number',
    ],
    [
      (json) =>
        (json.venue = { name: 'Hall', blocks: [{ label: 'A', rows: [{ label: '1', seats: [[0, 0, 0]] }] }] }),
      'venue.blocks[0].rows[0].seats[0][2]: 0 is not a place; write [x, y], two numbers',
    ],

    [
      (json) => (json.fields[0].name = 'Given name'),
      'fields[0].name: "Given name" is not the name of a field; use a-z, 0-9 and _, a letter first, at most 32',
    ],
    [
      (json) => (json.fields[0].name = '__proto__'),
      'fields[0].name: "__proto__" is not the name of a field; use a-z, 0-9 and _, a letter first, at most 32',
    ],
    [
      (json) => (json.fields[0].name = 'constructor'),
      'fields[0].name: "constructor" is a reserved word; use another',
    ],
    [
      (json) => (json.fields[0].type = 'date'),
      'fields[0].type: "date" is not one of text, email, tel, country, postcode, choice, checkbox, textarea, hidden',
    ],
    [(json) => (json.fields[0].required = 'yes'), 'fields[0].required: "yes" must be true or false'],
    [(json) => (json.fields[0].maxLength = 0), `fields[0].maxLength: 0 ${WHOLE}`],
    [
      (json) => (json.fields[0].seenBy = ['everybody']),
      'fields[0].seenBy[0]: "everybody" is not one of team, target, public',
    ],
    [
      (json) => delete json.fields[2].options,
      'fields[2].options: is missing; a choice needs options, like [{"value": "yes", "label": "Yes"}]',
    ],
    [
      (json) => (json.fields[2].options = []),
      'fields[2].options: is missing; a choice needs options, like [{"value": "yes", "label": "Yes"}]',
    ],

    [
      (json) => (json.consents[0].organiser = 'nobody'),
      'consents[0].organiser: "nobody" is not the id of an organiser; use example-ngo',
    ],
    [(json) => (json.consents[0].text = ''), 'consents[0].text: "" must be a text that is not empty'],
    [
      (json) => (json.consents[0].text = '\u{1F64B}'.repeat(2001)),
      `consents[0].text: ${JSON.stringify('\u{1F64B}'.repeat(2001)).slice(0, 77)}... is too long; use at most 2000 characters`,
    ],
    [
      (json) => (json.consents[0].version = 'v'.repeat(65)),
      `consents[0].version: "${'v'.repeat(65)}" is too long; use at most 64 characters`,
    ],
    [
      (json) =>
        (json.consents = Array.from({ length: 21 }, (_, i) => ({ ...json.consents[0], purpose: `p${i}` }))),
      `consents: ${JSON.stringify([{ ...sampleJson()['consents'][0], purpose: 'p0' }]).slice(0, 77)}... has too many entries; use at most 20`,
    ],

    [(json) => (json.goals = [0]), `goals[0]: 0 ${WHOLE}`],
    [(json) => (json.goals = [10.5]), `goals[0]: 10.5 ${WHOLE}`],
    [(json) => (json.goals = [1000, 1000]), 'goals[1]: 1000 must be greater than the goal before it'],
    [(json) => (json.goals = [5000, 1000]), 'goals[1]: 1000 must be greater than the goal before it'],
    [(json) => (json.minimum = -1), 'minimum: -1 is not a whole number from 0 on'],

    [(json) => (json.endpoint = ''), 'endpoint: "" is not an address; write one that begins with https://'],
    [
      (json) => (json.endpoint = 'http://box.example/'),
      'endpoint: "http://box.example/" is not encrypted; write it with https:// (http:// only for localhost)',
    ],
    [
      (json) => (json.endpoint = '//box.example'),
      'endpoint: "//box.example" names another host without a protocol; begin it with https://',
    ],
    [
      (json) => (json.endpoint = { preset: 'box-office', vars: { url: 'https://me:pw@box.example' } }),
      'endpoint.vars.url: "https://…@box.example" contains a user name or a password that everybody who sees the page could use; remove it',
    ],
    [
      (json) => (json.endpoint = { preset: 'box-office' }),
      'endpoint.vars.url: is not an address; write one that begins with https://',
    ],
    [
      (json) => (json.endpoint = 5),
      'endpoint: 5 is not an endpoint; write an address, or {"preset", "vars"}',
    ],
    [
      (json) => (json.endpoint = {}),
      'endpoint.preset: is missing; name one, or write sign, count and seats yourself',
    ],
    [
      (json) => (json.endpoint = { preset: 'proca', vars: { n: [] } }),
      'endpoint.vars.n: [] must be a text, a number, true or false',
    ],
    [(json) => (json.endpoint = { preset: 'proca', sign: 'x' }), 'endpoint.sign: "x" must be an object'],
    [
      (json) => (json.endpoint = { preset: 'proca', sign: { timeoutMs: 60_001 } }),
      'endpoint.sign.timeoutMs: 60001 is not a whole number from 1000 to 60000',
    ],

    [(json) => (json.look = { theme: 'blue' }), 'look.theme: "blue" is not one of auto, light, dark'],
    [
      (json) => (json.look = { tokens: { 'Color Act': 'red' } }),
      'look.tokens["Color Act"]: "Color Act" is not the name of a token; write it without --petition-, in a-z, 0-9 and -',
    ],
    [
      (json) => (json.look = { tokens: { a: 'red; } body { color: blue' } }),
      `look.tokens.a: "red; } body { color: blue" ${TOKEN}`,
    ],
    [
      (json) => (json.look = { tokens: { a: 'URL(https://x.example/)' } }),
      `look.tokens.a: "URL(https://x.example/)" ${TOKEN}`,
    ],
    [(json) => (json.look = { tokens: { a: 'u\\72l(x)' } }), `look.tokens.a: "u\\\\72l(x)" ${TOKEN}`],
    [
      (json) => (json.look = { tokens: { a: 'image-set("x.png" 1x)' } }),
      `look.tokens.a: "image-set(\\"x.png\\" 1x)" ${TOKEN}`,
    ],
    [(json) => (json.look = { tokens: { a: '</style>' } }), `look.tokens.a: "</style>" ${TOKEN}`],
    [(json) => (json.look = { tokens: { a: '@import x' } }), `look.tokens.a: "@import x" ${TOKEN}`],
    [(json) => (json.look = { tokens: { a: '"open' } }), `look.tokens.a: "\\"open" ${TOKEN}`],
    [(json) => (json.look = { tokens: { a: 'calc(1px' } }), `look.tokens.a: "calc(1px" ${TOKEN}`],
    [(json) => (json.look = { tokens: { a: ')(' } }), `look.tokens.a: ")(" ${TOKEN}`],
    [(json) => (json.look = { tokens: { a: 'red /* x' } }), `look.tokens.a: "red /* x" ${TOKEN}`],
    [(json) => (json.look = { tokens: { a: 5 } }), `look.tokens.a: 5 ${TOKEN}`],

    [
      (json) => (json.share = { url: '/sign', text: 'x', channels: ['copy'] }),
      `share.url: "/sign" ${ADDRESS}`,
    ],
    [
      (json) => (json.share = { url: 'https://x.example/', text: 'x', channels: [] }),
      'share.channels: [] needs at least one channel',
    ],
    [
      (json) => (json.share = { url: 'https://x.example/', text: 'x', channels: ['fax'] }),
      'share.channels[0]: "fax" is not one of native, copy, whatsapp, telegram, signal, bluesky, mastodon, email, qr',
    ],
    [
      (json) => (json.share = { url: 'https://x.example/', text: 'x', channels: ['copy', 'copy'] }),
      'share.channels[1]: "copy" occurs twice',
    ],
    [(json) => (json.afterSign = { action: 'go' }), 'afterSign.action: "go" is not one of stay, redirect'],
    [(json) => (json.afterSign = { action: 'redirect' }), 'afterSign.url: is missing'],
    [
      (json) => (json.afterSign = { action: 'redirect', url: 'javascript:x' }),
      `afterSign.url: "javascript:x" ${ADDRESS}`,
    ],
    [(json) => (json.messages = { 'a b': 'x' }), 'messages["a b"]: "a b" is not the key of a message'],
    [(json) => (json.messages = { 'form.sign': 5 }), `messages["form.sign"]: 5 ${TEXT}`],
    [(json) => (json.messages = []), 'messages: [] must be an object'],
    [(json) => (json.sealing = { keys: [] }), 'sealing.keys: [] needs at least one key'],
    [(json) => (json.sealing = true), 'sealing: true must be an object'],
    [
      (json) =>
        (json.sealing = { keys: [{ id: 'k.1', publicKey: PUBLIC_KEY, expires: '2027-01-31T00:00:00Z' }] }),
      'sealing.keys[0].id: "k.1" is not the id of a key; use 1 to 64 letters, digits, - and _',
    ],
    [
      (json) => (json.sealing = { keys: [{ id: 'k1', publicKey: 'AA==', expires: null }] }),
      'sealing.keys[0].publicKey: "AA==" is not a public key; write the 65 bytes of an uncompressed P-256 point as base64url',
    ],
    [
      (json) => (json.sealing = { keys: [{ id: 'k1', publicKey: PUBLIC_KEY, expires: '2027' }] }),
      'sealing.keys[0].expires: "2027" is not an instant in UTC; write it like "2027-01-31T12:00:00Z", or null',
    ],
  ];
  for (const [change, line] of table) {
    it(line, () => {
      expect(complaints(change)).to.deep.equal([line]);
    });
  }

  const wholes: [value: unknown, line: string][] = [
    [undefined, 'is not a campaign document; that is an object'],
    [null, 'null is not a campaign document; that is an object'],
    [5, '5 is not a campaign document; that is an object'],
    ['{}', '"{}" is not a campaign document; that is an object'],
    [[], '[] is not a campaign document; that is an object'],
  ];
  for (const [value, line] of wholes) {
    it(line, () => {
      expect(parseCampaign(value).problems.map(explain)).to.deep.equal([line]);
    });
  }
});

describe('parseCampaign: many mistakes', () => {
  it('are all told, each at its place', () => {
    const lines = complaints((json) => {
      json['state'] = 'shut';
      json['stroies'] = [];
      json['consents'][0].organiser = 'nobody';
      json['goals'] = [10, 5, 0];
      delete json['stories'][0].name;
    });
    expect(lines.map((line) => line.split(':')[0])).to.have.members([
      'state',
      'stroies',
      'consents[0].organiser',
      'goals[1]',
      'goals[2]',
      'stories[0].name',
    ]);
  });

  it('are told up to twenty', () => {
    const lines = complaints((json) => (json['goals'] = Array.from({ length: 100 }, () => -1)));
    expect(lines.length).to.equal(20);
  });

  it('of an empty object are the fourteen keys that it needs', () => {
    expect(parseCampaign({}).problems.every(({ message }) => message === 'is missing')).to.equal(true);
    expect(parseCampaign({}).problems.length).to.equal(14);
  });
});

describe('parseCampaign: hostile keys', () => {
  const table: [json: string, path: string][] = [
    ['{"__proto__": {"grandstand": 1}}', '__proto__'],
    ['{"constructor": {}}', 'constructor'],
    ['{"toString": 1}', 'toString'],
    ['{"title": {"en": "x", "__proto__": {"be": "y"}}}', 'title.__proto__'],
    ['{"messages": {"constructor": "x"}}', 'messages.constructor'],
    ['{"look": {"tokens": {"__proto__": "x"}}}', 'look.tokens.__proto__'],
    ['{"endpoint": {"preset": "x", "vars": {"__proto__": "x"}}}', 'endpoint.vars.__proto__'],
    ['{"stories": [{"__proto__": {"id": "x"}}]}', 'stories[0].__proto__'],
  ];
  for (const [json, path] of table) {
    it(`${json} is refused and changes nothing`, () => {
      const { document, problems } = parseCampaign({ ...sampleJson(), ...JSON.parse(json) });
      const own = parseCampaign(JSON.parse(json));
      expect(document === null || path === '__proto__').to.equal(true);
      expect([...problems, ...own.problems].map((problem) => problem.path)).to.include(path);
      expect(({} as Record<string, unknown>)['grandstand']).to.equal(undefined);
      expect(({} as Record<string, unknown>)['be']).to.equal(undefined);
    });
  }

  it('inherited values are not read as given', () => {
    const json = Object.create(sampleJson()) as unknown;
    expect(parseCampaign(json).document).to.equal(null);
  });

  it('values that are no JSON are told, not thrown', () => {
    const round: Record<string, unknown> = {};
    round['self'] = round;
    for (const value of [round, 5n, Symbol('x'), () => 1, NaN]) {
      expect(() => parseCampaign({ ...sampleJson(), id: value, minimum: value })).not.to.throw();
    }
  });
});
