import { expect, waitUntil } from '@open-wc/testing';
import { PetitionSignForm } from '../../../src/elements/sign-form/petition-sign-form.js';
import type { EndpointConfig } from '../../../src/model/endpoint.js';
import { TransportError, type Transport } from '../../../src/transport/send.js';
import { answerWith, jsonReply } from '../../support/fakes.js';
import { SEALING } from '../../support/samples.js';
import { find, formAt, press, pressNamed, words, write, written } from '../../support/sign-form.js';

PetitionSignForm.define('petition-sign-form');

const FORM: EndpointConfig = { preset: 'form', vars: { url: 'https://ngo.example/sign' } };
const lost: Transport = () => Promise.reject(new TransportError('network'));
const button = (form: PetitionSignForm, text: string): HTMLButtonElement =>
  [...form.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent.trim() === text)!;

describe('petition-sign-form at a declared endpoint', () => {
  it('promises no code where there is none', async () => {
    const form = await formAt(
      FORM,
      answerWith(() => jsonReply({ id: 'r1' })),
    );
    expect(words(form)).to.contain('You have signed.');
    expect(form.shadowRoot!.querySelector('#code')).to.equal(null);
  });

  it('says that the signature may be in, and what sending it again could do', async () => {
    const form = await formAt(FORM, lost);
    expect(words(form)).to.contain(
      'We cannot tell whether your signature was received This page could not read an answer.',
    );
    expect(words(form)).not.to.contain('cannot count you twice');
    expect(button(form, 'Send again anyway')).to.exist;
    await expect(form).to.be.accessible();
  });

  it('sends changed answers a second time only when the signer says so', async () => {
    const transport = answerWith((request) => lost(request, new AbortController().signal));
    const form = await formAt(FORM, transport);
    const posts = (): number => transport.requests.filter(({ method }) => method === 'POST').length;
    expect(posts()).to.equal(1);
    await pressNamed(form, 'Change my answers');
    write(form, 'given_name', 'Ida');
    await press(form);
    await waitUntil(() => words(form).includes('We cannot tell whether your signature was received'));
    expect(posts()).to.equal(1);
    expect(written(form, 'given_name')).to.deep.equal(['Ida']);
    await pressNamed(form, 'Send again anyway');
    await waitUntil(() => posts() === 2);
    expect(transport.requests.at(-1)!.body).to.contain('Ida');
  });

  it('shows what the service said as text, never as markup', async () => {
    const message = '<img src=x onerror=alert(1)>Closed since <b>Monday</b>';
    const form = await formAt(
      FORM,
      answerWith(() => jsonReply({ message }, 403)),
    );
    expect(words(form)).to.contain('The service that collects signatures says: Closed since Monday');
    expect(form.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('shows at the field what the service said of it', async () => {
    const errors = [{ pointer: '/email', detail: 'This mail box is full.' }];
    const form = await formAt(
      FORM,
      answerWith(() => jsonReply({ errors }, 422)),
    );
    expect(words(form)).to.contain('The service says: This mail box is full.');
    await expect(form).to.be.accessible();
  });

  it('assumed: says that the answer cannot be read', async () => {
    const blind = answerWith(() => ({ ...jsonReply(''), status: 0, opaque: true }));
    const form = await formAt({ ...FORM, sign: { mode: 'no-cors' } }, blind);
    expect(words(form)).to.contain('Your signature is on its way');
  });

  it('offers the last way only where the author allows it', async () => {
    const form = await formAt(FORM, lost);
    expect(form.shadowRoot!.querySelector('[part="fallback"]')).to.equal(null);
  });

  it('offers it nowhere where signatures are to be sealed: nobody else may read them', async () => {
    const fallback = { copy: true, email: 'sign@ngo.example' };
    const sealed = await formAt({ ...FORM, fallback }, lost, { sealing: SEALING });
    expect(words(sealed)).to.contain('This page cannot encrypt your answers, so we sent nothing.');
    // Another form with a fallback, so that the script of both has loaded.
    const plain = await formAt({ ...FORM, fallback }, lost);
    await waitUntil(() => plain.shadowRoot!.querySelector('[part="fallback"]'));
    await sealed.updateComplete;
    expect(sealed.shadowRoot!.querySelector('[part="fallback"]')).to.equal(null);
  });

  it('copies the answers, or writes an e-mail with them on the press', async () => {
    const form = await formAt({ ...FORM, fallback: { copy: true, email: 'sign@ngo.example' } }, lost);
    await waitUntil(() => form.shadowRoot!.querySelector('#own-way'));
    const text = find<HTMLTextAreaElement>(form, '#own-way').value;
    expect(text)
      .to.contain('Email: ada@example.org')
      .and.to.contain('[x] I sign. My name may be handed over.');
    expect(text).not.to.contain('Write to me.');
    expect(button(form, 'Copy my answers')).to.exist;
    await expect(form).to.be.accessible();
    // The page contains no URL with answers.
    expect(form.shadowRoot!.innerHTML).not.to.contain('mailto:');
    const opened: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement): void {
      opened.push(this.href);
    };
    try {
      button(form, 'Write an email with my answers').click();
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(opened).to.have.length(1);
    expect(opened[0]).to.match(/^mailto:sign@ngo\.example\?subject=Signature/);
    expect(decodeURIComponent(opened[0]!)).to.contain('Email: ada@example.org');
  });
});
