import type { RadialLight, TicketDrawing } from './shapes.js';

/** Renders a drawing to a file, on the device. Loaded when the signer or the page requests a file. */

/** Portraits that have loaded and that scripts may read, by URL. */
export type LoadedPortraits = ReadonlyMap<string, HTMLImageElement>;

/** Paints a drawing, one px of it to one px of the canvas. */
export function paint(drawing: TicketDrawing, portraits: LoadedPortraits): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = drawing.width;
  canvas.height = drawing.height;
  // Letters take the forms of the ticket's language, also on a page in another one.
  canvas.lang = drawing.locale;
  const ctx = contextOf(canvas);
  for (const shape of drawing.shapes) {
    switch (shape.kind) {
      case 'path': {
        const path = new Path2D(shape.d);
        const { fill, light, stroke, width = 1, dash = [] } = shape;
        const ink = light ? canvasGradient(ctx, light) : fill;
        if (ink) {
          ctx.fillStyle = ink;
          ctx.fill(path);
        }
        if (stroke) {
          ctx.strokeStyle = stroke;
          ctx.lineWidth = width;
          ctx.setLineDash([...dash]);
          ctx.stroke(path);
        }
        break;
      }
      case 'text':
        ctx.fillStyle = shape.fill;
        ctx.font = `${shape.size}px ${drawing.fonts[shape.face]}`;
        ctx.direction = shape.rtl ? 'rtl' : 'ltr';
        ctx.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
        ctx.fillText(shape.text, shape.x, shape.y);
        break;
      case 'portrait': {
        const image = portraits.get(shape.href);
        if (!image) break;
        const { x, y, r } = shape;
        ctx.save();
        ctx.beginPath();
        ctx.arc(x, y, r, 0, 2 * Math.PI);
        ctx.clip();
        drawCropped(ctx, image, x - r, y - r, 2 * r);
        ctx.restore();
      }
    }
  }
  return canvas;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('this browser has no 2D canvas');
  return ctx;
}

function canvasGradient(ctx: CanvasRenderingContext2D, { x, y, r, stops }: RadialLight): CanvasGradient {
  const radial = ctx.createRadialGradient(x, y, 0, x, y, r);
  for (const [offset, colour, opacity] of stops) {
    const alpha = Math.round(opacity * 255)
      .toString(16)
      .padStart(2, '0');
    radial.addColorStop(offset, colour + alpha);
  }
  return radial;
}

/** Draws the square at the top of an image. */
function drawCropped(
  ctx: CanvasRenderingContext2D,
  image: HTMLImageElement,
  x: number,
  y: number,
  side: number,
): void {
  const { naturalWidth: width, naturalHeight: height } = image;
  const cut = Math.min(width, height);
  ctx.drawImage(image, (width - cut) / 2, 0, cut, cut, x, y, side, side);
}

/** The drawing as a PNG file. */
export function toPng(drawing: TicketDrawing, portraits: LoadedPortraits): Promise<Blob> {
  return new Promise((resolve, reject) => {
    paint(drawing, portraits).toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the canvas could not be encoded as PNG'))),
      'image/png',
    );
  });
}

/** Converts a portrait to a `data:` URL of a PNG of `side` x `side` px, so that an SVG file can contain it. */
export function portraitData(image: HTMLImageElement, side = 256): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  drawCropped(contextOf(canvas), image, 0, 0, side);
  return canvas.toDataURL('image/png');
}
