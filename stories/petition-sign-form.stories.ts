import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { deviceTimeZone } from '../src/elements/sign-form/life-view.js';
import type { PetitionSignForm } from '../src/index.js';
import type { CampaignDocument, Consent, Field } from '../src/model/campaign.js';
import { TransportError } from '../src/transport/send.js';
import { pending, refusal, type Answer } from '../test/support/box-office.js';
import { ADA, control, fillIn, find, press, write } from '../test/support/form-verbs.js';
import { inCampaign, stageIn } from './support/dress.js';
import { exampleDocument, FULL_HOUSE, seated, seatOf } from './support/example.js';
import type { Stage } from './support/stage.js';

interface Args {
  heading?: string;
  'heading-level'?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Sign form',
  component: 'petition-sign-form',
  render: ({ heading, 'heading-level': level }) =>
    html`<petition-sign-form
      heading=${ifDefined(heading)}
      heading-level=${ifDefined(level)}
    ></petition-sign-form>`,
};
export default meta;
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const formIn = (canvas: Element): PetitionSignForm =>
  canvas.querySelector<PetitionSignForm>('petition-sign-form')!;

/** Answers everything and presses the button; then does what the story shows. */
const signing =
  (then: (stage: Stage) => Promise<unknown> = (stage) => stage.end()): Play =>
  async ({ canvasElement }) => {
    const stage = stageIn(canvasElement);
    await stage.ready;
    const form = formIn(canvasElement);
    await form.updateComplete;
    fillIn(form);
    await press(form);
    await then(stage);
    await form.updateComplete;
  };

/** A story reached by signing; the docs do not run `play`, so they leave it out. */
const signed = (answer?: Answer, seat?: string): Partial<Story> => ({
  tags: ['!autodocs'],
  ...inCampaign(() => ({ ...(answer && { answer }), ...(seat && { seat }) })),
  play: signing(),
});

/** Acts on the form once it has rendered. */
const acting =
  (act: (form: PetitionSignForm) => unknown): Play =>
  async ({ canvasElement }) => {
    await stageIn(canvasElement).ready;
    const form = formIn(canvasElement);
    await form.updateComplete;
    await act(form);
    await form.updateComplete;
  };

const inSteps = (): CampaignDocument => {
  const document = exampleDocument();
  const first = ['given_name', 'family_name'];
  return {
    ...document,
    fields: document.fields.map((field) => ({ ...field, step: first.includes(field.name) ? 1 : 2 })),
  };
};

const seenBy = ['team'] as const;
const everyKind: Field[] = [
  { name: 'given_name', type: 'text', required: true, maxLength: 100, seenBy: ['team', 'target'] },
  { name: 'family_name', type: 'text', required: true, maxLength: 100, seenBy: ['team', 'target'] },
  { name: 'email', type: 'email', required: true, maxLength: 254, seenBy },
  { name: 'phone', type: 'tel', required: false, seenBy },
  { name: 'country', type: 'country', required: true, seenBy: ['team', 'target'] },
  { name: 'postal_code', type: 'postcode', required: true, seenBy },
  {
    name: 'who',
    type: 'choice',
    required: true,
    label: { en: 'I sign' },
    options: [
      { value: 'self', label: { en: 'for myself' } },
      { value: 'group', label: { en: 'for an organisation' } },
    ],
    seenBy: ['team', 'target'],
  },
  {
    name: 'heard',
    type: 'choice',
    required: false,
    label: { en: 'How did you hear of it?' },
    options: [
      { value: 'friend', label: { en: 'From a friend' } },
      { value: 'news', label: { en: 'In the news' } },
    ],
    seenBy,
  },
  { name: 'adult', type: 'checkbox', required: true, label: { en: 'I am 16 or older' }, seenBy },
  { name: 'comment', type: 'textarea', required: false, maxLength: 1000, seenBy: ['public'] },
  {
    name: 'source',
    type: 'hidden',
    required: false,
    options: [{ value: 'story', label: 'This story' }],
    seenBy,
  },
];

const consents: Consent[] = [
  ...exampleDocument().consents.map((consent) =>
    consent.required ? consent : { ...consent, modeByCountry: { DE: 'choice', US: 'off' } as const },
  ),
  {
    purpose: 'partner-news',
    organiser: 'partner',
    required: false,
    version: '2014-05',
    text: { en: 'The partner may write to me about prisoners of conscience.' },
  },
];
const severalOrganisers = (): CampaignDocument => {
  const document = exampleDocument();
  return {
    ...document,
    consents,
    organisers: [
      ...document.organisers,
      {
        id: 'partner',
        name: 'Partner for Freedom',
        url: 'https://partner.example/',
        privacy: 'https://partner.example/privacy',
      },
    ],
  };
};

