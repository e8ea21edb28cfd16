/** A module that loads when it is first needed; null until then, and where its script does not load. */
export class LazyModule<M> {
  loaded: M | null = null;
  #isRequested = false;

  constructor(
    private readonly request: () => Promise<M>,
    private readonly onLoad: () => void = () => undefined,
    private readonly onFailure: () => void = () => undefined,
  ) {}

  /** Requests the module, once. */
  load(): void {
    if (this.#isRequested) return;
    this.#isRequested = true;
    this.request().then((module) => {
      this.loaded = module;
      this.onLoad();
    }, this.onFailure);
  }
}
