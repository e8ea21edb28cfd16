import { elementUpdated, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { PetitionSeatPicker } from '../../src/elements/seat-picker/petition-seat-picker.js';
import { makeVenue } from '../../src/venue/make-venue.js';
import { seatCode, seatFromCode } from '../../src/venue/seat-code.js';

PetitionSeatPicker.define('petition-seat-picker');

const venue = makeVenue('arena');
const seatOf = (code: string): number => seatFromCode(venue, code)!;
const SEAT = seatOf('12-8-15');

async function mount(
  template: TemplateResult = html`<div style="width:900px">
    <petition-seat-picker venue="arena"></petition-seat-picker>
  </div>`,
): Promise<PetitionSeatPicker> {
  const picker = (await fixture(template)).querySelector('petition-seat-picker')!;
  await picker.ready;
  await elementUpdated(picker);
  return picker;
}

const inside = <E extends HTMLElement>(picker: PetitionSeatPicker, selector: string): E =>
  picker.shadowRoot!.querySelector<E>(selector)!;
const isZoomed = (picker: PetitionSeatPicker): boolean =>
  inside(picker, '.plate').classList.contains('zoomed');
const middleOf = ({ x, y, width, height }: DOMRect): [number, number] => [x + width / 2, y + height / 2];
const frames = async (n: number): Promise<void> => {
  for (let i = 0; i < n; i++) await nextFrame();
};

/** Returns the place of a seat once the map is at rest, without moving it into view: its cell is on it then. */
async function placeOf(picker: PetitionSeatPicker): Promise<[number, number]> {
  const near = picker.shadowRoot!.querySelectorAll('canvas')[1]!;
  // The first frame starts the motion; once it is at rest, the zoomed layer has no transform.
  do await frames(2);
  while (near.style.transform !== 'none');
  return middleOf(inside(picker, '.cell[tabindex="0"]').getBoundingClientRect());
}

/** Dispatches events of numbered fingers on the map; the times are simulated, in ms. */
class Fingers {
  time = 1000;
  /** True if the last event was prevented. */
  wasPrevented = false;
  constructor(
    readonly picker: PetitionSeatPicker,
    readonly kind: 'touch' | 'mouse' = 'touch',
  ) {}

  #fire(type: string, id: number, [x, y]: readonly [number, number], buttons: number): void {
    const event = new PointerEvent(type, {
      pointerId: id,
      pointerType: this.kind,
      clientX: x,
      clientY: y,
      buttons,
      bubbles: true,
      cancelable: true,
    });
    Object.defineProperty(event, 'timeStamp', { value: this.time });
    inside(this.picker, '.hit').dispatchEvent(event);
  }
  after(ms: number): this {
    this.time += ms;
    return this;
  }
  lay(id: number, at: readonly [number, number]): this {
    this.#fire('pointerdown', id, at, 1);
    return this;
  }
  move(id: number, at: readonly [number, number], buttons = 1): this {
    this.#fire('pointermove', id, at, buttons);
    return this;
  }
  lift(id: number, at: readonly [number, number]): this {
    this.#fire('pointerup', id, at, 0);
    return this;
  }
  cancel(id: number, at: readonly [number, number]): this {
    this.#fire('pointercancel', id, at, 0);
    return this;
  }
  /** Dispatches the click that the browser adds to a tap. */
  click(): this {
    inside(this.picker, '.hit').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    return this;
  }
  tap(at: readonly [number, number]): this {
    return this.lay(7, at).after(40).lift(7, at).click();
  }
  /** Changes the distance of two fingers round a place from `from` to `to` px, in ten steps. */
  pinch([x, y]: readonly [number, number], from: number, to: number): this {
    this.lay(11, [x - from / 2, y]).lay(12, [x + from / 2, y]);
    for (let i = 1; i <= 10; i++) {
      const half = (from + ((to - from) * i) / 10) / 2;
      this.after(16)
        .move(11, [x - half, y])
        .move(12, [x + half, y]);
    }
    return this;
  }
  liftBoth([x, y]: readonly [number, number], apart: number): this {
    return this.after(16)
      .lift(11, [x - apart / 2, y])
      .lift(12, [x + apart / 2, y]);
  }
}

