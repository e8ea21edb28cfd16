import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { PetitionShare } from '../src/index.js';
import { inCampaign, stageIn } from './support/dress.js';

interface Args {
  channels?: string;
  more?: string;
  url?: string;
  text?: string;
  story?: string;
  heading?: string;
  'heading-level'?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Share row',
  component: 'petition-share',
  render: ({ channels, more, url, text, story, heading, 'heading-level': level }) =>
    html`<petition-share
      channels=${ifDefined(channels)}
      more=${ifDefined(more)}
      url=${ifDefined(url)}
      text=${ifDefined(text)}
      story=${ifDefined(story)}
      heading=${ifDefined(heading)}
      heading-level=${ifDefined(level)}
    ></petition-share>`,
};
export default meta;
type Story = StoryObj<Args>;

const ALL = 'native copy whatsapp telegram signal bluesky mastodon email qr';

const shareIn = (canvas: Element): PetitionShare => canvas.querySelector<PetitionShare>('petition-share')!;
const inside = <E extends HTMLElement>(canvas: Element, selector: string): E =>
  shareIn(canvas).shadowRoot!.querySelector<E>(selector)!;

/** Presses a channel and waits for the panel it opens. */
const pressed = (way: string, brings: string): Partial<Story> => ({
  tags: ['!autodocs'],
  args: { channels: ALL },
  ...inCampaign(),
  async play({ canvasElement }) {
    await stageIn(canvasElement).ready;
    await shareIn(canvasElement).updateComplete;
    inside(canvasElement, `[part~="${way}"]`).click();
    while (!inside(canvasElement, brings)) await new Promise((resolve) => setTimeout(resolve, 20));
  },
});

/** The channels of the campaign's document. */
export const OfTheCampaign: Story = { name: 'Of the campaign', ...inCampaign() };

export const EveryWay: Story = { name: 'Every channel', args: { channels: ALL }, ...inCampaign() };

export const AboutAStory: Story = {
  name: 'About a story',
  args: { story: 'mikalai-statkevich', heading: 'Tell others about Mikalai' },
  ...inCampaign(),
};

export const WaysOfTheAuthor: Story = {
  name: 'The author’s own channels',
  args: {
    channels: 'copy email',
    more: '[{"label": "Viber", "href": "viber://forward?text={text}%20{url}"}, {"label": "Reddit", "href": "https://www.reddit.com/submit?url={url}&title={text}"}]',
  },
  ...inCampaign(),
};

export const AnswersTheQrCode: Story = { name: 'QR code', ...pressed('qr', '[part~="qr"].code') };

export const AsksForAServer: Story = {
  name: 'Asks for a Mastodon server',
  ...pressed('mastodon', '#server'),
};

export const NarrowColumn: Story = {
  name: 'Narrow column',
  ...inCampaign(),
  render: () => html`<div style="inline-size: 240px"><petition-share channels=${ALL}></petition-share></div>`,
};

export const OnlyAttributes: Story = {
  name: 'Only attributes',
  args: { url: 'https://ngo.example/sign', text: 'Choose a seat, support the petition.' },
};
