import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Office } from './office.js';
import { StartError } from './start-error.js';

/** Headers and body of a request must have arrived by then; a slower one is cut off with 408. */
const REQUEST_MILLISECONDS = 10_000;
/** Requests that are still running by then are cut off when the server stops. */
const DRAIN_MILLISECONDS = 8_000;

export interface RunningServer {
  url: string;
  /** Takes no more requests, answers those it has, closes the store. */
  stop(): Promise<void>;
}

/**
 * Puts a box office on a port and publishes at its pace.
 * @throws StartError when the port cannot be had
 */
export async function startServer(
  office: Office,
  port: number,
  publishSeconds: number,
): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: office.app.fetch,
    serverOptions: {
      requestTimeout: REQUEST_MILLISECONDS,
      headersTimeout: REQUEST_MILLISECONDS,
      connectionsCheckingInterval: 1000,
    },
  }) as Server;
  await listen(server, port);
  const publishing = setInterval(() => office.publish(), publishSeconds * 1000);
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async stop() {
      office.leave();
      await drain(server);
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

/** Stops accepting, lets the running requests end, and closes every connection as soon as it is idle. */
async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  server.close();
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_MILLISECONDS);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
}

/** Resolves at the first SIGTERM or SIGINT. Later ones change nothing: npm passes a Ctrl+C on that we have seen already. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
  });
}
