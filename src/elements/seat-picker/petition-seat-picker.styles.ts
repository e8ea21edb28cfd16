import { css } from 'lit';

/** Breakpoints are widths of the element, not of the window: below 480 px the arena is upright, from 840 px names are beside it. */
export const styles = css`
  .picker {
    --_text: var(--_arena-text);
    --_text-muted: #a8b6c9;
    --_control: #74879f;
    --_line: #26344a;
    --_raised: #182233;
    --_surface: #101825;
    --_focus: var(--_arena-focus);
    /* On the dark ground of the arena, whatever the theme: as warm as a taken seat. */
    --_act: var(--_arena-seat-lit-1);
    --_act-text: #1a1206;
    --_gutter: 20px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 8px;
    position: relative;
    padding: 0 var(--_gutter) 20px;
    background: var(--_arena-night);
    color: var(--_text);
    color-scheme: dark;
  }
  /* Reserves the height of buttons, legend and names until they render. */
  .picker.waits {
    padding-block-end: 455px;
  }
  .picker > *,
  .tools > * {
    order: 1;
  }
  .tools {
    display: contents;
  }
  .picker > .plate {
    order: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: end;
    position: relative;
    flex: none;
    margin-block-end: 8px;
    inline-size: calc(100% + 2 * var(--_gutter));
    margin-inline: calc(-1 * var(--_gutter));
    aspect-ratio: 100 / 129;
    max-block-size: var(--petition-seat-picker-max-height, 1000px);
    overflow: hidden;
    overflow: clip;
    isolation: isolate;
    /* The map reads it in forced colours. */
    outline: 0 solid Highlight;
  }
  /* The canvas draws seats and focus; the cells are at the same places, for people who do not see the canvas. */
  .grid,
  .grid > div {
    display: contents;
  }
  .cell {
    position: absolute;
    top: 0;
    left: 0;
    inline-size: 24px;
    block-size: 24px;
    opacity: 0;
    overflow: hidden;
    pointer-events: none;
    /* Space for the focus ring, and for the text below it. */
    scroll-margin: 12px 12px 96px;
    /* The focus ring is drawn on the canvas, at the seat and rotated with it. */
    outline: none !important;
  }
  .sheet {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 12px 16px;
    align-items: center;
    position: relative;
    /* Below "All seats"; with large text the map becomes higher. */
    margin-block-start: 120px;
    padding: 16px var(--_gutter);
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }
  .sheet .place {
    font: var(--_display-weight) 22px/1.25 var(--_font-display);
  }
  .sheet .place + p {
    color: var(--_text-muted);
    font-size: 15px;
  }
  .sheet .gone {
    margin-block-end: 4px;
    font-size: 15px;
  }
  .sheet div:first-child,
  .sheet button {
    grid-column: 1 / -1;
  }
  .portrait {
    inline-size: 48px;
    block-size: 48px;
    border: 2px solid var(--_arena-kept-ring);
    border-radius: 50%;
    background: #16243a;
    object-fit: cover;
    object-position: 50% 28%;
  }
  .portrait[data-initials] {
    display: inline-grid;
    place-items: center;
    color: var(--_arena-kept-ring);
    font: 600 16px/1 var(--_font-interface);
  }
  .portrait[data-initials]::before {
    content: attr(data-initials);
  }
  .picker > .where {
    flex: 1 0 100%;
    order: 2;
    min-inline-size: 0;
  }
  select {
    appearance: none;
    min-block-size: 48px;
    max-inline-size: 100%;
    padding-block: 10px;
    padding-inline: 12px 30px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background-color: transparent;
    /* An arrow of two gradients: the page's CSP (img-src) would have to allow a data: image. */
    background-image:
      linear-gradient(45deg, transparent 40%, currentColor 44% 56%, transparent 60%),
      linear-gradient(135deg, transparent 40%, currentColor 44% 56%, transparent 60%);
    background-position:
      right 18px center,
      right 12px center;
    background-size: 6px 6px;
    background-repeat: no-repeat;
    color: var(--_text);
    font: 400 16px/1.5 var(--_font-interface);
    text-overflow: ellipsis;
  }
  [dir='rtl'] select {
    background-position:
      left 12px center,
      left 18px center;
  }
  .where select {
    inline-size: 100%;
  }
  .tools > .beside {
    flex: 1 0 100%;
    order: 3;
    position: relative;
  }
  .beside > button {
    display: none;
  }
  .beside > p {
    margin-block-end: 8px;
    font-size: 14px;
  }
  /* Where there are many people, the signer types a name. */
  .many > button {
    display: inline-flex;
  }
  .many > p {
    display: none;
  }
  .many.open > .people {
    margin-block-start: 8px;
  }
  .people {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 5.5em), 1fr));
    gap: 8px;
  }
  .people button {
    min-inline-size: 0;
    flex-direction: column;
    justify-content: flex-start;
    gap: 4px;
    padding: 10px 4px;
    font-size: 14px;
    line-height: 1.25;
  }
  @container (inline-size < 360px) {
    .picker {
      --_gutter: 16px;
    }
  }
  @container (inline-size < 400px) {
    .people button {
      font-size: 13px;
    }
  }
  /* One word per line: the names keep one shape. */
  @container (inline-size < 480px) {
    .people bdi {
      inline-size: min-content;
      max-inline-size: 100%;
      overflow-wrap: break-word;
    }
  }
  .tools > .find {
    display: block;
    flex: 1;
    padding-inline: 8px;
  }
  /* The space of the two buttons that load with the map. */
  .zoom {
    min-inline-size: 96px;
  }
  .find svg {
    margin-inline-end: 10px;
    vertical-align: -6px;
  }
  svg {
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
  }
  /* Two per line while two fit, so that in no language one is left alone. */
  .picker > .legend {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    justify-content: space-evenly;
    order: 2;
    gap: 4px 10px;
    list-style: none;
    color: var(--_arena-label);
    font-size: 14px;
  }
  .legend li {
    display: flex;
    flex: 0 1 40%;
    min-inline-size: max-content;
    align-items: center;
    gap: 8px;
  }
  .free,
  .legend .unknown {
    stroke: var(--_arena-seat-outline);
  }
  .legend .unknown {
    stroke-dasharray: 2 3;
  }
  .taken {
    stroke: var(--_arena-seat-taken-2);
  }
  .taken * {
    fill: var(--_arena-seat-taken-2);
  }
  .taken circle {
    fill: var(--_arena-seat-head);
    stroke: none;
  }
  .kept,
  .yours {
    stroke: var(--_arena-kept-ring);
  }
  .yours * {
    stroke: var(--_arena-seat-yours);
  }
  .yours circle {
    fill: var(--_arena-seat-yours);
  }
  .picker > details {
    flex: 1 0 100%;
    order: 5;
    font-size: 15px;
  }
  summary {
    inline-size: fit-content;
    padding-block: 10px;
    color: var(--_arena-label);
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.16em;
    text-decoration-thickness: 1px;
  }
  summary[aria-disabled] {
    color: var(--_text-muted);
    cursor: default;
  }
  .problem {
    padding-block: 8px;
    font-size: 15px;
  }
  .picker > .note {
    flex: 1 0 100%;
    order: 2;
    max-inline-size: 70ch;
    color: var(--_arena-label);
    font-size: 15px;
  }
  .unavailable {
    padding-block-start: 20px;
  }

  @container (inline-size >= 480px) {
    .picker {
      --_gutter: 32px;
      column-gap: 16px;
    }
    .picker.waits {
      padding-block-end: 386px;
    }
    select {
      padding-inline: 14px 34px;
    }
    .picker > .plate {
      aspect-ratio: 100 / 80;
    }
    .zoom {
      min-inline-size: 104px;
    }
    .people {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 7.5em), 1fr));
    }
    .picker > .legend {
      order: 4;
    }
    .picker > .note {
      order: 4;
    }
    .picker > details {
      flex: none;
      margin-inline-end: 16px;
    }
    .picker > details[open] {
      flex: 1 0 100%;
    }
    .sheet {
      position: absolute;
      inset-block-end: 24px;
      inset-inline: var(--_gutter);
      padding: 16px 20px;
      border: 1px solid var(--_line);
      border-radius: var(--_radius-panel);
    }
  }
  @container (inline-size >= 640px) {
    .picker.waits {
      padding-block-end: 301px;
    }
    .tools > .find {
      flex: none;
      padding-inline: 20px;
    }
    .picker > .where {
      flex: 1 1 176px;
      order: 1;
    }
    .picker > .legend {
      justify-content: center;
      gap: 4px 20px;
    }
    .legend li {
      flex: none;
    }
  }
  @container (inline-size >= 840px) {
    /* One line, so that the seat it describes is visible above it. */
    .sheet {
      grid-template-columns: auto 1fr auto;
      inset-inline-start: auto;
      inline-size: max-content;
      max-inline-size: calc(100% - 2 * var(--_gutter));
    }
    .sheet div:first-child {
      grid-column: 1 / 3;
    }
    .sheet button {
      grid-column: auto;
    }
    .picker.waits {
      padding-block-end: 168px;
    }
    .picker > .plate {
      aspect-ratio: 1280 / 868;
    }
    .where {
      display: flex;
      justify-content: flex-end;
    }
    .where select {
      inline-size: 320px;
    }
    .tools > .beside {
      flex: none;
      order: 1;
    }
    .beside > button {
      display: inline-flex;
    }
    .beside > p {
      display: none;
    }
    .people {
      display: none;
      position: absolute;
      inset-block-end: calc(100% + 8px);
      inset-inline-start: 0;
      z-index: 2;
      grid-template-columns: 1fr;
      gap: 0;
      inline-size: max-content;
      min-inline-size: 100%;
      max-block-size: 400px;
      overflow: auto;
      padding: 8px;
      border: 1px solid var(--_control);
      border-radius: var(--_radius-panel);
      background: var(--_surface);
    }
    .open .people {
      display: grid;
    }
    .people button {
      flex-direction: row;
      justify-content: flex-start;
      gap: 12px;
      padding: 6px 16px 6px 8px;
      border-color: transparent;
    }
  }
  @container (inline-size >= 1000px) {
    /* Beside the overview map. */
    .sheet {
      max-inline-size: calc(100% - 2 * var(--_gutter) - 216px);
    }
  }
  @container (inline-size >= 1184px) {
    .picker.waits {
      padding-block-end: 147px;
    }
    .picker {
      --_gutter: max(32px, (100cqi - 1120px) / 2);
    }
    /* The buttons have their own line in every language; below them are the legend and the disclosures. */
    .picker::before {
      content: '';
      flex: 1 0 100%;
      order: 4;
    }
    .picker > .legend {
      flex: none;
      order: 5;
      margin-inline-end: auto;
    }
    .picker > details:not([open]) {
      margin-inline: 16px 0;
    }
  }
  @container (inline-size >= 1600px) {
    .picker {
      --_gutter: calc((100cqi - 1360px) / 2);
    }
  }
  /* On the zoomed map a finger moves the map and not the page, so some of the page always has to be within reach beside it. */
  @media (any-pointer: coarse) {
    .picker > .plate {
      max-block-size: min(var(--petition-seat-picker-max-height, 1000px), 80svh);
    }
  }
  /* In a low window the seat card has one line, so that the seats around the seat are visible. */
  @media (max-height: 480px) {
    .sheet {
      grid-template-columns: 1fr auto;
      padding-block: 8px;
    }
    .sheet .place {
      font-size: 16px;
    }
    .sheet .place + p {
      font-size: 14px;
    }
    .sheet .portrait {
      display: none;
    }
    .sheet div:first-child {
      grid-column: 1;
    }
    .sheet button {
      grid-column: auto;
      padding-inline: 16px;
    }
    .sheet button svg {
      display: none;
    }
  }
  @media (forced-colors: active), print {
    .legend svg * {
      stroke: currentColor;
      fill: none;
    }
    .legend .taken * {
      fill: currentColor;
    }
  }
  @media (forced-colors: active) {
    .picker {
      --_text: CanvasText;
      --_text-muted: CanvasText;
      background: Canvas;
    }
    .plate,
    .sheet {
      background: Canvas;
      color: CanvasText;
    }
    .sheet {
      border: 1px solid CanvasText;
    }
    .plate {
      border-block-end: 1px solid CanvasText;
    }
    .legend .yours * {
      stroke: Highlight;
    }
    :is(button, summary)[aria-disabled] {
      border-color: GrayText;
      color: GrayText;
    }
    select {
      background: Field;
      appearance: auto;
      color: FieldText;
    }
  }
  @media print {
    .picker {
      --_text: #000;
      --_text-muted: #000;
      --_arena-text: #000;
      --_arena-label: #000;
    }
    .picker,
    .picker > .plate {
      background: #fff;
      break-inside: avoid;
    }
    /* Fits one page together with a title above it. */
    .picker > .plate {
      inline-size: min(100%, 120mm);
      margin-inline: auto;
      aspect-ratio: 5 / 4;
      max-block-size: none;
    }
    .waiting,
    .find,
    .beside,
    .where,
    .sheet,
    details {
      display: none !important;
    }
  }
`;
