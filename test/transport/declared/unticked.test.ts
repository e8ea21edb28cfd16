import { expect } from '@open-wc/testing';
import type { SignCall } from '../../../src/model/endpoint.js';
import { encodeSigning } from '../../../src/transport/declared/encode.js';
import { loadEndpoint } from '../../../src/transport/declared/presets.js';
import { readEndpoint } from '../../../src/transport/declared/resolve.js';
import { send } from '../../../src/transport/send.js';
import { FACTS } from './facts.js';

/** A signer who left every optional box unticked. */
const UNTICKED = {
  ...FACTS,
  fields: { email: 'ada@example.org', member: false },
  consents: [
    { purpose: 'sign', given: true, version: '1', text: 'I sign.' },
    { purpose: 'newsletter', given: false, version: '1', text: 'Write to me.' },
  ],
};
const url = 'https://ngo.example/';

function pairs(call: SignCall, facts = UNTICKED): string {
  const { endpoint } = readEndpoint({ sign: { url, ...call } }, null);
  const { body } = encodeSigning(endpoint!.sign!, facts)[0]!;
  if (typeof body === 'string') return decodeURIComponent(body.replace(/\+/g, ' '));
  return body!.map((pair) => pair.join('=')).join('&');
}

describe('a box that was left unticked', () => {
  const news = '$consent.newsletter';
  const rows: [name: string, call: SignCall, sent: string][] = [
    ['as a field', { body: { member: '$member', mail: '$email' } }, 'mail=ada@example.org'],
    ['as a consent', { body: { news, mail: '$email' } }, 'mail=ada@example.org'],
    ['among the rest', { body: { $rest: true } }, 'email=ada@example.org'],
    ['in an object of the rest', { body: { f: { $rest: true } } }, 'f[email]=ada@example.org'],
    ['without a template', {}, 'email=ada@example.org'],
    ['set by a map', { map: { member: 'data.member', email: 'data.email' } }, 'data[email]=ada@example.org'],
    [
      'as an expression',
      { body: { a: { $: news }, b: { $: news, as: 'boolean' }, c: '$email' } },
      'c=ada@example.org',
    ],
    [
      'with its name beside it',
      { body: { f: [{ name: 'news', value: news }], m: '$email' } },
      'm=ada@example.org',
    ],
    [
      'among all consents',
      { body: { c: '$consents' } },
      'c[0][purpose]=sign&c[0][given]=true&c[0][version]=1&c[0][text]=I sign.&c[1][purpose]=newsletter&c[1][version]=1&c[1][text]=Write to me.',
    ],
  ];
  for (const [name, call, sent] of rows)
    for (const encoding of ['form', 'multipart'] as const)
      it(`${name} is left out of a ${encoding}`, () => expect(pairs({ ...call, encoding })).to.equal(sent));

  const kept: [name: string, call: SignCall, sent: string][] = [
    ['words for a no', { encoding: 'form', body: { a: { $: news, true: 'yes', false: 'no' } } }, 'a=no'],
    [
      'a constant of the author',
      { encoding: 'form', body: { a: false, b: '$email' } },
      'a=false&b=ada@example.org',
    ],
    [
      'JSON inside a form',
      { encoding: 'form', body: { p: { $json: { a: news, $rest: true } } } },
      'p={"a":false,"email":"ada@example.org","member":false}',
    ],
    [
      'the rest as JSON',
      { encoding: 'form', body: { p: { $rest: true, as: 'json' } } },
      'p={"email":"ada@example.org","member":false}',
    ],
    [
      'nesting as JSON',
      { encoding: 'form', nesting: 'json', body: { m: '$member', p: { a: news } } },
      'p={"a":false}',
    ],
    ['JSON', { body: { a: news, $rest: true } }, '{"a":false,"email":"ada@example.org","member":false}'],
    ['JSON sent as text', { contentType: 'text/plain', body: { a: news } }, '{"a":false}'],
  ];
  for (const [name, call, sent] of kept) it(`${name} keeps its no`, () => expect(pairs(call)).to.equal(sent));

  it('is never in a query', () => {
    const { endpoint } = readEndpoint(
      { sign: { url, query: { news, member: '$member', shown: false, l: '$locale' } } },
      null,
    );
    expect(encodeSigning(endpoint!.sign!, UNTICKED)[0]!.url).to.equal(
      'https://ngo.example/?shown=false&l=en',
    );
  });

  const site = 'https://ngo.example';
  const form = { url: `${site}/sign` };
  const presets: [preset: string, vars: Record<string, string>][] = [
    ['form', form],
    ['netlify-forms', { site, form: 'petition' }],
    ['mailchimp', { host: 'ngo.us1.list-manage.com', u: 'a1', id: 'b2', f: 'c3' }],
    ['brevo-form', { form: `${site}/serve/x` }],
    ['wp-speakout', { site, petition: '1' }],
  ];
  for (const [preset, vars] of presets)
    it(`is no pair of the preset ${preset}`, async () => {
      const { endpoint, problems } = await loadEndpoint({ preset, vars });
      expect(problems).to.deep.equal([]);
      const [request] = encodeSigning(endpoint!.sign!, { ...UNTICKED, vars: endpoint!.vars });
      const sent = typeof request!.body === 'string' ? request!.body : JSON.stringify(request!.body);
      expect(sent)
        .to.contain('ada')
        .and.not.match(/false|newsletter|optin|member/);
    });

  it('does not arrive, over a real line', async () => {
    const there = `${location.origin}/faults/unticked-${Date.now()}/slashed/petitions/p/sign/`;
    const { endpoint } = await loadEndpoint({ preset: 'form', vars: { url: there } }, location.origin);
    const [request] = encodeSigning(endpoint!.sign!, { ...UNTICKED, vars: endpoint!.vars });
    await send(request!, new AbortController().signal).catch(() => undefined);
    const log = await fetch(there.replace(/\/slashed\/.*/, '/log'));
    const [post] = ((await log.json()) as { posts: { body: string }[] }).posts;
    expect(Object.fromEntries(new URLSearchParams(post!.body))).to.deep.equal({
      email: 'ada@example.org',
      petition: 'free-ales',
      seat: '12-8-15',
      locale: 'en',
    });
  });
});
