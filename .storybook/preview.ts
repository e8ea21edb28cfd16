import '../src/define.js';
import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json';
import { dressed, settled } from '../stories/support/dress.js';
import { languages } from '../stories/support/languages.js';
import './preview.css';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Flows',
          'Elements',
          ['Campaign', 'Story card', 'Signature counter', 'Seat picker', 'Sign form'],
        ],
      },
    },
    a11y: { test: 'error' },
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
  decorators: [dressed],
  // A story has ended when nothing in it is on its way: what is looked at and tested is what stays.
  afterEach: ({ canvasElement }) => settled(canvasElement),
};

export default preview;
