import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { PetitionSignForm } from '../src/index.js';
import { TransportError } from '../src/transport/send.js';
import { pending, refusal, type Answer } from '../test/support/box-office.js';
import { fillIn, press } from '../test/support/form-verbs.js';
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

/** Answers everything and presses the button; then whatever the story is about. */
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

/** A story that is reached by signing; docs run no play, so they leave it out. */
const signed = (answer?: Answer, seat?: string): Partial<Story> => ({
  tags: ['!autodocs'],
  ...inCampaign(() => ({ ...(answer && { answer }), ...(seat && { seat }) })),
  play: signing(),
});

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

export const WithoutAVenue: Story = {
  name: 'Without a venue',
  ...inCampaign(() => ({ document: exampleDocument({ venue: null }), signatures: 4213 })),
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
  name: 'On its way, nobody knows more',
  ...inCampaign(() => ({ ended: { outcome: 'assumed' } })),
};

export const EverySeatIsTaken: Story = {
  name: 'Every seat is taken',
  ...inCampaign(() => ({ taken: seated(FULL_HOUSE), signatures: FULL_HOUSE })),
};

export const NotOpenYet: Story = {
  name: 'Not open yet',
  ...inCampaign(() => ({
    document: exampleDocument({ state: 'draft', opens: '2014-05-09' }),
    signatures: 0,
  })),
};

export const Closed: Story = { ...inCampaign(() => ({ status: 'closed' })) };

export const HandedOver: Story = { name: 'Handed over', ...inCampaign(() => ({ status: 'delivered' })) };

export const Won: Story = { ...inCampaign(() => ({ status: 'won' })) };

export const Reading: Story = {
  name: 'Being read: the author’s content',
  render: () =>
    html`<petition-sign-form for="late"><a href="#sign">Sign on our own page</a></petition-sign-form>`,
};

/** Asks the usual questions, fires `petition-submit`, and sends nothing. */
export const OnlyAttributes: Story = {
  name: 'Only attributes',
  args: { heading: 'Sign with us', 'heading-level': 3 },
};
