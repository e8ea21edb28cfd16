import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection whose bytes a test writes itself. */
export interface RawConnection {
  socket: Socket;
  /** Everything that was received. */
  text(): string;
  /** Resolves when the connection has ended, with how it did: null, or the code of the error. */
  closed: Promise<string | null>;
}

/**
 * Connects to a server by its URL; nothing is sent but `start`.
 * @param staysOpen the client does not close when the server does
 */
export async function openRaw(url: string, start = '', staysOpen = false): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: staysOpen });
  let text = '';
  let code: string | null = null;
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  socket.on('error', (error: NodeJS.ErrnoException) => (code = error.code ?? error.message));
  const closed = new Promise<string | null>((resolve) => socket.on('close', () => resolve(code)));
  await once(socket, 'connect');
  if (start !== '') await new Promise((written) => socket.write(start, written));
  return { socket, text: () => text, closed };
}

/** The head of a request, with a line break after each line and the empty line at the end. */
export function head(requestLine: string, headers: Readonly<Record<string, string | number>> = {}): string {
  const lines = Object.entries({ Host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}`);
  return [requestLine, ...lines, '', ''].join('\r\n');
}
