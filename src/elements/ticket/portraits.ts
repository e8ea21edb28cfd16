/** The portraits of a ticket: loads each once, and tells when it can be drawn. */
export class PortraitImages {
  readonly #images = new Map<string, HTMLImageElement>();

  /** `onLoad` is called after each image that has loaded. */
  constructor(private readonly onLoad: () => void) {}

  /** Returns the portrait's URL once it has loaded and scripts may read it; until then, and where they may not, null: the initials show. */
  load(url: string): string | null {
    let image = this.#images.get(url);
    if (!image) {
      image = new Image();
      image.referrerPolicy = 'no-referrer';
      // Otherwise the canvas that the file is made of could not be read.
      image.crossOrigin = 'anonymous';
      image.onload = this.onLoad;
      image.src = url;
      this.#images.set(url, image);
    }
    return isLoaded(image) ? url : null;
  }

  /** The images that have loaded, by URL. */
  get loaded(): ReadonlyMap<string, HTMLImageElement> {
    return new Map([...this.#images].filter(([, image]) => isLoaded(image)));
  }
}

function isLoaded(image: HTMLImageElement): boolean {
  return image.complete && image.naturalWidth > 0;
}
