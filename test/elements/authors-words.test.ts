import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define.js';
import type { PetitionCampaign, PetitionSignatureCounter } from '../../src/index.js';
import { inCampaign, sampleDocument } from '../support/campaign.js';
import { answerWith, jsonReply, until } from '../support/fakes.js';

const textOf = (element: Element): string =>
  element.shadowRoot!.querySelector('.base')!.textContent!.replace(/\s+/g, ' ');

const deep = (root: ParentNode, selector: string): Element | undefined =>
  [...root.querySelectorAll('*')]
    .flatMap((one) => [
      one,
      ...(one.shadowRoot ? [deep(one.shadowRoot, selector)].filter((inner) => !!inner) : []),
    ])
    .find((one) => one.matches(selector));

async function warnings(during: () => Promise<unknown>): Promise<string[]> {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (...words: unknown[]) => said.push(words.join(' '));
  try {
    await during();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe("the author's words", () => {
  const counter = (words: unknown, lang = 'en'): Promise<PetitionSignatureCounter> =>
    fixture<PetitionSignatureCounter>(
      html`<petition-signature-counter lang=${lang} count="3" capacity="10"
        >${words}</petition-signature-counter
      >`,
    );

  it('in a template stand before ours', async () => {
    const element = await counter(
      html`<template data-message="counter.seats-taken"> places out of {capacity} </template>`,
    );
    expect(textOf(element)).to.contain('places out of 10').and.not.contain('seats');
  });
  it('for one language stay in it', async () => {
    const words = html`<template data-message="counter.seats-taken" lang="pl"
      >krzesła z {capacity}</template
    >`;
    expect(textOf(await counter(words))).to.contain('of 10 seats are taken');
    expect(textOf(await counter(words, 'pl'))).to.contain('krzesła z 10');
  });
  it('for all languages stay where one language has its own', async () => {
    const words = html`<template data-message="counter.seats-taken">places out of {capacity}</template>
      <template data-message="counter.seats-taken" lang="pl">krzesła z {capacity}</template>`;
    expect(textOf(await counter(words, 'pl'))).to.contain('krzesła z 10');
    expect(textOf(await counter(words))).to.contain('places out of 10');
    expect(textOf(await counter(words, 'cs'))).to.contain('places out of 10');
  });
  it('have a form for each plural class where they need one', async () => {
    const words = html`<template data-message="counter.seats-taken.few" lang="pl"
        >krzesła z {capacity}</template
      >
      <template data-message="counter.seats-taken" lang="pl">krzeseł z {capacity}</template>`;
    const element = await counter(words, 'pl');
    expect(textOf(element)).to.contain('krzesła z 10');
    element.count = 5;
    await element.updateComplete;
    expect(textOf(element)).to.contain('krzeseł z 10');
  });
  it('are not what the author shows meanwhile', async () => {
    const element = await fixture<PetitionSignatureCounter>(
      html`<petition-signature-counter
        ><template data-message="counter.first">Be first</template></petition-signature-counter
      >`,
    );
    const empty = await fixture<PetitionSignatureCounter>(
      html`<petition-signature-counter></petition-signature-counter>`,
    );
    expect(element.getBoundingClientRect().height).to.equal(empty.getBoundingClientRect().height);
  });
  it('with a key that is none are told to the author, once', async () => {
    const words = html`<template data-message="counter.seat-taken">x</template>`;
    const said = await warnings(async () => {
      await counter(words);
      await counter(words);
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('data-message="counter.seat-taken" is not a message key');
  });

  it('on the campaign reach every element in it, and stand before those of the document', async () => {
    const document = sampleDocument({
      venue: null,
      messages: { 'form.sign': 'Of the document', 'form.withdraw-note': 'Note of the document.' },
    });
    const transport = answerWith(() =>
      jsonReply({
        id: 'sample',
        status: 'open',
        signatures: 40,
        revision: 1,
        asOf: '2014-05-14T18:40:00Z',
        seats: null,
      }),
    );
    const element = await fixture<PetitionCampaign>(
      html`<petition-campaign .data=${document} .transport=${transport}>
        <template data-message="form.sign">Of the page</template>
      </petition-campaign>`,
    );
    await until(element.campaign!, ({ state }) => state.freshness === 'fresh');
    await element.updateComplete;
    const form = deep(element.shadowRoot!, 'petition-sign-form')!;
    await (form as PetitionCampaign).updateComplete;
    expect(textOf(form)).to.contain('Of the page').and.contain('Note of the document.');
    expect(textOf(form)).not.to.contain('Of the document Title');
  });
  it('of the document in another language do not stand in for ours', async () => {
    const { element } = await inCampaign<PetitionSignatureCounter>(
      html`<petition-signature-counter></petition-signature-counter>`,
      {
        document: sampleDocument({
          languages: ['en', 'pl'],
          messages: { 'counter.seats-taken': { pl: 'krzesła z {capacity}' } },
        }),
        signatures: 3,
        taken: [0, 1, 3],
        campaign: { languages: ['en'] },
      },
    );
    expect(textOf(element)).to.contain('seats are taken').and.not.contain('krzesła');
  });
});
