import { expect } from '@open-wc/testing';
import { explain } from '../../src/model/problem.js';
import { readCampaign } from '../../src/model/read-campaign.js';
import { parseCampaign } from '../../src/model/schema.js';
import { exampleJson, sampleJson } from './samples.js';

const UNUSABLE = 'cannot be used here';

/** What is read after one change to a valid document. */
function read(change: (json: ReturnType<typeof sampleJson>) => void) {
  const json = sampleJson();
  change(json);
  const { document, problems } = readCampaign(json);
  return { document, lines: problems.map(explain) };
}

describe('readCampaign', () => {
  it('gives every key, and a default where the document says nothing', () => {
    expect(readCampaign({ grandstand: 1, id: 'p', title: 'T' })).to.deep.equal({
      document: {
        grandstand: 1,
        id: 'p',
        title: 'T',
        languages: ['en'],
        ask: '',
        demand: '',
        target: '',
        notice: null,
        organisers: [],
        state: 'open',
        opens: null,
        closes: null,
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
    ['no id', { grandstand: 1, title: 'T' }, 'id: is missing'],
    ['an empty id', { grandstand: 1, id: '', title: 'T' }, `id: "" ${UNUSABLE}`],
    ['an id that is a number', { grandstand: 1, id: 7, title: 'T' }, `id: 7 ${UNUSABLE}`],
    ['no title', { grandstand: 1, id: 'p' }, 'title: is missing'],
    ['a title that is null', { grandstand: 1, id: 'p', title: null }, 'title: is missing'],
    ['a title without a language', { grandstand: 1, id: 'p', title: {} }, `title: {} ${UNUSABLE}`],
    ['a title that is a list', { grandstand: 1, id: 'p', title: ['T'] }, `title: ["T"] ${UNUSABLE}`],
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
      'a field of an unknown type',
      (json) => (json.fields[2].type = 'date'),
      'fields.length',
      2,
      `fields[2].type: "date" ${UNUSABLE}`,
    ],
    [
      'a field whose name is a list',
      (json) => (json.fields[2].name = ['how']),
      'fields.length',
      2,
      `fields[2].name: ["how"] ${UNUSABLE}`,
    ],
    [
      'a field with a hostile name',
      (json) => (json.fields[2].name = '__proto__'),
      'fields.length',
      2,
      `fields[2].name: "__proto__" ${UNUSABLE}`,
    ],
    [
      'an audience nobody knows',
      (json) => (json.fields[0].seenBy = ['team', 'all']),
      'fields.0.seenBy.length',
      1,
      `fields[0].seenBy[1]: "all" ${UNUSABLE}`,
    ],
    [
      'a limit of no letters',
      (json) => (json.fields[0].maxLength = 0),
      'fields.0.maxLength',
      null,
      `fields[0].maxLength: 0 ${UNUSABLE}`,
    ],
    [
      'a consent without a text',
      (json) => delete json.consents[1].text,
      'consents.length',
      1,
      'consents[1].text: is missing',
    ],
    [
      'a language that Intl does not take',
      (json) => (json.languages[1] = 'en_US'),
      'languages.length',
      1,
      `languages[1]: "en_US" ${UNUSABLE}`,
    ],
    [
      'a text in one language',
      (json) => (json.title.be = 5),
      'title.be',
      undefined,
      `title.be: 5 ${UNUSABLE}`,
    ],
    ['a state nobody knows', (json) => (json.state = 'shut'), 'state', 'open', `state: "shut" ${UNUSABLE}`],
    [
      'a day that is only a month',
      (json) => (json.closes = '2014-05'),
      'closes',
      null,
      `closes: "2014-05" ${UNUSABLE}`,
    ],
    ['a goal below 1', (json) => (json.goals = [-5, 10]), 'goals.0', 10, `goals[0]: -5 ${UNUSABLE}`],
    [
      'a minimum that is a text',
      (json) => (json.minimum = '25'),
      'minimum',
      null,
      `minimum: "25" ${UNUSABLE}`,
    ],
    [
      'an endpoint that is a script',
      (json) => (json.endpoint = 'javascript:x'),
      'endpoint',
      null,
      `endpoint: "javascript:x" ${UNUSABLE}`,
    ],
    [
      'an endpoint that is a number',
      (json) => (json.endpoint = 8080),
      'endpoint',
      null,
      `endpoint: 8080 ${UNUSABLE}`,
    ],
    ['an empty endpoint', (json) => (json.endpoint = ''), 'endpoint', null, `endpoint: "" ${UNUSABLE}`],
    ['a venue that is a number', (json) => (json.venue = 5), 'venue', null, `venue: 5 ${UNUSABLE}`],
    [
      'a theme nobody knows',
      (json) => (json.look = { theme: 'blue' }),
      'look.theme',
      'auto',
      `look.theme: "blue" ${UNUSABLE}`,
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
      'an organiser without a name',
      (json) => delete json.organisers[0].name,
      'organisers.length',
      0,
      'organisers[0].name: is missing',
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

describe('readCampaign: it fails closed', () => {
  const table: [what: string, change: (json: ReturnType<typeof sampleJson>) => void, line: string][] = [
    [
      'a required consent without a text',
      (json) => delete json.consents[0].text,
      'consents[0].text: is missing',
    ],
    [
      'a required consent with an empty text',
      (json) => (json.consents[0].text = {}),
      `consents[0].text: {} ${UNUSABLE}`,
    ],
    [
      'a required consent without a purpose',
      (json) => delete json.consents[0].purpose,
      'consents[0].purpose: is missing',
    ],
    ['a required field without a type', (json) => delete json.fields[0].type, 'fields[0].type: is missing'],
    [
      'a required field of an unknown type',
      (json) => (json.fields[1].type = 'e-mail'),
      `fields[1].type: "e-mail" ${UNUSABLE}`,
    ],
    ['a required field without a name', (json) => (json.fields[0].name = null), 'fields[0].name: is missing'],
    [
      'consents that are no list',
      (json) => (json.consents = { sign: true }),
      `consents: {"sign":true} ${UNUSABLE}`,
    ],
    ['fields that are no list', (json) => (json.fields = 'email'), `fields: "email" ${UNUSABLE}`],
  ];
  for (const [what, change, line] of table) {
    it(`with ${what} there is no document`, () => {
      const { document, lines } = read(change);
      expect(document).to.equal(null);
      expect(lines).to.deep.equal([line]);
    });
  }

  it('a word for true makes a field or consent required', () => {
    const { document } = read((json) => (json['consents'][1].required = 'yes'));
    expect(document!.consents[1]!.required).to.equal(true);
  });

  for (const sealing of [{ keys: [] }, {}, true, 'key', 0, false]) {
    it(`sealing ${JSON.stringify(sealing)} stays as it is, so that nothing is sent in plain text`, () => {
      expect(read((json) => (json['sealing'] = sealing)).document!.sealing).to.deep.equal(sealing);
    });
  }

  it('sealing null is none', () => {
    expect(read((json) => (json['sealing'] = null)).document!.sealing).to.equal(null);
  });
});

describe('readCampaign: languages', () => {
  const table: [languages: unknown, title: unknown, expected: string[]][] = [
    [['be', 'en'], 'T', ['be', 'en']],
    [undefined, { be: 'Т', en: 'T' }, ['be']],
    [null, 'T', ['en']],
    [[], { en_US: 'T', cs: 'T' }, ['cs']],
    [['!'], { '!': 'T', de: 'T' }, ['de']],
  ];
  for (const [languages, title, expected] of table) {
    it(`${JSON.stringify(languages)} with the title ${JSON.stringify(title)} are ${expected.join(', ')}`, () => {
      const { document } = read((json) => Object.assign(json, { languages, title }));
      expect(document!.languages).to.deep.equal(expected);
    });
  }
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

  it('no value anywhere makes it throw', () => {
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
    for (const key of Object.keys(sampleJson()).concat(
      'venue',
      'look',
      'share',
      'afterSign',
      'messages',
      'sealing',
      'opens',
      'minimum',
    )) {
      for (const value of values) {
        for (const wrapped of [
          value,
          [value],
          [value, 5],
          { en: value, url: value, action: value, tokens: value, channels: value },
        ]) {
          readCampaign({ ...sampleJson(), [key]: wrapped });
          parseCampaign({ ...sampleJson(), [key]: wrapped });
        }
      }
    }
    for (const list of ['stories', 'fields', 'consents', 'organisers']) {
      for (const key of Object.keys(sampleJson()[list][0])) {
        for (const value of values) {
          const json = sampleJson();
          json[list][0][key] = value;
          readCampaign(json);
          parseCampaign(json);
        }
      }
    }
  });
});
