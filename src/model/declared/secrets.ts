/** Finds keys that must not be in a page, since everybody who sees the page has them. */

const REMEDY =
  'must not be in a page: everybody who sees it could use it. Remove it, revoke it, and keep it on a server of yours (docs/endpoints.md, Relay)';

/** Headers that carry secrets. */
const HEADER =
  /^(?:(?:proxy-)?authorization|cookie|.*(?:api[-_]?key|token|secret|password|signature)|x-auth.*)$/i;
/** Keys of a query, or of variables, that carry secrets. */
const PARAMETER =
  /^(?:_authx|api[-_]?(?:key|secret)|access[-_]?token|auth[-_]?token|client[-_]?secret|password|secret)$/i;

/** Patterns of known services' secrets. None of them is public, whatever the author declares. */
const VALUES: readonly (readonly [RegExp, string])[] = [
  [/\bxkeysib-[0-9a-f]{16,}/i, 'an API key of Brevo'],
  [/\bpat-(?:na|eu|ap)\d-[0-9a-f-]{16,}/i, 'a private app token of HubSpot'],
  [/\b[0-9a-f]{32}-us\d{1,3}\b/i, 'an API key of Mailchimp'],
  [/\bpat[A-Za-z0-9]{14}\.[0-9a-f]{32,}/, 'a personal token of Airtable'],
  [/\bsb_secret_[\w-]{8,}/, 'a secret key of Supabase'],
  [/\bSG\.[\w-]{16,}\.[\w-]{16,}/, 'an API key of SendGrid'],
  [/\b[rs]k_(?:live|test)_[A-Za-z0-9]{8,}/, 'a secret key of Stripe'],
  [/\bgh[opsu]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}/, 'a token of GitHub'],
  [/\bxox[abprs]-[\w-]{10,}/, 'a token of Slack'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, 'a key of AWS'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/^\s*(?:Basic|Bearer)\s+\S/i, 'a credential'],
];

export interface FoundSecret {
  /** Path of the secret, such as `sign.headers.Authorization`. */
  path: string;
  /** The end of a sentence that begins with the path; does not contain the secret itself. */
  message: string;
}

/**
 * Returns the first secret in an author's description of an endpoint, or null. `allowPublicCredential: true`
 * accepts public keys, but never one that is known to be secret.
 */
export function findSecret(config: object): FoundSecret | null {
  const isAllowed = (config as { allowPublicCredential?: unknown }).allowPublicCredential === true;
  const search = (
    value: unknown,
    path: string,
    key: string,
    parent: string,
    depth: number,
  ): FoundSecret | null => {
    if (depth > 12) return null;
    if (typeof value === 'string') {
      const known = VALUES.find(([pattern]) => pattern.test(value))?.[1] ?? serviceRole(value);
      if (known) return { path, message: `contains ${known}, which ${REMEDY}` };
      // A variable in a header is validated as a variable.
      const isWritten = value !== '' && !/^\{[A-Za-z][A-Za-z0-9]*\}$/.test(value);
      const carries =
        (parent === 'headers' && HEADER.test(key)) ||
        ((parent === 'query' || parent === 'vars') && PARAMETER.test(key)) ||
        (/^urls?$/.test(parent) || key === 'url' ? hasSecretQuery(value) : false);
      if (!isAllowed && isWritten && carries)
        return {
          path,
          message: `is a key that ${REMEDY}. If it is a public key, set allowPublicCredential: true`,
        };
      return null;
    }
    if (value === null || typeof value !== 'object') return null;
    return Object.entries(value).reduce<FoundSecret | null>((found, [name, inner]) => {
      const place = Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name;
      return found ?? search(inner, place, name, key, depth + 1);
    }, null);
  };
  return search(config, '', '', '', 0);
}

function hasSecretQuery(url: string): boolean {
  const query = url.split('?')[1] ?? '';
  return query.split('&').some((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return PARAMETER.test(name) && value !== '' && !/^\{.*\}$/.test(value);
  });
}

/** Detects Supabase's key that bypasses all rules: a token whose payload declares the role `service_role`. */
function serviceRole(value: string): string | null {
  const middle = /\beyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]+/.exec(value)?.[1];
  if (!middle) return null;
  try {
    const text = atob(middle.replace(/-/g, '+').replace(/_/g, '/'));
    return /"role"\s*:\s*"service_role"/.test(text) ? 'the service_role key of Supabase' : null;
  } catch {
    return null;
  }
}
