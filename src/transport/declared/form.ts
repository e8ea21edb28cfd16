import type { SignCall } from '../../model/endpoint.js';
import type { Json } from './template.js';
import { wellFormed } from '../../model/signature/well-formed.js';
import { writeJson } from '../signing/write-json.js';

/** Converts a body into the pairs of a form, in the order of the template. */
export function toPairs(
  body: Json | undefined,
  { arrays = 'repeat', nesting = 'brackets' }: Pick<SignCall, 'arrays' | 'nesting'>,
): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  const add = (value: Json, name: string): void => {
    if (value === null || typeof value !== 'object') {
      pairs.push([name, value === null ? '' : String(value)]);
    } else if (Array.isArray(value)) {
      value.forEach((one, i) => {
        // Entries that are objects need a number, which keeps their keys together.
        const isWhole = one !== null && typeof one === 'object';
        if (isWhole && nesting === 'json')
          pairs.push([arrays === 'brackets' ? `${name}[]` : name, writeJson(one)]);
        else if (isWhole || arrays === 'indices')
          add(one, nesting === 'dots' ? `${name}.${i}` : `${name}[${i}]`);
        else add(one, arrays === 'brackets' ? `${name}[]` : name);
      });
    } else {
      if (name !== '' && nesting === 'json') return void pairs.push([name, writeJson(value)]);
      for (const [key, inner] of Object.entries(value))
        add(inner, name === '' ? key : nesting === 'dots' ? `${name}.${key}` : `${name}[${key}]`);
    }
  };
  if (body !== undefined && body !== null && typeof body === 'object') add(body, '');
  return pairs;
}

/** Writes pairs as `application/x-www-form-urlencoded`. */
export function writeForm(pairs: readonly (readonly [string, string])[]): string {
  // Without URLSearchParams, which pages replace; the result is checked by parsing it back.
  const escape = (text: string): string =>
    encodeURIComponent(wellFormed(text))
      .replace(/%20/g, '+')
      .replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return pairs.map(([name, value]) => `${escape(name)}=${escape(value)}`).join('&');
}

/** Parses a form back into its pairs. */
export function readForm(text: string): [string, string][] {
  const unescape = (part: string): string => decodeURIComponent(part.replace(/\+/g, '%20'));
  return text === ''
    ? []
    : text.split('&').map((pair) => {
        const at = pair.indexOf('=');
        return [unescape(pair.slice(0, at)), unescape(pair.slice(at + 1))];
      });
}
