import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/**
 * Milliseconds and bytes for which a connection is still read after its last answer. Closing it with unread bytes would
 * reset it, and a reset takes the answer away from a client that is still sending (RFC 9112, section 9.6).
 */
const LINGER_MILLISECONDS = 2_000;
const LINGER_BYTES = 1024 * 1024;
/** Milliseconds for which a stop waits for a client: for the rest of its request, or until it has read its answer. */
const STOP_GRACE_MILLISECONDS = 500;
/** Milliseconds after which a stop cuts what still runs. */
const STOP_MILLISECONDS = 8_000;
const SWEEP_MILLISECONDS = 50;

/** Statuses of requests that the parser refuses, by the code of its error; all others are 400. */
const PARSER_STATUSES: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

interface Connection {
  /** Responses that are not sent whole, in the order of their requests. */
  pending: Set<ServerResponse>;
  /** Bytes received when the last request was settled: no more since then means that nothing is on its way. */
  settledBytes: number;
  /** What arrives is read and thrown away. */
  isDiscarding: boolean;
  isLingering: boolean;
  /** When the stop found that only the client can end the wait. */
  waitsSince: number | null;
}

/**
 * The open connections of a server. Node by itself lets a connection that never sent a request delay a stop, resets
 * one whose request was refused early, and closes one whose answer is being read.
 */
export class Connections {
  readonly #open = new Map<Socket, Connection>();
  #isStopping = false;

  /** The class of the server's responses: says `Connection: close` where nothing further is read from the client. */
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

  /** Follows the connections of a server that makes its responses of `Response`. To be called before it listens. */
  track(server: Server): void {
    server.on('connection', (socket: Socket) => this.#add(socket));
    server.prependListener('request', (request, response) => this.#trackResponse(request, response));
    // The body is asked for when it is wanted, and a refusal is the first answer.
    server.on('checkContinue', (request, response) => server.emit('request', request, response));
    server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
      this.#refuseRequest(error, socket as Socket),
    );
  }

  /**
   * Accepts no more connections, lets the running requests be answered, and closes each connection as soon as the
   * answers are sent. A client that is silent is not waited for; one in the middle of something for a moment.
   */
  async stop(server: Server): Promise<void> {
    this.#isStopping = true;
    // Not the close of an HTTP server: it also cuts the answers that are being read.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    // First after a turn, in which what has already arrived is read.
    const sweep = setInterval(() => this.#sweep(performance.now()), SWEEP_MILLISECONDS);
    const deadline = setTimeout(() => this.#open.forEach((_, socket) => socket.destroy()), STOP_MILLISECONDS);
    await closed;
    // Ends the timer with which Node looks for slow requests.
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
    // With this Node closes a connection after its last response.
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
    // Requests that came behind this one have their answers behind this one.
    return [...connection.pending].filter(({ req }) => req.complete).at(-1) === response;
  }

  /** Answers bytes that are no request, or a request that came too slowly; first those that came before them. */
  #refuseRequest({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
    const connection = this.#open.get(socket);
    if (!connection || socket.destroyed || connection.isLingering) return;
    this.#discard(socket, connection);
    if (hasUnansweredRequest(connection)) return;
    const status = PARSER_STATUSES[code] ?? '400 Bad Request';
    if (socket.writable) socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    this.#linger(socket, connection);
  }

  /** Nothing that still arrives is parsed: it is the rest of a refused body, and a request only by its looks. */
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

  /** Ends our side after what was written, and reads on until the client ends its own. */
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

/** Whether there is a request that is here whole and has no answer yet. */
function hasUnansweredRequest({ pending }: Connection): boolean {
  return [...pending].some(({ req, writableEnded }) => req.complete && !writableEnded);
}

/** Whether a body is announced that has not arrived whole. */
function isBodyUnread({ complete, headers }: IncomingMessage): boolean {
  return !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0);
}
