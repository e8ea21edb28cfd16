import { nothing, svg, type TemplateResult } from 'lit';
import type { RadialLight, TicketDrawing, DrawnShape } from './shapes.js';

/** Renders a drawing in the page: the same shapes as in the files, each with its role as a class. */
export function pictureView({ shapes, fonts }: TicketDrawing): TemplateResult[] {
  return shapes.map((shape, i) => shapeView(shape, i, fonts));
}

function shapeView(shape: DrawnShape, i: number, fonts: TicketDrawing['fonts']): TemplateResult {
  switch (shape.kind) {
    case 'path': {
      const { role, d, fill, light, stroke, width, dash } = shape;
      const id = `light-${i}`;
      return svg`${light ? lightView(light, id) : nothing}<path
        class=${role}
        d=${d}
        fill=${light ? `url(#${id})` : (fill ?? 'none')}
        stroke=${stroke ?? nothing}
        stroke-width=${width ?? nothing}
        stroke-dasharray=${dash?.join(' ') ?? nothing}
      />`;
    }
    case 'text': {
      const { role, text, x, y, size, face, fill, anchor, rtl } = shape;
      return svg`<text
        class=${role}
        x=${x}
        y=${y}
        fill=${fill}
        font-family=${fonts[face]}
        font-size=${size}
        text-anchor=${anchor}
        direction=${rtl ? 'rtl' : 'ltr'}
      >${text}</text>`;
    }
    case 'portrait': {
      const { href, x, y, r } = shape;
      // An HTML image, requested the way the ticket preloaded it: an SVG image would send the page's URL to the portrait's host.
      return svg`<foreignObject class="portrait" x=${x - r} y=${y - r} width=${2 * r} height=${2 * r}><img
        referrerpolicy="no-referrer"
        crossorigin="anonymous"
        src=${href}
        width=${2 * r}
        height=${2 * r}
        alt=""
      /></foreignObject>`;
    }
  }
}

function lightView({ x, y, r, stops }: RadialLight, id: string): TemplateResult {
  return svg`<radialGradient id=${id} gradientUnits="userSpaceOnUse" cx=${x} cy=${y} r=${r}>${stops.map(
    ([offset, colour, opacity]) =>
      svg`<stop offset=${offset} stop-color=${colour} stop-opacity=${opacity} />`,
  )}</radialGradient>`;
}
