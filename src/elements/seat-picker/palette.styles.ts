import { css, unsafeCSS } from 'lit';
import { PALETTE_DECLARATIONS } from './map/palette.js';

/** Makes the tokens of the arena readable for the map. */
export const paletteStyles = css`
  .picker {
    ${unsafeCSS(PALETTE_DECLARATIONS)}
  }
`;
