import { expect } from '@open-wc/testing';
import type { EndpointConfig, SignCall } from '../../../src/model/endpoint.js';
import { encodeCount, encodeSigning } from '../../../src/transport/declared/encode.js';
import { loadEndpoint } from '../../../src/transport/declared/presets.js';
import { readEndpoint } from '../../../src/transport/declared/resolve.js';
import { send, TransportError } from '../../../src/transport/send.js';
import { FACTS } from './facts.js';

let world = 0;
/** An address of the test server; of another origin, so that a blind answer cannot be read. */
const at = (scenario: string, path: string, origin = elsewhere): string =>
  `${origin}/faults/address-${Date.now()}-${world++}/${scenario}/petitions/p/${path}`;
const elsewhere = location.origin.replace('localhost', '127.0.0.1');
const never = new AbortController().signal;

async function posted(url: string): Promise<string[]> {
  const log = await fetch(url.replace(/(\/faults\/[^/]+)\/.*/, '$1/log'));
  return ((await log.json()) as { posts: { path: string }[] }).posts.map(({ path }) => path);
}

async function sign(config: EndpointConfig): Promise<string> {
  const { endpoint, problems } = await loadEndpoint(config, location.origin);
  expect(problems).to.deep.equal([]);
  const [request] = encodeSigning(endpoint!.sign!, { ...FACTS, vars: endpoint!.vars });
  const reply = await send(request!, never);
  return reply.opaque ? 'opaque' : String(reply.status);
}

describe('an address is sent to as its author wrote it', () => {
  const BLIND = { mode: 'no-cors', encoding: 'form' } as const;
  const rows: [name: string, config: (url: string) => EndpointConfig][] = [
    ['a template', (url) => ({ sign: { url, ...BLIND } })],
    ['a variable alone', (url) => ({ vars: { there: url }, sign: { url: '{there}', ...BLIND } })],
    ['a mirror', (url) => ({ sign: { urls: [url], ...BLIND } })],
    ['the preset brevo-form', (form) => ({ preset: 'brevo-form', vars: { form } })],
    ['the preset form', (url) => ({ preset: 'form', vars: { url }, sign: { mode: 'no-cors' } })],
    ['the preset json', (url) => ({ preset: 'json', vars: { url }, sign: { contentType: 'text/plain' } })],
    [
      'the preset webhook',
      (url) => ({ preset: 'webhook', vars: { url }, sign: { contentType: 'text/plain' } }),
    ],
    [
      'the preset osdi',
      (url) => ({ preset: 'osdi', vars: { helper: url }, sign: { contentType: 'text/plain' } }),
    ],
  ];
  for (const [name, config] of rows)
    it(`${name}, its last slash included`, async () => {
      const url = at('slashed', 'sign/');
      await sign(config(url));
      // Not redirected: the only request that arrived is the one whose body was recorded.
      expect(await posted(url)).to.deep.equal([new URL(url).pathname]);
    });

  it('keeps the slash of a count', async () => {
    const { endpoint } = await loadEndpoint({
      preset: 'static-json',
      vars: { url: 'https://ngo.example/count/' },
    });
    expect(encodeCount(endpoint!.count![0]!, FACTS).url).to.equal('https://ngo.example/count/');
  });

  const joined: [site: string, template: string, url: string][] = [
    ['https://ngo.example', '{site}/items', 'https://ngo.example/items'],
    ['https://ngo.example/', '{site}/items', 'https://ngo.example/items'],
    ['https://ngo.example/cms/', '{site}/items/', 'https://ngo.example/cms/items/'],
    ['https://ngo.example/api/', '{site}?id=7', 'https://ngo.example/api/?id=7'],
    ['https://ngo.example/api', '{site}?id=7', 'https://ngo.example/api?id=7'],
    ['https://ngo.example/api/?a=1', '{site}', 'https://ngo.example/api/?a=1'],
  ];
  for (const [site, template, url] of joined)
    it(`${site} in ${template} is ${url}`, () => {
      const { endpoint } = readEndpoint({ vars: { site }, sign: { url: template } }, null);
      expect(endpoint!.sign!.urls).to.deep.equal([url]);
    });

  // Node-RED, n8n and scripts distinguish petitions by the query.
  const whole: [preset: string, vars: Record<string, string>][] = [
    ['brevo-form', { form: 'https://a.sibforms.com/serve/M?list=7' }],
    [
      'form',
      { url: 'https://ngo.example/sign.php?petition=7', count: 'https://ngo.example/count.php?petition=7' },
    ],
    [
      'json',
      {
        url: 'https://ngo.example/?sign',
        count: 'https://ngo.example/?count',
        seats: 'https://ngo.example/?seats',
      },
    ],
    ['static-json', { url: 'https://ngo.example/count.json?petition=7' }],
    [
      'webhook',
      {
        url: 'https://n8n.ngo.example/webhook/sign?petition=7',
        count: 'https://ngo.example/count?petition=7',
      },
    ],
  ];
  for (const [preset, vars] of whole)
    it(`its query included, where ${preset} appends nothing to it`, async () => {
      const { endpoint, problems } = await loadEndpoint({ preset, vars });
      expect(problems).to.deep.equal([]);
      const { sign: signing, count = [], seats } = endpoint!;
      const sent = [signing, ...count, seats].flatMap((block) => block?.urls ?? []);
      expect(sent).to.have.members(Object.values(vars));
    });

  it('is refused with a query where a path is appended to it', async () => {
    const { endpoint, problems } = await loadEndpoint({
      preset: 'pocketbase',
      vars: { site: 'https://pb.ngo.example/?petition=7' },
    });
    expect(endpoint).to.equal(null);
    expect(problems[0]!.message).to.include('has a query, to which no path can be appended');
  });

  it('is no success where a blind request was redirected, as far as that can be seen', async () => {
    const request = (url: string) => ({
      method: 'POST' as const,
      url,
      body: 'a=1',
      contentType: 'text/plain',
      mode: 'no-cors' as const,
      maxBytes: 1024,
    });
    const own = at('slashed', 'sign', location.origin);
    const failed = await send(request(own), never).catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(TransportError);
    // On another origin nothing can be detected: the browser follows, or sends nothing at all.
    const other = at('slashed', 'sign');
    expect(await send(request(other), never)).to.include({ opaque: true });
    const response = await fetch(other, { method: 'POST', mode: 'no-cors', body: 'a=1' });
    expect([response.type, response.redirected, response.url]).to.deep.equal(['opaque', false, '']);
    const before = (await posted(other)).length;
    const manual = await fetch(other, { method: 'POST', mode: 'no-cors', redirect: 'manual' }).catch(
      (error: unknown) => error,
    );
    expect(manual).to.be.instanceOf(TypeError);
    expect(await posted(other)).to.have.length(before);
  });
});

