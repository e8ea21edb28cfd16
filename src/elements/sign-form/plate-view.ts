import { html, nothing, svg, type TemplateResult } from 'lit';
import { neighbourhood, type Neighbour } from './neighbourhood.js';
import type { SeatsView } from './form-model.js';

/** Distance of two seats in the picture, in px. */
const PITCH = 36;
const ROW = 40;

/** Renders the signer's seat among its neighbours, lit. Decorative: the text beside it says the same. */
export function plateView(view: SeatsView, taken: Uint8Array | null, seat: number): unknown {
  const { venue, kept } = view;
  if (!venue) return nothing;
  const seats = neighbourhood(venue, taken, kept, seat);
  // Seats that overlap their neighbours are painted last.
  const inFront = ({ state }: Neighbour): boolean => state === 'yours' || state === 'kept';
  return html`<svg
    class="plate"
    part="plate"
    viewBox="-200 -66 400 132"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    ${[...seats.filter((one) => !inFront(one)), ...seats.filter(inFront)].map((one) => chair(view, one))}
  </svg>`;
}

function chair(
  { stories, asset, crossOriginOf }: SeatsView,
  { column, row, state, story }: Neighbour,
): TemplateResult {
  const [x, y] = [column * PITCH, row * ROW];
  if (state === 'kept') {
    const portrait = story === null ? null : stories[story]?.portrait;
    const src = portrait && asset(portrait.src);
    // An HTML image: an SVG image always sends the page's address to its host.
    return svg`<circle class="chair kept" cx=${x} cy=${y} r="18" />
      ${src ? svg`<foreignObject x=${x - 16} y=${y - 16} width="32" height="32"><img class="face" referrerpolicy="no-referrer" crossorigin=${crossOriginOf(src) ?? nothing} src=${src} width="32" height="32" alt="" /></foreignObject>` : nothing}`;
  }
  const half = state === 'yours' ? 15 : 12;
  return svg`${state === 'yours' ? svg`<rect class="frame" x=${x - 19} y=${y - 19} width="38" height="38" rx="10" />` : nothing}
    <rect class="chair ${state}" x=${x - half} y=${y - half} width=${2 * half} height=${2 * half} rx="6" />
    ${state === 'unknown' ? nothing : state === 'free' ? svg`<path class="back" d=${`M${x - 6} ${y + 7}h12`} />` : svg`<circle class="head ${state}" cx=${x} cy=${y - 1} r=${state === 'yours' ? 7 : 6} />`}`;
}
