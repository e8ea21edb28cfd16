import { createApp } from './http/app.js';
import { RateLimit } from './http/rate-limit.js';
import { RefusedOrigins } from './http/refused-origins.js';
import type { Service } from './http/server.js';
import { throttled, describeError } from './log.js';
import { loadPetitions } from './petition/petition.js';
import type { PublicFile } from './petition/public-file.js';
import { DocumentReloader } from './publication/document-reloader.js';
import { Publication, publishAll, warningsOf } from './publication/publication.js';
import type { Settings } from './settings.js';
import { SigningQueue } from './signing/signing-queue.js';
import { LockLostError } from './start-error.js';
import { Store } from './store/store.js';

/** Maximum of signings that wait for the disk; the next must retry. */
const QUEUE_LIMIT = 1000;
/** Wrong codes per minute and address: enough for typing mistakes, and far too few to guess 128 bits. */
const WRONG_CODES_A_MINUTE = 10;

/** A box office without its port: the store, the published data and the routes. */
export interface Office extends Service {
  store: Store;
  signingQueue: SigningQueue;
  publications: ReadonlyMap<string, Publication>;
  /** Faults that do not stop the start, one sentence each, for the team. */
  warnings: readonly string[];
  /** Resolves when the store can no longer be written to safely; the server must then stop. */
  lost: Promise<LockLostError>;
}

/** Parts that `serve` or a test replaces. */
export interface OfficeOptions {
  findFile?: (path: string) => Promise<PublicFile | null>;
  log?: (line: string) => void;
  clock?: () => Date;
  queueLimit?: number;
  /** See `SigningQueueOptions`. */
  schedule?: (run: () => void) => void;
}

/**
 * Opens the box office: documents first, so that a mistake in one leaves the store untouched; then the store; then the
 * publications, before the first request.
 * @throws StartError
 */
export function openOffice(settings: Settings, options: OfficeOptions = {}): Office {
  const { clock = () => new Date(), log = () => {}, findFile = async () => null } = options;
  const petitions = loadPetitions(settings.campaigns);
  const store = Store.open(settings.data);
  try {
    const publications = new Map(
      petitions.map((petition) => [petition.id, new Publication(petition, store, clock())]),
    );
    publishAll(publications.values(), store, clock());
    const logThrottled = throttled(log, clock);
    const onError = (error: unknown): void => logThrottled(describeError(error));
    // setImmediate runs after all requests that have arrived were read, so that they are stored together.
    const { queueLimit: limit = QUEUE_LIMIT, schedule = setImmediate } = options;
    const signingQueue = new SigningQueue({ store, clock, limit, schedule, onError });
    const reloader = new DocumentReloader({
      folder: settings.campaigns,
      publications,
      store,
      commitSignings: () => signingQueue.commitBatch(),
      clock,
      log,
      onError,
    });
    const refusedOrigins = new RefusedOrigins(settings.allowedOrigins, log);
    let isStopping = false;
    let reportLost: (error: LockLostError) => void = () => {};
    const lost = new Promise<LockLostError>((resolve) => (reportLost = resolve));
    const app = createApp({
      publications,
      store,
      signingQueue,
      allowedOrigins: settings.allowedOrigins,
      signatureRate: settings.rateLimit > 0 ? new RateLimit(settings.rateLimit, clock) : null,
      wrongCodeRate: new RateLimit(WRONG_CODES_A_MINUTE, clock),
      clock,
      findFile,
      isReady: () => !isStopping,
      onRefusedOrigin: (origin) => refusedOrigins.logOnce(origin),
      onError,
    });
    return {
      app,
      store,
      signingQueue,
      publications,
      lost,
      warnings: [...store.notes, ...[...publications.values()].flatMap(warningsOf)],
      publish() {
        try {
          publishChanges(publications.values(), store, clock());
        } catch (error) {
          if (error instanceof LockLostError) reportLost(error);
          // The disk may be full for a while. Nothing is lost: the next run publishes it.
          onError(error);
        }
      },
      reload: (all) => reloader.reload(all),
      markStopping: () => void (isStopping = true),
      close() {
        reloader.close();
        signingQueue.commitBatch();
        store.close();
      },
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Publishes changes once the store is known to be ours, and able to commit again after a failure. */
function publishChanges(publications: Iterable<Publication>, store: Store, now: Date): void {
  store.assertHeld();
  store.retryCommit();
  publishAll(publications, store, now);
  store.truncateLog();
}
