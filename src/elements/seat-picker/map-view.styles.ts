import { css } from 'lit';

/** Styles that load with the map: its canvases, the elements over them, and the zoom buttons. */
export const styles = css`
  canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    transform-origin: 0 0;
    pointer-events: none;
  }
  /* Seats of unknown state are dimmed. The chosen and the kept seats are on the layer above, and are not. */
  .unknown > canvas:nth-of-type(-n + 2) {
    filter: opacity(0.45);
  }
  .corner {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    inset-block-start: 0;
    left: 0;
  }
  .corner.right {
    left: 100%;
  }
  .corner.bottom {
    inset-block-start: 100%;
  }
  .hit {
    position: absolute;
    inset: 0;
    cursor: zoom-in;
    touch-action: pan-x pan-y;
    -webkit-tap-highlight-color: transparent;
    -webkit-user-select: none;
    user-select: none;
    -webkit-touch-callout: none;
  }
  .zoomed .hit {
    cursor: grab;
    touch-action: none;
  }
  /* In a magnified page two fingers pan and zoom the page, also on the map: otherwise nobody could leave the map. */
  .magnified .hit {
    touch-action: pan-x pan-y pinch-zoom;
  }
  .magnified.zoomed .hit {
    touch-action: pinch-zoom;
  }
  .zoomed .hit.on-seat {
    cursor: pointer;
  }
  .zoomed .hit.dragging {
    cursor: grabbing;
  }
  .map {
    display: none;
    inset-block: 12px auto;
    inset-inline: auto 12px;
    inline-size: 150px;
    block-size: 123px;
    border: 1px solid var(--_line);
    border-radius: 2px;
  }
  .whole {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-start: 12px;
    z-index: 1;
    background: #0b111bf2;
  }
  [dir='rtl'] .whole svg {
    transform: scaleX(-1);
  }
  .whole.gone {
    visibility: hidden;
  }
  .name {
    display: none;
    isolation: isolate;
    position: absolute;
    inline-size: max-content;
    max-inline-size: 30%;
    color: var(--_arena-text);
    font-size: 15px;
    line-height: 1.45;
  }
  /* Where seats extend into a corner, they fade behind the name. */
  .name::before {
    content: '';
    position: absolute;
    inset: -4px -10px;
    z-index: -1;
    background: var(--_arena-night);
    filter: blur(6px);
    opacity: 0.8;
  }
  .name b {
    display: block;
    margin-block-end: 2px;
    font: var(--_display-weight) 22px/1.2 var(--_font-display);
  }
  .name span {
    display: block;
    color: var(--_text-muted);
  }
  .name.top {
    top: 44px;
  }
  .name.bottom {
    bottom: 24px;
  }
  .name.start {
    left: var(--_gutter);
  }
  .name.end {
    right: var(--_gutter);
  }
  .tip {
    position: absolute;
    top: 0;
    left: 0;
    inline-size: max-content;
    max-inline-size: min(280px, 80%);
    padding: 8px 14px;
    border-radius: 3px;
    background: #edf2f8;
    color: #101926;
    font-size: 14px;
    line-height: 1.4;
    pointer-events: none;
  }
  .tip b {
    display: block;
    font-size: 15px;
  }
  .tip.yours {
    background: var(--_arena-seat-yours);
  }
  .tip.focus {
    border: 1px solid var(--_control);
    background: #0b111b;
    color: var(--_arena-text);
  }
  .hint {
    position: absolute;
    inset-block-start: 50%;
    inset-inline: 0;
    inline-size: fit-content;
    max-inline-size: 80%;
    margin-inline: auto;
    padding: 12px 20px;
    border: 1px solid var(--_control);
    border-radius: 3px;
    background: #0b111bf2;
    color: var(--_arena-text);
    font-size: 16px;
    text-align: center;
    pointer-events: none;
    translate: 0 -50%;
  }
  .zoom {
    display: flex;
    gap: 8px;
  }
  .zoom button {
    inline-size: 44px;
    padding: 0;
  }

  @container (inline-size >= 480px) {
    .zoom button {
      inline-size: 48px;
    }
    .zoomed .map {
      display: block;
    }
  }
  @container (inline-size >= 640px) {
    .tools > .zoom {
      order: 2;
    }
  }
  @container (inline-size >= 840px) {
    .name {
      display: block;
      font-size: 14px;
    }
    .name b {
      font-size: 20px;
    }
    /* Hidden until it has its corner, so that nobody sees it move there. */
    .zoomed .name,
    .name:not(.start, .end) {
      visibility: hidden;
    }
    .whole {
      inset-inline-start: var(--_gutter);
    }
  }
  @container (inline-size >= 1000px) {
    .map {
      inset-block: auto 24px;
      inset-inline: var(--_gutter) auto;
      inline-size: 200px;
      block-size: 164px;
    }
    .name {
      font-size: 15px;
    }
    .name b {
      font-size: 22px;
    }
  }
  @container (inline-size >= 1184px) {
    .name b {
      font-size: 24px;
    }
  }
  @media (max-height: 480px) {
    .whole {
      inline-size: 48px;
      padding-inline: 0;
    }
    .whole span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .zoomed .map {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .name::before {
      background: Canvas;
      filter: none;
      opacity: 1;
    }
    .tip,
    .tip.yours,
    .tip.focus,
    .hint {
      background: Canvas;
      color: CanvasText;
    }
    .tip,
    .hint,
    .map {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .unknown > canvas:nth-of-type(-n + 2) {
      filter: none;
    }
    .name,
    .map,
    .zoom,
    .tip,
    .hint,
    .whole {
      display: none !important;
    }
  }
`;
