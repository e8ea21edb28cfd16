/**
 * Types of an endpoint described by data: how a signature becomes a request, and what the answers mean
 * (docs/endpoints.md). `transport/declared` resolves and uses them.
 */

/**
 * A path in an answer. `data.0.count`; negative numbers count from the end (`path.-1`); `*` is every entry;
 * `[name=total]` selects the entries of a list by one of their keys, `[path.0=seat]` by a deeper one;
 * `header:X-Total` is a header; `text` and `status` are the body as text and the HTTP status when the body has no
 * such key; `$json` parses a text as JSON (`message.$json.email`); the empty path is the whole body.
 */
export type AnswerPath = string;

/**
 * A reference to a value of the signature, at the start of a string in a template:
 * `$<field>` or `$field.<name>`, `$name` (given and family name, or the field of that name), `$seat` (a number),
 * `$seat.code`, `$consent.<purpose>` (true, false, or absent when it was not asked), `$consent.<purpose>.text` (the
 * sentence), `$consents` (all of them, with the sentences that were shown), `$locale`, `$petition`, `$story` (id of
 * the story the signer sits beside), `$idempotencyKey`, `$var.<name>`, `$utm.source|medium|campaign`,
 * `$page.origin`, `$page.title`. `$$x` is the text `$x`.
 */
export type Ref = string;

/** JSON with references. A part whose references all lack a value is left out, with its key. */
export type Template =
  null | boolean | number | string | readonly Template[] | { readonly [key: string]: Template | undefined };

/** An object with `$` in a template: a reference, and how to convert its value. */
export interface Expression {
  $: Ref;
  /** `json`: the value as JSON text. */
  as?: 'string' | 'number' | 'boolean' | 'json';
  /** Values for yes and no; with only one of them given, the other answer is left out. */
  true?: Template;
  false?: Template;
  /** Part of a full name: the first word, or all the others. */
  part?: 'first' | 'last';
  /** Used when there is no value. */
  default?: Template;
  /** Sends an empty text instead of omitting the key. */
  keepEmpty?: boolean;
}

/** Conditions on an answer, all of which must hold. If a path leads to several values, one of them must match. */
export type Rule =
  | {
      /** An HTTP status such as 409, or "2xx". */
      status?: number | string;
      path?: AnswerPath;
      /** A value, or a reference such as `$idempotencyKey`. */
      equals?: unknown;
      exists?: boolean;
      /**
       * The answer is a redirect, of which a page can read nothing else. Only for `assumed`: it is unknown whether
       * anything was stored.
       */
      redirected?: true;
      /** A case-insensitive regular expression, matched against the first 100,000 characters. */
      matches?: string;
    }
  | { any: readonly Rule[] }
  | { all: readonly Rule[] }
  | { not: Rule };

/** Properties of every request of an endpoint. */
export interface Target {
  /**
   * Absolute https URL, used exactly as written. `{name}` is a variable, percent-encoded, or at the very start a
   * whole address. Never contains a value of the form.
   */
  url?: string;
  /** Alternative addresses of the same service, tried in this order when the one before cannot be reached. */
  urls?: readonly string[];
  headers?: Readonly<Record<string, string>>;
  /** The query of the URL. */
  query?: Readonly<Record<string, Template>>;
  /** Timeout of the whole exchange, in ms: 1,000 to 60,000; default 15,000. */
  timeoutMs?: number;
  /** Sends the page's origin as referrer; by default none is sent. */
  referrer?: 'origin';
}

export interface GraphQL {
  query: string;
  operationName?: string;
  variables?: Template;
  extensions?: Template;
}

/** A request that reads. */
export interface ReadCall extends Target {
  /** Default GET. */
  method?: 'GET' | 'POST';
  /** With GET, sent as the query of the address. */
  graphql?: GraphQL;
  /** Sent as JSON by POST; only the references to variables, campaign and language have a value. */
  body?: Template;
}

/** The request that sends a signature. */
export interface SignCall extends Target {
  method?: 'POST' | 'PUT' | 'PATCH';
  encoding?: 'json' | 'form' | 'multipart' | 'graphql';
  /** Replaces the content type of the encoding: `text/plain;charset=UTF-8` sends JSON without a preflight request. */
  contentType?: string;
  /** Default: all fields as they are. */
  body?: Template;
  /** Field -> place in the body; merged into `body`, or the whole body if there is none. */
  map?: Readonly<Record<string, string>>;
  graphql?: GraphQL;
  /** Form and multipart only: a=1&a=2, a[]=1, a[0]=1. */
  arrays?: 'repeat' | 'brackets' | 'indices';
  /** Form and multipart only: data[email], data.email, or JSON text. */
  nesting?: 'brackets' | 'dots' | 'json';
  /** `no-cors`: sent blind; the answer cannot be read, and the outcome is "assumed". */
  mode?: 'cors' | 'no-cors';
  /**
   * Place of the submission's idempotency key, which makes retries safe; without it, the signature is sent only
   * once.
   */
  idempotency?: { header?: string; field?: string } | false;
  response?: Reply;
}

