/**
 * The review state of a language's messages: `source`, the original; `machine`, machine-translated and not
 * reviewed; or the native speaker who reviewed them, and the day (`YYYY-MM-DD`).
 */
export type Review = 'source' | 'machine' | { readonly by: string; readonly on: string };
