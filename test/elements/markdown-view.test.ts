import { expect, fixture, html } from '@open-wc/testing';
import { markdownView } from '../../src/elements/base/markdown-view.js';

describe('markdownView: lists', () => {
  const table: [text: string, start: number | null, items: string[]][] = [
    ['- a\n- b', null, ['a', 'b']],
    ['1. a\n2. b', 1, ['a', 'b']],
    ['9. května byl koncert', 9, ['května byl koncert']],
    ['0. a\n1. b', 0, ['a', 'b']],
  ];
  for (const [text, start, items] of table) {
    it(`${JSON.stringify(text)} ${start === null ? 'has dots' : `begins with ${start}`}`, async () => {
      const box = await fixture(html`<div>${markdownView(text)}</div>`);
      const list = box.firstElementChild;
      if (start === null) expect(list).to.be.instanceOf(HTMLUListElement);
      else expect(list).to.be.instanceOf(HTMLOListElement).with.property('start', start);
      expect(Array.from(list!.children, (item) => item.textContent)).to.deep.equal(items);
    });
  }
});
