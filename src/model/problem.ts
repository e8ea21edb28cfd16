/**
 * A problem in a piece of data, for the person who can mend it: its place, its value, what is allowed.
 * `explain` writes it as one clear sentence.
 */
export interface Problem {
  /** A path such as `stories[0].seat`; empty for the whole document. */
  path: string;
  /** The wrong value as short JSON, or null when there is none. */
  value: string | null;
  /** The allowed values or the fix, as the end of a sentence. */
  message: string;
}

/** Reports one problem; `value` is the wrong value itself, undefined when there is none. */
export type ReportProblem = (path: string, value: unknown, message: string) => void;

/** Writes a problem in one line: `path: value message`. */
export function explain({ path, value, message }: Problem): string {
  return `${path && `${path}: `}${value === null ? '' : `${value} `}${message}`;
}

/** Writes a value as short JSON, so that an error message stays on one line. */
export function shortJson(value: unknown): string {
  let json: string;
  try {
    const redact = (_: string, one: unknown): unknown =>
      typeof one === 'string' ? withoutPassword(one) : one;
    json = JSON.stringify(value, redact) ?? String(value);
  } catch {
    // A value from a script may contain cycles or big integers.
    json = Object.prototype.toString.call(value);
  }
  return json.length > 80 ? `${json.slice(0, 77)}...` : json;
}

/** Returns a text that is safe to log: of an address with a user name or password, only the protocol and the host. */
export function withoutPassword(text: string): string {
  const at = text.search(/(?:@|%40)(?![^]*(?:@|%40))/i);
  const before = text.slice(0, Math.max(0, at));
  // An email address has nothing before its name; in "https://host/@name" the sign belongs to the path.
  const hasNoPassword = !/[:\\/]/.test(before) || /^https?:\/\/[^:@/\\]+\/[^:]*$/i.test(before);
  return hasNoPassword ? text : `${/^[a-z]+:\/\//i.exec(text)?.[0] ?? ''}…${text.slice(at)}`;
}
