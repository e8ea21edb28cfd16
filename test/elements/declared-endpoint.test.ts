import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { PetitionCampaign } from '../../src/elements/campaign/petition-campaign.js';
import { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import { PetitionSignatureCounter } from '../../src/elements/signature-counter/petition-signature-counter.js';
import { answerWith, jsonReply, until } from '../support/fakes.js';
import { sampleDocument } from '../support/samples.js';

PetitionCampaign.define('petition-campaign');
PetitionSignatureCounter.define('petition-signature-counter');
PetitionSignForm.define('petition-sign-form');

/** Returns the lines logged to the console while `act` runs. */
async function told(method: 'warn' | 'info', act: () => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  const before = console[method];
  console[method] = (...args: unknown[]) => void lines.push(args.join(' '));
  try {
    await act();
  } finally {
    console[method] = before;
  }
  return lines;
}

async function staged(markup: ReturnType<typeof html>): Promise<PetitionCampaign> {
  const element = await fixture<PetitionCampaign>(markup);
  await until(element.campaign!, ({ state }) => state.freshness !== 'unknown');
  await element.updateComplete;
  return element;
}

const signatures = (count: number) => answerWith(() => jsonReply({ signature_count: count, goal: 5000 }));
const CONTROLSHIFT = '{"preset":"controlshift","vars":{"domain":"you.ngo.example","slug":"free"}}';

describe('an endpoint as JSON in the attribute', () => {
  it('beats what the document says', async () => {
    const transport = signatures(1200);
    const element = await staged(
      html`<petition-campaign
        endpoint=${CONTROLSHIFT}
        .data=${sampleDocument()}
        .transport=${transport}
      ></petition-campaign>`,
    );
    expect(element.campaign!.state.count).to.include({ signatures: 1200, goal: 5000 });
    expect(transport.requests.map(({ url }) => url)).to.deep.equal([
      'https://you.ngo.example/petitions/free.json',
    ]);
  });

  it('counts without a document, under the goal of the service', async () => {
    const element = await staged(
      html`<petition-campaign endpoint=${CONTROLSHIFT} .transport=${signatures(1234)}>
        <petition-signature-counter></petition-signature-counter>
      </petition-campaign>`,
    );
    const counter = element.querySelector('petition-signature-counter')!;
    await counter.updateComplete;
    expect(counter.shadowRoot!.textContent).to.contain('1,234').and.to.contain('5,000');
  });

  it('that is none is told once', async () => {
    const lines = await told('warn', async () => {
      await fixture(
        html`<petition-campaign endpoint='{"preset": ' .data=${sampleDocument()}></petition-campaign>`,
      );
    });
    expect(lines.filter((line) => line.includes('endpoint: is not JSON'))).to.have.length(1);
  });

  it('with a secret sends nothing and tells why', async () => {
    const transport = signatures(1);
    const endpoint = JSON.stringify({
      sign: { url: 'https://ngo.example/', headers: { Authorization: 'Basic c2VjcmV0' } },
    });
    const lines = await told('warn', async () => {
      const { campaign } = await staged(
        html`<petition-campaign
          endpoint=${endpoint}
          .data=${sampleDocument()}
          .transport=${transport}
        ></petition-campaign>`,
      );
      await campaign!.request({ type: 'submit' }, { fields: {}, consents: [], locale: 'en' });
      expect(campaign!.state.signing).to.deep.equal({ outcome: 'rejected', code: 'no-endpoint' });
    });
    expect(lines.join('\n')).to.contain('must not be in a page').and.not.to.contain('c2VjcmV0');
    expect(transport.requests).to.deep.equal([]);
  });

  it('leaves the counter out of the whole petition where the service has no count', async () => {
    const endpoint = JSON.stringify({ preset: 'formspree', vars: { form: 'abc' } });
    const element = await staged(
      html`<petition-campaign
        endpoint=${endpoint}
        .data=${sampleDocument({ venue: null, stories: [] })}
      ></petition-campaign>`,
    );
    expect(element.shadowRoot!.querySelector('petition-sign-form')).to.exist;
    expect(element.shadowRoot!.querySelector('petition-signature-counter')).to.equal(null);
  });
});

describe('an endpoint attribute that does not say enough', () => {
  it('is told where the petition is missing, once', async () => {
    const lines = await told('warn', async () => {
      const form = await fixture<PetitionSignForm>(
        html`<petition-sign-form endpoint="https://box-office.example"></petition-sign-form>`,
      );
      form.requestUpdate();
      await form.updateComplete;
    });
    expect(lines).to.deep.equal([
      'grandstand: petition-sign-form: endpoint="https://box-office.example" needs petition="…" beside it; without that the element belongs to no petition, and nothing is sent',
    ]);
  });
  it('is told where a form has no document; people read that it cannot be read, and what the author wrote', async () => {
    let form!: PetitionSignForm;
    const lines = await told('warn', async () => {
      form = await fixture<PetitionSignForm>(
        html`<petition-sign-form endpoint='{"preset":"formspree","vars":{"form":"abc"}}'
          >Write to us</petition-sign-form
        >`,
      );
      while (form.shadowRoot!.querySelector('[aria-busy="true"]')) await new Promise(requestAnimationFrame);
    });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/petition-sign-form: the endpoint has no campaign document/);
    const root = form.shadowRoot!;
    expect(root.querySelector('[part="heading"]')!.textContent.trim()).to.equal(
      'This petition could not be loaded',
    );
    expect(root.querySelector('slot:not([name])')!.hasAttribute('hidden')).to.equal(false);
    expect(root.querySelector('button')).to.equal(null);
    await expect(form).to.be.accessible();
  });
});