const never: Answer = () => new Promise(() => undefined);
const broken =
  (kind: 'network' | 'offline'): Answer =>
  () => {
    throw new TransportError(kind);
  };
const busy: Answer = async (...told) => ({ ...(await refusal(429, 'too-many')(...told)), retryAfter: '20' });
const SEAT = '12-8-15';

export const EmptyForm: Story = { name: 'Empty form', ...inCampaign() };

export const WithASeat: Story = { name: 'With a seat', ...inCampaign(() => ({ seat: SEAT })) };

/** It is not known yet whether the chosen seat is free. */
export const SeatNotKnown: Story = {
  name: 'Seat status unknown',
  ...inCampaign(() => ({ areSeatsDown: true, seat: SEAT })),
};

export const WithoutAVenue: Story = {
  name: 'Without a venue',
  ...inCampaign(() => ({ document: exampleDocument({ venue: null }), signatures: 4213 })),
};

export const StepOne: Story = {
  name: 'Step 1 of 2',
  ...inCampaign(() => ({ document: inSteps(), seat: SEAT })),
};

export const StepTwo: Story = {
  name: 'Step 2 of 2',
  tags: ['!autodocs'],
  ...inCampaign(() => ({ document: inSteps(), seat: SEAT })),
  play: acting(async (form) => {
    write(form, 'given_name', 'Ada');
    write(form, 'family_name', 'Novák');
    find(form, '[part="continue"]').click();
  }),
};

export const StepWithAnError: Story = {
  name: 'Step with an error',
  tags: ['!autodocs'],
  ...inCampaign(() => ({ document: inSteps(), seat: SEAT })),
  play: acting((form) => {
    write(form, 'given_name', 'Ada');
    find(form, '[part="continue"]').click();
  }),
};

export const EveryKindOfField: Story = {
  name: 'Every kind of field',
  ...inCampaign(() => ({ document: exampleDocument({ fields: everyKind }), seat: SEAT })),
};

export const EveryKindWithErrors: Story = {
  name: 'Every kind of field, with errors',
  tags: ['!autodocs'],
  ...inCampaign(() => ({ document: exampleDocument({ fields: everyKind }), seat: SEAT })),
  play: acting(async (form) => {
    await import('../src/model/postcode/postcode.js');
    write(form, 'country', 'CZ');
    write(form, 'postal_code', '1100');
    await press(form);
  }),
};

export const MistypedAddress: Story = {
  name: 'A mistyped address',
  tags: ['!autodocs'],
  ...inCampaign(() => ({ seat: SEAT })),
  play: acting(async (form) => {
    control(form, 'email').focus();
    await import('../src/elements/sign-form/email-typo.js');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    write(form, 'email', 'ada@gmial.com');
  }),
};

export const SeveralOrganisers: Story = {
  name: 'Consents of several organisers',
  ...inCampaign(() => ({ document: severalOrganisers(), seat: SEAT })),
};

export const ConsentYesOrNo: Story = {
  name: 'Consent with Yes and No, where a country requires it',
  tags: ['!autodocs'],
  ...inCampaign(() => ({ document: severalOrganisers(), seat: SEAT })),
  play: acting((form) => write(form, 'country', 'DE')),
};

export const ConsentUnanswered: Story = {
  name: 'Consent without an answer yet',
  tags: ['!autodocs'],
  ...inCampaign(() => ({ document: severalOrganisers(), seat: SEAT })),
  play: acting(async (form) => {
    fillIn(form, { ...ADA, country: 'DE' });
    await form.updateComplete;
    await press(form);
  }),
};

export const WhoWillSeeWhat: Story = {
  name: 'Who sees your answers',
  tags: ['!autodocs'],
  ...inCampaign(() => ({ document: exampleDocument({ fields: everyKind }), seat: SEAT })),
  play: acting((form) => find(form, '.seen summary').click()),
};

export const Errors: Story = {
  tags: ['!autodocs'],
  ...inCampaign(() => ({ seat: SEAT })),
  async play({ canvasElement }) {
    await stageIn(canvasElement).ready;
    const form = formIn(canvasElement);
    await form.updateComplete;
    fillIn(form, { given_name: 'Ada', family_name: '', email: 'ada.example.org' });
    await press(form);
  },
};

export const Sending: Story = {
  tags: ['!autodocs'],
  ...inCampaign(() => ({ seat: SEAT, answer: never })),
  play: signing((stage) => stage.pass()),
};

