import type { Preset } from '../../model/endpoint.js';

/** One file for each, which comes when it is used. `box-office` is no file: its protocol is the library's own. */
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

/** The names of all presets that are files. */
export const PRESETS: readonly string[] = Object.keys(LOADERS);

/** A preset by its name; null when there is none of that name. Rejects when its file does not come. */
export async function loadPreset(name: string): Promise<Preset | null> {
  return Object.hasOwn(LOADERS, name) ? ((await LOADERS[name]!()).default as Preset) : null;
}
