import type { MeasureText } from './fit.js';
import type { TicketDrawing } from './shapes.js';

let ruler: CanvasRenderingContext2D | null | undefined;

/** Measures text as this browser sets it. Without a canvas, an estimate keeps the texts apart. */
export function measureWith(fonts: TicketDrawing['fonts']): MeasureText {
  if (ruler === undefined) ruler = document.createElement('canvas').getContext('2d');
  const ctx = ruler;
  return (text, size, face) => {
    if (!ctx) return text.length * size * 0.56;
    ctx.font = `${size}px ${fonts[face]}`;
    return ctx.measureText(text).width;
  };
}
