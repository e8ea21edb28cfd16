import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/**
 * Time and bytes for which a connection is still read after its last response. Closing it with unread bytes would reset
 * it, and a reset discards the response for a client that is still sending (RFC 9112, section 9.6).
 */
const LINGER_MILLISECONDS = 2_000;
const LINGER_BYTES = 1024 * 1024;
/** Time that a stop waits for a client to send the rest of its request, or to read its response. */
const STOP_GRACE_MILLISECONDS = 500;
/** Time after which a stop cuts the remaining connections. */
const STOP_MILLISECONDS = 8_000;
const SWEEP_MILLISECONDS = 50;

/** Statuses of requests that the parser refuses, by the code of its error; all others are 400. */
const PARSER_STATUSES: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

interface Connection {
  /** Unsent responses, in the order of their requests. */
  pending: Set<ServerResponse>;
  /** Bytes received when the last request was settled: an equal number now means that nothing is on its way. */
  settledBytes: number;
  /** Incoming bytes are read and discarded. */
  isDiscarding: boolean;
  isLingering: boolean;
  /** Time at which only the client could end the wait. */
  waitsSince: number | null;
}

/**
 * Open connections of a server. Node by itself lets a connection that never sent a request delay a stop, resets one
 * whose request was refused early, and closes one whose response is being read.
 */
export class Connections {
  readonly #open = new Map<Socket, Connection>();
  #isStopping = false;

  /** Class of the server's responses: sends `Connection: close` where nothing further is read from the client. */
  readonly Response: typeof ServerResponse;

  constructor() {
    const isLast = (response: ServerResponse): boolean => this.#isLast(response);
    this.Response = class<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {
      override writeHead(status: number, ...more: unknown[]): this {
        if (isLast(this)) this.setHeader('Connection', 'close');
        return Reflect.apply(super.writeHead, this, [status, ...more]) as this;
      }
    };
  }

  /** Tracks the connections of a server whose responses are made of `Response`. Call it before the server listens. */
  track(server: Server): void {
    server.on('connection', (socket: Socket) => this.#add(socket));
    server.prependListener('request', (request, response) => this.#trackResponse(request, response));
    // The handler asks for the body, so that a refusal can be the first response.
    server.on('checkContinue', (request, response) => server.emit('request', request, response));
    server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
      this.#refuseRequest(error, socket as Socket),
    );
  }

  /**
   * Accepts no more connections, completes the running requests, and closes each connection once its responses are
   * sent. A silent client is closed at once, a busy one after a grace period.
   */
  async stop(server: Server): Promise<void> {
    this.#isStopping = true;
    // The close of an HTTP server would also cut responses that are being read.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    // The first sweep runs after a turn, in which bytes that have already arrived are read.
    const sweep = setInterval(() => this.#sweep(performance.now()), SWEEP_MILLISECONDS);
    const deadline = setTimeout(() => this.#open.forEach((_, socket) => socket.destroy()), STOP_MILLISECONDS);
    await closed;
    // Ends the timer of Node's check for slow requests.
    server.close();
    clearInterval(sweep);
    clearTimeout(deadline);
  }

  #add(socket: Socket): void {
    const connection: Connection = {
      pending: new Set(),
      settledBytes: 0,
      isDiscarding: false,
      isLingering: false,
      waitsSince: null,
    };
    this.#open.set(socket, connection);
    socket.once('close', () => this.#open.delete(socket));
    // Node calls this to close a connection after its last response.
    socket.destroySoon = () => this.#linger(socket, connection);
  }

  #trackResponse({ socket }: IncomingMessage, response: ServerResponse): void {
    const connection = this.#open.get(socket);
    if (!connection) return;
    connection.pending.add(response);
    response.once('close', () => {
      connection.pending.delete(response);
      connection.settledBytes = socket.bytesRead;
      if (connection.isDiscarding && !hasUnansweredRequest(connection)) this.#linger(socket, connection);
    });
  }

  #isLast(response: ServerResponse): boolean {
    if (isBodyUnread(response.req)) return true;
    const connection = this.#open.get(response.req.socket);
    if (!connection || !(this.#isStopping || connection.isDiscarding)) return false;
    // Pipelined requests behind this one have later responses.
    return [...connection.pending].filter(({ req }) => req.complete).at(-1) === response;
  }

  /** Refuses bytes that are no request, and a request that is too slow, after the responses to earlier requests. */
  #refuseRequest({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
    const connection = this.#open.get(socket);
    if (!connection || socket.destroyed || connection.isLingering) return;
    this.#discard(socket, connection);
    if (hasUnansweredRequest(connection)) return;
    const status = PARSER_STATUSES[code] ?? '400 Bad Request';
    if (socket.writable) socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    this.#linger(socket, connection);
  }

  /** Discards further bytes unparsed: they are the rest of a refused body, and only look like a request. */
  #discard(socket: Socket, connection: Connection): void {
    if (connection.isDiscarding) return;
    connection.isDiscarding = true;
    let bytes = 0;
    socket.removeAllListeners('data');
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > LINGER_BYTES) socket.destroy();
    });
    socket.resume();
  }

  /** Ends our side after the written bytes, and reads on until the client ends its own. */
  #linger(socket: Socket, connection: Connection): void {
    if (connection.isLingering) return;
    connection.isLingering = true;
    this.#discard(socket, connection);
    socket.end();
    const timer = setTimeout(() => socket.destroy(), LINGER_MILLISECONDS);
    socket.once('close', () => clearTimeout(timer));
  }

  #sweep(now: number): void {
    for (const [socket, connection] of this.#open) {
      const isSilent = connection.pending.size === 0 && socket.bytesRead === connection.settledBytes;
      if (hasUnansweredRequest(connection)) connection.waitsSince = null;
      else if (isSilent && !connection.isLingering) socket.destroy();
      else if (now - (connection.waitsSince ??= now) >= STOP_GRACE_MILLISECONDS) socket.destroy();
    }
  }
}

/** Reports a complete request without a response. */
function hasUnansweredRequest({ pending }: Connection): boolean {
  return [...pending].some(({ req, writableEnded }) => req.complete && !writableEnded);
}

/** Reports an announced body that has not arrived completely. */
function isBodyUnread({ complete, headers }: IncomingMessage): boolean {
  return !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0);
}