before(async () => {
  await setViewport({ width: 1000, height: 900 });
  await emulateMedia({ reducedMotion: 'reduce' });
});

describe('petition-seat-picker in the hand', () => {
  describe('a tap', () => {
    it('chooses the seat under it', async () => {
      const picker = await mount();
      new Fingers(picker).tap(middleOf(await picker.reveal(SEAT)));
      expect(picker.seat).to.equal(SEAT);
    });
    it('chooses nothing where the page was scrolled', async () => {
      const picker = await mount();
      const at = middleOf(await picker.reveal(SEAT));
      new Fingers(picker).lay(7, at).after(40).cancel(7, at);
      expect(picker.seat).to.equal(null);
    });
    it('chooses nothing where it stopped the page: the browser finds no click in it', async () => {
      const picker = await mount();
      const at = middleOf(await picker.reveal(SEAT));
      new Fingers(picker).lay(7, at).after(40).lift(7, at);
      await elementUpdated(picker);
      expect(picker.seat).to.equal(null);
    });
    it('chooses nothing after a step aside on the whole', async () => {
      const picker = await mount();
      const [x, y] = middleOf(inside(picker, '.plate').getBoundingClientRect());
      new Fingers(picker)
        .lay(7, [x, y + 200])
        .move(7, [x + 40, y + 200])
        .lift(7, [x + 40, y + 200])
        .click();
      await elementUpdated(picker);
      expect(isZoomed(picker)).to.equal(false);
    });
    it('twice, near: looks closer at the place, and what was chosen stays chosen', async () => {
      const picker = await mount();
      const before = await picker.reveal(SEAT);
      const at = middleOf(before);
      new Fingers(picker).tap(at).after(150).tap(at);
      const after = await picker.reveal(SEAT);
      expect(after.width / before.width).to.be.closeTo(2, 0.01);
      expect(middleOf(after)[0]).to.be.closeTo(at[0], 1);
      expect(middleOf(after)[1]).to.be.closeTo(at[1], 1);
      expect(picker.seat).to.equal(SEAT);
    });
    it('twice, from far: does what one does', async () => {
      const offer = async (times: number): Promise<string> => {
        const picker = await mount();
        const { x, y, width, height } = inside(picker, '.plate').getBoundingClientRect();
        const fingers = new Fingers(picker);
        for (let i = 0; i < times; i++) fingers.tap([x + width / 2, y + height * 0.77]).after(120);
        await elementUpdated(picker);
        expect(picker.seat).to.equal(null);
        return inside(picker, '.sheet').textContent!;
      };
      expect(await offer(2)).to.equal(await offer(1));
    });
    it('long: opens no menu of the browser; that of a mouse stays', async () => {
      const picker = await mount();
      const at = middleOf(await picker.reveal(SEAT));
      const menu = (): boolean =>
        inside(picker, '.hit').dispatchEvent(new MouseEvent('contextmenu', { cancelable: true }));
      new Fingers(picker, 'mouse').lay(1, at).lift(1, at);
      expect(menu()).to.equal(true);
      new Fingers(picker).lay(7, at).after(700);
      expect(menu()).to.equal(false);
    });
  });

  describe('two fingers', () => {
    it('come back to the whole from beyond it', async () => {
      const picker = await mount();
      const at = middleOf(await picker.reveal(SEAT));
      const fingers = new Fingers(picker).pinch(at, 300, 6);
      await elementUpdated(picker);
      expect(isZoomed(picker)).to.equal(true);
      fingers.liftBoth(at, 6);
      await elementUpdated(picker);
      expect(isZoomed(picker)).to.equal(false);
    });
    it('feel the limit, and the map comes back to it', async () => {
      const picker = await mount();
      const at = middleOf(await picker.reveal(SEAT));
      const fingers = new Fingers(picker).pinch(at, 20, 400);
      const held = await picker.reveal(SEAT);
      expect(held.width).to.be.within(73, 150);
      fingers.liftBoth(at, 400);
      await elementUpdated(picker);
      const { width } = await picker.reveal(SEAT);
      expect(width).to.be.closeTo(72, 0.1);
    });
    it('that went beyond the limit and come back find the place between them again', async () => {
      const picker = await mount();
      const before = await picker.reveal(SEAT);
      const at = middleOf(before);
      new Fingers(picker).pinch(at, 40, 400).liftBoth(at, 400);
      const fingers = new Fingers(picker).pinch(at, 40, 400);
      for (let half = 200; half >= 20; half -= 20)
        fingers.move(11, [at[0] - half, at[1]]).move(12, [at[0] + half, at[1]]);
      const { width } = await picker.reveal(SEAT);
      expect(width).to.be.closeTo(72, 0.1);
      expect(middleOf(await picker.reveal(SEAT))[0]).to.be.closeTo(at[0], 1);
      fingers.liftBoth(at, 40);
    });
    it('one of which stays: it goes on as one, without a jump', async () => {
      const picker = await mount();
      const [x, y] = middleOf(await picker.reveal(SEAT));
      const fingers = new Fingers(picker).pinch([x, y], 100, 120).after(16);
      fingers.lift(11, [x - 60, y]);
      const before = await picker.reveal(SEAT);
      fingers.after(16).move(12, [x + 60, y]);
      expect(await picker.reveal(SEAT)).to.deep.equal(before);
      fingers.after(16).move(12, [x + 85, y + 10]);
      const after = await picker.reveal(SEAT);
      expect(after.x - before.x).to.be.closeTo(25, 0.1);
      expect(after.y - before.y).to.be.closeTo(10, 0.1);
      expect(after.width).to.equal(before.width);
      fingers.after(300).lift(12, [x + 85, y + 10]);
    });
    it('zoom about the place between them inside an ancestor that is turned and scaled', async () => {
      const picker = await mount(
        html`<div style="width:700px;transform:rotate(14deg) scale(0.7, 0.8) skewX(5deg)">
          <petition-seat-picker venue="arena"></petition-seat-picker>
        </div>`,
      );
      const before = await picker.reveal(SEAT);
      const at = middleOf(before);
      new Fingers(picker).pinch(at, 100, 150).liftBoth(at, 150);
      const after = await picker.reveal(SEAT);
      expect(after.width / before.width).to.be.closeTo(1.5, 0.01);
      expect(middleOf(after)[0]).to.be.closeTo(at[0], 1);
      expect(middleOf(after)[1]).to.be.closeTo(at[1], 1);
    });
    it('keep the browser from scrolling; one does not', async function () {
      try {
        new Touch({ identifier: 0, target: document.body });
      } catch {
        // WebKit on Linux cannot construct touches.
        this.skip();
      }
      const picker = await mount();
      const hit = inside(picker, '.hit');
      const touch = (...ids: number[]): boolean => {
        const targetTouches = ids.map((identifier) => new Touch({ identifier, target: hit }));
        return hit.dispatchEvent(new TouchEvent('touchmove', { targetTouches, cancelable: true }));
      };
      expect(touch(1)).to.equal(true);
      expect(touch(1, 2)).to.equal(false);
    });
  });

  describe('a throw', () => {
    before(() => emulateMedia({ reducedMotion: 'no-preference' }));
    after(() => emulateMedia({ reducedMotion: 'reduce' }));

    /** Drags the map 60 px to the right within 60 ms. */
    const throwIt = (picker: PetitionSeatPicker, [x, y]: readonly [number, number]): Fingers => {
      const fingers = new Fingers(picker).lay(7, [x, y]);
      for (let i = 1; i <= 6; i++) fingers.after(10).move(7, [x + 10 * i, y]);
      return fingers.lift(7, [x + 60, y]);
    };

    it('goes on as far as it must, and stands still', async () => {
      const picker = await mount();
      const at = middleOf(await picker.reveal(SEAT));
      const before = await placeOf(picker);
      throwIt(picker, at);
      const after = await placeOf(picker);
      // 60 px by the drag, and 325 px by the throw at 1 px/ms, less its invisible end.
      expect(after[0] - before[0]).to.be.closeTo(60 + 325, 8);
      expect(after[1]).to.be.closeTo(before[1], 0.2);
      expect(picker.seat).to.equal(null);
    });
    it('is stopped by a touch, which chooses nothing', async () => {
      const picker = await mount();
      const at = middleOf(await picker.reveal(SEAT));
      const before = await placeOf(picker);
      throwIt(picker, at);
      await frames(2);
      new Fingers(picker).tap([at[0] + 200, at[1] + 60]);
      const after = await placeOf(picker);
      expect(after[0] - before[0]).to.be.within(61, 370);
      expect(picker.seat).to.equal(null);
    });
    it('ends at the edge of the venue', async () => {
      const picker = await mount();
      const at = middleOf(await picker.reveal(SEAT));
      new Fingers(picker)
        .lay(7, at)
        .move(7, [at[0] + 20_000, at[1]])
        .after(300)
        .lift(7, [at[0] + 20_000, at[1]]);
      const before = await placeOf(picker);
      throwIt(picker, at);
      expect(await placeOf(picker)).to.deep.equal(before);
    });
    it('goes nowhere where motion is not wanted', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      const picker = await mount();
      const at = middleOf(await picker.reveal(SEAT));
      const before = await placeOf(picker);
      throwIt(picker, at);
      const after = await placeOf(picker);
      expect(after[0] - before[0]).to.be.closeTo(60, 0.2);
      await emulateMedia({ reducedMotion: 'no-preference' });
    });
    it('leaves nothing running when the element goes', async () => {
      const picker = await mount();
      const parent = picker.parentElement!;
      throwIt(picker, middleOf(await picker.reveal(SEAT)));
      await frames(3);
      picker.remove();
      parent.append(picker);
      const before = await placeOf(picker);
      await frames(10);
      expect(await placeOf(picker)).to.deep.equal(before);
    });
  });

  describe('a mouse', () => {
    it('that was let go outside of the window holds the map no longer', async () => {
      const picker = await mount();
      const before = await picker.reveal(SEAT);
      const [x, y] = middleOf(before);
      new Fingers(picker, 'mouse').lay(1, [x, y]).move(1, [x + 90, y], 0);
      const after = await picker.reveal(SEAT);
      expect(after.x).to.equal(before.x);
    });
  });

  describe('another size', () => {
    const wide = (picker: PetitionSeatPicker, width: number): void =>
      void (picker.parentElement!.style.width = `${width}px`);
    const centreOf = (picker: PetitionSeatPicker): [number, number] =>
      middleOf(inside(picker, '.plate').getBoundingClientRect());

    it('keeps the same place in the middle, and the ice up', async () => {
      const picker = await mount();
      const before = await picker.reveal(SEAT);
      const off = (box: DOMRect): number[] =>
        middleOf(box).map((value, i) => Math.round(value - centreOf(picker)[i]!));
      const offBefore = off(before);
      wide(picker, 850);
      await frames(3);
      const after = await picker.reveal(SEAT);
      expect(off(after)).to.deep.equal(offBefore);
      expect(after.width).to.equal(before.width);
    });
    it('turns with the whole below 480 px also when it is near', async () => {
      const picker = await mount();
      const [x, y] = centreOf(picker);
      // The corner of the ice is beside the middle; on the upright map it is above or below it.
      new Fingers(picker).pinch([x, y], 100, 160).liftBoth([x, y], 160);
      await elementUpdated(picker);
      const place = await placeOf(picker);
      const lying = place.map((value, i) => value - [x, y][i]!);
      wide(picker, 400);
      const upright = (await placeOf(picker)).map((value, i) => value - centreOf(picker)[i]!);
      expect(isZoomed(picker)).to.equal(true);
      const ratio = Math.hypot(...upright) / Math.hypot(...lying);
      // Rotated by a quarter turn.
      expect(upright[0]! / ratio).to.be.closeTo(-lying[1]!, 1);
      expect(upright[1]! / ratio).to.be.closeTo(lying[0]!, 1);
    });
    it('is the whole again where one was on the way there', async () => {
      await emulateMedia({ reducedMotion: 'no-preference' });
      const picker = await mount();
      await picker.reveal(SEAT);
      inside(picker, '.whole').click();
      await frames(2);
      wide(picker, 600);
      await frames(3);
      await elementUpdated(picker);
      expect(isZoomed(picker)).to.equal(false);
      const [canvas] = picker.shadowRoot!.querySelectorAll('canvas');
      expect(canvas!.style.transform).to.equal('none');
      await emulateMedia({ reducedMotion: 'reduce' });
    });
    it('paints once a frame, however often it changes', async () => {
      const picker = await mount();
      const ctx = picker.shadowRoot!.querySelector('canvas')!.getContext('2d')!;
      const fill = ctx.fillRect.bind(ctx);
      let paintings = 0;
      ctx.fillRect = (...box) => {
        // The background of the whole layer.
        if (box[2] === ctx.canvas.width && box[3] === ctx.canvas.height) paintings++;
        fill(...box);
      };
      // The second painting adds glow and names, strip by strip.
      await frames(12);
      paintings = 0;
      for (let width = 890; width > 790; width -= 10) {
        wide(picker, width);
        // Each read forces a layout.
        expect(inside(picker, '.plate').clientWidth).to.equal(width);
        dispatchEvent(new Event('resize'));
      }
      await frames(3);
      expect(paintings).to.equal(1);
    });
  });

  describe('a screen of another density', () => {
    it('makes the picture crisp, also the second time', async () => {
      const { matchMedia } = window;
      const ratio = Object.getOwnPropertyDescriptor(window, 'devicePixelRatio')!;
      const queries = new Map<string, EventTarget>();
      window.matchMedia = (query) => {
        if (!query.startsWith('(resolution')) return matchMedia.call(window, query);
        const list = queries.get(query) ?? new EventTarget();
        queries.set(query, list);
        return list as MediaQueryList;
      };
      const turnInto = async (from: number, to: number): Promise<number> => {
        Object.defineProperty(window, 'devicePixelRatio', { configurable: true, value: to });
        queries.get(`(resolution: ${from}dppx)`)!.dispatchEvent(new Event('change'));
        await frames(2);
        return picker.shadowRoot!.querySelector('canvas')!.width;
      };
      Object.defineProperty(window, 'devicePixelRatio', { configurable: true, value: 1 });
      const picker = await mount();
      try {
        expect(await turnInto(1, 2)).to.equal(1800);
        expect(await turnInto(2, 1.5)).to.equal(1350);
        picker.remove();
        expect(await turnInto(1.5, 1), 'away from the page').to.equal(1350);
      } finally {
        window.matchMedia = matchMedia;
        Object.defineProperty(window, 'devicePixelRatio', ratio);
      }
    });
  });

  describe('before it is seen', () => {
    for (const [name, template, show] of [
      [
        'in a closed details',
        html`<details style="width:600px">
          <petition-seat-picker venue="arena"></petition-seat-picker>
        </details>`,
        (box: HTMLElement) => ((box as HTMLDetailsElement).open = true),
      ],
      [
        'beside the window',
        html`<div style="width:600px;position:relative;left:3000px">
          <petition-seat-picker venue="arena"></petition-seat-picker>
        </div>`,
        (box: HTMLElement) => (box.style.left = '0'),
      ],
    ] as const)
      it(`${name}: draws nothing; then it is there, and right`, async () => {
        const box = await fixture<HTMLElement>(template);
        const picker = box.querySelector('petition-seat-picker')!;
        await elementUpdated(picker);
        await frames(5);
        // A canvas that was never painted has the default size.
        expect(picker.shadowRoot!.querySelector('canvas')?.width ?? 300).to.equal(300);
        show(box);
        await picker.ready;
        new Fingers(picker).tap(middleOf(await picker.reveal(SEAT)));
        expect(seatCode(venue, picker.seat!)).to.equal('12-8-15');
      });
    it('begins without width, and is right when it gets one', async () => {
      const box = await fixture<HTMLElement>(
        html`<div style="width:0"><petition-seat-picker venue="arena"></petition-seat-picker></div>`,
      );
      const picker = box.querySelector('petition-seat-picker')!;
      await elementUpdated(picker);
      await frames(2);
      box.style.width = '600px';
      await frames(3);
      new Fingers(picker).tap(middleOf(await picker.reveal(SEAT)));
      expect(picker.seat).to.equal(SEAT);
    });
    it('goes on after it was taken away under a finger', async () => {
      const picker = await mount();
      const parent = picker.parentElement!;
      const at = middleOf(await picker.reveal(SEAT));
      new Fingers(picker).lay(3, at);
      picker.remove();
      await nextFrame();
      parent.append(picker);
      await elementUpdated(picker);
      new Fingers(picker).tap(middleOf(await picker.reveal(SEAT)));
      expect(picker.seat).to.equal(SEAT);
    });
  });
});
