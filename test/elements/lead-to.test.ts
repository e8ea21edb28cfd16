import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { leadTo } from '../../src/elements/find-element.js';

let made = 0;

/** An element whose script comes later; when it is there it draws a button, which it gives the focus to. */
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

  it('takes no second press of a finger that pressed twice, and takes the next one', async () => {
    const page = await fixture(
      html`<div style="block-size: 3000px">
        <form>
          <label>I sign <input type="checkbox" /></label>
        </form>
      </div>`,
    );
    const form = page.querySelector('form')!;
    const box = page.querySelector('input')!;
    leadTo(form);
    const { left, top } = box.getBoundingClientRect();
    const position: [number, number] = [Math.round(left) + 4, Math.round(top) + 4];
    await sendMouse({ type: 'click', position });
    expect(box.checked, 'the second press').to.equal(false);
    await aTimeout(600);
    await sendMouse({ type: 'click', position });
    expect(box.checked, 'the next press').to.equal(true);
    expect(form.getAttribute('style') || '', 'nothing is left of it').to.equal('');
  });
});
