import { css, unsafeCSS } from 'lit';

/** Public name (without `--petition-`), private reader, light value, dark value. docs/look.md defines the values. */
export const COLOURS: readonly (readonly [token: string, light: string, dark: string])[] = [
  ['ground', '#f3f7fa', '#070b12'],
  ['surface', '#ffffff', '#101825'],
  ['raised', '#e9f0f5', '#182233'],
  ['text', '#101926', '#edf2f8'],
  ['text-muted', '#4a5a6c', '#a8b6c9'],
  ['link', '#0b558f', '#9fd4ff'],
  ['control', '#66788c', '#74879f'],
  ['line', '#d3dee7', '#26344a'],
  ['warm', '#bf5f00', '#ffb95e'],
  ['act', '#101926', '#ffb95e'],
  ['act-text', '#ffffff', '#1a1206'],
  ['error', '#a8201a', '#ff9d92'],
  ['error-ground', '#fdeeec', '#2a1618'],
  ['focus', '#0b67b2', '#7fd0ff'],
];

const SERIF =
  '"Iowan Old Style", "Palatino Linotype", Palatino, P052, "URW Palladio L", "Noto Serif", Georgia, serif';

const readers = (scheme: 1 | 2): string =>
  COLOURS.map((colour) => `--_${colour[0]}: var(--petition-color-${colour[0]}, ${colour[scheme]});`).join('');

/**
 * Dark text in print, whatever the page's colours are: browsers omit backgrounds, and light text would be invisible
 * on paper.
 */
const onPaper = `${COLOURS.map(([name, light]) => `--_${name}: ${light};`).join('')}--_act: transparent; --_act-text: var(--_text);`;

/**
 * The tokens, read once on every element's own wrapper: everything else uses only `--_<role>`. They are on the
 * wrapper, not on the host, so that the page's tokens, set on any ancestor, always win.
 */
export const tokens = css`
  .base {
    ${unsafeCSS(readers(1))}
    --_serif: ${unsafeCSS(SERIF)};
    --_font-display: var(--petition-font-display, var(--_serif));
    --_font-text: var(--petition-font-text, var(--_serif));
    --_font-interface: var(
      --petition-font-interface,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Liberation Sans',
      sans-serif
    );
    --_display-weight: var(--petition-font-display-weight, 400);
    --_radius-control: var(--petition-radius-control, 4px);
    --_radius-panel: var(--petition-radius-panel, 8px);
  }
  /* A single family with all letters of the language, so that no word mixes two. */
  .base:is(:lang(be), :lang(ru), :lang(uk)) {
    --_serif: 'PT Serif', 'Palatino Linotype', 'Noto Serif', Georgia, serif;
  }
  .base:is(:lang(ar), :lang(fa), :lang(ur), :lang(ps), :lang(ckb)) {
    --_serif: 'Geeza Pro', 'Noto Naskh Arabic', 'Sakkal Majalla', 'Traditional Arabic', serif;
  }
  .base[data-theme='light'] {
    color-scheme: light;
  }
  .base[data-theme='dark'] {
    color-scheme: dark;
    ${unsafeCSS(readers(2))}
  }
  @media (prefers-color-scheme: dark) {
    .base:not([data-theme='light']) {
      ${unsafeCSS(readers(2))}
    }
  }
  @media print {
    .base[data-theme] {
      ${unsafeCSS(onPaper)}
    }
  }
`;
