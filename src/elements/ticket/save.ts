import { portraitData, toPng, type Portraits } from './paint.js';
import type { TicketDrawing } from './shapes.js';
import { toSvg } from './svg-file.js';

/** What a ticket can be saved as. */
export type FileKind = 'png' | 'svg';

/** A picture as a file, made on the device; loaded when somebody asks for one. */
export async function makeFile(picture: TicketDrawing, portraits: Portraits, kind: FileKind): Promise<Blob> {
  if (kind === 'png') return toPng(picture, portraits);
  const text = toSvg(picture, (href) => {
    const image = portraits.get(href);
    return image ? portraitData(image) : null;
  });
  return new Blob([text], { type: 'image/svg+xml' });
}

/** Hands a file to the browser's downloads. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has its own hold on the file once it has begun; browsers begin at different times.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