/**
 * Rules for the answer to a signature, evaluated in this order: opaque, inProgress, stored, seatTaken, pending,
 * duplicate, notUnique, refused, success, assumed, error.
 */
export interface Reply {
  /**
   * Default: status 2xx, no field errors, and neither an HTML page nor JSON that reports a failure; with GraphQL,
   * data without `errors`.
   */
  success?: Rule;
  inProgress?: Rule;
  /**
   * The service already has this very submission: an earlier try was stored, and only its answer was lost. Also
   * declares that the key is a unique column: another seat and changed answers are sent under the same key, so that
   * none is stored twice.
   */
  stored?: Rule;
  seatTaken?: Rule;
  duplicate?: Rule;
  /** A value that must be unique exists already, and the service does not name it: the key, the seat or the person. */
  notUnique?: Rule;
  pending?: Rule;
  /**
   * Accepted, without confirmation that it was valid: "assumed". If it is given without `success`, nothing is a
   * success.
   */
  assumed?: Rule;
  /**
   * A final refusal, whatever the status (2xx, or 5xx, which alone would mean a server that is out of order) and
   * with or without a message: nothing was stored, and sending the same again is refused again.
   */
  refused?: Rule;
  /** Paths to the service's error message; the first that leads to a text is used. */
  message?: readonly AnswerPath[];
  /**
   * Errors of fields. `each`: a list, or an object, whose entries are read as {key, value}; default: the whole
   * body.
   * `name`: default `key`.
   * With `pattern`, which finds every error in a text: `each` leads to the texts (default `text`, the whole body),
   * and the groups `name` and `message`, or the first and the second, replace the two paths.
   */
  fields?: { each?: AnswerPath; name?: AnswerPath; message?: AnswerPath; pattern?: string };
  count?: AnswerPath;
  id?: AnswerPath;
}

/** A request for the count. Several are added up. */
export interface Count extends ReadCall {
  path?: AnswerPath;
  goal?: AnswerPath;
  /** A regular expression; its first group is the number. */
  pattern?: string;
  /** Added to the count, for instance for signatures on paper. */
  offset?: number;
  /** Polling interval in ms, at least 15,000; default 60,000. */
  pollMs?: number;
  /**
   * After the visitor's own signature: add it to the count until a newer count is read (`bump`), or read again at
   * once (`refetch`).
   */
  afterSign?: 'bump' | 'refetch';
}

/** A request for the taken seats. */
export interface SeatsCall extends ReadCall {
  /** The bytes of docs/protocol.md, or a JSON list of codes or numbers. */
  format: 'occupancy' | 'list';
  /** Path to the list; default: the whole body. */
  path?: AnswerPath;
  /** Path within an entry of the list to its seat; default: the entry itself. */
  seat?: AnswerPath;
  /**
   * For services that return a list in pages: the query key that counts pages (from 1) or entries (from 0), and the
   * page size. In a request with a body, the key is a place in it, such as `variables.offset`.
   */
  pages?: { by: 'page' | 'offset'; key: string; size: number | string };
}

/** Options for the signer when nothing else helps. */
export interface Fallback {
  /** Offers to copy the answers as text. */
  copy?: boolean;
  /** Offers a prefilled email to this address. */
  email?: string;
}

export interface EndpointDescription {
  sign?: SignCall;
  count?: Count | readonly Count[];
  seats?: SeatsCall;
  fallback?: Fallback;
}

/** `endpoint` of the campaign document, unless it is the URL of a box office. */
export interface EndpointConfig {
  /** The preset to extend; without it, the whole description is here. */
  preset?: string | null;
  vars?: Readonly<Record<string, unknown>> | null;
  /** Merged over the preset's, key by key (`body`, `graphql` and rules as a whole); null removes the preset's. */
  sign?: SignCall | null;
  count?: Count | readonly Count[] | null;
  seats?: SeatsCall | null;
  fallback?: Fallback | null;
  /** Declares that a key in the headers is public, like Supabase's publishable key. */
  allowPublicCredential?: boolean | null;
}

/** One variable of a preset. */
export interface Variable {
  /** Description of the variable, as the end of a sentence. */
  what: string;
  example: string;
  /** A regular expression for the whole value; `site` is an address, with or without a path. */
  pattern?: string;
  site?: boolean;
  default?: string;
  /** True when it may be empty. */
  optional?: boolean;
}

/** A preset: data only, one file each (src/transport/presets). */
export interface Preset extends EndpointDescription {
  vars: Readonly<Record<string, Variable>>;
}

/** A request that is ready to be filled; its addresses are valid and tried in this order. */
export type ReadyCall<T extends Target> = T & { urls: readonly string[] };

/** An endpoint that is ready to use: its variables are filled in, its addresses and patterns are valid. */
export interface ReadyEndpoint extends EndpointDescription {
  vars: Readonly<Record<string, string>>;
  sign?: ReadyCall<SignCall>;
  count?: readonly ReadyCall<Count>[];
  seats?: ReadyCall<SeatsCall>;
}
