import { adoptStyles, css, supportsAdoptingStyleSheets } from 'lit';

/** Style sheet of the page while a card is printed: only the card remains, without the margins in which browsers print the page's URL. */
const PAGE = css`
  @page {
    margin: 0;
  }
  @media screen {
    [data-petition-card] {
      display: none !important;
    }
  }
  @media print {
    html,
    body {
      display: block !important;
      block-size: auto !important;
      min-block-size: 0 !important;
      margin: 0 !important;
      padding: 0 !important;
      overflow: visible !important;
      background: none !important;
    }
    :is(html, body)::before,
    :is(html, body)::after,
    body > :not([data-petition-card]) {
      display: none !important;
    }
    body > [data-petition-card] {
      display: block !important;
      position: static !important;
    }
  }
`;

/** A postcard of 148 x 105 mm to cut out: space to write, a place for the stamp, the address where the post expects it. */
const CARD = css`
  :host {
    all: initial;
    padding: 15mm 0 0 !important;
  }
  .card {
    direction: ltr;
    box-sizing: border-box;
    display: grid;
    grid-template: 24mm 1fr / 1fr 72mm;
    inline-size: 148mm;
    min-block-size: 105mm;
    margin-inline: auto;
    padding: 6mm;
    border: 0.2mm dashed #777;
    color: #000;
    break-inside: avoid;
  }
  .write {
    grid-row: 1 / 3;
    border-inline-end: 0.2mm solid #777;
  }
  .stamp {
    justify-self: end;
    inline-size: 20mm;
    block-size: 24mm;
    border: 0.2mm solid #777;
  }
  .address {
    align-self: end;
    margin: 0;
    padding-inline-start: 6mm;
    font:
      10.5pt/1.5 system-ui,
      sans-serif;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`;

/** Adds a style sheet to the page while it prints; returns a function that removes it. */
function addPrintStylesheet(host: HTMLElement): () => void {
  const { styleSheet } = PAGE;
  if (supportsAdoptingStyleSheets && styleSheet) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== styleSheet);
    };
  }
  const style = document.createElement('style');
  style.textContent = PAGE.cssText;
  host.append(style);
  return () => style.remove();
}

/** Removes the last card, if the browser fired no `afterprint`. */
let restore = (): void => undefined;

/**
 * Prints a page with nothing on it but a card with an address. The petition's name is not on it, nor meanwhile in the
 * page's title, which browsers print: a card that names a petition can harm the person it is sent to.
 */
export function printCard(address: string, language: string | null): void {
  restore();
  const host = document.createElement('div');
  host.setAttribute('data-petition-card', '');
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, [CARD]);
  const make = (className: string): HTMLElement => {
    const box = document.createElement('div');
    box.className = className;
    return box;
  };
  const card = make('card');
  const to = make('address');
  to.dir = 'auto';
  if (language) to.lang = language;
  to.textContent = address;
  card.append(make('write'), make('stamp'), to);
  root.append(card);

  document.body.append(host);
  const removeStylesheet = addPrintStylesheet(host);
  const { title } = document;
  document.title = '';
  restore = () => {
    restore = () => undefined;
    removeStylesheet();
    host.remove();
    if (document.title === '') document.title = title;
  };
  // On phones the dialog is still open when `print` has returned.
  window.addEventListener('afterprint', () => restore(), { once: true });
  window.print();
}
