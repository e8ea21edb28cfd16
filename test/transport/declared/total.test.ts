import { expect } from '@open-wc/testing';
import type { EndpointConfig, ReadyEndpoint } from '../../../src/model/endpoint.js';
import { countInAnswer, decodeSeatList, interpretReply } from '../../../src/transport/declared/decode.js';
import { encodeCount, encodeSigning } from '../../../src/transport/declared/encode.js';
import { readForm } from '../../../src/transport/declared/form.js';
import { loadPreset, PRESETS } from '../../../src/transport/declared/presets.js';
import { readEndpoint } from '../../../src/transport/declared/resolve.js';
import type { TransportReply } from '../../../src/transport/send.js';
import { chance } from '../../support/chance.js';
import { FACTS } from './facts.js';

const TEXTS = [
  '',
  '$email',
  '$$x',
  '$seat',
  '$rest',
  '$',
  '__proto__',
  'constructor',
  'errors',
  'data',
  'email',
  'message',
  'code',
  'signatures',
  'RECORD_NOT_UNIQUE',
  '23505',
  '\u0000',
  '\uD800',
  '(((',
  '[a=b]',
  'header:x',
  '2xx',
  '{url}',
  '<b>no</b>',
  '-1',
  '1e999',
  'https://ngo.example/',
];

function anyJson(random: () => number, depth = 0): unknown {
  const pick = Math.floor(random() * (depth > 4 ? 6 : 9));
  const text = (): string => TEXTS[Math.floor(random() * TEXTS.length)]!;
  switch (pick) {
    case 0:
      return null;
    case 1:
      return random() < 0.5;
    case 2:
      return [0, -1, 1.5, 1e300, 573, Number.MAX_SAFE_INTEGER + 2][Math.floor(random() * 6)];
    case 3:
    case 4:
    case 5:
      return text();
    case 6:
      return Array.from({ length: Math.floor(random() * 4) }, () => anyJson(random, depth + 1));
    default: {
      const entries = Array.from(
        { length: Math.floor(random() * 5) },
        () => [text(), anyJson(random, depth + 1)] as const,
      );
      // As JSON.parse makes it: `__proto__` is an own key.
      return JSON.parse(
        `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`,
      );
    }
  }
}

const RUNS = 400;

function reply(random: () => number): TransportReply {
  const body = random() < 0.1 ? '<!doctype html>' : JSON.stringify(anyJson(random));
  return {
    status: [200, 201, 204, 400, 403, 409, 422, 429, 500, 503, 0][Math.floor(random() * 11)]!,
    contentType: random() < 0.5 ? 'application/json' : 'text/html',
    retryAfter: random() < 0.2 ? TEXTS[Math.floor(random() * TEXTS.length)]! : null,
    headers: { 'content-range': String(anyJson(random)) },
    bytes: new TextEncoder().encode(body),
    ...(random() < 0.05 && { opaque: true }),
  };
}

async function presets(): Promise<[string, ReadyEndpoint][]> {
  return Promise.all(
    PRESETS.map(async (name) => {
      const preset = (await loadPreset(name))!;
      const vars = Object.fromEntries(
        Object.entries(preset.vars).map(([key, { example }]) => [key, example]),
      );
      const { endpoint, problems } = readEndpoint({ preset: name, vars }, preset);
      expect(problems, name).to.deep.equal([]);
      return [name, endpoint!] as [string, ReadyEndpoint];
    }),
  );
}

describe('whatever a server says', () => {
  it('no answer makes a preset throw, and no count is wrong', async () => {
    for (const [name, endpoint] of await presets()) {
      const random = chance(name.length);
      const facts = { ...FACTS, vars: endpoint.vars };
      for (let run = 0; run < RUNS; run++) {
        const got = reply(random);
        if (endpoint.sign) {
          const { result } = interpretReply(endpoint.sign, got, facts);
          expect(result.outcome, name).to.be.a('string');
          if (result.outcome === 'signed')
            expect(result.count === null || Number.isInteger(result.count)).to.equal(true);
          if (result.outcome === 'again') expect(result.askedSeconds ?? 1).to.be.within(1, 120);
        }
        for (const count of endpoint.count ?? []) {
          const read = countInAnswer(count, got);
          for (const number of [read?.signatures ?? 0, read?.goal ?? 0])
            expect(Number.isInteger(number) && number >= 0 && number <= 1e9, `${name}: ${number}`).to.equal(
              true,
            );
        }
        if (endpoint.seats) decodeSeatList(endpoint.seats, got);
      }
    }
    expect(({} as Record<string, unknown>)['x']).to.equal(undefined);
  });
});

describe('whatever an author writes', () => {
  it('template -> request -> reading back: nothing throws, and what is sent is JSON or a form', () => {
    const random = chance(7);
    let used = 0;
    for (let run = 0; run < RUNS * 5; run++) {
      const encoding = (['json', 'form', 'multipart', 'graphql'] as const)[run % 4]!;
      const config = {
        sign: {
          url: 'https://ngo.example/',
          encoding,
          body: anyJson(random),
          graphql: { query: 'q', variables: anyJson(random) },
          response: anyJson(random),
          query: { a: anyJson(random) },
        },
        count: { url: 'https://ngo.example/', path: TEXTS[run % TEXTS.length], offset: anyJson(random) },
      } as unknown as EndpointConfig;
      const { endpoint } = readEndpoint(config, null);
      if (!endpoint?.sign) continue;
      used++;
      const [request] = encodeSigning(endpoint.sign, FACTS);
      if (typeof request!.body === 'string' && encoding !== 'form') JSON.parse(request!.body);
      else if (typeof request!.body === 'string') readForm(request!.body);
      interpretReply(endpoint.sign, reply(random), FACTS);
      const [count] = endpoint.count ?? [];
      if (count) {
        encodeCount(count, FACTS);
        const read = countInAnswer(count, reply(random));
        expect(Number.isInteger(read?.signatures ?? 0) && (read?.signatures ?? 0) >= 0).to.equal(true);
      }
    }
    expect(used).to.be.greaterThan(RUNS);
  });

  it('any JSON at all is judged without throwing', () => {
    const random = chance(11);
    for (let run = 0; run < RUNS * 5; run++) {
      const config = {
        vars: anyJson(random),
        sign: anyJson(random),
        count: anyJson(random),
        seats: anyJson(random),
        fallback: anyJson(random),
      };
      readEndpoint(config as EndpointConfig, null);
    }
  });
});
