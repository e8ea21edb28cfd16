import type { EndpointConfig, Preset } from '../../model/endpoint.js';
import { shortJson } from '../../model/problem.js';
import { readEndpoint, type ResolvedEndpoint } from './resolve.js';

/** One file per preset, loaded when it is used. `box-office` has none: its protocol is the library's own. */
const LOADERS: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  'action-network': () => import('../presets/action-network.json'),
  actionkit: () => import('../presets/actionkit.json'),
  'brevo-form': () => import('../presets/brevo-form.json'),
  'civicrm-api4': () => import('../presets/civicrm-api4.json'),
  controlshift: () => import('../presets/controlshift.json'),
  directus: () => import('../presets/directus.json'),
  'engaging-networks': () => import('../presets/engaging-networks.json'),
  form: () => import('../presets/form.json'),
  formspree: () => import('../presets/formspree.json'),
  'google-apps-script': () => import('../presets/google-apps-script.json'),
  'google-forms': () => import('../presets/google-forms.json'),
  'gravity-forms': () => import('../presets/gravity-forms.json'),
  'hubspot-forms': () => import('../presets/hubspot-forms.json'),
  json: () => import('../presets/json.json'),
  mailchimp: () => import('../presets/mailchimp.json'),
  'netlify-forms': () => import('../presets/netlify-forms.json'),
  osdi: () => import('../presets/osdi.json'),
  pocketbase: () => import('../presets/pocketbase.json'),
  postgrest: () => import('../presets/postgrest.json'),
  proca: () => import('../presets/proca.json'),
  'salesforce-web-to-lead': () => import('../presets/salesforce-web-to-lead.json'),
  'static-json': () => import('../presets/static-json.json'),
  strapi: () => import('../presets/strapi.json'),
  supabase: () => import('../presets/supabase.json'),
  'uk-parliament': () => import('../presets/uk-parliament.json'),
  webhook: () => import('../presets/webhook.json'),
  'wp-speakout': () => import('../presets/wp-speakout.json'),
  zapier: () => import('../presets/zapier.json'),
};

/** Names of all presets that have a file. */
export const PRESETS: readonly string[] = Object.keys(LOADERS);

/** Loads a preset by name; null when no preset has that name. Rejects when its file does not load. */
export async function loadPreset(name: string): Promise<Preset | null> {
  const load = Object.hasOwn(LOADERS, name) ? LOADERS[name] : undefined;
  return load ? ((await load()).default as Preset) : null;
}

/**
 * Loads an endpoint with the preset it names, ready to use, and reports its problems; null when it cannot be used.
 * `pageOrigin`: as in `readEndpoint`. Rejects when the preset's file does not load.
 */
export async function loadEndpoint(
  config: EndpointConfig,
  pageOrigin: string | null = null,
): Promise<ResolvedEndpoint> {
  const { preset: name = null } = config;
  if (name === null) return readEndpoint(config, null, pageOrigin);
  const preset = typeof name === 'string' ? await loadPreset(name) : null;
  if (preset) return readEndpoint(config, preset, pageOrigin);
  const problem = {
    path: 'endpoint.preset',
    value: shortJson(name),
    message: `is not one of the presets; use box-office, ${PRESETS.join(', ')}, or write sign, count and seats yourself`,
  };
  return { endpoint: null, problems: [problem] };
}
