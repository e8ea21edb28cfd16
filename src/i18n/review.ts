/**
 * Who has read the words of a language: `source`, written here first; `machine`, written by machine and not reviewed;
 * or the native speaker who reviewed them, and the day (`YYYY-MM-DD`).
 */
export type Review = 'source' | 'machine' | { readonly by: string; readonly on: string };
