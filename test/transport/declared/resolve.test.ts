import { expect } from '@open-wc/testing';
import type { EndpointConfig, Preset } from '../../../src/model/endpoint.js';
import { explain } from '../../../src/model/problem.js';
import { readEndpoint } from '../../../src/transport/declared/resolve.js';

const preset: Preset = {
  vars: {
    site: { what: 'the address of the service', example: 'https://ngo.example', site: true },
    form: { what: 'the number of the form', example: '7', pattern: '\\d+', optional: true },
  },
  sign: {
    url: '{site}/f/{form}',
    body: { a: '$email', 'input_{form}': '$comment' },
    idempotency: { field: 'k{form}' },
    response: { success: { path: 'ok', matches: '^{form}$' }, duplicate: { path: 'e[f={form}]' } },
  },
  count: { url: '{site}/count', path: 'n', offset: 0 },
};
const vars = { site: 'https://ngo.example/cms/', form: '7' };
const read = (config: EndpointConfig) => readEndpoint(config, preset);
const said = (config: unknown, of: Preset | null = null): string[] =>
  readEndpoint(config as EndpointConfig, of).problems.map(explain);

describe('readEndpoint', () => {
  it('fills variables in: an address at the start as it is, elsewhere encoded; in rules, keys and patterns', () => {
    const { endpoint, problems } = read({ vars });
    expect(problems).to.deep.equal([]);
    expect(endpoint!.sign).to.deep.include({
      urls: ['https://ngo.example/cms/f/7'],
      body: { a: '$email', input_7: '$comment' },
      idempotency: { field: 'k7' },
      response: { success: { path: 'ok', matches: '^7$' }, duplicate: { path: 'e[f=7]' } },
    });
  });

  it('leaves out what depends on a variable that is empty', () => {
    const { endpoint } = read({ vars: { site: vars.site } });
    expect(endpoint!.sign).to.deep.include({ body: { a: '$email' }, idempotency: false });
    // Neither found nor matched.
    expect(endpoint!.sign!.response).to.deep.equal({
      success: { path: 'ok', matches: '(?!)' },
      duplicate: { path: 'header:' },
    });
  });

  it("lays the author's words upon the preset: objects key by key, bodies and rules as a whole, null takes away", () => {
    const { endpoint } = read({
      vars,
      sign: { body: { b: 1 }, timeoutMs: 5000, response: { duplicate: { status: 409 } } },
      count: null,
    });
    expect(endpoint!.sign).to.deep.include({ body: { b: 1 }, timeoutMs: 5000 });
    expect(endpoint!.sign!.response).to.deep.equal({
      success: { path: 'ok', matches: '^7$' },
      duplicate: { status: 409 },
    });
    expect(endpoint!.count).to.equal(undefined);
  });

  it('sets a map into the body', () => {
    const { endpoint } = read({ vars, sign: { map: { email: 'person.mails.0.address' } } });
    expect(endpoint!.sign!.body).to.deep.equal({
      a: '$email',
      input_7: '$comment',
      person: { mails: [{ address: '$field.email' }] },
    });
  });

  it('reports a summand of the count at its own place, also behind one that an empty variable switches off', () => {
    const { problems } = read({
      vars: { site: vars.site },
      count: [{ url: '{site}/{form}' }, { url: '{site}/b', offset: 0.5 }],
    });
    expect(problems.map(({ path }) => path)).to.deep.equal(['endpoint.count[1].offset']);
  });

  it('lets nothing reach the prototype of all objects', () => {
    const config = JSON.parse(
      '{"sign":{"url":"https://ngo.example/","body":{"__proto__":{"x":1}},"map":{"email":"__proto__.x"}}}',
    ) as EndpointConfig;
    readEndpoint(config, null);
    expect(({} as Record<string, unknown>)['x']).to.equal(undefined);
  });

  const site = 'the address of the service, like "https://ngo.example"';
  const rows: [config: unknown, sentence: string, of?: Preset][] = [
    [{}, `endpoint.vars.site: is missing; ${site}`, preset],
    [
      { vars: { site: 'ngo.example' } },
      'endpoint.vars.site: "ngo.example" is not a whole address; write one that begins with https://: the address of the service, like "https://ngo.example"',
      preset,
    ],
    [
      { vars: { ...vars, form: 'x' } },
      'endpoint.vars.form: "x" is not the number of the form; it looks like "7"',
      preset,
    ],
    [
      { vars: { ...vars, from: 1 } },
      'endpoint.vars.from: 1 is not a variable of this preset; it has site, form',
      preset,
    ],
    [
      { sign: { url: 'http://ngo.example/' } },
      'endpoint.sign.url: "http://ngo.example/" is not encrypted; write it with https:// (http:// only for localhost)',
    ],
    [
      { sign: { url: '/sign' } },
      'endpoint.sign.url: "/sign" is not a whole address; write one that begins with https://',
    ],
    [
      { sign: { url: 'https://a:b@ngo.example/' } },
      'endpoint.sign.url: "https://…@ngo.example/" contains a user name or a password that everybody who sees the page could use; remove it',
    ],
    [
      { sign: { url: 'https://ngo.example/{x}' } },
      'endpoint.sign.url: "{x}" is not a variable; define it in vars, like {"x": "..."}',
    ],
    [
      { sign: { urls: ['https://a.example/', 'https://b.example/'] } },
      'endpoint.sign.urls: 2 addresses need sign.idempotency: a signature whose answer was lost would be counted twice',
    ],
    [
      { sign: { url: 'https://ngo.example/', response: { duplicate: { path: 'm', matches: '(' } } } },
      'endpoint.sign.response.duplicate.matches: "(" is not a regular expression',
    ],
    [
      { sign: { url: 'https://ngo.example/', timeoutMs: 1 } },
      'endpoint.sign.timeoutMs: 1 is not a usable timeout; write 1000 to 60000 ms',
    ],
    [{ sign: 'x' }, 'endpoint.sign: "x" must be an object'],
    [
      { sign: { url: 'https://ngo.example/', encoding: 'xml' } },
      'endpoint.sign.encoding: "xml" is not one of json, form, multipart, graphql',
    ],
    [
      { sign: { url: 'https://ngo.example/', method: 'post' } },
      'endpoint.sign.method: "post" is not one of POST, PUT, PATCH',
    ],
    [
      { count: { url: 'https://ngo.example/', method: 'QUERY' } },
      'endpoint.count.method: "QUERY" is not one of GET, POST',
    ],
    [
      { seats: { url: 'https://ngo.example/', format: 'csv' } },
      'endpoint.seats.format: "csv" is not one of occupancy, list',
    ],
    [
      { sign: { url: 'https://ngo.example/', response: { fields: { pattern: '(' } } } },
      'endpoint.sign.response.fields.pattern: "(" is not a regular expression',
    ],
    [
      { count: { url: 'https://ngo.example/', offset: 1.5 } },
      'endpoint.count.offset: 1.5 is not a whole number',
    ],
  ];
  for (const [config, sentence, of] of rows)
    it(sentence.slice(0, 90), () => expect(said(config, of)).to.include(sentence));

  const url = 'https://ngo.example/';
  for (const [key, value] of [
    ['encoding', 'xml'],
    ['method', 'GET'],
    ['method', 7],
    ['mode', 'same-origin'],
    ['arrays', 'comma'],
    ['nesting', ['json']],
  ] as const)
    it(`sends nothing where ${key} is ${JSON.stringify(value)}`, () => {
      const { endpoint, problems } = readEndpoint({ sign: { url, [key]: value } } as EndpointConfig, null);
      expect(endpoint!.sign).to.equal(undefined);
      expect(problems.map(({ path }) => path)).to.deep.equal([`endpoint.sign.${key}`]);
    });
  it('takes null for a key that is absent', () => {
    const config = {
      sign: { url, encoding: null, method: null, timeoutMs: null },
    } as unknown as EndpointConfig;
    const { endpoint, problems } = readEndpoint(config, null);
    expect(problems).to.deep.equal([]);
    expect(endpoint!.sign).to.deep.equal({ urls: [url], idempotency: false });
  });

  it('allows http on this very machine', () =>
    expect(said({ sign: { url: 'http://localhost:1880/sign' } })).to.deep.equal([]));
});

