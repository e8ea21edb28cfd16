import '../src/define.js';
import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { withActions } from 'storybook/actions/decorator';
import { authored, campaignDecorator, settled } from '../stories/support/dress.js';
import { languages } from '../stories/support/languages.js';
import { manifest } from '../stories/support/manifest.js';
import './preview.css';

setCustomElementsManifest(manifest);

const FINDERS = new Set(['for', 'endpoint', 'petition']);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    controls: { expanded: true },
    actions: {
      handles: ['seat-select', 'submit', 'signed', 'refused', 'failed', 'update'].map(
        (name) => `petition-${name}`,
      ),
    },
    options: {
      storySort: {
        order: [
          'Flows',
          ['Journey', 'Hostile page'],
          'Elements',
          ['Campaign', 'Story card', 'Story deck', 'Signature counter', 'Seat picker', 'Sign form'],
        ],
      },
    },
    a11y: { test: 'error' },
    docs: { source: { transform: authored } },
  },
  globalTypes: {
    theme: {
      name: 'Theme',
      description: 'Colours of the page and of the elements',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'As the visitor has it' },
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    language: {
      name: 'Language',
      description: 'Language of the elements, and direction of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: languages.map(({ tag, title }) => ({ value: tag, title })),
      },
    },
  },
  initialGlobals: { theme: 'auto', language: 'en' },
  decorators: [withActions, campaignDecorator],
  // Attributes are editable, except those that find a campaign: stories have their own. The rest is documentation.
  argTypesEnhancers: [
    ({ argTypes }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, type]) => [
          name,
          type.table?.category === 'attributes' && !FINDERS.has(name) ? type : { ...type, control: false },
        ]),
      ),
  ],
  // A story has finished when nothing in it is pending: the tests and the screenshots see its final state.
  afterEach: ({ canvasElement }) => settled(canvasElement),
};

export default preview;
