import type { RadialLight, TicketDrawing } from './shapes.js';

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes a text for XML, in an element or in a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => NAMES[sign] ?? sign);
}

type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

function element(name: string, values: SvgAttributes, inside?: string): string {
  const attributes = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return inside === undefined ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`;
}

/**
 * Renders a drawing as the text of a self-contained SVG file. `portrait` returns a portrait's image as a `data:` URL, since
 * the file may not load anything from elsewhere; where it returns null, the initials beneath the portrait are visible.
 */
export function toSvg(
  drawing: TicketDrawing,
  portrait: (href: string) => string | null = () => null,
): string {
  const { width, height, shapes, fonts, locale, label } = drawing;
  const inside = shapes.map((shape, i): string => {
    switch (shape.kind) {
      case 'path': {
        const { d, fill, light, stroke, width: lineWidth, dash } = shape;
        const path = element('path', {
          d,
          fill: light ? `url(#light-${i})` : (fill ?? 'none'),
          stroke,
          'stroke-width': lineWidth,
          'stroke-dasharray': dash?.join(' '),
        });
        return light ? gradientElement(light, `light-${i}`) + path : path;
      }
      case 'text': {
        const { text, x, y, size, face, fill, anchor, rtl } = shape;
        return element(
          'text',
          {
            x,
            y,
            fill,
            'font-family': fonts[face],
            'font-size': size,
            'text-anchor': anchor === 'start' ? undefined : anchor,
            direction: rtl ? 'rtl' : undefined,
          },
          escapeXml(text),
        );
      }
      case 'portrait': {
        const { x, y, r } = shape;
        const href = portrait(shape.href);
        if (href === null) return '';
        const image = { href, x: x - r, y: y - r, width: 2 * r, height: 2 * r };
        return (
          element('clipPath', { id: `clip-${i}` }, element('circle', { cx: x, cy: y, r })) +
          element('image', {
            ...image,
            preserveAspectRatio: 'xMidYMin slice',
            'clip-path': `url(#clip-${i})`,
          })
        );
      }
    }
  });
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, lang: locale },
    element('title', {}, escapeXml(label)) + inside.join(''),
  );
}

function gradientElement({ x, y, r, stops }: RadialLight, id: string): string {
  return element(
    'radialGradient',
    { id, gradientUnits: 'userSpaceOnUse', cx: x, cy: y, r },
    stops
      .map(([offset, colour, opacity]) =>
        element('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity }),
      )
      .join(''),
  );
}
