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
    json = JSON.stringify(value) ?? String(value);
  } catch {
    // What a script hands over may hold circles or big integers.
    json = Object.prototype.toString.call(value);
  }
  return json.length > 80 ? `${json.slice(0, 77)}...` : json;
}