describe('secrets in a page', () => {
  const sign = { url: 'https://ngo.example/' };
  const refused: [what: string, config: unknown][] = [
    ['an Authorization header', { sign: { ...sign, headers: { Authorization: 'anything' } } }],
    ['an OSDI token', { sign: { ...sign, headers: { 'OSDI-API-Token': 'abc' } } }],
    ['an api-key header', { sign: { ...sign, headers: { 'api-key': 'abc' } } }],
    ['a header x-api-key', { count: { ...sign, headers: { 'X-Api-Key': 'abc' } } }],
    ['a cookie', { sign: { ...sign, headers: { Cookie: 'a=b' } } }],
    ['a key in a query', { count: { ...sign, query: { api_key: 'abc' } } }],
    ['a key in an address', { count: { url: 'https://ngo.example/?access_token=abc' } }],
    ['a key of Brevo', { preset: 'webhook', vars: { x: 'xkeysib-0123456789abcdef0123456789' } }],
    [
      'a token of HubSpot',
      { sign: { ...sign, body: { t: 'pat-eu1-01234567-89ab-cdef-0123-456789abcdef' } } },
    ],
    ['a key of Mailchimp', { vars: { x: '0123456789abcdef0123456789abcdef-us12' } }],
    [
      'a secret key of Supabase',
      { allowPublicCredential: true, sign: { ...sign, headers: { apikey: 'sb_secret_0123456789' } } },
    ],
    [
      'the service_role key of Supabase',
      {
        allowPublicCredential: true,
        vars: { x: `eyJhbGciOiJIUzI1NiJ9.${btoa('{"role":"service_role"}').replace(/=+$/, '')}.c2ln` },
      },
    ],
    [
      'a bearer token',
      { allowPublicCredential: true, sign: { ...sign, headers: { 'X-Whatever': 'Bearer abc' } } },
    ],
  ];
  for (const [what, config] of refused) {
    it(`${what} is refused, and not repeated`, () => {
      const { endpoint, problems } = readEndpoint(config as EndpointConfig, null);
      expect(endpoint).to.equal(null);
      expect(problems[0]!.message).to.contain('must not be in a page');
      expect(problems[0]!.value).to.equal(null);
    });
  }

  it('a key that everybody may know is let through where the author says so', () => {
    const config = {
      allowPublicCredential: true,
      sign: { ...sign, headers: { apikey: 'sb_publishable_abc' } },
    };
    expect(readEndpoint(config, null).endpoint).not.to.equal(null);
  });

  it('a header that carries no secret is no problem', () =>
    expect(
      said({ sign: { ...sign, headers: { Prefer: 'return=minimal', Accept: 'application/json' } } }),
    ).to.deep.equal([]));
});
