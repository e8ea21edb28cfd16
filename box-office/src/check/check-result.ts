/** One line of the report of `check`. */
export interface CheckResult {
  kind: 'ok' | 'note' | 'problem';
  text: string;
}

export function ok(text: string): CheckResult {
  return { kind: 'ok', text };
}

export function note(text: string): CheckResult {
  return { kind: 'note', text };
}

export function problem(text: string): CheckResult {
  return { kind: 'problem', text };
}
