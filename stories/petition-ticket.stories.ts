import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { PetitionTicket } from '../src/index.js';
import { pending } from '../test/support/box-office.js';
import { inCampaign, stageIn } from './support/dress.js';
import { CROWD, exampleDocument, exampleStory, seated, seatOf } from './support/example.js';
import type { Setting } from './support/stage.js';

interface Args {
  seat?: string;
  venue?: string;
  headline?: string;
  url?: string;
  format?: 'auto' | 'wide' | 'upright';
  standing?: boolean;
  'at-risk'?: boolean;
  'heading-level'?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Ticket',
  component: 'petition-ticket',
  render: ({ seat, venue, headline, url, format, standing, 'at-risk': atRisk, 'heading-level': level }) =>
    html`<petition-ticket
      seat=${ifDefined(seat)}
      venue=${ifDefined(venue)}
      headline=${ifDefined(headline)}
      url=${ifDefined(url)}
      format=${ifDefined(format)}
      heading-level=${ifDefined(level)}
      ?standing=${standing}
      ?at-risk=${atRisk}
    ></petition-ticket>`,
};
export default meta;
type Story = StoryObj<Args>;

const SEAT = '12-8-15';
/** The crowd, with the seat on the other side left free. */
const FREE_BESIDE = seated(CROWD).filter((seat) => seat !== seatOf('12-8-16'));

/** A story after signing, with a seat or standing. */
const signed = (seat?: string, setting: () => Setting = () => ({})): { parameters: object } =>
  inCampaign(() => ({
    taken: FREE_BESIDE,
    signatures: CROWD,
    ...setting(),
    async then(stage) {
      await stage.sign(seat);
    },
  }));

const ticketIn = (canvas: Element): PetitionTicket =>
  canvas.querySelector<PetitionTicket>('petition-ticket')!;
const inside = (canvas: Element, selector: string): HTMLElement =>
  ticketIn(canvas).shadowRoot!.querySelector<HTMLElement>(selector)!;

/** Acts once the signature is accepted. */
const then =
  (act: (canvas: Element) => Promise<void> | void): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await stageIn(canvasElement).ready;
    await ticketIn(canvasElement).updateComplete;
    await act(canvasElement);
    await ticketIn(canvasElement).updateComplete;
  };

export const BesideSomebody: Story = { name: 'Beside someone', ...signed(SEAT) };

export const AmongPeople: Story = { name: 'Among people', ...signed('3-9-9') };

export const Standing: Story = { ...signed() };

export const WithoutAVenue: Story = {
  name: 'Without a venue',
  ...inCampaign(() => ({
    document: exampleDocument({ venue: null }),
    signatures: CROWD,
    then: (stage) => stage.sign(),
  })),
};

export const HeldUntilConfirmed: Story = {
  name: 'Held until confirmed',
  ...signed(SEAT, () => ({ answer: pending })),
};

export const ChosenNotGiven: Story = {
  name: 'Chosen, not confirmed',
  ...inCampaign(() => ({
    seat: SEAT,
    ended: { outcome: 'assumed' },
  })),
};

export const NoNeighbour: Story = {
  name: 'No free seat beside',
  ...signed(SEAT, () => ({ taken: [...FREE_BESIDE, seatOf('12-8-16')] })),
};

export const Upright: Story = { args: { format: 'upright' }, ...signed(SEAT) };

export const NarrowColumn: Story = {
  name: 'Narrow column',
  ...signed(SEAT),
  render: () => html`<div style="inline-size: 280px"><petition-ticket></petition-ticket></div>`,
};

export const LongNames: Story = {
  name: 'Long names',
  ...signed(SEAT, () => ({
    document: exampleDocument({
      title: {
        en: 'Watch the Human Rights Match with us in Belarus, and ask for the immediate and unconditional release of the three',
      },
      stories: [
        exampleStory('ales-bialiatski', {
          name: { en: 'Sheikh Abdul-Rahman ibn Muhammad al-Mustafa Wolfeschlegelsteinhausenbergerdorff' },
          portrait: null,
        }),
      ],
      share: {
        url: 'https://a-very-long-name-of-an-organisation.example/campaigns/human-rights-match',
        text: '',
        channels: [],
      },
    }),
  })),
};

export const Arabic: Story = {
  ...signed(SEAT, () => ({
    document: exampleDocument({
      // First, so that it is the language shown; the fields have texts in all of them.
      languages: ['ar', ...exampleDocument().languages.filter((language) => language !== 'ar')],
      title: { ar: 'شاهدوا معنا مباراة حقوق الإنسان في بيلاروسيا!' },
      stories: [exampleStory('ales-bialiatski', { name: { ar: 'أليس بيالياتسكي' } })],
    }),
  })),
  render: () => html`<petition-ticket lang="ar"></petition-ticket>`,
};

export const WithAFirstName: Story = {
  name: 'With a first name',
  tags: ['!autodocs'],
  ...signed(SEAT),
  play: then((canvas) => {
    const input = inside(canvas, '#name') as HTMLInputElement;
    input.value = 'Ada';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }),
};

export const Invitation: Story = {
  tags: ['!autodocs'],
  ...signed(SEAT),
  play: then((canvas) => inside(canvas, '[part~="invite"]').click()),
};

export const AtRisk: Story = { name: 'At risk', args: { 'at-risk': true }, ...signed(SEAT) };

export const NotSignedYet: Story = {
  name: 'Not signed yet: the author’s content',
  ...inCampaign(),
  render: () => html`<petition-ticket><p>Your ticket comes here once you have signed.</p></petition-ticket>`,
};

export const OnlyAttributes: Story = {
  name: 'Only attributes',
  args: {
    seat: '4-3-11',
    venue: 'arena',
    headline: 'The Human Rights Match',
    url: 'https://ngo.example/human-rights-match',
  },
};

export const OnlyASeat: Story = {
  name: 'Only a seat, without a venue',
  args: { seat: 'Balcony-AA-11', headline: 'The Human Rights Match', url: 'https://ngo.example/sign' },
};
