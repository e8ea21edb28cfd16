/** Maximum of logged origins: a client can send any number, and the log must not grow by them. */
const MAX_NAMED = 20;
/** Maximum length of an origin; a host name has at most 253 characters. */
const MAX_LENGTH = 300;

/**
 * Logs each refused origin once, with the setting that lets it sign. Only web origins are named: the header is free
 * text for its sender, and the origin of a browser's extension identifies a visitor.
 */
export class RefusedOrigins {
  readonly #named = new Set<string>();
  #isFull = false;

  constructor(
    private readonly allowed: ReadonlySet<string>,
    private readonly log: (line: string) => void,
  ) {}

  logOnce(origin: string): void {
    if (this.#isFull) return;
    const name = loggableOrigin(origin);
    if (this.#named.has(name)) return;
    if (this.#named.size === MAX_NAMED) {
      this.#isFull = true;
      this.log(
        `More than ${MAX_NAMED} origins were refused; further ones are not named before the next start. If pages of yours cannot sign, add their origins to ALLOWED_ORIGINS.`,
      );
      return;
    }
    this.#named.add(name);
    this.log(this.#message(name));
  }

  #message(name: string): string {
    const list = (origin: string): string => `ALLOWED_ORIGINS=${[...this.allowed, origin].join(',')}`;
    if (name === 'null')
      return `A page without an origin of its own (null: a sandboxed frame, or a file) was refused; serve it from an address, or start with ${list('null')} to let all such pages sign.`;
    if (name === '')
      return 'A sender whose origin is not a web address was refused; only origins with http:// or https:// can be allowed.';
    return `A page of ${name} was refused; if it is yours, start with ${list(name)}`;
  }
}

/** Origin of the web or `null`, as it may be logged; empty for everything else. */
function loggableOrigin(origin: string): string {
  if (origin === 'null') return origin;
  if (origin.length > MAX_LENGTH || !/^https?:\/\/[^/?#@\\]+$/.test(origin) || !URL.canParse(origin))
    return '';
  return new URL(origin).origin === origin ? origin : '';
}
