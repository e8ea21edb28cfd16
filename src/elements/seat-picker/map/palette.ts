/**
 * Colours of the arena, the same on light and dark pages: a signature is a light, and on white no light would show. Each
 * is a token, `--petition-color-arena-<name>`. The values are those of docs/look.md.
 */
const COLOURS = {
  night: '#070b12',
  bowl: '#0a1018',
  concourse: '#121c2a',
  ice: '#e4f0f8',
  'ice-blue': '#2c62a8',
  'ice-red': '#b8434e',
  'seat-free': '#34465f',
  'seat-free-front': '#4f6a8b',
  'seat-free-upper': '#2b3b54',
  'seat-outline': '#62779a',
  'seat-beside': '#cfe4f5',
  'seat-pointer': '#31527a',
  'seat-lit-1': '#ffb04d',
  'seat-lit-2': '#ffc06d',
  'seat-lit-3': '#ffd193',
  'seat-lit-4': '#f79f3d',
  'seat-taken-1': '#cd7f2c',
  'seat-taken-2': '#e2963e',
  'seat-head': '#ffd79c',
  'seat-yours': '#fff4df',
  'kept-ring': '#eaf4fb',
  label: '#b9c7d9',
  text: '#edf2f8',
  focus: '#7fd0ff',
} as const;

export type ColourName = keyof typeof COLOURS;

/** All colours and fonts the map uses, as the browser computed them. */
export type Palette = Readonly<Record<ColourName, string>> & {
  /** True in forced colours and in print: shapes are outlined or solid, without glow. */
  readonly isForced: boolean;
  readonly interfaceFont: string;
  readonly displayFont: string;
};

/** Declarations that read the tokens into private properties `--_arena-<name>`. */
export const PALETTE_DECLARATIONS = Object.entries(COLOURS)
  .map(([name, value]) => `--_arena-${name}: var(--petition-color-arena-${name}, ${value});`)
  .join('');

/**
 * Reads the current palette from an element of the picker; black on white if `isPaper`. In forced colours `color`,
 * `background` and `outline` of the plate are the palette.
 */
export function readPalette(plate: Element, isPaper = false): Palette {
  const style = getComputedStyle(plate);
  const forced = isPaper || matchMedia('(forced-colors: active)').matches;
  const own = (name: string): string => style.getPropertyValue(name).trim();
  const system = (name: string): string =>
    /night|bowl|concourse|^ice$|pointer/.test(name)
      ? isPaper
        ? '#fff'
        : style.backgroundColor
      : isPaper
        ? '#000'
        : /yours|focus/.test(name)
          ? style.outlineColor
          : style.color;
  return {
    ...(Object.fromEntries(
      Object.entries(COLOURS).map(([name, value]) => [
        name,
        forced ? system(name) : own(`--_arena-${name}`) || value,
      ]),
    ) as Record<ColourName, string>),
    isForced: forced,
    interfaceFont: own('--_font-interface') || 'sans-serif',
    displayFont: own('--_font-display') || 'serif',
  };
}
