import { html, nothing, type TemplateResult } from 'lit';
import { initialsOf } from '../actions/initials.js';
import type { Kept } from '../seats/kept.js';
import { isWhole } from './map/camera.js';
import type { PortraitMark } from './map/layers/portraits.js';
import { itemAt } from './map/read.js';
import { cornersFor } from './map/scene.js';
import type { SeatMap } from './map/seat-map.js';
import type { Point } from './map/viewport.js';
import type { PickerHost, PickerSnapshot } from './picker-host.js';
import { besideOf, sentenceOf, type Seating } from './seat-grid.js';

/** Maximum number of names beside the arena, one in each of its corners; more people only have buttons. */
const MAX_NAMES = 4;

/** The people on the map: their portraits, and their names in its corners. */
export class MapNames {
  readonly #images = new Map<string, HTMLImageElement>();

  constructor(
    private readonly host: PickerHost,
    private readonly map: SeatMap,
  ) {}

  view({ seating }: PickerSnapshot): TemplateResult[] {
    const { kept } = seating;
    return kept.length > MAX_NAMES ? [] : kept.map((person) => this.#nameView(seating, person));
  }

  #nameView(seating: Seating, person: Kept): TemplateResult {
    const isBeside = seating.own !== null && besideOf(seating, seating.own)?.seat === person.seat;
    return html`<p class="name" part="name">
      <b><bdi>${person.name}</bdi></b>
      <span>${sentenceOf(seating, person.seat)}</span>
      ${isBeside ? this.host.t('picker.you-beside') : nothing}
    </p>`;
  }

  /** Returns the portraits of people; places their names, where the map is wide enough. */
  portraits(plate: HTMLElement, people: readonly Kept[]): PortraitMark[] {
    const { camera, size } = this.map;
    const corners = cornersFor(
      people.map(({ seat }) => this.map.placeOf(seat)),
      size,
    );
    const names = plate.querySelectorAll<HTMLElement>('.name');
    return people.map(({ seat, name, portrait, crossOrigin }, i) => ({
      seat,
      initials: initialsOf(name),
      image: portrait ? this.#image(portrait, crossOrigin ?? null) : null,
      name: isWhole(camera) && size.width >= 840 ? nameEdge(names[i], itemAt(corners, i)) : null,
    }));
  }

  /** Returns a portrait once it has loaded. */
  #image(url: string, crossOrigin: 'anonymous' | null): HTMLImageElement | null {
    let image = this.#images.get(url);
    if (!image) {
      image = new Image();
      image.referrerPolicy = 'no-referrer';
      image.crossOrigin = crossOrigin;
      image.onload = () => this.map.schedule();
      image.src = url;
      this.#images.set(url, image);
    }
    return image.complete && image.naturalWidth > 0 ? image : null;
  }
}

/** Places a name in its corner, and returns the end of its hairline. */
function nameEdge(element: HTMLElement | undefined, corner: number): Point | null {
  if (!element) return null;
  const place =
    corner < 0 ? 'name none' : `name ${corner & 2 ? 'bottom' : 'top'} ${corner & 1 ? 'end' : 'start'}`;
  if (element.className !== place) element.className = place;
  const text = element.querySelector('bdi');
  if (!text || corner < 0 || element.offsetWidth === 0) return null;
  const x = corner & 1 ? element.offsetLeft - 18 : element.offsetLeft + text.offsetWidth + 18;
  return [x, element.offsetTop + text.offsetHeight / 2 + 1];
}
