/**
 * Something wrong with a piece of data, for the person who can mend it: where, what stands there, what is allowed.
 * One clear sentence is made of it by `explain`.
 */
export interface Problem {
  /** Like `stories[0].seat`; empty for the whole document. */
  path: string;
  /** The wrong value as short JSON, or null where there is none. */
  value: string | null;
  /** What is allowed or what to do, as the end of a sentence. */
  message: string;
}

/** `path: value message` in one line. */
export function explain({ path, value, message }: Problem): string {
  return `${path && `${path}: `}${value === null ? '' : `${value} `}${message}`;
}

/** A value as short JSON, so that an error line stays one line. */
export function shortJson(value: unknown): string {
  let json: string;
  try {
    const bare = (_: string, one: unknown): unknown => (typeof one === 'string' ? withoutPassword(one) : one);
    json = JSON.stringify(value, bare) ?? String(value);
  } catch {
    // What a script hands over may hold circles or big integers.
    json = Object.prototype.toString.call(value);
  }
  return json.length > 80 ? `${json.slice(0, 77)}...` : json;
}

/** A text as the console may show it: of an address with a name or a password, the protocol and the host. */
export function withoutPassword(text: string): string {
  const at = text.search(/(?:@|%40)(?![^]*(?:@|%40))/i);
  const before = text.slice(0, Math.max(0, at));
  // An e-mail address has nothing before its name; in "https://host/@name" the sign belongs to the path.
  const holdsNone = !/[:\\/]/.test(before) || /^https?:\/\/[^:@/\\]+\/[^:]*$/i.test(before);
  return holdsNone ? text : `${/^[a-z]+:\/\//i.exec(text)?.[0] ?? ''}…${text.slice(at)}`;
}
