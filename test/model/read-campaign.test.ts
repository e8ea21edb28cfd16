import { expect } from '@open-wc/testing';
import { explain, shortJson } from '../../src/model/problem.js';
import { readCampaign } from '../../src/model/read-campaign.js';
import { parseCampaign } from '../../src/model/schema/schema.js';
import { exampleJson, sampleJson } from './samples.js';

const UNUSABLE = 'cannot be used here';

/** Reads a valid document after one change. */
function read(change: (json: ReturnType<typeof sampleJson>) => void) {
  const json = sampleJson();
  change(json);
  const { document, problems } = readCampaign(json);
  return { document, lines: problems.map(explain) };
}

describe('readCampaign', () => {
  it('gives every key, and a default where the document says nothing', () => {
    const least = {
      grandstand: 1,
      id: 'p',
      title: 'T',
      languages: ['en'],
      state: 'open',
      fields: [],
      consents: [],
    };
    expect(readCampaign(least)).to.deep.equal({
      document: {
        grandstand: 1,
        id: 'p',
        title: 'T',
        languages: ['en'],
        ask: '',
        demand: '',
        target: '',
        summary: null,
        notice: null,
        organisers: [],
        state: 'open',
        opens: null,
        closes: null,
        timeZone: null,
        venue: null,
        stories: [],
        fields: [],
        consents: [],
        goals: [],
        milestones: [],
        minimum: null,
        endpoint: null,
        look: null,
        share: null,
        afterSign: { action: 'stay' },
        messages: null,
        sealing: null,
      },
      problems: [],
    });
  });

  it('takes a valid document as it is', () => {
    const json = sampleJson();
    const { document, problems } = readCampaign(json);
    expect(problems).to.deep.equal([]);
    expect(document!.stories[0]).to.deep.include(json['stories'][0]);
    expect(document!.fields[0]).to.deep.include(json['fields'][0]);
    expect(document!.consents).to.deep.equal(
      json['consents'].map((consent: object) => ({ ...consent, mode: null, modeByCountry: null })),
    );
    expect(document).to.deep.include({
      title: json['title'],
      languages: ['en', 'be'],
      goals: [1000, 5000],
      endpoint: '/',
    });
  });

  it('gives back what the strict judge accepts too', () => {
    expect(parseCampaign(readCampaign(sampleJson()).document).problems).to.deep.equal([]);
  });

  it('gives a fresh document: changing it leaves the source alone', () => {
    const json = sampleJson();
    const { document } = readCampaign(json);
    expect(document!.title).not.to.equal(json['title']);
    expect(document!.stories[0]!.portrait).not.to.equal(json['stories'][0].portrait);
    expect(document!.fields[0]!.seenBy).not.to.equal(json['fields'][0].seenBy);
  });

  it('reads the example without a problem', async () => {
    const { document, problems } = readCampaign(await exampleJson());
    expect(problems).to.deep.equal([]);
    expect(document!.stories.length).to.equal(3);
  });

  it('ignores unknown keys without a word', () => {
    const { document, lines } = read((json) => {
      json['stroies'] = [];
      json['stories'][0].colour = 'red';
    });
    expect(lines).to.deep.equal([]);
    expect(document).not.to.have.property('stroies');
    expect(document!.stories[0]).not.to.have.property('colour');
  });
});

describe('readCampaign: no document, one clear problem', () => {
  const table: [what: string, json: unknown, line: string][] = [
    ['undefined', undefined, `undefined ${UNUSABLE}`],
    ['null', null, `null ${UNUSABLE}`],
    ['a number', 5, `5 ${UNUSABLE}`],
    ['a text', 'x', `"x" ${UNUSABLE}`],
    ['a list', [1], `[1] ${UNUSABLE}`],
    ['an empty object', {}, 'grandstand: is missing'],
    ['another version', { ...sampleJson(), grandstand: 2 }, `grandstand: 2 ${UNUSABLE}`],
    ['no id', { ...sampleJson(), id: undefined }, 'id: is missing'],
    ['an empty id', { ...sampleJson(), id: '' }, `id: "" ${UNUSABLE}`],
    ['an id that is a number', { ...sampleJson(), id: 7 }, `id: 7 ${UNUSABLE}`],
    ['an id with a slash', { ...sampleJson(), id: 'a/b' }, `id: "a/b" ${UNUSABLE}`],
    ['no title', { ...sampleJson(), title: undefined }, 'title: is missing'],
    ['a title that is null', { ...sampleJson(), title: null }, 'title: is missing'],
    ['a title without a language', { ...sampleJson(), title: {} }, `title: {} ${UNUSABLE}`],
    ['a title that is a list', { ...sampleJson(), title: ['T'] }, `title: ["T"] ${UNUSABLE}`],
  ];
  for (const [what, json, line] of table) {
    it(what, () => {
      const { document, problems } = readCampaign(json);
      expect(document).to.equal(null);
      expect(problems.map(explain)).to.deep.equal([line]);
    });
  }
});

