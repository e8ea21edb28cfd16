import { ContextProvider } from '@lit/context';
import { fixtureSync, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { Campaign } from '../../src/campaign/campaign.js';
import { campaignContext } from '../../src/context/campaign-context.js';
import type { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import type { Translator } from '../../src/elements/base/translator.js';
import { en } from '../../src/i18n/locales/en.js';
import { translate } from '../../src/i18n/translate.js';
import { textIn, type CampaignDocument, type CampaignStatus } from '../../src/model/campaign.js';
import type { EndpointConfig } from '../../src/model/endpoint.js';
import type { SignatureRequest } from '../../src/model/signature/signature.js';
import type { Transport } from '../../src/transport/send.js';
import { playBoxOffice, type Answer, type Published } from './box-office.js';
import { fakeClock, fakePage, until } from './fakes.js';
import { fillIn, press } from './form-verbs.js';
import { sampleDocument } from './samples.js';

export { pending, refusal, signed } from './box-office.js';
export * from './form-verbs.js';

/** English messages without an element. */
export const englishWords: Translator = {
  locale: 'en',
  t: (key, values) => translate(en[key], 'en', values),
  text: (text) => textIn(text, 'en', ['en']),
};

/** A petition with every kind of question the form renders: a name in two halves, a country, a second consent. */
export function petition(changes: Partial<CampaignDocument> = {}): CampaignDocument {
  return sampleDocument({
    fields: [
      { name: 'given_name', type: 'text', required: true, maxLength: 100, seenBy: ['team', 'target'] },
      { name: 'family_name', type: 'text', required: true, maxLength: 100, seenBy: ['team', 'target'] },
      { name: 'email', type: 'email', required: true, maxLength: 254, seenBy: ['team'] },
      { name: 'country', type: 'country', required: false, seenBy: ['team', 'target'] },
    ],
    consents: [
      {
        purpose: 'sign',
        organiser: 'example-ngo',
        required: true,
        version: '2014-05',
        text: 'I sign. My name may be handed over.',
      },
      {
        purpose: 'newsletter',
        organiser: 'example-ngo',
        required: false,
        version: '2014-05',
        text: 'Write to me.',
      },
    ],
    ...changes,
  });
}

/** An answer that arrives when the test calls `come`. */
export function later(answer: Answer): { answer: Answer; come: () => void } {
  let come = (): void => undefined;
  const gate = new Promise<void>((resolve) => (come = resolve));
  return { answer: async (body, published) => (await gate, answer(body, published)), come };
}

export interface SignFormOptions {
  document?: CampaignDocument;
  answer?: Answer;
  signatures?: number;
  status?: CampaignStatus;
  /** Taken seats besides the kept ones. */
  taken?: readonly number[];
  /** Replaces the default markup. */
  markup?: TemplateResult;
  languages?: readonly string[];
}

export interface Staged {
  form: PetitionSignForm;
  campaign: Campaign;
  clock: ReturnType<typeof fakeClock>;
  /** The requests to sign. */
  posts: SignatureRequest[];
  bodies: string[];
  /** The figures that the box office publishes from now on. */
  published: Published;
  answerWith(answer: Answer): void;
  /** Lets every pause elapse until the submission has ended and has rendered. */
  end(): Promise<void>;
  refresh(): Promise<void>;
}

/** Renders a sign form in a real `Campaign` with a fake box office, and waits until the count has loaded. */
export async function signForm(options: SignFormOptions = {}): Promise<Staged> {
  const {
    document = petition(),
    markup = html`<petition-sign-form></petition-sign-form>`,
    languages = [],
  } = options;
  const { transport, published, posts, bodies, answerWith } = playBoxOffice(
    document,
    {
      signatures: options.signatures ?? 4213,
      taken: document.venue ? (options.taken ?? []) : null,
      ...(options.status && { status: options.status }),
    },
    options.answer,
  );
  const clock = fakeClock();
  const campaign = new Campaign({ data: document }, { transport, clock, page: fakePage(), languages });
  campaign.watchSeats();
  const parentNode = window.document.createElement('div');
  new ContextProvider(parentNode, { context: campaignContext, initialValue: campaign });
  // Not `fixture`: it waits for a frame, and a background tab has none.
  const mounted = fixtureSync<HTMLElement>(markup, { parentNode });
  const form = mounted.matches('petition-sign-form')
    ? (mounted as PetitionSignForm)
    : mounted.querySelector<PetitionSignForm>('petition-sign-form')!;
  await until(
    campaign,
    ({ state }) => state.freshness === 'fresh' && (!document.venue || state.takenRevision > 0),
  );
  // Until the reading has ended: a refresh would join it.
  await new Promise((resolve) => setTimeout(resolve));
  await form.updateComplete;
  return {
    form,
    campaign,
    clock,
    posts,
    bodies,
    published,
    answerWith,
    async end() {
      while (campaign.state.signing.outcome === 'sending') await clock.pass();
      await form.updateComplete;
      // A colour in transition is neither the old nor the new one.
      for (const animation of form.shadowRoot!.getAnimations())
        if (animation instanceof CSSTransition) animation.finish();
    },
    async refresh() {
      published.revision++;
      await campaign.refresh();
      await form.updateComplete;
    },
  };
}

/** Renders a sign form without seats at an endpoint described by data, fills it in and sends it. */
export async function formAt(
  endpoint: EndpointConfig,
  transport: Transport,
  changes: Partial<CampaignDocument> = {},
): Promise<PetitionSignForm> {
  const campaign = new Campaign(
    { data: { ...petition({ venue: null, stories: [], ...changes }), endpoint } },
    { transport, clock: fakeClock(), page: fakePage() },
  );
  const parentNode = document.createElement('div');
  new ContextProvider(parentNode, { context: campaignContext, initialValue: campaign });
  const form = fixtureSync<PetitionSignForm>(html`<petition-sign-form></petition-sign-form>`, { parentNode });
  await until(campaign, ({ state }) => state.freshness !== 'unknown');
  await form.updateComplete;
  fillIn(form);
  await press(form);
  await until(campaign, ({ state }) => !['idle', 'sending'].includes(state.signing.outcome));
  await form.updateComplete;
  return form;
}
