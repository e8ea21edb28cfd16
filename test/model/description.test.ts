import { expect } from '@open-wc/testing';
import type { EndpointConfig } from '../../src/model/endpoint.js';
import { explain } from '../../src/model/problem.js';
import { validateDescription } from '../../src/model/schema/schema.js';
import { loadPreset, PRESETS } from '../../src/transport/declared/presets.js';
import { chance } from '../support/chance.js';
import { sampleDocument } from '../support/samples.js';

const document = sampleDocument() as never as Parameters<typeof validateDescription>[1]['document'];
const url = 'https://ngo.example/sign';
const told = (config: unknown, variables: readonly string[] | null = ['token', 'petition']): string[] =>
  validateDescription(config as EndpointConfig, { document, variables }).map(explain);
const bare = (config: unknown): string[] =>
  validateDescription(config as EndpointConfig, { document: null, variables: null }).map(explain);
const body = (template: unknown): object => ({ sign: { url, body: template } });
const rule = (success: unknown): object => ({ sign: { url, response: { success } } });

describe('what is told of a description', () => {
  const rows: [config: object, ...sentences: string[]][] = [
    // References, whole and inside a text.
    [body({ a: '$emial' }), 'endpoint.sign.body.a: "$emial" is not a reference; did you mean "$email"?'],
    [
      body({ a: [{ b: '$field.emial' }] }),
      'endpoint.sign.body.a[0].b: "$field.emial" is not a reference; did you mean "$field.email"?',
    ],
    [
      body({ a: { $: '$seat.cod' } }),
      'endpoint.sign.body.a.$: "$seat.cod" is not a reference; did you mean "$seat.code"?',
    ],
    [
      body({ a: '$page.orign' }),
      'endpoint.sign.body.a: "$page.orign" is not a reference; did you mean "$page.origin"?',
    ],
    [
      body({ a: '$var.tokn' }),
      'endpoint.sign.body.a: "$var.tokn" is not a reference; did you mean "$var.token"?',
    ],
    [
      body({ a: { $json: { b: '$locael' } } }),
      'endpoint.sign.body.a.$json.b: "$locael" is not a reference; did you mean "$locale"?',
    ],
    [
      body({ a: { $: '$email', default: '$emial' } }),
      'endpoint.sign.body.a.default: "$emial" is not a reference; did you mean "$email"?',
    ],
    [
      body({ a: 'Dear $given_name' }),
      'endpoint.sign.body.a: "Dear $given_name" contains $given_name, which is sent unchanged; a reference is the whole text: "$given_name"',
    ],
    [
      body({ a: 'Dear $given_nam!' }),
      'endpoint.sign.body.a: "Dear $given_nam!" contains $given_nam, which is sent unchanged; a reference is the whole text: "$given_name"',
    ],
    [
      { sign: { url, headers: { 'X-Form': 'Form $tokn' } } },
      'endpoint.sign.headers.X-Form: "Form $tokn" contains $tokn, which is sent unchanged; write the variable as {token}',
    ],
    [
      { sign: { url: 'https://x.example/$petiton/' } },
      'endpoint.sign.url: "https://x.example/$petiton/" contains $petiton, which is sent unchanged; write the variable as {petition}',
    ],
    [
      { count: { urls: ['https://x.example/?f=$emial'] } },
      'endpoint.count.urls[0]: "https://x.example/?f=$emial" contains $emial, which is sent unchanged; $email has a value in templates only; give what belongs here in vars, and write it as {name}',
    ],
    [
      { vars: { token: '$tokem' }, sign: { url } },
      'endpoint.vars.token: "$tokem" contains $tokem, which is sent unchanged; write the variable as {token}',
    ],
    [
      { sign: { url, idempotency: { field: 'data.$kind' } } },
      'endpoint.sign.idempotency.field: "data.$kind" contains $kind, which is sent unchanged; give what belongs here in vars, and write it as {name}',
    ],
    [
      {
        sign: {
          url,
          graphql: { query: 'mutation($d: In) { a(d: $d) }', variables: { d: '$emial' } },
          encoding: 'graphql',
        },
      },
      'endpoint.sign.graphql.variables.d: "$emial" is not a reference; did you mean "$email"?',
    ],
    [
      rule({ path: 'key', equals: '$idempotencykey' }),
      'endpoint.sign.response.success.equals: "$idempotencykey" is not a reference; did you mean "$idempotencyKey"?',
    ],
    [
      { sign: { url, query: { a: '$email' } } },
      'endpoint.sign.query.a: "$email" has no value here; requests that read, and queries, have only $petition, $locale, $var.token, $var.petition',
    ],
    [
      { seats: { url, method: 'POST', body: { a: '$rest', b: { $rest: true } } } },
      'endpoint.seats.body.a: "$rest" has no value here; requests that read, and queries, have only $petition, $locale, $var.token, $var.petition',
      'endpoint.seats.body.b.$rest: true has no value here: a request that reads has no fields',
    ],
    [
      { sign: { url, map: { emial: 'a.b' } } },
      'endpoint.sign.map.emial: "emial" is not a field of the campaign; did you mean "email"?',
    ],
    [
      body({ $rest: true, except: ['emial'] }),
      'endpoint.sign.body.except[0]: "emial" is not a field of the campaign; did you mean "email"?',
    ],
    [body({ $rset: true }), 'endpoint.sign.body.$rset: true unknown key; did you mean $rest?'],
    // Shapes of templates.
    [body({ a: { $: 7 } }), 'endpoint.sign.body.a.$: 7 must be a reference, like "$email"'],
    [
      body({ a: { $: '$email', as: 'integer', part: 'middle', keepEmpty: 1, ture: 'on' } }),
      'endpoint.sign.body.a.ture: "on" unknown key; did you mean true?',
      'endpoint.sign.body.a.as: "integer" is not one of string, number, boolean, json',
      'endpoint.sign.body.a.part: "middle" is not one of first, last',
      'endpoint.sign.body.a.keepEmpty: 1 must be true or false',
    ],
    [
      body({ $rest: 'yes' }),
      'endpoint.sign.body.$rest: "yes" must be true, or a list of the fields that are left out',
    ],
    // Rules at any depth.
    [
      rule({ any: [{ pth: 'a' }] }),
      'endpoint.sign.response.success.any[0].pth: "a" unknown key; did you mean path?',
      'endpoint.sign.response.success.any[0]: {"pth":"a"} never holds; it needs one of status, path, redirected, any, all, not',
    ],
    [rule({ all: { path: 'a' } }), 'endpoint.sign.response.success.all: {"path":"a"} must be a list'],
    [
      rule({ not: { status: '4' } }),
      'endpoint.sign.response.success.not.status: "4" must be a status, like 409 or "2xx"',
    ],
    [rule({ any: [7] }), 'endpoint.sign.response.success.any[0]: 7 must be an object'],
    [
      rule({ all: [{ path: 7, matches: ['x'], exists: 'no' }] }),
      'endpoint.sign.response.success.all[0].path: 7 must be a text',
      'endpoint.sign.response.success.all[0].matches: ["x"] must be a text',
      'endpoint.sign.response.success.all[0].exists: "no" must be true or false',
    ],
    [
      rule({ redirected: true }),
      'endpoint.sign.response.success.redirected: true never holds here: whether anything was stored is unknown; write it in assumed',
    ],
    [
      { sign: { url, response: { duplicate: { any: [{ redirected: true }] } } } },
      'endpoint.sign.response.duplicate.any[0].redirected: true never holds here: whether anything was stored is unknown; write it in assumed',
    ],
    [
      { sign: { url, response: { assumed: { status: 303, redirected: true } } } },
      'endpoint.sign.response.assumed.redirected: true never holds together with status or path: nothing else of a redirect can be read; remove them',
    ],
    // Patterns and paths.
    [
      { count: { url, pattern: '\\d+ people' } },
      'endpoint.count.pattern: "\\\\d+ people" has no group, so it yields no number; put brackets around the number',
    ],
    [
      { sign: { url, response: { fields: { pattern: 'error: (?:.*)' } } } },
      'endpoint.sign.response.fields.pattern: "error: (?:.*)" has no group, so it names no field; write (?<name>...) and (?<message>...)',
    ],
    [
      rule({ path: 'm.$jsn.email' }),
      'endpoint.sign.response.success.path: "m.$jsn.email" contains $jsn, which is not a step of a path; did you mean $json?',
    ],
    [
      { count: { url, body: { a: 1 } } },
      'endpoint.count.body: {"a":1} is not sent by GET; add "method": "POST"',
    ],
    // Wrong types and keys anywhere.
    [{ sign: { url: 7 } }, 'endpoint.sign.url: 7 must be a text that is not empty'],
    [{ sign: { url, headers: ['a'] } }, 'endpoint.sign.headers: ["a"] must be an object'],
    [
      { sign: { url, response: { message: 'error' } } },
      'endpoint.sign.response.message: "error" must be a list',
    ],
    [{ count: { url, offset: '7' } }, 'endpoint.count.offset: "7" is not a whole number'],
    [{ sing: { url } }, 'endpoint.sing: unknown key; did you mean sign?'],
    [{ seats: { url, fromat: 'list' } }, 'endpoint.seats.fromat: unknown key; did you mean format?'],
    [
      { sign: { url, response: { sucess: {} } } },
      'endpoint.sign.response.sucess: unknown key; did you mean success?',
    ],
    [
      { sign: { url, encoding: 'xml' } },
      'endpoint.sign.encoding: "xml" is not one of json, form, multipart, graphql',
    ],
  ];
  for (const [config, ...sentences] of rows)
    it(sentences[0]!.slice(0, 110), () => {
      const lines = told(config);
      for (const sentence of sentences) expect(lines).to.include(sentence);
      // Each only once, and nothing else.
      expect(new Set(lines.map((line) => line.split(': ')[0])).size).to.equal(lines.length);
      expect(
        lines.filter((line) => !sentences.includes(line) && !/preset: is missing/.test(line)),
      ).to.deep.equal([]);
    });

  const fine: [what: string, config: object][] = [
    [
      'every reference',
      body([
        '$email',
        '$field.email',
        '$name',
        '$seat',
        '$seat.code',
        '$consents',
        '$locale',
        '$petition',
        '$story',
        '$idempotencyKey',
        '$utm.source',
        '$page.title',
        '$var.token',
      ]),
    ],
    [
      'a usual field that this campaign lacks',
      body({ a: '$phone', b: { $: '$comment', as: 'json', default: 'none' } }),
    ],
    ['texts with a dollar sign', body({ a: '$$email', b: 'US$ 5', c: '$5', d: 'A$AP', e: 'win $cash' })],
    [
      'OData in an address and a query',
      { count: { url: 'https://x.example/People/$count?$filter=a', query: { $top: 1, $filter: 'a' } } },
    ],
    ['keys of a service with a dollar sign', rule({ path: 'a.$oid', equals: 'b' })],
    [
      'the dollar signs of GraphQL and of patterns',
      {
        sign: { url, encoding: 'graphql', graphql: { query: '($email: String, $emial: X)' } },
        count: { url, pattern: '^(\\d+)$' },
      },
    ],
    [
      'a redirect in assumed',
      { sign: { url, response: { assumed: { any: [{ status: 202 }, { redirected: true }] } } } },
    ],
  ];
  for (const [what, config] of fine) it(`nothing: ${what}`, () => expect(told(config)).to.deep.equal([]));

  it('takes any bare name for a field where no document is known, but not one that is nearly another word', () => {
    expect(bare(body({ a: '$motto', b: '$consent.anything', c: '$field.x', d: '$var.y' }))).to.deep.equal([]);
    expect(bare(body({ a: '$idempotencyKay' }))).to.deep.equal([
      'endpoint.sign.body.a: "$idempotencyKay" is not a reference; did you mean "$idempotencyKey"?',
    ]);
  });

  it('finds a misspelt reference wherever it stands, once', () => {
    const random = chance(9);
    const places = ['body', 'query', 'equals', 'variables', 'url', 'header', 'text'] as const;
    for (let run = 0; run < 200; run++) {
      // One letter of a known name is doubled.
      const names = [
        'email',
        'given_name',
        'seat.code',
        'petition',
        'locale',
        'idempotencyKey',
        'page.origin',
      ];
      const name = names[Math.floor(random() * names.length)]!;
      const at = 1 + Math.floor(random() * (name.length - 1));
      const wrong = `$${name.slice(0, at)}x${name.slice(at)}`;
      const deep = (value: unknown): unknown => {
        let nested = value;
        for (let depth = Math.floor(random() * 6); depth > 0; depth--)
          nested = random() < 0.5 ? { k: nested, c: 'constant' } : ['constant', nested];
        return nested;
      };
      const place = places[run % places.length]!;
      const config = {
        body: body({ a: deep(wrong) }),
        text: body({ a: deep(`text ${wrong} text`) }),
        query: { sign: { url, query: { a: deep(wrong) } } },
        equals: rule({ path: 'a', equals: wrong }),
        variables: { count: { url, graphql: { query: 'q', variables: { a: deep(wrong) } } } },
        url: { sign: { url: `https://x.example/${wrong}/` } },
        header: { sign: { url, headers: { 'X-A': `a ${wrong}` } } },
      }[place];
      const lines = told(config);
      expect(lines, `${place} ${wrong}`).to.have.length(1);
      expect(lines[0]).to.contain(wrong);
    }
  });

  it('no preset has a mistake of its own', async () => {
    for (const name of PRESETS) {
      const { vars, sign, count, seats } = (await loadPreset(name))!;
      const own = JSON.parse(JSON.stringify({ sign, count, seats })) as EndpointConfig;
      const problems = validateDescription(own, {
        document: null,
        variables: Object.keys(vars),
      });
      expect(
        problems.map(explain).filter((line) => !/preset: is missing/.test(line)),
        name,
      ).to.deep.equal([]);
    }
  });

  it('any JSON at all is judged without throwing', () => {
    const random = chance(13);
    const any = (depth = 0): unknown => {
      const pick = Math.floor(random() * (depth > 4 ? 5 : 8));
      const texts = ['$email', '$', '$$', '__proto__', '$rest', 'a $email', '{x}', '(', 'https://$count'];
      if (pick < 3) return texts[Math.floor(random() * texts.length)];
      if (pick < 5) return [null, true, 7, NaN, undefined][Math.floor(random() * 5)];
      if (pick === 5) return [any(depth + 1), any(depth + 1)];
      const keys = ['$', '$rest', '$json', 'any', 'not', 'path', 'as', 'constructor', 'a'];
      return Object.fromEntries([0, 1].map(() => [keys[Math.floor(random() * keys.length)], any(depth + 1)]));
    };
    for (let run = 0; run < 500; run++)
      told({
        vars: any(),
        sign:
          run % 2
            ? any()
            : {
                url: any(),
                body: any(),
                map: any(),
                query: any(),
                response: { success: any(), fields: any() },
              },
        count: any(),
        seats: any(),
      });
    let deep: unknown = {};
    for (let i = 0; i < 200; i++) deep = { not: deep };
    expect(told(rule(deep)).join()).to.contain('is nested deeper');
  });
});
