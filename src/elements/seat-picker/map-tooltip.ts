import { html, nothing, type TemplateResult } from 'lit';
import { rowOf } from '../../venue/layout.js';
import type { Venue } from '../../venue/venue.js';
import { isAtRest, seatWidth } from './map/camera.js';
import { itemAt } from './map/read.js';
import { NEAR } from './map/scene.js';
import type { SeatMap } from './map/seat-map.js';
import type { Point } from './map/viewport.js';
import type { PickerHost, PickerSnapshot } from './picker-host.js';
import { besideOf, blockSentence, keptAt, sentenceOf, stateLine, stateOf } from './seat-grid.js';

/** Target of the pointer: nothing that has a tooltip, a block of the whole venue, or a seat of the zoomed map. */
type HoverTarget =
  | { readonly type: 'none' }
  /** `at`: null while the map moves under the pointer. */
  | { readonly type: 'block'; readonly block: number; readonly at: Point | null }
  | { readonly type: 'seat'; readonly seat: number };

interface SeatTip {
  readonly seat: number;
  readonly kind: '' | 'focus' | 'yours';
}

/** The tooltip on the map: of the seat or block under the pointer, else of the focused or the own seat. */
export class MapTooltip {
  #target: HoverTarget = { type: 'none' };

  constructor(
    private readonly host: PickerHost,
    private readonly map: SeatMap,
  ) {}

  /** The seat under the pointer. */
  get seat(): number | null {
    return this.#target.type === 'seat' ? this.#target.seat : null;
  }

  /** Forgets the pointer. */
  clear(): void {
    this.#target = { type: 'none' };
  }

  /** The map has moved under the pointer; the tooltip of a block comes back without a render. */
  viewMoved(): void {
    this.#target = this.#target.type === 'block' ? { ...this.#target, at: null } : { type: 'none' };
  }

  /** The pointer is at px of the map. */
  hover(venue: Venue, point: Point): void {
    const before = this.#target;
    const target = (this.#target = this.#targetAt(venue, point));
    const isSame =
      target.type === 'block'
        ? before.type === 'block' && before.block === target.block
        : target.type === before.type && this.seat === (before.type === 'seat' ? before.seat : null);
    if (!isSame) this.host.redraw();
    else if (target.type === 'block') this.map.schedule();
  }

  #targetAt(venue: Venue, at: Point): HoverTarget {
    const width = seatWidth(this.map.camera);
    const isNear = width >= NEAR;
    const seat = this.map.seatNear(at, (isNear ? 0.8 : 3) * width);
    if (seat === null) return { type: 'none' };
    return isNear
      ? { type: 'seat', seat }
      : { type: 'block', block: itemAt(venue.rows, rowOf(venue, seat)).block, at };
  }

  /** Returns the seat that has a tooltip. */
  #tip({ seat, offered, isFocusSeen, at }: PickerSnapshot): SeatTip | null {
    const { camera, isNarrow } = this.map;
    if (seatWidth(camera) < NEAR) return null;
    if (this.seat !== null) return { seat: this.seat, kind: this.seat === seat ? 'yours' : '' };
    if (offered !== null || !isAtRest(camera)) return null;
    if (isFocusSeen) return { seat: at, kind: 'focus' };
    return seat !== null && !isNarrow ? { seat, kind: 'yours' } : null;
  }

  view(snapshot: PickerSnapshot): TemplateResult | typeof nothing {
    const { seating } = snapshot;
    if (this.#target.type === 'block' && this.#target.at && seatWidth(this.map.camera) < NEAR)
      return html`<p class="tip" part="tip" aria-hidden="true">
        ${blockSentence(seating, this.#target.block)}
      </p>`;
    const tip = this.#tip(snapshot);
    if (!tip) return nothing;
    const state = stateOf(seating, tip.seat);
    const person = state === 'kept' ? keptAt(seating, tip.seat) : null;
    const sentence = sentenceOf(seating, tip.seat);
    const line =
      tip.kind === 'focus' && state === 'free' && !besideOf(seating, tip.seat)
        ? this.host.t('picker.enter-takes')
        : stateLine(seating, tip.seat);
    const [first, second] =
      state === 'yours' ? [line, sentence] : person ? [person.name, sentence] : [sentence, line];
    return html`<p class="tip ${tip.kind}" part="tip" aria-hidden="true">
      <b><bdi>${first}</bdi></b
      >${second}${person ? html`<br />${line}` : nothing}
    </p>`;
  }

  /** Places the tooltip beside its seat, inside the map; returns its seat and the start of the line to it. */
  place(plate: HTMLElement, snapshot: PickerSnapshot): { seat: number; from: Point } | null {
    const element = plate.querySelector<HTMLElement>('.tip');
    if (!element) return null;
    const { offsetWidth: width, offsetHeight: height } = element;
    const within = (value: number, most: number): number =>
      Math.min(Math.max(8, value), Math.max(8, most - 8));
    const put = (x: number, y: number): Point => {
      const left = within(x, this.map.size.width - width);
      const top = within(y, this.map.size.height - height);
      element.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
      return [left, top];
    };
    const tip = this.#tip(snapshot);
    if (!tip) {
      const at = this.#target.type === 'block' ? this.#target.at : null;
      if (at) put(at[0] + 16, at[1] - height - 12);
      return null;
    }
    const [x, y] = this.map.placeOf(tip.seat);
    const gap = seatWidth(this.map.camera) * 0.6 + 22;
    const isBelow = tip.kind === 'focus' || y - gap - height < 8;
    const isLeft = tip.kind === 'yours' && !isBelow;
    const [left, top] = put(
      tip.kind === 'focus' ? x - width / 2 : isLeft ? x - width - 12 : x + 12,
      isBelow ? y + gap : y - gap - height,
    );
    if (tip.kind === 'focus') return null;
    const edge = isBelow ? top : top + height;
    return { seat: tip.seat, from: [Math.min(Math.max(x, left + 8), left + width - 8), edge] };
  }
}
