import { css } from 'lit';

export const styles = css`
  .base {
    /* The deck is the panel of its cards. */
    --petition-story-card-background: transparent;
    --petition-story-card-padding: 0;
  }
  .deck {
    --_pad: var(--petition-story-deck-padding, 20px);
    padding: var(--_pad);
    border: 1px solid var(--petition-story-deck-line, var(--_line));
    border-radius: var(--_radius-panel);
    background: var(--petition-story-deck-background, var(--_surface));
  }
  /* Reserves the height of a folded story, so that the page below does not jump when it loads. */
  .waiting {
    min-block-size: 440px;
  }
  petition-story-card::part(card) {
    border: 0;
  }
  petition-story-card:not(:defined) {
    display: block;
    min-block-size: 340px;
  }
  /* As high as its highest story. The padding above and below keeps focus rings whole. Absolutely positioned parts
     of the cards stay inside too, and do not make the page wider. */
  .track {
    position: relative;
    --_bleed: var(--petition-story-deck-bleed, var(--_pad));
    display: flex;
    overflow: auto hidden;
    margin: -6px calc(-1 * var(--_bleed));
    padding-block: 6px;
    overscroll-behavior-x: contain;
    scroll-snap-type: x mandatory;
    scrollbar-width: none;
  }
  .track::-webkit-scrollbar {
    display: none;
  }
  .story {
    flex: 0 0 100%;
    min-inline-size: 0;
    padding-inline: var(--_bleed);
    scroll-snap-align: start;
    scroll-snap-stop: always;
  }
  .navigation {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 8px;
    margin-block-start: 28px;
  }
  .coming {
    display: none;
    flex: 1;
    color: var(--_text-muted);
    font-size: 15px;
  }
  .next,
  .last {
    flex: 1;
  }
  .act {
    min-inline-size: 0;
  }
  .act:not(.last) {
    flex: 1 0 100%;
  }
  .gone {
    visibility: hidden;
  }
  .arrow {
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .previous .arrow {
    scale: -1 1;
  }
  .base[dir='rtl'] .previous .arrow {
    scale: none;
  }
  .base[dir='rtl'] .next .arrow {
    scale: -1 1;
  }
  /* Beside the way on there is no space for the words; they remain its accessible name. */
  @container (max-width: 479.9px) {
    .previous:not(:only-child) {
      align-self: stretch;
      inline-size: 56px;
      padding-inline: 0;
    }
    .next,
    .act {
      padding-inline: 12px;
    }
    .previous:not(:only-child) span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @container (min-width: 400px) {
    .deck {
      --_pad: var(--petition-story-deck-padding, 28px);
    }
  }
  @container (min-width: 480px) {
    .navigation {
      justify-content: space-between;
      gap: 12px 16px;
      margin-block-start: 36px;
      padding-block-start: 24px;
      border-block-start: 1px solid var(--_line);
    }
    .next,
    .last {
      flex: none;
      margin-inline-start: auto;
    }
    .act:not(.last) {
      display: none;
    }
    .act {
      min-block-size: 48px;
    }
  }
  @container (min-width: 520px) {
    .deck {
      --_pad: var(--petition-story-deck-padding, 36px);
    }
  }
  @container (min-width: 560px) {
    .coming {
      display: block;
    }
    .previous ~ .coming {
      text-align: center;
    }
  }
  /* On paper every story follows the one before. */
  @media print {
    .track {
      display: block;
      overflow: visible;
      margin-inline: 0;
    }
    .story {
      padding-inline: 0;
    }
    .story + .story {
      margin-block-start: 36px;
    }
    .navigation {
      display: none;
    }
  }
`;
