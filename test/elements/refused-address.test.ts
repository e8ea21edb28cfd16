import { expect, fixture, html } from '@open-wc/testing';
import { PetitionCampaign } from '../../src/elements/campaign/petition-campaign.js';
import { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import type { CampaignDocument } from '../../src/model/campaign.js';
import { answerWith, jsonReply } from '../support/fakes.js';
import { sampleDocument } from '../support/samples.js';

PetitionCampaign.define('petition-campaign');
PetitionSignForm.define('petition-sign-form');

const REFUSED = 'This petition cannot collect signatures yet';
const FORM = { fields: { given_name: 'Ada' }, consents: [], locale: 'en' };
const GOOD = 'https://box-office.example/';

/** Attributes and document of a page; one of them has its author's mistake. */
interface Page {
  endpoint?: string;
  src?: string;
  petition?: string;
  debug?: boolean;
  document?: Partial<CampaignDocument> | null;
}

/** Renders a page, presses sign and asks for the count again; returns the text, the requests and the warnings. */
async function visit({ endpoint, src, petition, debug = false, document = {} }: Page) {
  const transport = answerWith(() => jsonReply({}));
  const warn = console.warn;
  const lines: string[] = [];
  console.warn = (...args: unknown[]) => void lines.push(args.join(' '));
  try {
    const element = await fixture<PetitionCampaign>(
      html`<petition-campaign
        .data=${document ? sampleDocument({ venue: null, stories: [], ...document }) : undefined}
        .transport=${transport}
        .src=${src ?? null}
        .endpoint=${endpoint ?? null}
        .petition=${petition ?? null}
        ?debug=${debug}
        ><petition-sign-form></petition-sign-form
      ></petition-campaign>`,
    );
    const form = element.querySelector('petition-sign-form')!;
    const isSettled = () =>
      form.shadowRoot?.querySelector('[aria-busy="false"]') &&
      (element.campaign!.state.endpointRefused || element.campaign!.state.freshness !== 'unknown');
    while (!isSettled()) await new Promise(requestAnimationFrame);
    await form.updateComplete;
    const heading = form.shadowRoot!.querySelector('#heading')?.textContent.trim();
    const isShown = form.shadowRoot!.querySelector('form')?.hidden === false;
    await element.campaign!.refresh();
    await element.campaign!.request({ type: 'submit' }, FORM, form);
    return { heading, isShown, lines, urls: transport.requests.map(({ url }) => url), element };
  } finally {
    console.warn = warn;
  }
}

describe('an address that nothing can be sent to', () => {
  const BAD: [address: string, fault: RegExp][] = [
    ['', /is not an address/],
    ['//other.example/', /without a protocol/],
    ['javascript:alert(1)', /not a web address/],
    ['data:application/json,{}', /not a web address/],
    ['file:///etc/passwd', /not a web address/],
    ['https://me:secret@ngo.example/', /password/],
    ['http://ngo.example/', /not encrypted/],
    ['https://ngo.example/a b', /a space/],
    ['https://[2001:db8::1]/', /IPv6/],
    ['https://ngo.example/#x', /fragment/],
    ['https://ngo.example/?x=1', /query/],
  ];
  const places: [name: string, page: (address: string) => Page][] = [
    ['the attribute', (endpoint) => ({ endpoint, document: { endpoint: GOOD } })],
    ['the document', (endpoint) => ({ document: { endpoint } })],
    [
      'a box office by its preset',
      (url) => ({ document: { endpoint: { preset: 'box-office', vars: { url } } } }),
    ],
    ['a preset', (url) => ({ document: { endpoint: { preset: 'json', vars: { url } } } })],
  ];
  for (const [name, page] of places)
    for (const [address, fault] of BAD) {
      // A full URL that a preset accepts may have a query: a webhook's key is often there.
      if (name === 'a preset' && address.includes('?')) continue;
      it(`${name}: ${JSON.stringify(address)}`, async () => {
        const { heading, isShown, lines, urls } = await visit(page(address));
        expect([heading, isShown]).to.deep.equal([REFUSED, false]);
        expect(urls).to.deep.equal([]);
        expect(lines).to.have.length(1);
        // An empty variable is reported as missing.
        expect(lines[0]).to.match(address === '' ? /is not an address|is missing/ : fault);
        expect(lines[0]).to.not.contain('secret');
      });
    }

  const others: [name: string, page: Page, line: RegExp][] = [
    [
      'a sign block',
      { document: { endpoint: { sign: { url: 'http://ngo.example/' } } } },
      /sign\.url: .*not encrypted/,
    ],
    [
      'a mirror',
      { document: { endpoint: { sign: { urls: [GOOD, '//x.example'], idempotency: { field: 'k' } } } } },
      /sign\.urls\[1\]: .*without a protocol/,
    ],
    [
      'an endpoint that is a number',
      { document: { endpoint: 8080 as never } },
      /endpoint: 8080 is not an address/,
    ],
    [
      'a petition that leads elsewhere',
      { endpoint: GOOD, petition: '..' },
      /petition: "\.\." cannot be a part/,
    ],
    ['src', { src: 'https://me:secret@ngo.example/c.json', document: null }, /^grandstand: src: .*password/],
    [
      'src on another host',
      { src: 'http://ngo.example/c.json', document: null },
      /^grandstand: src: .*not encrypted/,
    ],
    [
      'no document',
      { endpoint: 'javascript:x', petition: 'free', document: null },
      /^grandstand: endpoint: /,
    ],
  ];
  for (const [name, page, line] of others)
    it(name, async () => {
      const { heading, isShown, lines, urls } = await visit(page);
      expect([heading, isShown]).to.deep.equal([REFUSED, false]);
      expect(urls).to.deep.equal([]);
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(line).and.not.contain('secret');
    });

  it('is told once with debug too, and without the password', async () => {
    const { element, lines } = await visit({
      document: { endpoint: 'https://me:secret@ngo.example/' },
      debug: true,
    });
    expect(element.campaign!.state.signing).to.deep.equal({ outcome: 'rejected', code: 'no-endpoint' });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('https://…@ngo.example/').and.not.contain('secret');
  });

  it('the form is there where the author gave no endpoint at all, to send the answers himself', async () => {
    const { isShown } = await visit({ document: { endpoint: null } });
    expect(isShown).to.equal(true);
  });

  it('a relative one of a document leads to where the document is, not to the page', async () => {
    const transport = answerWith((request) =>
      request.url.endsWith('c.json')
        ? jsonReply(sampleDocument({ endpoint: 'box/', venue: null }))
        : jsonReply({}),
    );
    const element = await fixture<PetitionCampaign>(
      html`<petition-campaign
        src="https://ngo.example/petitions/c.json"
        .transport=${transport}
      ></petition-campaign>`,
    );
    while (transport.requests.length < 2) await new Promise(requestAnimationFrame);
    expect(transport.requests[1]!.url).to.equal('https://ngo.example/petitions/box/petitions/sample');
    expect(element.campaign!.state.endpointRefused).to.equal(false);
  });
});
