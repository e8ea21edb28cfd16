import { expect } from '@open-wc/testing';
import { Press } from '../../../src/elements/sign-form/press.js';

const point = (type: string, pointerType: string): boolean =>
  window.dispatchEvent(new PointerEvent(type, { pointerType }));
/** Resolves in the next task, after everything queued before. */
const task = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a press', () => {
  it('of a mouse is over when the button is up', async () => {
    const press = new Press();
    expect(press.ended).to.equal(null);
    press.down();
    const { ended } = press;
    expect(ended).to.be.a('promise');
    point('pointerup', 'mouse');
    await ended;
    expect(press.ended).to.equal(null);
  });

  it('of a finger goes on until its click, which comes after the finger is lifted', async () => {
    const press = new Press();
    press.down();
    const { ended } = press;
    point('pointerup', 'touch');
    await task();
    expect(press.ended, 'lifted').to.equal(ended);
    point('click', 'touch');
    await ended;
    expect(press.ended).to.equal(null);
  });

  it('that becomes a scroll is over at once', async () => {
    const press = new Press();
    press.down();
    const { ended } = press;
    point('pointercancel', 'touch');
    await ended;
    expect(press.ended).to.equal(null);
  });

  it('that has no click, like a long one, is over after a while', async () => {
    const press = new Press();
    press.down();
    point('pointerup', 'touch');
    await press.ended;
    expect(press.ended).to.equal(null);
  });

  it('counts once, whatever else goes down meanwhile', async () => {
    const press = new Press();
    press.down();
    const { ended } = press;
    press.down();
    expect(press.ended).to.equal(ended);
    point('pointercancel', 'touch');
    await ended;
  });
});