describe('readCampaign: what is broken is left out, with a problem', () => {
  const table: [
    what: string,
    change: (json: ReturnType<typeof sampleJson>) => void,
    path: string,
    rest: unknown,
    line: string,
  ][] = [
    [
      'a story that is none',
      (json) => (json.stories[0] = 'Ada'),
      'stories.0.id',
      'ben',
      `stories[0]: "Ada" ${UNUSABLE}`,
    ],
    [
      'a story that is null',
      (json) => (json.stories[0] = null),
      'stories.0.id',
      'ben',
      `stories[0]: null ${UNUSABLE}`,
    ],
    [
      'a story without a name',
      (json) => delete json.stories[0].name,
      'stories.0.id',
      'ben',
      'stories[0].name: is missing',
    ],
    [
      'a story with a number for an id',
      (json) => (json.stories[0].id = 5),
      'stories.0.id',
      'ben',
      `stories[0].id: 5 ${UNUSABLE}`,
    ],
    [
      'stories that are no list',
      (json) => (json.stories = { id: 'ada' }),
      'stories.length',
      0,
      `stories: {"id":"ada"} ${UNUSABLE}`,
    ],
    [
      'a portrait without its size',
      (json) => delete json.stories[0].portrait.width,
      'stories.0.portrait',
      null,
      'stories[0].portrait.width: is missing',
    ],
    [
      'a portrait that is a script',
      (json) => (json.stories[0].portrait.src = 'javascript:alert(1)'),
      'stories.0.portrait',
      null,
      `stories[0].portrait.src: "javascript:alert(1)" ${UNUSABLE}`,
    ],
    [
      'a portrait that is data',
      (json) => (json.stories[0].portrait.src = 'data:text/html,x'),
      'stories.0.portrait',
      null,
      `stories[0].portrait.src: "data:text/html,x" ${UNUSABLE}`,
    ],
    [
      'a source that is a script',
      (json) => (json.stories[0].sources[0].url = ' java\nscript:alert(1)'),
      'stories.0.sources.length',
      0,
      `stories[0].sources[0].url: " java\\nscript:alert(1)" ${UNUSABLE}`,
    ],
    [
      'a status date that is none',
      (json) => (json.stories[0].statusDate = 'May'),
      'stories.0.statusDate',
      '',
      `stories[0].statusDate: "May" ${UNUSABLE}`,
    ],
    [
      'an update without a date',
      (json) => delete json.stories[0].updates[0].date,
      'stories.0.updates.length',
      0,
      'stories[0].updates[0].date: is missing',
    ],
    [
      'letters without an address',
      (json) => (json.stories[0].letters = { adress: 'Colony 2' }),
      'stories.0.letters',
      null,
      'stories[0].letters.address: is missing',
    ],
    [
      'letters whose address is too long',
      (json) => (json.stories[0].letters = { address: { en: 'Colony 2', be: 'ы'.repeat(401) } }),
      'stories.0.letters',
      null,
      `stories[0].letters.address: ${shortJson({ en: 'Colony 2', be: 'ы'.repeat(401) })} ${UNUSABLE}`,
    ],
    [
      'letters whose advice is not a text, which may say what would harm',
      (json) => (json.stories[0].letters = { address: 'Colony 2', advice: 5 }),
      'stories.0.letters',
      null,
      `stories[0].letters.advice: 5 ${UNUSABLE}`,
    ],
    [
      'a text in one language',
      (json) => (json.title.be = 5),
      'title.be',
      undefined,
      `title.be: 5 ${UNUSABLE}`,
    ],
    ['a goal below 1', (json) => (json.goals = [-5, 10]), 'goals.0', 10, `goals[0]: -5 ${UNUSABLE}`],
    [
      'a minimum that is a text',
      (json) => (json.minimum = '25'),
      'minimum',
      null,
      `minimum: "25" ${UNUSABLE}`,
    ],
    ['a venue that is a number', (json) => (json.venue = 5), 'venue', null, `venue: 5 ${UNUSABLE}`],
    [
      'a theme nobody knows',
      (json) => (json.look = { theme: 'blue' }),
      'look.theme',
      'auto',
      `look.theme: "blue" ${UNUSABLE}`,
    ],
    [
      'a token that fetches something',
      (json) => (json.look = { tokens: { a: 'url(https://spy.example/)', b: 'red' } }),
      'look.tokens.a',
      undefined,
      `look.tokens.a: "url(https://spy.example/)" ${UNUSABLE}`,
    ],
    [
      'a message under a name that leads to the prototype',
      (json) => (json.messages = { constructor: 'x', '1.more': 'B' }),
      'messages.constructor',
      Object,
      `messages.constructor: "x" ${UNUSABLE}`,
    ],
    [
      'a token that is a number',
      (json) => (json.look = { tokens: { a: 1, b: 'red' } }),
      'look.tokens.a',
      undefined,
      `look.tokens.a: 1 ${UNUSABLE}`,
    ],
    [
      'share without an address',
      (json) => (json.share = { text: 'x' }),
      'share',
      null,
      'share.url: is missing',
    ],
    [
      'a channel nobody knows',
      (json) => (json.share = { url: 'https://x.example/', channels: ['fax', 'qr'] }),
      'share.channels.0',
      'qr',
      `share.channels[0]: "fax" ${UNUSABLE}`,
    ],
    [
      'a redirect to a script',
      (json) => (json.afterSign = { action: 'redirect', url: 'javascript:x' }),
      'afterSign.action',
      'stay',
      `afterSign: {"action":"redirect","url":"javascript:x"} ${UNUSABLE}`,
    ],
    [
      'a message that is a number',
      (json) => (json.messages = { a: 5, b: 'B' }),
      'messages.a',
      undefined,
      `messages.a: 5 ${UNUSABLE}`,
    ],
    [
      'an organiser without a name, to whom nobody consents',
      (json) => json.organisers.push({ id: 'friends' }),
      'organisers.length',
      1,
      'organisers[1].name: is missing',
    ],
    [
      'an organiser whose privacy link is a script',
      (json) => (json.organisers[0].privacy = 'javascript:x'),
      'organisers.0.privacy',
      '',
      `organisers[0].privacy: "javascript:x" ${UNUSABLE}`,
    ],
  ];
  for (const [what, change, path, rest, line] of table) {
    it(`${what}: ${path} is ${JSON.stringify(rest)}`, () => {
      const { document, lines } = read(change);
      expect(lines).to.deep.equal([line]);
      const found = path
        .split('.')
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], document);
      expect(found ?? (rest === null ? null : undefined)).to.equal(rest);
    });
  }

  it('addresses that are relative stay so', () => {
    const { document } = read((json) => (json['endpoint'] = '../box'));
    expect(document!.endpoint).to.equal('../box');
    expect(document!.stories[0]!.portrait!.src).to.equal('portraits/ada.svg');
  });
});

