import { expect } from '@open-wc/testing';
import { openPage, type OwnPage } from '../support/own-page.js';

let world = 0;
const makeEndpoint = (): string => `${location.origin}/faults/theme-${Date.now()}-${world++}/good`;

const pages: OwnPage[] = [];
function open(...[body, options]: Parameters<typeof openPage>): OwnPage {
  const page = openPage(body, options);
  pages.push(page);
  return page;
}

const single = (attributes = ''): string =>
  `<petition-signature-counter count="12" goal="20" ${attributes}></petition-signature-counter>`;

/** Returns the theme by the colour of an element's text: dark text is the light theme. */
function themeOf(page: OwnPage, selector: string): string {
  const path = selector.split(' >>> ');
  const root = path
    .slice(0, -1)
    .reduce<ParentNode | null | undefined>((at, part) => at?.querySelector(part)?.shadowRoot, page.document);
  const base = root?.querySelector(path.at(-1)!)?.shadowRoot?.querySelector('.base');
  if (!base) return 'nothing drawn';
  const { color, colorScheme } = page.window.getComputedStyle(base);
  const theme = color === 'rgb(16, 25, 38)' ? 'light' : color === 'rgb(237, 242, 248)' ? 'dark' : color;
  return theme === colorScheme ? theme : `${theme} on ${colorScheme}`;
}

const until = (page: OwnPage, selector: string, theme: string): Promise<void> =>
  page.until(() => themeOf(page, selector) === theme);

const COUNTER = 'petition-signature-counter';
const device = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

describe('the theme of the page', () => {
  afterEach(() => pages.splice(0).forEach((page) => page.close()));

  const SWITCHES: readonly (readonly [
    name: string,
    options: Parameters<typeof openPage>[1],
    turn: (page: OwnPage) => void,
  ])[] = [
    [
      'a class of the root',
      { head: '<style>.night { color-scheme: dark }</style>' },
      ({ document }) => document.documentElement.classList.toggle('night'),
    ],
    [
      'data-theme of the body',
      { head: '<style>[data-theme="dark"] { color-scheme: only dark }</style>' },
      ({ document: { body } }) => (body.dataset['theme'] = body.dataset['theme'] === 'dark' ? 'day' : 'dark'),
    ],
    [
      'a box of its own around the element',
      {},
      ({ document }) => {
        const box = document.querySelector<HTMLElement>('.box')!;
        box.style.colorScheme = box.style.colorScheme === 'dark' ? 'light' : 'dark';
      },
    ],
    [
      'a meta of the head',
      { head: '<meta name="color-scheme" content="light">' },
      ({ document }) => {
        const meta = document.querySelector<HTMLMetaElement>('meta[name=color-scheme]')!;
        meta.content = meta.content === 'dark' ? 'light' : 'dark';
      },
    ],
    [
      'a checkbox that its rules ask for',
      { head: '<style>:root:has(:checked) { color-scheme: dark }</style>' },
      ({ document }) => document.querySelector('input')!.click(),
    ],
    [
      'a style of its own',
      { head: '<style class="switch"></style>' },
      ({ document }) => {
        const style = document.querySelector('.switch')!;
        style.textContent = style.textContent ? '' : ':root { color-scheme: dark }';
      },
    ],
  ];
  for (const [name, options, turn] of SWITCHES)
    it(`is followed live: ${name}`, async () => {
      const page = open(`<input type="checkbox"><div class="box">${single()}</div>`, options);
      await until(page, COUNTER, device);
      turn(page);
      await until(page, COUNTER, 'dark');
      turn(page);
      await until(page, COUNTER, 'light');
    });

  it('is that of the device where the page says both or nothing', async () => {
    const page = open(single(), { head: '<meta name="color-scheme" content="light dark">' });
    await until(page, COUNTER, device);
  });

  it('is followed in the whole petition, and in the picture of the seats', async () => {
    const page = open(`<petition-campaign endpoint="${makeEndpoint()}" petition="p"></petition-campaign>\n`, {
      head: '<style>.dark { color-scheme: dark; --petition-color-arena-night: #203040; --petition-color-arena-bowl: #203040 }</style>',
    });
    const inside = `petition-campaign >>> petition-sign-form`;
    await until(page, inside, device);
    page.document.documentElement.classList.add('dark');
    await Promise.all([until(page, 'petition-campaign', 'dark'), until(page, inside, 'dark')]);
    const picker = page.document
      .querySelector('petition-campaign')!
      .shadowRoot!.querySelector('petition-seat-picker')!;
    picker.scrollIntoView();
    const corner = (): string => {
      const canvas = picker.shadowRoot?.querySelector('canvas');
      return canvas?.width ? [...canvas.getContext('2d')!.getImageData(3, 3, 1, 1).data].join() : '';
    };
    await page.until(() => corner() === '32,48,64,255');
    page.document.documentElement.classList.remove('dark');
    await page.until(() => !['', '32,48,64,255'].includes(corner()));
    await until(page, inside, 'light');
  });
});

describe('petition-campaign theme', () => {
  afterEach(() => pages.splice(0).forEach((page) => page.close()));

  it('beats the page, for the elements inside, and changes with the attribute', async () => {
    const page = open(
      `<petition-campaign endpoint="${makeEndpoint()}" petition="p" theme="dark">${single('class="inside"')}</petition-campaign>\n${single('class="outside"')}`,
      { head: '<style>:root { color-scheme: light }</style>' },
    );
    await until(page, '.inside', 'dark');
    expect(themeOf(page, '.outside')).to.equal('light');
    page.document.querySelector('petition-campaign')!.setAttribute('theme', 'auto');
    await until(page, '.inside', 'light');
    page.document.documentElement.style.colorScheme = 'dark';
    await Promise.all([until(page, '.inside', 'dark'), until(page, '.outside', 'dark')]);
    page.document.querySelector('petition-campaign')!.setAttribute('theme', 'Light');
    await until(page, '.inside', 'light');
    expect(page.warnings).to.deep.equal([]);
  });

  it('warns of an unknown value, once, and follows the page', async () => {
    const page = open(
      `<petition-campaign endpoint="${makeEndpoint()}" petition="p" theme="midnight"></petition-campaign>\n`,
      { head: '<style>:root { color-scheme: dark }</style>' },
    );
    await until(page, 'petition-campaign', 'dark');
    page.document.querySelector('petition-campaign')!.lang = 'be';
    await until(page, 'petition-campaign >>> petition-sign-form', 'dark');
    expect(page.warnings).to.deep.equal([
      'grandstand: petition-campaign: theme="midnight" is not known; write one of auto, light, dark',
    ]);
  });
});
