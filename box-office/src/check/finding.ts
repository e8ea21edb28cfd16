/** What `check` found out, one line each. */
export interface Finding {
  kind: 'ok' | 'note' | 'problem';
  text: string;
}

export function ok(text: string): Finding {
  return { kind: 'ok', text };
}

export function note(text: string): Finding {
  return { kind: 'note', text };
}

export function problem(text: string): Finding {
  return { kind: 'problem', text };
}
