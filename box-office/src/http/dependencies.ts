import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { PublicFile } from '../petition/public-file.js';
import type { Publication } from '../publication/publication.js';
import type { SigningQueue } from '../signing/signing-queue.js';
import type { Store } from '../store/store.js';
import type { RateLimit } from './rate-limit.js';

/** Everything the routes need, so that a test can supply its own. */
export interface AppDependencies {
  publications: ReadonlyMap<string, Publication>;
  store: Store;
  signingQueue: SigningQueue;
  allowedOrigins: ReadonlySet<string>;
  /** null = no limit. */
  signatureRate: RateLimit | null;
  /** Limit of wrong withdrawal codes. */
  wrongCodeRate: RateLimit;
  clock: () => Date;
  /** Finds a file beside the API by its path; null where there is none. */
  findFile: (path: string) => Promise<PublicFile | null>;
  /** Returns false once the server is closing. */
  isReady: () => boolean;
  /** Called for every request from an origin that may not sign. */
  onRefusedOrigin: (origin: string) => void;
  onError: (error: unknown) => void;
}

/** Request and connection of Node; empty where the app is called without a server. */
export interface BoxOfficeEnv {
  Bindings: Partial<HttpBindings>;
}

export type BoxOfficeContext = Context<BoxOfficeEnv>;