export const WaitAMoment: Story = {
  name: 'Wait a moment',
  tags: ['!autodocs'],
  ...inCampaign(() => ({ seat: SEAT, answer: busy })),
  play: signing((stage) =>
    stage.until(({ signing }) => signing.outcome === 'sending' && signing.waitSeconds !== null),
  ),
};

export const TooManyAtOnce: Story = { name: 'Too many at once', ...signed(busy, SEAT) };

export const SeatTaken: Story = {
  name: 'Seat taken',
  ...signed(
    refusal(409, 'seat-taken', {
      seat: seatOf(SEAT),
      near: ['12-8-13', '12-9-15', '12-7-15'].map(seatOf),
    }),
    SEAT,
  ),
};

export const SeatTakenMeanwhile: Story = {
  name: 'Seat taken meanwhile',
  ...inCampaign(() => ({
    seat: SEAT,
    async then(stage) {
      stage.published.taken = [...seated(4213), seatOf(SEAT)];
      await stage.refresh();
    },
  })),
};

export const NotSent: Story = { name: 'Not sent', ...signed(broken('network'), SEAT) };

export const Offline: Story = { ...signed(broken('offline'), SEAT) };

export const Rejected: Story = { ...signed(refusal(403, 'forbidden'), SEAT) };

export const SignedWithASeat: Story = { name: 'Signed with a seat', ...signed(undefined, SEAT) };

export const SignedStanding: Story = { name: 'Signed standing', ...signed() };

export const Pending: Story = { ...signed(pending, SEAT) };

export const AlreadySigned: Story = {
  name: 'Already signed',
  ...inCampaign(() => ({ ended: { outcome: 'duplicate' } })),
};

export const OnItsWay: Story = {
  name: 'Sent, not confirmed',
  ...inCampaign(() => ({ ended: { outcome: 'assumed' } })),
};

export const EverySeatIsTaken: Story = {
  name: 'Every seat is taken',
  ...inCampaign(() => ({ taken: seated(FULL_HOUSE), signatures: FULL_HOUSE })),
};

export const NotOpenYet: Story = {
  name: 'Not open yet',
  ...inCampaign(() => ({
    document: exampleDocument({ state: 'draft', opens: '2014-05-09', timeZone: deviceTimeZone() }),
    signatures: 0,
  })),
};

export const OpenUntilADay: Story = {
  name: 'Open until a day',
  ...inCampaign(() => ({
    document: exampleDocument({ closes: '2026-12-31', timeZone: deviceTimeZone() }),
    seat: SEAT,
  })),
};

export const ClosingSoon: Story = {
  name: 'Closing soon',
  ...inCampaign(() => ({
    document: exampleDocument({ closes: '2026-11-25', timeZone: deviceTimeZone() }),
    seat: SEAT,
  })),
};

export const ClosesElsewhere: Story = {
  name: 'Closes elsewhere',
  ...inCampaign(() => ({
    document: exampleDocument({ closes: '2026-11-25', timeZone: 'Pacific/Chatham' }),
    seat: SEAT,
  })),
};

export const OpensElsewhere: Story = {
  name: 'Opens elsewhere',
  ...inCampaign(() => ({
    document: exampleDocument({ state: 'draft', opens: '2026-12-10', timeZone: 'Pacific/Chatham' }),
    signatures: 0,
  })),
};

export const AuthorsWordsAfterSigning: Story = {
  name: 'Signed: the author’s own words',
  ...signed(undefined, SEAT),
  render: () =>
    html`<petition-sign-form>
      <div slot="signed">
        <h2>Thank you</h2>
        <p>Letters carry him through. <a href="#letter">Write one now</a></p>
      </div>
    </petition-sign-form>`,
};

export const GoesOnElsewhere: Story = {
  name: 'Signed: with a link to the next page',
  tags: ['!autodocs'],
  ...inCampaign(() => ({
    document: exampleDocument({ afterSign: { action: 'redirect', url: 'https://ngo.example/thanks' } }),
    seat: SEAT,
  })),
  play: signing(),
};

export const Closed: Story = { ...inCampaign(() => ({ status: 'closed' })) };

export const HandedOver: Story = { name: 'Handed over', ...inCampaign(() => ({ status: 'delivered' })) };

export const Won: Story = { ...inCampaign(() => ({ status: 'won' })) };

export const Reading: Story = {
  name: 'Loading: the author’s content',
  render: () =>
    html`<petition-sign-form for="late"><a href="#sign">Sign on our own page</a></petition-sign-form>`,
};

/** Asks for the usual fields, fires `petition-submit`, and sends nothing. */
export const OnlyAttributes: Story = {
  name: 'Only attributes',
  args: { heading: 'Sign with us', 'heading-level': 3 },
};
