import { css, html } from 'lit';
import type { Part } from './picker-host.js';

export const styles = css`
  /* Without the map the grid itself is visible; like the arena it is a place, and not mirrored. */
  .picker.bare {
    padding-block-start: 20px;
  }
  .picker > .plain {
    display: grid;
    flex: 1 0 100%;
    gap: 4px;
    /* As much as a focus ring needs. */
    padding: 6px;
    overflow-x: auto;
    direction: ltr;
  }
  .plain > div {
    display: flex;
    flex-direction: row-reverse;
    justify-content: center;
    gap: 4px;
    inline-size: max-content;
    min-inline-size: 100%;
  }
  .plain .cell {
    position: static;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    border: 1.5px solid var(--_arena-seat-outline);
    border-radius: 5px;
    opacity: 1;
    font-size: 13px;
    pointer-events: auto;
    cursor: pointer;
  }
  .plain .cell[part~='unknown'] {
    border-style: dashed;
  }
  .plain .cell:focus-visible {
    outline: 3px solid var(--_focus) !important;
  }
  .plain .cell[aria-disabled] {
    border-color: transparent;
    background: var(--_arena-seat-taken-2);
    color: var(--_arena-night);
    cursor: default;
  }
  .plain .cell[part~='kept'] {
    border-radius: 50%;
    border: 3px double var(--_arena-night);
    background: var(--_arena-kept-ring);
  }
  .plain .cell[aria-selected='true'] {
    border-color: var(--_arena-seat-yours);
    background: var(--_arena-seat-yours);
    color: var(--_arena-night);
  }
  .picker > .plain ~ .sheet {
    flex: 1 0 100%;
    position: static;
    margin-block-start: 0;
  }
  @media (forced-colors: active) {
    /* A free seat is an outline, a taken one solid, a kept one a double circle, yours framed: as on the canvas. */
    .plain .cell {
      border-color: CanvasText;
    }
    .plain .cell[aria-disabled] {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: CanvasText;
      color: Canvas;
    }
    .plain .cell[part~='kept'] {
      border-color: CanvasText;
      background: Canvas;
      color: CanvasText;
    }
    .plain .cell[aria-selected='true'] {
      forced-color-adjust: none;
      border-color: Canvas;
      box-shadow: 0 0 0 2px Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;

/** Makes the grid visible where there is no map; this part only has styles. */
export const make = (): Part => ({ view: () => html`` });
