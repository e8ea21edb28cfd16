/**
 * Small squares by the thousand, written into the px directly: a call of the canvas for each of 15,000 seats takes
 * twice as long, and it is the first thing a visitor waits for.
 */
export class Raster {
  readonly image: ImageData;
  readonly #px: Uint32Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.image = new ImageData(width, height);
    this.#px = new Uint32Array(this.image.data.buffer);
  }

  /** A square round `x`, `y`, turned so that its side runs along the unit vector `cos`, `sin`; `rgb` is 0xbbggrr. */
  square(x: number, y: number, cos: number, sin: number, side: number, rgb: number): void {
    // A px is covered as far as its middle lies inside both pairs of edges: smooth edges at a few multiplications.
    const half = side / 2 + 0.5;
    const reach = side * 0.71 + 0.5;
    const centreX = x - 0.5;
    const centreY = y - 0.5;
    const right = Math.min(this.width - 1, Math.floor(centreX + reach));
    const bottom = Math.min(this.height - 1, Math.floor(centreY + reach));
    for (let py = Math.max(0, Math.ceil(centreY - reach)); py <= bottom; py++) {
      for (let px = Math.max(0, Math.ceil(centreX - reach)); px <= right; px++) {
        const dx = px - centreX;
        const dy = py - centreY;
        const along = Math.min(1, half - Math.abs(dx * cos + dy * sin));
        const across = Math.min(1, half - Math.abs(dy * cos - dx * sin));
        if (along <= 0 || across <= 0) continue;
        // A seat narrower than a px lights it in part.
        const opacity = (along * across * Math.min(1, side * side) * 255) | 0;
        const i = py * this.width + px;
        if (opacity > this.#px[i]! >>> 24) this.#px[i] = rgb | (opacity << 24);
      }
    }
  }
}