const KEY = { id: 'k1', publicKey: `BA${'A'.repeat(85)}`, expires: '2027-01-31T12:00:00Z' };

type Change = (json: ReturnType<typeof sampleJson>) => unknown;

describe('readCampaign: duties fail closed, and the strict judge refuses the same', () => {
  const table: [what: string, change: Change, line: string][] = [
    ['languages are missing', (json) => delete json['languages'], 'languages: is missing'],
    ['there is no language', (json) => (json['languages'] = []), `languages: [] ${UNUSABLE}`],
    [
      'a language is none for Intl',
      (json) => (json['languages'][1] = 'en_US'),
      `languages[1]: "en_US" ${UNUSABLE}`,
    ],
    ['a state nobody knows', (json) => (json['state'] = 'shut'), `state: "shut" ${UNUSABLE}`],
    ['the state is missing', (json) => delete json['state'], 'state: is missing'],
    ['closes is only a month', (json) => (json['closes'] = '2014-05'), `closes: "2014-05" ${UNUSABLE}`],
    [
      'a time zone that is a place',
      (json) => (json['timeZone'] = 'Minsk, Belarus'),
      `timeZone: "Minsk, Belarus" ${UNUSABLE}`,
    ],
    ['a time zone that is a number', (json) => (json['timeZone'] = 3), `timeZone: 3 ${UNUSABLE}`],
    [
      'it closes before it opens',
      (json) => Object.assign(json, { opens: '2014-05-02', closes: '2014-05-01' }),
      'closes: "2014-05-01" is before opens (2014-05-02)',
    ],
    ['a consent has no text', (json) => delete json['consents'][1].text, 'consents[1].text: is missing'],
    [
      'a consent has an empty text',
      (json) => (json['consents'][0].text = { en: ' ' }),
      `consents[0].text: {"en":" "} ${UNUSABLE}`,
    ],
    [
      'a consent is given to nobody',
      (json) => (json['organisers'][0].id = 'friends'),
      'consents: "example-ngo" is not the id of an organiser',
    ],
    [
      'consents are no list',
      (json) => (json['consents'] = { sign: true }),
      `consents: {"sign":true} ${UNUSABLE}`,
    ],
    ['consents are null', (json) => (json['consents'] = null), 'consents: is missing'],
    ['consents are missing', (json) => delete json['consents'], 'consents: is missing'],
    ['fields are no list', (json) => (json['fields'] = 'email'), `fields: "email" ${UNUSABLE}`],
    ['fields are missing', (json) => delete json['fields'], 'fields: is missing'],
    ['a field has no type', (json) => delete json['fields'][2].type, 'fields[2].type: is missing'],
    [
      'a field is of an unknown type',
      (json) => (json['fields'][2].type = 'date'),
      `fields[2].type: "date" ${UNUSABLE}`,
    ],
    [
      'a field has a list for a name',
      (json) => (json['fields'][2].name = ['how']),
      `fields[2].name: ["how"] ${UNUSABLE}`,
    ],
    [
      'a field leads to the prototype',
      (json) => (json['fields'][2].name = 'constructor'),
      `fields[2].name: "constructor" ${UNUSABLE}`,
    ],
    [
      'an audience is unknown',
      (json) => (json['fields'][0].seenBy = ['team', 'all']),
      `fields[0].seenBy[1]: "all" ${UNUSABLE}`,
    ],
    [
      'a limit is no length',
      (json) => (json['fields'][0].maxLength = 0),
      `fields[0].maxLength: 0 ${UNUSABLE}`,
    ],
    [
      'a key of a field is misspelt',
      (json) => (json['fields'][0].requird = true),
      `fields[0].requird: true ${UNUSABLE}`,
    ],
    ['sealing has no key', (json) => (json['sealing'] = { keys: [] }), `sealing.keys: [] ${UNUSABLE}`],
    [
      'a sealing key has another key beside',
      (json) => (json['sealing'] = { keys: [{ ...KEY, secret: 'x' }] }),
      `sealing.keys[0].secret: "x" ${UNUSABLE}`,
    ],
  ];
  for (const [what, change, line] of table) {
    it(`no document where ${what}`, () => {
      const { document, lines } = read(change);
      expect(document).to.equal(null);
      expect(lines[0]).to.equal(line);
      const json = sampleJson();
      change(json);
      expect(parseCampaign(json).document).to.equal(null);
    });
  }

  it('a consent that does not say is required, in both', () => {
    for (const required of [undefined, null]) {
      const json = sampleJson();
      json['consents'][1].required = required;
      if (required === undefined) delete json['consents'][1].required;
      for (const { document } of [readCampaign(json), parseCampaign(json)])
        expect(document!.consents[1]!.required).to.equal(true);
    }
  });

  for (const sealing of [
    '',
    0,
    false,
    true,
    'key',
    5,
    [],
    [KEY],
    {},
    { keys: [] },
    { keys: KEY },
    { keys: [{}] },
  ]) {
    it(`sealing ${JSON.stringify(sealing)} is neither plain nor sealed: no document`, () => {
      const { document, lines } = read((json) => (json['sealing'] = sealing));
      expect(document).to.equal(null);
      expect(lines[0]).to.match(/^sealing/);
      expect(parseCampaign({ ...sampleJson(), sealing }).document).to.equal(null);
    });
  }

  for (const [what, key] of [
    ['a day for an instant', { ...KEY, expires: '2027-01-31' }],
    ['an instant of another zone', { ...KEY, expires: '2027-01-31T12:00:00+01:00' }],
    ['a day that is none', { ...KEY, expires: '2027-02-30T12:00:00Z' }],
    ['a point that is compressed', { ...KEY, publicKey: `A${'A'.repeat(43)}` }],
    ['a public key with padding', { ...KEY, publicKey: `${KEY.publicKey}=` }],
    ['an id with a dot', { ...KEY, id: 'k.1' }],
  ] as const)
    it(`a sealing key with ${what} is none`, () => {
      const sealing = { keys: [key] };
      expect(read((json) => (json['sealing'] = sealing)).document).to.equal(null);
      expect(parseCampaign({ ...sampleJson(), sealing }).document).to.equal(null);
    });

  for (const key of [KEY, { ...KEY, expires: null }, { id: KEY.id, publicKey: KEY.publicKey }])
    it(`sealing with the key ${JSON.stringify(key)} is read, in both`, () => {
      const json = { ...sampleJson(), sealing: { keys: [key] } };
      for (const { document } of [readCampaign(json), parseCampaign(json)])
        expect(document!.sealing!.keys[0]!.publicKey).to.equal(KEY.publicKey);
    });

  it('sealing null is none', () => {
    expect(read((json) => (json['sealing'] = null)).document!.sealing).to.equal(null);
  });

  it('a wish for sealing that is inherited is one', () => {
    for (const sealing of [{ keys: [KEY] }, '']) {
      const json = Object.assign(Object.create({ sealing }) as object, sampleJson());
      const isGood = sealing !== '';
      expect(readCampaign(json).document?.sealing).to.deep.equal(isGood ? { keys: [KEY] } : undefined);
      expect(parseCampaign(json).document?.sealing).to.deep.equal(isGood ? { keys: [KEY] } : undefined);
    }
  });
});

