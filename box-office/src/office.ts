import { createApp } from './http/app.js';
import { RateLimit } from './http/rate-limit.js';
import { RefusedOrigins } from './http/refused-origins.js';
import type { Service } from './http/server.js';
import { calmly, describeFault } from './log.js';
import { readPetitions } from './petition/petitions.js';
import type { PublicFile } from './petition/public-file.js';
import { Documents } from './publication/documents.js';
import { Publication, publishAll, warningsOf } from './publication/publish.js';
import type { Settings } from './settings.js';
import { Signer } from './signing/sign.js';
import { LockLostError } from './start-error.js';
import { Store } from './store/store.js';

/** Signings that may wait for the disk at once; the next is told to come back. */
const QUEUE_LIMIT = 1000;
/** A code has 128 bits: ten tries a minute are for typing mistakes, not for trying. */
const WRONG_CODES_A_MINUTE = 10;

/** A box office without its port: the store, the published data and the routes. */
export interface Office extends Service {
  store: Store;
  signer: Signer;
  publications: ReadonlyMap<string, Publication>;
  /** Faults that do not stop the start, one sentence each, for the team. */
  warnings: readonly string[];
  /** Resolves when the store can no longer be written to safely; the server must then stop. */
  lost: Promise<LockLostError>;
}

export interface OfficeOptions {
  page?: (path: string) => Promise<PublicFile | null>;
  log?: (line: string) => void;
  clock?: () => Date;
  queueLimit?: number;
  /** See `SignerOptions`. */
  schedule?: (run: () => void) => void;
}

/**
 * Opens the box office: documents first, so that a mistake in one leaves the store untouched; then the store; then
 * what is published, before anybody can ask.
 * @throws StartError
 */
export function openOffice(settings: Settings, options: OfficeOptions = {}): Office {
  const { clock = () => new Date(), log = () => {}, page = async () => null } = options;
  const petitions = readPetitions(settings.campaigns);
  const store = Store.open(settings.data);
  try {
    const publications = new Map(
      petitions.map((petition) => [petition.id, new Publication(petition, store, clock())]),
    );
    publishAll(publications.values(), store, clock());
    const logCalmly = calmly(log, clock);
    const onFault = (error: unknown): void => logCalmly(describeFault(error));
    // setImmediate runs after all requests that have arrived were read: these are then stored together.
    const { queueLimit: limit = QUEUE_LIMIT, schedule = setImmediate } = options;
    const signer = new Signer({ store, clock, limit, schedule, onFault });
    const documents = new Documents({
      folder: settings.campaigns,
      publications,
      store,
      flushSignings: () => signer.flush(),
      clock,
      log,
      onFault,
    });
    const refusedOrigins = new RefusedOrigins(settings.allowedOrigins, log);
    let leaving = false;
    let lose: (error: LockLostError) => void = () => {};
    const lost = new Promise<LockLostError>((resolve) => (lose = resolve));
    const app = createApp({
      publications,
      store,
      signer,
      allowedOrigins: settings.allowedOrigins,
      signatureRate: settings.rateLimit > 0 ? new RateLimit(settings.rateLimit, clock) : null,
      wrongCodeRate: new RateLimit(WRONG_CODES_A_MINUTE, clock),
      clock,
      page,
      isReady: () => !leaving,
      onRefusedOrigin: (origin) => refusedOrigins.note(origin),
      onFault,
    });
    return {
      app,
      store,
      signer,
      publications,
      lost,
      warnings: [...store.notes, ...[...publications.values()].flatMap(warningsOf)],
      publish() {
        try {
          store.assertHeld();
          store.retryCommit();
          publishAll(publications.values(), store, clock());
          store.tidy();
        } catch (error) {
          if (error instanceof LockLostError) lose(error);
          // The disk may be full for a while. Nothing is lost: it is published the next time.
          onFault(error);
        }
      },
      reload: (all) => documents.reload(all),
      leave() {
        leaving = true;
      },
      close() {
        documents.close();
        signer.flush();
        store.close();
      },
    };
  } catch (error) {
    store.close();
    throw error;
  }
}
