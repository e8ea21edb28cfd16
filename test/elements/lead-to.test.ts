import { expect, fixture, html } from '@open-wc/testing';
import { leadTo } from '../../src/elements/base/lead-to.js';

let made = 0;

/** Renders an element whose script loads later; after that it renders a button, which takes the focus. */
async function late(): Promise<{ element: HTMLElement; other: HTMLInputElement; come: () => Promise<void> }> {
  const tag = `late-element-${made++}`;
  const page = await fixture(
    html`<div>
      <button>Go</button>
      <p><input /></p>
    </div>`,
  );
  const element = document.createElement(tag);
  page.append(element);
  page.querySelector('button')!.focus();
  return {
    element,
    other: page.querySelector('input')!,
    come: async () => {
      customElements.define(
        tag,
        class extends HTMLElement {
          updateComplete = Promise.resolve().then(() => {
            this.attachShadow({ mode: 'open' }).innerHTML = '<button>Here</button>';
            return true;
          });
          override focus(options?: FocusOptions): void {
            this.shadowRoot?.querySelector('button')?.focus(options);
          }
        },
      );
      await new Promise(requestAnimationFrame);
    },
  };
}

describe('leading to another element', () => {
  it('gives it the focus when its script has come', async () => {
    const { element, come } = await late();
    leadTo(element);
    await come();
    expect(document.activeElement === element).to.equal(true);
  });

  it('leaves somebody who has gone elsewhere where they are', async () => {
    const { element, other, come } = await late();
    leadTo(element);
    other.focus();
    await come();
    expect(document.activeElement === other).to.equal(true);
  });

  it('leaves them there in the shadow root of the button too', async () => {
    const { element, other, come } = await late();
    const host = document.createElement('div');
    element.before(host);
    host.attachShadow({ mode: 'open' }).append(other);
    const go = document.createElement('button');
    host.shadowRoot!.append(go);
    go.focus();
    leadTo(element);
    other.focus();
    await come();
    expect(host.shadowRoot!.activeElement === other).to.equal(true);
  });
});