describe('debug', () => {
  /** Returns the warnings up to `line`. */
  async function warnedUntil(line: string, act: () => Promise<unknown>): Promise<string[]> {
    const lines: string[] = [];
    const before = console.warn;
    try {
      const heard = new Promise<void>((resolve) => {
        console.warn = (...args: unknown[]) => {
          lines.push(args.join(' '));
          if (lines.at(-1)!.includes(line)) resolve();
        };
      });
      await act();
      await heard;
    } finally {
      console.warn = before;
    }
    return lines;
  }

  it('tells mistakes of a description, each once, wherever it stands', async () => {
    const endpoint = {
      sign: { url: 'https://ngo.example/', encoding: 'xml', timeoutMs: 1, body: { a: '$emial' } },
    };
    for (const isAttribute of [true, false]) {
      const data = sampleDocument(isAttribute ? {} : ({ endpoint } as never));
      const lines = await warnedUntil('"$emial"', () =>
        isAttribute
          ? fixture(
              html`<petition-campaign
                debug
                endpoint=${JSON.stringify(endpoint)}
                .data=${data}
              ></petition-campaign>`,
            )
          : fixture(html`<petition-campaign debug .data=${data}></petition-campaign>`),
      );
      for (const path of ['encoding', 'body.a'])
        expect(
          lines.filter((line) => line.includes(`endpoint.sign.${path}: `)),
          path,
        ).to.have.length(1);
      expect(lines.join('\n')).to.contain('did you mean "$email"?');
      expect(lines.filter((line) => line.includes('timeoutMs'))).to.have.length(1);
    }
  });

  it('tells why an answer is no count, once, and which errors fit no field', async () => {
    const endpoint = JSON.stringify({
      sign: { url: 'https://ngo.example/', response: { fields: { each: 'errors', name: 'field' } } },
      count: { url: 'https://ngo.example/count', path: 'data.total' },
    });
    const transport = answerWith(({ method }) =>
      method === 'GET' ? jsonReply({ total: 5 }) : jsonReply({ errors: [{ field: 'mobile' }] }, 422),
    );
    const lines = await warnedUntil('"mobile"', async () => {
      const element = await fixture<PetitionCampaign>(
        html`<petition-campaign
          debug
          endpoint=${endpoint}
          .data=${sampleDocument({ venue: null, stories: [] })}
          .transport=${transport}
        ></petition-campaign>`,
      );
      await until(element.campaign!, ({ state }) => state.freshness !== 'unknown' || state.document !== null);
      await element.campaign!.refresh();
      await element.campaign!.refresh();
      const fields = { given_name: 'Ada', email: 'ada@example.org' };
      void element.campaign!.request({ type: 'submit' }, { fields, consents: [], locale: 'en' });
    });
    expect(
      lines.filter((line) => line.includes('endpoint.count.path: "data.total" leads to nothing')),
    ).to.have.length(1);
    expect(lines.filter((line) => line.includes('endpoint.sign.response.fields: "mobile"'))).to.have.length(
      1,
    );
    expect(lines.join('\n')).not.to.contain('Ada').and.not.to.contain('ada@example.org');
  });

  it('tells what was sent, what came back and by which rule it was read, and nothing that people wrote', async () => {
    const endpoint = JSON.stringify({ preset: 'webhook', vars: { url: 'https://hooks.ngo.example/sign' } });
    const transport = answerWith(() => jsonReply({ title: 'Already signed' }, 409));
    const lines = await told('info', async () => {
      const element = await staged(
        html`<petition-campaign
          debug
          endpoint=${endpoint}
          .data=${sampleDocument()}
          .transport=${transport}
        ></petition-campaign>`,
      );
      const ended = oneEvent(element, 'petition-signed');
      const fields = { given_name: 'Ada', email: 'ada@example.org' };
      void element.campaign!.request({ type: 'submit' }, { fields, consents: [], locale: 'en' });
      await ended;
    });
    const text = lines.join('\n');
    expect(text).to.contain(
      'sent POST https://hooks.ngo.example/sign as application/json, with given_name, email',
    );
    expect(text).to.contain('got status 409');
    expect(text).to.contain('read by sign.response.duplicate');
    expect(text).not.to.contain('Ada').and.not.to.contain('ada@example.org');
  });
});
