import { portraitData, toPng, type LoadedPortraits } from './paint.js';
import type { TicketDrawing } from './shapes.js';
import { toSvg } from './svg-file.js';

/** File formats of a saved ticket. */
export type FileKind = 'png' | 'svg';

/** Renders a drawing to a file, on the device. Loaded when the signer or the page requests a file. */
export async function makeFile(
  drawing: TicketDrawing,
  portraits: LoadedPortraits,
  kind: FileKind,
): Promise<Blob> {
  if (kind === 'png') return toPng(drawing, portraits);
  const text = toSvg(drawing, (href) => {
    const image = portraits.get(href);
    return image ? portraitData(image) : null;
  });
  return new Blob([text], { type: 'image/svg+xml' });
}

/** Starts a download of a file in the browser. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // A download keeps the file alive once it has started; browsers take different times to start it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
