import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { StartError } from '../start-error.js';
import { Connections } from './connections.js';
import type { BoxOfficeEnv } from './dependencies.js';

/** Time for headers and body of a request to arrive; a slower one is cut off with 408. */
const REQUEST_MILLISECONDS = 10_000;

/** The routes behind a port, and the work that a running server calls for. */
export interface Service {
  app: Hono<BoxOfficeEnv>;
  /** Publishes changed counts and seats. Called every PUBLISH_SECONDS. */
  publish(): void;
  /**
   * Reloads changed documents and images. Called as often as `publish`.
   * @param all also reloads unchanged ones, and logs the result of each
   */
  reload(all?: boolean): Promise<void>;
  /** Makes the health check fail, so that a load balancer stops sending requests. */
  markStopping(): void;
  /** Stores the waiting signings and closes the store. */
  close(): void;
}

export interface RunningServer {
  url: string;
  /** Accepts no more requests, completes the running ones and closes the store. */
  stop(): Promise<void>;
}

/**
 * Starts a service on a port, publishes at its pace, and reloads changed documents.
 * @throws StartError when the port is not available
 */
export async function startServer(
  office: Service,
  port: number,
  publishSeconds: number,
): Promise<RunningServer> {
  const connections = new Connections();
  const server = createAdaptorServer({
    fetch: office.app.fetch,
    serverOptions: {
      ServerResponse: connections.Response,
      requestTimeout: REQUEST_MILLISECONDS,
      headersTimeout: REQUEST_MILLISECONDS,
      connectionsCheckingInterval: 1000,
    },
  }) as Server;
  connections.track(server);
  await listen(server, port);
  const publishing = setInterval(() => {
    office.publish();
    void office.reload();
  }, publishSeconds * 1000);
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async stop() {
      office.markStopping();
      await connections.stop(server);
      clearInterval(publishing);
      office.close();
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new StartError(`PORT: ${port} is in use already; stop the other program, or set another port.`);
    }
    if (code === 'EACCES') {
      throw new StartError(`PORT: ${port} may not be opened by this user; set one above 1023.`);
    }
    throw error;
  }
}

/**
 * Resolves at the first SIGTERM or SIGINT. Later ones change nothing: npm passes on a Ctrl+C that has arrived already.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
  });
}
