import { resolve } from 'node:path';
import { shortJson } from 'grandstand/model';
import { originFault } from './origin.js';
import { StartError } from './start-error.js';

/** Validated environment. Folders are absolute. */
export interface Settings {
  port: number;
  /** Folder of the embedded store. */
  data: string;
  /** Folder of the campaign documents. */
  campaigns: string;
  /** Origins whose pages may sign, beside the box office's own. */
  allowedOrigins: ReadonlySet<string>;
  publishSeconds: number;
  /** Signatures per minute and address; 0 = no limit. */
  rateLimit: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment. An empty variable counts as not set.
 * @param fallbackCampaigns used where GRANDSTAND_CAMPAIGNS is not set
 * @throws StartError naming the variable, its value and the allowed values
 */
export function readSettings(environment: Environment, fallbackCampaigns = './campaigns'): Settings {
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;
  if (text('DATABASE_URL') !== undefined) {
    throw new StartError(
      'DATABASE_URL: this version keeps its data in one SQLite file only; remove the variable and set GRANDSTAND_DATA to a folder.',
    );
  }
  return {
    port: readNumber('PORT', text('PORT'), 8080, { whole: true, from: 0, to: 65535 }),
    data: resolve(text('GRANDSTAND_DATA') ?? '.grandstand'),
    campaigns: resolve(text('GRANDSTAND_CAMPAIGNS') ?? fallbackCampaigns),
    allowedOrigins: readOrigins(text('ALLOWED_ORIGINS')),
    publishSeconds: readNumber('PUBLISH_SECONDS', text('PUBLISH_SECONDS'), 5, {
      whole: false,
      from: 0.1,
      to: 10,
    }),
    rateLimit: readNumber('RATE_LIMIT', text('RATE_LIMIT'), 0, { whole: true, from: 0, to: 1_000_000 }),
  };
}

function readNumber(
  name: string,
  text: string | undefined,
  fallback: number,
  { whole, from, to }: { whole: boolean; from: number; to: number },
): number {
  if (text === undefined) return fallback;
  const pattern = whole ? /^\d+$/ : /^\d+(\.\d+)?$/;
  const value = pattern.test(text) ? Number(text) : NaN;
  if (!(value >= from && value <= to)) {
    throw new StartError(
      `${name}: "${text}" is not possible; use a ${whole ? 'whole ' : ''}number from ${from} to ${to}.`,
    );
  }
  return value;
}

function readOrigins(text: string | undefined): ReadonlySet<string> {
  const origins = (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  for (const origin of origins) {
    // Browsers send `null` for sandboxed frames and for files.
    const fault = origin === 'null' ? null : originFault(origin);
    if (fault)
      throw new StartError(`ALLOWED_ORIGINS: ${shortJson(origin)} ${fault}; separate several by commas.`);
  }
  return new Set(origins);
}
