import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inCampaign } from '../support/dress.js';

const meta: Meta = {
  title: 'Flows/Hostile page',
  parameters: { layout: 'fullscreen', ...inCampaign().parameters },
  // Its style sheet applies to the whole page, and would change the docs as well.
  tags: ['!autodocs'],
};
export default meta;
type Story = StoryObj;

/** The rules with which resets, themes and page builders hit everything on a page, and well-known class names and ids. */
const sheet = `
  html { font-size: 62.5%; }
  body { font: italic 700 27px/2.6 fantasy; letter-spacing: 4px; word-spacing: 12px; text-transform: uppercase;
    text-align: center; text-indent: 3em; white-space: nowrap; color: #b000b0; cursor: wait; }
  #storybook-root *:not(style) {
    margin: 0 !important; padding: 0 !important; border: 0 !important; box-sizing: content-box !important;
    font-size: 100% !important; line-height: 1 !important; vertical-align: baseline !important;
    list-style: none !important; outline: none !important; max-width: 100% !important; min-height: 0 !important;
    display: inline !important; visibility: visible !important;
  }
  #storybook-root div { display: block !important; }
  button, input, select, textarea { all: unset !important; background: #ff0 !important; color: #ff0 !important;
    height: 12px !important; }
  h1, h2, h3, p, a, label, li { color: #ff0 !important; background: #ff0 !important; transform: rotate(2deg); }
  svg, canvas, img { display: none !important; width: 10px !important; }
  .base, .card, .panel, .petition, .counter, .act, .taken { display: none !important; }
  [hidden] { display: block !important; }
  :focus, :focus-visible { outline: none !important; }
`;

/** The whole petition on a page in another language and direction, whose style sheet overrides everything. */
export const WholePetition: Story = {
  name: 'Whole petition',
  render: () =>
    html`<style>
        ${sheet}
      </style>
      <div lang="fa" dir="rtl">
        <petition-campaign></petition-campaign>
      </div>`,
};

export const SingleElements: Story = {
  name: 'Single elements',
  render: () =>
    html`<style>
        ${sheet}
      </style>
      <div lang="fa" dir="rtl">
        <petition-signature-counter></petition-signature-counter>
        <petition-story-card></petition-story-card>
        <petition-seat-picker></petition-seat-picker>
        <petition-sign-form></petition-sign-form>
      </div>`,
};

/** If the page gives an element no width, it must not shrink to 0. */
export const NoWidth: Story = {
  name: 'No width',
  render: () =>
    html`<div style="display: flex; flex-wrap: wrap; gap: 16px; align-items: start">
      <petition-signature-counter></petition-signature-counter>
      <petition-story-card></petition-story-card>
      <petition-seat-picker></petition-seat-picker>
      <petition-sign-form></petition-sign-form>
    </div>`,
};
