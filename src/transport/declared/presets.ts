import type { Preset } from '../../model/endpoint.js';

/** One file for each, which comes when it is used. `box-office` is no file: its protocol is the library's own. */
const LOADERS: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  form: () => import('../presets/form.json'),
  json: () => import('../presets/json.json'),
  strapi: () => import('../presets/strapi.json'),
};

/** The names of all presets that are files. */
export const PRESETS: readonly string[] = Object.keys(LOADERS);

/** A preset by its name; null when there is none of that name. Rejects when its file does not come. */
export async function loadPreset(name: string): Promise<Preset | null> {
  return Object.hasOwn(LOADERS, name) ? ((await LOADERS[name]!()).default as Preset) : null;
}