describe('readCampaign: hostile input', () => {
  it('keys that lead to the prototype change nothing', () => {
    const text = JSON.stringify(sampleJson()).replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    );
    const json = JSON.parse(
      text.replace(
        '"title":{',
        '"messages":{"__proto__":{"polluted":"1"},"a":"b"},"look":{"tokens":{"__proto__":"x"}},"title":{"__proto__":"x",',
      ),
    ) as unknown;
    const { document } = readCampaign(json);
    expect(Object.getPrototypeOf(document)).to.equal(Object.prototype);
    for (const part of [document!.messages, document!.look!.tokens, document!.title]) {
      expect(Object.getPrototypeOf(part)).to.equal(Object.prototype);
      expect(Object.keys(part as object)).not.to.include('__proto__');
    }
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('inherited values are not read', () => {
    Object.assign(Object.prototype, { notice: 'polluted' });
    try {
      expect(readCampaign(sampleJson()).document!.notice).to.equal(null);
    } finally {
      delete (Object.prototype as Record<string, unknown>)['notice'];
    }
  });

  const round: unknown[] = [];
  round.push(round);
  const values = [
    undefined,
    null,
    true,
    0,
    -1,
    NaN,
    1e300,
    '',
    'x',
    '\ud800',
    5n,
    Symbol('s'),
    () => 1,
    [],
    [[]],
    {},
    round,
    new Date(NaN),
    Object.create(null),
  ];
  const keys = Object.keys(sampleJson());
  for (const key of [
    ...keys,
    'venue',
    'look',
    'share',
    'afterSign',
    'messages',
    'sealing',
    'opens',
    'minimum',
  ])
    it(`no value of ${key} makes it throw`, () => {
      for (const value of values)
        for (const wrapped of [
          value,
          [value],
          [value, 5],
          { en: value, url: value, action: value, tokens: value, channels: value, keys: [value] },
        ]) {
          readCampaign({ ...sampleJson(), [key]: wrapped });
          parseCampaign({ ...sampleJson(), [key]: wrapped });
        }
    });
  for (const list of ['stories', 'fields', 'consents', 'organisers'])
    it(`no value inside ${list} makes it throw`, () => {
      for (const key of Object.keys(sampleJson()[list][0]))
        for (const value of values) {
          const json = sampleJson();
          json[list][0][key] = value;
          readCampaign(json);
          parseCampaign(json);
        }
    });
});
