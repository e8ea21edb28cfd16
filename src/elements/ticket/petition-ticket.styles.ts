import { css } from 'lit';

export const styles = css`
  .base {
    --_upright: var(--petition-ticket-upright-width, 432px);
  }
  .heading {
    margin-block-end: 20px;
    font: var(--_display-weight) 28px/1.15 var(--_font-display);
    text-wrap: balance;
  }
  .base[dir='rtl'] .heading {
    line-height: 1.38;
  }
  /* The ticket has notches in its edges, so neither rounded corners nor a border. */
  .picture {
    display: block;
    inline-size: 100%;
    block-size: auto;
  }
  /* Text is drawn at the width that was measured: any other spacing would clip it. */
  .picture text {
    letter-spacing: normal !important;
    word-spacing: normal !important;
  }
  .upright {
    max-inline-size: max(176px, min(432px, var(--_upright)));
    margin-inline: auto;
  }
  .under {
    display: grid;
    gap: 24px;
    margin-block-start: 20px;
  }
  .name {
    max-inline-size: 24em;
  }
  .name .hint {
    margin-block-start: 6px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 24px;
  }
  .invitation {
    display: grid;
    gap: 12px;
    justify-items: start;
  }
  .invitation .hint {
    max-inline-size: 36em;
    font-size: 15px;
  }
  .address {
    inline-size: 100%;
    max-inline-size: 36em;
  }
  .address input {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .portrait img {
    display: block;
    border-radius: 50%;
    object-fit: cover;
    object-position: top;
  }
  @container (max-width: 479.9px) {
    .actions button:not(.link),
    .act {
      inline-size: 100%;
    }
  }
  /* The reader's own colours: a solid shape is a taken seat, an outline a free one. */
  @media (forced-colors: active) {
    .picture {
      border: 1px solid CanvasText;
    }
    .night,
    .paper,
    .medallion {
      fill: Canvas;
    }
    .light {
      display: none;
    }
    .taken {
      fill: CanvasText;
    }
    .head {
      fill: Canvas;
    }
    .free,
    .next,
    .ring,
    .kept,
    .tear {
      stroke: CanvasText;
    }
    .kept {
      fill: Canvas;
    }
    .frame {
      stroke: Highlight;
    }
    .yours {
      fill: Highlight;
    }
    .eye {
      fill: HighlightText;
    }
    .rule {
      fill: CanvasText;
    }
    text {
      fill: CanvasText;
    }
    /* In two colours a portrait this small cannot be told from its neighbours. */
    .portrait {
      display: none;
    }
  }
  @media print {
    .heading,
    .under {
      display: none;
    }
    .picture {
      max-inline-size: 180mm;
      /* The ticket and the result fit on one page, whatever the paper format. */
      max-block-size: 100mm;
      border: 1px solid #000;
      print-color-adjust: exact;
      break-inside: avoid;
    }
    .picture.upright {
      max-inline-size: 56.25mm;
    }
    .night,
    .paper,
    .head,
    .kept,
    .medallion {
      fill: #fff;
    }
    .light,
    .portrait {
      display: none;
    }
    .taken {
      fill: #777;
    }
    .free,
    .next,
    .ring,
    .kept,
    .tear {
      stroke: #555;
    }
    .frame {
      stroke: #000;
    }
    .yours {
      fill: #000;
    }
    .eye {
      fill: #fff;
    }
    text {
      fill: #000;
    }
  }
`;