describe('an address that is refused leaves nothing to send to', () => {
  const BAD = [
    '',
    '//ngo.example/',
    'javascript:alert(1)',
    'data:text/plain,x',
    'file:///x',
    'https://me:secret@ngo.example/',
    'http://ngo.example/',
    'https://ngo.example/a b',
    'https://[2001:db8::1]/',
    'https://ngo.example/#x',
  ];
  const body = { a: '$email' };
  const rows: [name: string, config: (url: string) => EndpointConfig][] = [
    ['sign.url', (url) => ({ sign: { url, body } })],
    [
      'a mirror',
      (url) => ({ sign: { urls: ['https://ngo.example/', url], body, idempotency: { field: 'k' } } }),
    ],
    ['an own variable', (url) => ({ vars: { site: url }, sign: { url: '{site}/sign', body } })],
    ['a variable of a preset', (site) => ({ preset: 'directus', vars: { site } })],
    ['allowed credentials', (url) => ({ allowPublicCredential: true, sign: { url, body } })],
  ];
  for (const [name, config] of rows)
    for (const address of BAD)
      it(`${name}: ${JSON.stringify(address)}`, async () => {
        const { endpoint, problems } = await loadEndpoint(config(address), location.origin);
        expect(endpoint?.sign).to.equal(undefined);
        expect(problems).to.not.deep.equal([]);
        expect(JSON.stringify(problems)).to.not.contain('secret');
      });

  const calls: [name: string, block: 'count' | 'seats'][] = [
    ['a count', 'count'],
    ['a list of seats', 'seats'],
  ];
  for (const [name, block] of calls)
    it(`${name} with credentials`, () => {
      const call = { url: 'https://me:secret@ngo.example/', format: 'list' } as SignCall & { format: 'list' };
      const config = { allowPublicCredential: true, [block]: call };
      const { endpoint, problems } = readEndpoint(config, null);
      expect(endpoint![block]).to.equal(undefined);
      expect(JSON.stringify(problems))
        .to.contain('contains a user name or a password')
        .and.not.contain('secret');
    });

  for (const id of ['.', '..', '\uD800'])
    it(`a variable that leads elsewhere: ${JSON.stringify(id)}`, () => {
      const config = { vars: { id }, sign: { url: 'https://ngo.example/c/{id}/sign', body } };
      const { endpoint, problems } = readEndpoint(config, null);
      expect(endpoint?.sign).to.equal(undefined);
      expect(problems[0]!.message).to.contain('cannot be a part of an address');
    });

  it('a page on plain http may ask its own host, and no other', () => {
    const config = (url: string): EndpointConfig => ({ sign: { url, body } });
    const page = 'http://intranet.example:8080';
    expect(readEndpoint(config('http://intranet.example/sign'), null, page).endpoint!.sign).to.exist;
    expect(readEndpoint(config('http://ngo.example/sign'), null, page).endpoint!.sign).to.equal(undefined);
    expect(readEndpoint(config('http://abc.onion/sign'), null, page).endpoint!.sign).to.exist;
  });

  it('the last way is left out where it cannot be used', () => {
    const fallback = { copy: true, email: 'sign at ngo.example' };
    const { endpoint, problems } = readEndpoint(
      { sign: { url: 'https://ngo.example/', body }, fallback },
      null,
    );
    expect(endpoint!.fallback).to.deep.equal({ copy: true });
    expect(problems.map(({ path }) => path)).to.deep.equal(['endpoint.fallback.email']);
  });
});
