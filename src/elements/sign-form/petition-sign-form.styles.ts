import { css } from 'lit';

export const styles = css`
  .base {
    --_pad: var(--petition-sign-form-padding, 20px);
    --_plate: var(--petition-sign-form-plate, block);
  }
  .panel {
    padding: var(--_pad);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-panel);
    background: var(--_surface);
  }
  @container (min-width: 400px) {
    .panel {
      --_pad: var(--petition-sign-form-padding, 32px);
    }
  }
  /* Reserves the height of a form that is still loading, so that the page does not jump. */
  .panel.waiting {
    min-block-size: 640px;
  }
  [hidden] {
    display: none !important;
  }
  .heading {
    font: var(--_display-weight) 28px/1.15 var(--_font-display);
    text-wrap: balance;
    scroll-margin-block: 24px;
  }
  .heading.large {
    font-size: 32px;
  }
  .own ::slotted([slot='signed']) {
    margin-block-start: 0;
  }
  .own:focus,
  .heading:focus,
  .summary:focus {
    outline: none;
  }
  .strong {
    font-weight: 600;
  }
  .hint {
    color: var(--_text-muted);
    font-size: 14px;
  }
  .text {
    margin-block-start: 8px;
  }
  .lede {
    margin-block-start: 12px;
    font: 400 20px/1.45 var(--_font-text);
  }

  /* seat */
  .seat {
    display: flex;
    align-items: center;
    gap: 16px;
    margin-block-start: 20px;
    padding-block: 14px;
    border-block: 1px solid var(--_line);
  }
  .seat > div {
    flex: 1;
    min-inline-size: 0;
  }
  .seat .hint {
    line-height: 1.4;
  }
  .seat button {
    flex: none;
    font-size: 14px;
  }
  .seat div button {
    margin-block-start: 2px;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
  }
  .seat .ways {
    flex: none;
    flex-direction: column;
    align-items: end;
  }
  /* A seat takes one line where that is wide enough; its buttons wrap below the text. */
  @container (max-width: 339.9px) {
    .seat {
      flex-wrap: wrap;
      gap: 2px 12px;
    }
    .seat > div {
      flex-basis: calc(100% - 60px);
    }
    .seat > .ways {
      flex: 1 1 auto;
      max-inline-size: calc(100% - 60px);
      margin-inline-start: 60px;
    }
    .seat .ways {
      flex-direction: row;
    }
    .seat .ways button {
      flex: 0 1 auto;
      justify-content: start;
      text-align: start;
    }
    .seat .strong {
      font-size: 15px;
    }
  }
  .medallion {
    flex: none;
    display: block;
    inline-size: 48px;
    block-size: 48px;
    border: 2px solid var(--_text);
    border-radius: 50%;
    object-fit: cover;
    object-position: 50% 30%;
  }
  .medallion.empty {
    display: grid;
    place-items: center;
    border: 1px solid var(--_control);
    color: var(--_text-muted);
  }
  .medallion.empty .lamp {
    fill: var(--_warm);
  }
  .plate {
    display: var(--_plate);
    inline-size: calc(100% + 2 * var(--_pad));
    block-size: 132px;
    margin: calc(-1 * var(--_pad)) calc(-1 * var(--_pad)) 24px;
    border-radius: calc(var(--_radius-panel) - 1px) calc(var(--_radius-panel) - 1px) 0 0;
    background: radial-gradient(closest-side, #3a2a1c, transparent) var(--petition-color-arena-night, #070b12);
  }
  .chair.unknown {
    opacity: 0.45;
    stroke-dasharray: 3;
  }
  .chair:is(.free, .unknown) {
    fill: none;
    stroke: var(--petition-color-arena-seat-outline, #62779a);
    stroke-width: 1.5px;
  }
  .back {
    stroke: var(--petition-color-arena-seat-outline, #62779a);
    stroke-width: 1.5px;
    stroke-linecap: round;
  }
  .chair.taken {
    fill: var(--petition-color-arena-seat-taken, #cd7f2c);
  }
  .head.taken {
    fill: #ffd79c;
  }
  .chair.yours {
    fill: var(--petition-color-arena-seat-yours, #fff4df);
  }
  .frame {
    fill: var(--petition-color-arena-night, #070b12);
    stroke: var(--petition-color-arena-seat-yours, #fff4df);
    stroke-width: 2.5px;
  }
  .head.yours {
    fill: #ffb04d;
  }
  .chair.kept {
    fill: var(--petition-color-arena-night, #070b12);
    stroke: var(--petition-color-arena-kept-ring, #eaf4fb);
    stroke-width: 2px;
  }
  .face {
    display: block;
    border-radius: 50%;
    object-fit: cover;
    object-position: top;
  }
  .lost {
    margin-block-start: 20px;
    padding-block: 16px;
    border-block: 1px solid var(--_line);
  }
  .places {
    display: grid;
    gap: 8px;
    margin-block-start: 16px;
  }
  .place {
    display: flex;
    align-items: center;
    gap: 14px;
    padding: 13px 15px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    cursor: pointer;
  }
  .place.chosen {
    padding: 12px 14px;
    border: 2px solid var(--_text);
  }
  @supports selector(:has(a)) {
    .place:has(:focus-visible) {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    .place input:focus-visible {
      outline: none;
    }
  }
  .place span > span {
    display: block;
  }
  @container (max-width: 339.9px) {
    .place {
      gap: 10px;
      padding-inline: 11px;
    }
    .place.chosen {
      padding-inline: 10px;
    }
    .place .strong {
      font-size: 15px;
    }
  }

  /* fields */
  .fields {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 18px 16px;
    margin-block-start: 20px;
  }
  .fields > * {
    grid-column: 1 / -1;
  }
  @container (min-width: 400px) {
    .fields > .half {
      grid-column: auto;
      align-self: end;
    }
  }
  .label {
    display: block;
    padding: 0;
    margin-block-end: 6px;
    font-size: 15px;
    line-height: 1.4;
  }
  .field > .hint,
  .field > .error {
    margin-block-end: 6px;
  }
  .label:has(+ .hint),
  .label:has(+ .error) {
    margin-block-end: 2px;
  }
  :is(input, select, textarea)[part='control'] {
    display: block;
    inline-size: 100%;
    min-block-size: 48px;
    margin: 0;
    padding: 10px 14px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_text);
    font: 400 17px/1.5 var(--_font-interface);
    text-align: start;
    /* A text has the direction of its own letters; an empty field, unlike with dir="auto", that of the page. */
    unicode-bidi: plaintext;
    scroll-margin-block: 96px 24px;
    appearance: none;
    -webkit-tap-highlight-color: transparent;
    transition: border-color 120ms;
  }
  :is(input, select, textarea)[part='control']:hover {
    border-color: var(--_text);
  }
  .base[dir='rtl'] input[dir='ltr'] {
    text-align: right;
  }
  textarea[part='control'] {
    resize: vertical;
  }
  .select {
    position: relative;
  }
  .select select[part='control'] {
    padding-inline-end: 40px;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .select::after {
    content: '';
    position: absolute;
    inset-block-start: 50%;
    inset-inline-end: 17px;
    inline-size: 8px;
    block-size: 8px;
    margin-block-start: -7px;
    border: solid var(--_text);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    pointer-events: none;
  }
  option {
    background: var(--_surface);
    color: var(--_text);
  }
  [aria-invalid='true'][part='control'],
  [aria-invalid='true'][part='control']:hover {
    padding: 9px 13px;
    border: 2px solid var(--_error);
  }
  .select select[part='control'][aria-invalid='true'] {
    padding-inline-end: 39px;
  }
  .error {
    display: flex;
    gap: 8px;
    color: var(--_error);
    font-size: 14px;
  }
  .error .icon {
    margin-block-start: 2.5px;
  }

  .suggestion {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
    margin-block-start: 6px;
    color: var(--_text);
    overflow-wrap: anywhere;
  }
  .suggestion button {
    font-size: 14px;
  }
  .step {
    margin-block-end: 4px;
  }
  .life {
    margin-block-start: 10px;
  }
  .life.soon {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_control);
    font-size: 15px;
  }
  .seen {
    margin-block-start: 16px;
    font-size: 14px;
  }
  .seen summary {
    min-block-size: 24px;
    inline-size: fit-content;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.16em;
    text-decoration-thickness: 1px;
    cursor: pointer;
  }
  .audiences {
    display: grid;
    grid-template-columns: fit-content(45%) minmax(0, 1fr);
    gap: 4px 16px;
    margin-block-start: 8px;
  }
  .audiences dt {
    color: var(--_text-muted);
  }
  form > .privacy {
    margin-block-start: 8px;
  }

  /* checkboxes */
  .consents {
    display: grid;
    gap: 16px;
    margin-block-start: 18px;
  }
  .organiser {
    display: grid;
    gap: 16px;
  }
  .organiser + .organiser {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .choice .label {
    margin-block-end: 10px;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 32px;
  }
  .consent > .error {
    margin-block-end: 6px;
  }
  .tick {
    display: flex;
    gap: 12px;
    font-size: 15px;
    cursor: pointer;
  }
  .field > .tick + .tick {
    margin-block-start: 12px;
  }
  .tick + .hint {
    margin-block: 4px 0;
    margin-inline-start: 36px;
  }
  :is(input[type='checkbox'], input[type='radio']) {
    flex: none;
    position: relative;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    border: 1px solid var(--_control);
    /* Never so round that it looks like a radio button. */
    border-radius: min(var(--_radius-control), 6px);
    background: var(--_surface);
    appearance: none;
    cursor: pointer;
    scroll-margin-block: 96px 24px;
  }
  input[type='radio'] {
    border-radius: 50%;
  }
  input[type='checkbox']:checked {
    border-color: var(--_text);
    background: var(--_text);
  }
  input[type='checkbox']:checked::before {
    content: '';
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: 50%;
    inline-size: 6px;
    block-size: 11px;
    margin-inline: -3px;
    border: solid var(--_surface);
    border-width: 0 2.5px 2.5px 0;
    rotate: 45deg;
  }
  input[type='radio']:checked {
    border: 2px solid var(--_text);
  }
  input[type='radio']:checked::before {
    content: '';
    position: absolute;
    inset: 4px;
    border-radius: 50%;
    background: var(--_text);
  }
  :is(input[type='checkbox'], [aria-invalid='true'] input[type='radio'])[aria-invalid='true']:not(:checked) {
    border: 2px solid var(--_error);
  }

  /* error summary */
  .summary {
    margin-block-end: 24px;
    padding: 16px 18px;
    border: 2px solid var(--_error);
    border-radius: var(--_radius-control);
    background: var(--_error-ground);
    scroll-margin-block: 24px;
  }
  .summary li {
    display: block;
    font-size: 15px;
  }
  /* The space between two lines of an entry is the same as between two entries. */
  .summary li > * {
    display: block;
    min-block-size: 0;
    padding-block: 2px;
  }
  .summary button.link {
    color: var(--_error);
    text-align: start;
  }
  @media (pointer: coarse) {
    .summary li > * {
      padding-block: 11px;
    }
  }

  /* buttons */
  .actions {
    display: grid;
    gap: 16px;
    margin-block-start: 20px;
  }
  .actions button:not(.link) {
    inline-size: 100%;
  }
  @container (max-width: 339.9px) {
    .actions button:not(.link) {
      gap: 8px;
      padding-inline: 12px;
      font-size: 16px;
    }
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
  }
  .act[aria-disabled='true'] {
    color: var(--_act-text);
  }
  .act.sending,
  .act.sending:hover {
    border-color: var(--_control);
    background: transparent;
    color: var(--_text);
  }
  .sending-seats .lit {
    fill: var(--_warm);
  }
  .sending-seats {
    color: var(--_text-muted);
  }
  .answers {
    display: grid;
    grid-template-columns: fit-content(40%) minmax(0, 1fr);
    gap: 6px 16px;
    margin-block-start: 20px;
    font-size: 15px;
  }
  .answers dt {
    color: var(--_text-muted);
  }
  .answers dd {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .code {
    margin-block: 24px 12px;
    padding: 15px 17px;
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    background: var(--_raised);
  }
  .code label {
    display: block;
  }
  .code textarea {
    display: block;
    inline-size: 100%;
    margin-block: 4px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    font:
      400 18px/1.4 ui-monospace,
      'Liberation Mono',
      monospace;
    overflow-wrap: anywhere;
    word-break: break-all;
    resize: none;
    field-sizing: content;
  }
  .own textarea {
    margin-block-end: 16px;
    font: inherit;
    word-break: normal;
  }
  .base[dir='rtl'] .code textarea {
    text-align: right;
  }
  .code ~ button {
    inline-size: 100%;
  }
  .code ~ .hint {
    margin-block-start: 8px;
  }
  ::slotted([slot]) {
    margin-block-start: 16px;
  }
  ::slotted([slot='result']) {
    margin-block-end: 28px;
  }
  .letters {
    margin-block-start: 28px;
    padding-block: 24px 4px;
    border-block-start: 1px solid var(--_line);
  }
  .subheading {
    font: var(--_display-weight) 24px/1.2 var(--_font-display);
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .base[dir='rtl'] .subheading {
    line-height: 1.38;
  }
  .address {
    margin-block: 12px 8px;
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--_control);
    white-space: pre-line;
    user-select: text;
  }
  .advice {
    margin-block-start: 8px;
    color: var(--_text-muted);
    font-size: 15px;
    white-space: pre-line;
  }
  .letters [part='print-card'] {
    inline-size: 100%;
    margin-block: 16px 6px;
  }

  @media (forced-colors: active) {
    :is(input[type='checkbox'], input[type='radio']) {
      appearance: auto;
    }
    :is(input[type='checkbox'], input[type='radio'])::before {
      content: none !important;
    }
    .place.chosen {
      border-color: Highlight;
    }
    .sending-seats .lit,
    .medallion.empty .lamp {
      fill: CanvasText;
    }
    .plate {
      background: Canvas;
      border-block-end: 1px solid CanvasText;
    }
    .chair:is(.free, .unknown, .kept, .yours),
    .back {
      stroke: CanvasText;
    }
    .chair.taken,
    .head.taken {
      fill: CanvasText;
    }
    .chair.kept {
      fill: Canvas;
    }
    .chair.yours {
      fill: Canvas;
    }
    .frame {
      fill: Canvas;
      stroke: Highlight;
    }
    .head.yours {
      fill: Highlight;
    }
    .act.sending,
    .act.sending:hover {
      border-color: ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }
  }
  /* On paper no button works. */
  @media print {
    .panel {
      padding: 0;
      border: 0;
    }
    button,
    .seen,
    #print-hint {
      display: none !important;
    }
    .code {
      break-inside: avoid;
      padding-inline: 0;
    }
  }
`;
