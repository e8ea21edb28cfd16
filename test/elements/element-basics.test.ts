import { fixture, fixtureSync, waitUntil } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import type { Campaign } from '../../src/campaign/campaign.js';
import type { PetitionCampaign } from '../../src/elements/campaign/petition-campaign.js';
import type { PetitionSeatPicker } from '../../src/elements/seat-picker/petition-seat-picker.js';
import { TransportError } from '../../src/transport/send.js';
import { answerWith, jsonReply } from '../support/fakes.js';
import { inCampaign, sampleDocument, sampleStory, type InCampaignOptions } from '../support/campaign.js';
import {
  control,
  fillIn,
  formAt,
  petition,
  press,
  pressNamed,
  refusal,
  signForm,
  write,
  type SignFormOptions,
} from '../support/sign-form.js';
import { elementBasics, type Make } from '../suites/element-basics.js';

/** A transport that never answers. */
const never = (): Promise<never> => new Promise(() => undefined);

const staged =
  (markup: TemplateResult, options?: InCampaignOptions): Make =>
  () =>
    inCampaign<HTMLElement>(markup, options);

const LETTERS = { address: 'Colony No. 2', advice: 'Write of the weather.' };

elementBasics(
  'petition-campaign',
  async () => (await import('../../src/elements/campaign/petition-campaign.js')).PetitionCampaign,
  async (): Promise<{ element: HTMLElement; campaign?: Campaign }> => {
    const transport = answerWith(() =>
      jsonReply({
        id: 'sample',
        status: 'open',
        signatures: 3,
        revision: 1,
        asOf: '2014-05-14T18:40:00Z',
        seats: null,
      }),
    );
    const element = await fixture<PetitionCampaign>(
      html`<petition-campaign
        .data=${sampleDocument({ venue: null, languages: ['en', 'de'] })}
        .transport=${transport}
        ><p slot="signed">Thank you</p></petition-campaign
      >`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { element };
  },
  async () => ({
    element: await fixture<HTMLElement>(
      html`<petition-campaign src="/nowhere.json" .transport=${never}><p>Sign there</p></petition-campaign>`,
    ),
  }),
);

elementBasics(
  'petition-story-card',
  async () => (await import('../../src/elements/story-card/petition-story-card.js')).PetitionStoryCard,
  staged(html`<petition-story-card open></petition-story-card>`, {
    document: sampleDocument({
      stories: [
        sampleStory({
          note: 'Written in 2014.',
          teller: 'her sister',
          updates: [{ date: '2015', text: 'Released.' }],
        }),
        sampleStory({ id: 'ben', seat: null }),
      ],
    }),
  }),
  staged(html`<petition-story-card story="ben"></petition-story-card>`),
  async () => {
    const data = sampleStory({ letters: LETTERS });
    return {
      element: await fixture<HTMLElement>(html`<petition-story-card .data=${data}></petition-story-card>`),
    };
  },
  async () => ({
    element: await fixture<HTMLElement>(html`<petition-story-card>Read it there</petition-story-card>`),
  }),
);

elementBasics(
  'petition-story-deck',
  async () => (await import('../../src/elements/story-deck/petition-story-deck.js')).PetitionStoryDeck,
  staged(html`<petition-story-deck></petition-story-deck>`),
  staged(html`<petition-story-deck story="ben"></petition-story-deck>`),
  async () => ({
    element: await fixture<HTMLElement>(html`<petition-story-deck>Read it there</petition-story-deck>`),
  }),
);

elementBasics(
  'petition-signature-counter',
  async () =>
    (await import('../../src/elements/signature-counter/petition-signature-counter.js'))
      .PetitionSignatureCounter,
  staged(html`<petition-signature-counter></petition-signature-counter>`, {
    document: sampleDocument({
      venue: null,
      goals: [1000],
      milestones: [{ at: 1000, text: 'At 1,000 a letter is sent.' }],
    }),
    signatures: 900,
  }),
  async () => {
    const { element, sign } = await inCampaign<HTMLElement>(
      html`<petition-signature-counter></petition-signature-counter>`,
    );
    await sign(9);
    return { element };
  },
);

/** A ticket after signing with a seat that has a free one beside it. */
const ticketed = async (): Promise<{ element: HTMLElement; campaign: Campaign }> => {
  const { element, campaign, sign } = await inCampaign<HTMLElement>(
    html`<petition-ticket></petition-ticket>`,
  );
  await sign(3);
  await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
  return { element, campaign };
};

/** The same with the link to that seat open. */
const inviting: Make = async () => {
  const { element, campaign } = await ticketed();
  element.shadowRoot!.querySelector<HTMLElement>('[part~="invite"]')?.click();
  return { element, campaign };
};

elementBasics(
  'petition-ticket',
  async () => (await import('../../src/elements/ticket/petition-ticket.js')).PetitionTicket,
  inviting,
  ticketed,
  () => sharing(),
  async () => ({ element: fixtureSync<HTMLElement>(html`<petition-ticket>Later</petition-ticket>`) }),
);

/** The same at risk, where no one may be invited, beside a share row. */
const sharing = async (): Promise<{ element: HTMLElement }> => {
  const { element, sign } = await inCampaign<HTMLElement>(
    html`<div><petition-ticket></petition-ticket><petition-share></petition-share></div>`,
  );
  await sign();
  const ticket = element.querySelector<HTMLElement>('petition-ticket')!;
  return { element: ticket };
};

elementBasics(
  'petition-share',
  async () => (await import('../../src/elements/share/petition-share.js')).PetitionShare,
  staged(html`<petition-share></petition-share>`),
);

elementBasics(
  'petition-seat-picker',
  async () => (await import('../../src/elements/seat-picker/petition-seat-picker.js')).PetitionSeatPicker,
  staged(html`<petition-seat-picker></petition-seat-picker>`),
  staged(html`<petition-seat-picker no-map></petition-seat-picker>`),
  // The map, near a chosen seat, after a turn of the wheel over it.
  async () => {
    const element = await fixture<PetitionSeatPicker>(
      html`<petition-seat-picker venue="arena" .kept=${[{ seat: 5, name: 'Ada' }]}></petition-seat-picker>`,
    );
    // Nothing is painted far outside the window.
    element.scrollIntoView();
    await element.ready;
    element.seat = 3;
    await element.reveal(3);
    element.shadowRoot!.querySelector('.hit')!.dispatchEvent(new WheelEvent('wheel', { deltaY: 100 }));
    await waitUntil(() => element.shadowRoot!.querySelector('[part="tip"]'), 'nothing beside the seat');
    return { element };
  },
  // The card of a chosen seat, beside a form.
  async () => {
    const { form, campaign } = await signForm({
      markup: html`<div>
        <petition-seat-picker no-map></petition-seat-picker><petition-sign-form></petition-sign-form>
      </div>`,
    });
    await campaign.request({ type: 'seat-select', seat: 3 });
    const element = form.parentElement!.querySelector('petition-seat-picker')!;
    await element.updateComplete;
    return { element, campaign };
  },
  // A full venue.
  async () => {
    const occupancy = new Uint8Array(1886).fill(255);
    const element = await fixture<PetitionSeatPicker>(
      html`<petition-seat-picker no-map venue="arena" .occupancy=${occupancy}></petition-seat-picker>`,
    );
    await element.ready;
    return { element };
  },
  // Seats that cannot be shown.
  async () => {
    const element = await fixture<PetitionSeatPicker>(
      html`<petition-seat-picker venue="circus"></petition-seat-picker>`,
    );
    await element.ready;
    return { element };
  },
);

/** Renders a sign form, fills it in and sends it, with a seat. */
const sent =
  (options: SignFormOptions): Make =>
  async () => {
    const { form, campaign, end } = await signForm(options);
    await campaign.request({ type: 'seat-select', seat: 3 });
    await form.updateComplete;
    fillIn(form);
    await press(form);
    await end();
    return { element: form };
  };

elementBasics(
  'petition-sign-form',
  async () => (await import('../../src/elements/sign-form/petition-sign-form.js')).PetitionSignForm,
  async () => {
    const { form, campaign } = await signForm({ document: { ...petition(), closes: '2999-12-31' } });
    return { element: form, campaign };
  },
  // Answers with problems, beside a picker.
  async () => {
    const { form, campaign } = await signForm({
      markup: html`<div>
        <petition-seat-picker no-map></petition-seat-picker><petition-sign-form></petition-sign-form>
      </div>`,
    });
    await campaign.request({ type: 'seat-select', seat: 3 });
    await form.updateComplete;
    await press(form);
    return { element: form };
  },
  // The first of two steps.
  async () => {
    const document = petition();
    const fields = document.fields.map(
      (field) => ({ ...field, step: field.name === 'email' ? 2 : 1 }) as const,
    );
    const { form } = await signForm({ document: { ...document, fields } });
    return { element: form };
  },
  // The second of two steps, with consents of two organisers and an address that looks mistyped.
  async () => {
    const document = petition();
    const [organiser] = document.organisers;
    const [consent] = document.consents;
    const { form } = await signForm({
      document: {
        ...document,
        fields: document.fields.map((field) => ({ ...field, step: field.name === 'email' ? 2 : 1 })),
        organisers: [organiser!, { ...organiser!, id: 'partner', name: 'Partner' }],
        consents: [consent!, { ...consent!, purpose: 'partner', organiser: 'partner', required: false }],
      },
    });
    write(form, 'given_name', 'Ada');
    write(form, 'family_name', 'Novák');
    await pressNamed(form, 'Continue');
    control(form, 'email').focus();
    await import('../../src/elements/sign-form/email-typo.js');
    await new Promise((resolve) => setTimeout(resolve));
    write(form, 'email', 'ada@gmial.com');
    return { element: form };
  },
  // Signed, with a next page.
  sent({ document: { ...petition(), afterSign: { action: 'redirect', url: 'https://ngo.example/thanks' } } }),
  // Signed, beside a person with an address for letters.
  sent({ document: petition({ stories: [sampleStory({ letters: LETTERS })] }) }),
  sent({ answer: refusal(409, 'seat-taken', { seat: 3, near: [4, 5] }) }),
  sent({ answer: () => Promise.reject(new TransportError('network')) }),
  // Not sent, where the author allows a fallback.
  async () => {
    const form = await formAt(
      { preset: 'form', vars: { url: 'https://ngo.example/sign' }, fallback: { copy: true } },
      () => Promise.reject(new TransportError('network')),
    );
    await waitUntil(() => form.shadowRoot!.querySelector('[part="fallback"]'), 'no other way');
    return { element: form };
  },
  async () => ({ element: fixtureSync<HTMLElement>(html`<petition-sign-form></petition-sign-form>`) }),
);
