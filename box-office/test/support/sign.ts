import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest, type Agent, type IncomingHttpHeaders } from 'node:http';
import { ID } from './campaign.ts';

export interface SignatureBody {
  [key: string]: unknown;
}

export function newKey(): string {
  return randomBytes(16).toString('base64url');
}

/** A body that is accepted by the sample campaign; standing, where nothing else is said. */
export function signature(changes: SignatureBody = {}): SignatureBody {
  return {
    idempotencyKey: newKey(),
    seat: null,
    withdrawal: null,
    locale: 'en',
    fields: { given_name: 'Zofia', email: 'zofia@mail.example' },
    consents: [{ purpose: 'sign', given: true, version: '1', text: 'Hand my name over.' }],
    ...changes,
  };
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body, where it is JSON. */
  json: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

export interface PostOptions {
  headers?: Record<string, string>;
  agent?: Agent;
  method?: string;
}

/** Sends exact bytes, and headers that `fetch` would not let a test set (Origin, Host). */
export function send(
  url: string,
  body: string | Uint8Array | null,
  { headers = {}, agent, method = 'POST' }: PostOptions = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers, ...(agent ? { agent } : {}) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = /json/.test(response.headers['content-type'] ?? '') && text !== '';
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text,
          json: isJson ? JSON.parse(text) : null,
        });
      });
    });
    request.on('error', reject);
    request.end(body ?? undefined);
  });
}

export function sign(
  url: string,
  body: SignatureBody | string,
  { headers, ...options }: PostOptions = {},
): Promise<Answer> {
  return send(`${url}/petitions/${ID}/signatures`, typeof body === 'string' ? body : JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json', ...headers },
    ...options,
  });
}

export function withdraw(
  url: string,
  body: unknown,
  { headers, ...options }: PostOptions = {},
): Promise<Answer> {
  return send(`${url}/petitions/${ID}/withdrawals`, JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json', ...headers },
    ...options,
  });
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A withdrawal code as a device makes it, and what it sends of it when signing. */
export function withdrawalCode(bytes: Buffer = randomBytes(16)): { code: string; withdrawal: string } {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('') + '00';
  const code = bits
    .match(/.{5}/g)!
    .map((five) => CROCKFORD[parseInt(five, 2)])
    .join('');
  return { code, withdrawal: createHash('sha256').update(bytes).digest('base64url') };
}
