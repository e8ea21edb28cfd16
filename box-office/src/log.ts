/**
 * Describes an error as one log line: its kind and its place in our code. Its message is left out, because it may quote
 * what a signer sent. (`errstr` is SQLite's own phrase for the code.)
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const { errcode, errstr, code } = error as { errcode?: number; errstr?: string; code?: string };
  const kind = errcode === undefined ? (code ?? '') : `SQLite ${errcode}, ${errstr}`;
  const place = /^\s+at (.+)$/m.exec(framesOf(error))?.[1] ?? '';
  return `${error.name}${kind && ` (${kind})`}${place && ` at ${place}`}`;
}

function framesOf({ stack = '', message }: Error): string {
  const start = stack.indexOf(message);
  return start < 0 ? '' : stack.slice(start + message.length);
}

/** Limits each repeated line to one a minute: a full disk must not fill the log as well. */
export function throttled(log: (line: string) => void, clock: () => Date): (line: string) => void {
  const last = new Map<string, number>();
  return (line) => {
    const now = clock().getTime();
    if (now < (last.get(line) ?? -Infinity) + 60_000) return;
    last.set(line, now);
    log(line);
  };
}
