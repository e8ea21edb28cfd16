// The platforms that organisations run, as small servers on loopback: their wire formats, CORS policies and
// refusals, taken from their sources or measured on them, each in front of a real list of rows, so that a test can
// count what was stored.
// None of their code is here, and nothing that a page can notice is missing: what the browser must refuse, it
// refuses.
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';

/**
 * @typedef {{ method: string, url: URL, path: string, headers: import('node:http').IncomingHttpHeaders, text: string,
 *   json: any, form: [string, string][] | null }} Call
 * @typedef {{ status?: number, headers?: Record<string, string>, json?: unknown, text?: string, type?: string }} Reply
 * @typedef {Record<string, any>} Row
 */

/**
 * All of them accept anything in the form of an address, and refuse one host, as a service with a list of hosts
 * does.
 */
const isMail = (text) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text ?? '') && !text.endsWith('@refused.example');

/** The rows of one platform: in memory, unique by email and by seat if the platform is configured so. */
export class Table {
  /** @type {Row[]} */
  rows = [];
  /** Answers that a test scripts for the next requests that sign, instead of the platform's own. */
  next = [];
  /** @type {Call[]} */
  calls = [];

  constructor(unique = ['submission_key', 'email', 'seat']) {
    this.unique = unique;
  }
  clear() {
    this.rows = [];
    this.calls = [];
    this.next = [];
  }
  /** Name of the column that would no longer be unique: the first, in the order in which the platform reports them. */
  conflict(row) {
    return this.unique.find(
      (name) =>
        row[name] !== undefined &&
        row[name] !== null &&
        row[name] !== '' &&
        this.rows.some((other) => String(other[name]) === String(row[name])),
    );
  }
  insert(row) {
    const stored = { id: this.rows.length + 1, ...row };
    this.rows.push(stored);
    return stored;
  }
  /** Codes of the taken seats. */
  get seats() {
    return this.rows.flatMap(({ seat }) => seat || []);
  }
}

/** @returns {Reply} */
const json = (status, body, headers = {}) => ({ status, json: body, headers });
const problem = (status, body) => ({ status, json: body, type: 'application/problem+json' });
const page = (status, text) => ({ status, text: `<!doctype html><title>${text}</title>`, type: 'text/html' });
const flat = (call) => call.json ?? (call.form && Object.fromEntries(call.form));
const NOT_FOUND = { status: 404, text: 'Not found', type: 'text/plain' };

/**
 * CORS policy of a server. `headers`: those that a preflight request may ask for; `echo` returns the requested
 * ones.
 */
const cors = (origin, headers, more = {}) => ({ origin, headers, ...more });
const NO_CORS = null;
const WORDPRESS_REST = cors(
  'echo',
  'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type',
  { credentials: true, expose: 'X-WP-Total, X-WP-TotalPages, Link' },
);

/** Reads a value of a row by a dotted path: `data.email`. */
const dig = (value, path) => path.split('.').reduce((at, key) => at?.[key], value);

/**
 * An organisation's own endpoint, as the presets for plain JSON and forms expect it: RFC 9457 problems, 409 for
 * duplicates.
 */
function own(call, table) {
  if (call.method === 'GET' && call.path.endsWith('/count'))
    return json(200, { signatures: table.rows.length, goal: 1000 });
  if (call.method === 'GET' && call.path.endsWith('/seats')) return json(200, table.seats);
  if (call.method !== 'POST') return NOT_FOUND;
  const sent = flat(call);
  if (!sent || typeof sent !== 'object') return problem(400, { title: 'Nothing to read', status: 400 });
  const { fields = {}, idempotencyKey = null, ...rest } = sent;
  const row = { ...rest, ...fields, ...(idempotencyKey && { idempotencyKey }) };
  const signed = (stored) =>
    json(201, { status: 'signed', idempotencyKey, receipt: { id: String(stored.id) } });
  const known = idempotencyKey && table.rows.find((one) => one.idempotencyKey === idempotencyKey);
  if (known) return signed(known);
  if (!isMail(row.email))
    return problem(422, {
      title: 'Invalid',
      status: 422,
      detail: 'There is a problem with one answer.',
      code: 'invalid',
      errors: [{ pointer: '#/fields/email', detail: 'is no e-mail address', code: 'format' }],
    });
  const conflict = table.conflict(row);
  if (conflict === 'seat') return problem(409, { title: 'Taken', status: 409, code: 'seat-taken' });
  if (conflict) return problem(409, { title: 'Signed already', status: 409, code: 'duplicate' });
  return signed(table.insert(row));
}

const directusError = (code, message, more = {}) =>
  json(400, { errors: [{ message, extensions: { code, ...more } }] });

function directus(call, table) {
  if (call.path === '/graphql') return directusGraphql(call, table);
  if (call.path !== '/items/signatures')
    return json(403, { errors: [{ message: 'No', extensions: { code: 'FORBIDDEN' } }] });
  if (call.method === 'GET') {
    const query = call.url.searchParams;
    if (query.get('aggregate[count]') === '*' || query.get('aggregate[count]') === 'id')
      return json(200, { data: [{ count: table.rows.length }] });
    const data = table.rows.map(({ id, seat }) => ({ id, seat: seat ?? null }));
    const limit = Number(query.get('limit') ?? 100);
    return json(200, {
      data: limit < 0 ? data : data.slice(0, limit),
      ...(query.get('meta') && { meta: { total_count: table.rows.length } }),
    });
  }
  // Form bodies are ignored, so there is no data.
  const row = call.json ?? {};
  if (row.email === undefined)
    return directusError('FAILED_VALIDATION', 'Validation failed for field "email". Value is required.', {
      field: 'email',
      type: 'required',
      path: [],
    });
  if (!isMail(row.email))
    return directusError('FAILED_VALIDATION', 'Validation failed for field "email". Value has to match.', {
      field: 'email',
      type: 'regex',
      path: [],
    });
  const conflict = table.conflict(row);
  if (conflict)
    return directusError(
      'RECORD_NOT_UNIQUE',
      `Value for field "${conflict}" in collection "signatures" has to be unique.`,
      { collection: 'signatures', field: conflict, primaryKey: false },
    );
  return json(200, { data: { id: table.insert(row).id } });
}

function directusGraphql(call, table) {
  const { query = '', variables = {} } = call.json ?? {};
  if (/aggregated/.test(query))
    return json(200, { data: { signatures_aggregated: [{ count: { id: table.rows.length } }] } });
  if (/^query\b.*\bsignatures\(/.test(query)) {
    const { limit = 100, offset = 0 } = variables;
    return json(200, {
      data: {
        signatures: table.rows.slice(offset, offset + limit).map(({ seat }) => ({ seat: seat ?? null })),
      },
    });
  }
  const row = variables.d ?? variables.data ?? {};
  const conflict = table.conflict(row);
  if (conflict)
    return json(200, {
      data: null,
      errors: [{ message: 'has to be unique', extensions: { code: 'RECORD_NOT_UNIQUE', field: conflict } }],
    });
  return json(200, { data: { create_signatures_item: { id: table.insert(row).id } } });
}

function strapi(call, table) {
  if (call.path !== '/api/signatures')
    return json(404, {
      data: null,
      error: { status: 404, name: 'NotFoundError', message: 'Not Found', details: {} },
    });
  if (call.method === 'GET') {
    const size = Number(call.url.searchParams.get('pagination[pageSize]') ?? 25);
    const number = Number(call.url.searchParams.get('pagination[page]') ?? 1);
    return json(200, {
      data: table.rows
        .slice((number - 1) * size, number * size)
        .map(({ id, seat }) => ({ id, documentId: `d${id}`, seat: seat ?? null })),
      meta: {
        pagination: {
          page: number,
          pageSize: size,
          pageCount: Math.ceil(table.rows.length / size),
          total: table.rows.length,
        },
      },
    });
  }
  const row =
    call.json?.data ??
    (call.form &&
      Object.fromEntries(call.form.map(([name, value]) => [/^data\[(\w+)\]$/.exec(name)?.[1], value])));
  const refuse = (path, message) =>
    json(400, {
      data: null,
      error: {
        status: 400,
        name: 'ValidationError',
        message,
        details: { errors: [{ path: [path], message, name: 'ValidationError' }] },
      },
    });
  if (!row || typeof row !== 'object')
    return json(400, {
      data: null,
      error: {
        status: 400,
        name: 'ValidationError',
        message: 'Missing "data" payload in the request body',
        details: {},
      },
    });
  if (!row.email) return refuse('email', 'email must be defined.');
  if (!isMail(row.email)) return refuse('email', 'email must be a valid email');
  const conflict = table.conflict(row);
  if (conflict) return refuse(conflict, 'This attribute must be unique');
  const { id } = table.insert(row);
  return json(201, { data: { id, documentId: `d${id}` }, meta: {} });
}

function speakout(call, table) {
  if (call.path !== '/wp-admin/admin-ajax.php') return page(404, 'Page not found');
  const row = call.form && Object.fromEntries(call.form);
  if (row?.action !== 'dk_speakout_sendmail') return { status: 400, text: '0', type: 'text/html' };
  const say = (status, message) => ({ text: JSON.stringify({ status, message }), type: 'text/html' });
  if (table.conflict(row))
    return say('error', 'This petition has already been signed using your email address.');
  if (!isMail(row.email)) return say('error', 'Please enter a valid email address.');
  table.insert(row);
  return say('success', '<strong>Thank you</strong> for signing.<img src=x onerror="window.injected=1">');
}

function postgrest(call, table) {
  const prefers = String(call.headers.prefer ?? '');
  if (call.path.startsWith('/rest/v1/') && !call.headers.apikey)
    return json(401, { message: 'No API key found in request' });
  if (call.path === '/rpc/signature_count') return json(200, table.rows.length);
  if (!/^(\/rest\/v1)?\/(signatures|signature_seats)$/.test(call.path))
    return json(404, { code: 'PGRST205', message: 'Could not find the table' });
  if (call.method === 'GET' || call.method === 'HEAD') {
    const query = call.url.searchParams;
    const found = table.rows.filter(({ seat }) => query.get('seat') !== 'not.is.null' || seat);
    const total = /count=exact/.test(prefers) ? found.length : '*';
    const from = Number(query.get('offset') ?? 0);
    const data = found
      .slice(from, from + Number(query.get('limit') ?? Infinity))
      .map(({ id, seat }) => (query.get('select') === 'seat' ? { seat } : { id }));
    const range = data.length ? `${from}-${from + data.length - 1}` : '*';
    return json(total === '*' || data.length === found.length ? 200 : 206, data, {
      'content-range': `${range}/${total}`,
    });
  }
  const row = flat(call);
  if (!row)
    return json(400, { code: 'PGRST102', details: null, hint: null, message: 'Empty or invalid json' });
  if (!row.email)
    return json(400, {
      code: '23502',
      details: 'Failing row contains (null).',
      hint: null,
      message: 'null value in column "email" of relation "signatures" violates not-null constraint',
    });
  if (!isMail(row.email))
    return json(400, {
      code: '23514',
      details: 'Failing row contains (…).',
      hint: null,
      message: 'new row for relation "signatures" violates check constraint "signatures_email_check"',
    });
  const conflict = table.conflict(row);
  if (conflict)
    return json(409, {
      code: '23505',
      details: `Key (${conflict})=(${row[conflict]}) already exists.`,
      hint: null,
      message: `duplicate key value violates unique constraint "signatures_${conflict}_key"`,
    });
  table.insert(row);
  return { status: 201, text: '' };
}

/** Measured on PocketBase 0.28.4: it reports every invalid field, and of the unique indexes the one created last. */
function pocketbase(call, table) {
  const answer = (status, message, data = {}) => json(status, { data, message, status });
  const list = /^\/api\/collections\/(\w+)\/records$/.exec(call.path)?.[1];
  if (list !== 'signatures' && list !== 'signature_seats')
    return answer(404, 'Missing or invalid collection context.');
  if (call.method === 'GET') {
    if (list === 'signatures') return answer(403, 'Only superusers can perform this action.');
    const perPage = Number(call.url.searchParams.get('perPage') ?? 30);
    const number = Number(call.url.searchParams.get('page') ?? 1);
    return json(200, {
      // A number field without a value is 0 there, so seats are stored as text.
      items: table.rows
        .slice((number - 1) * perPage, number * perPage)
        .map(({ seat }) => ({ seat: String(seat ?? '') })),
      page: number,
      perPage,
      totalItems: table.rows.length,
      totalPages: Math.ceil(table.rows.length / perPage),
    });
  }
  if (call.text && !call.json && !call.form)
    return /json/.test(call.headers['content-type'] ?? '')
      ? answer(400, 'Something went wrong while processing your request.')
      : answer(400, 'Unsupported Content-Type.');
  const row = flat(call) ?? {};
  const refuse = (data) => answer(400, 'Failed to create record.', data);
  const blank = { code: 'validation_required', message: 'Cannot be blank.' };
  const long = {
    code: 'validation_max_text_constraint',
    message: 'Must be no more than 40 character(s).',
    params: { max: 40 },
  };
  const invalid = {
    ...(!row.email
      ? { email: blank }
      : !isMail(row.email) && {
          email: { code: 'validation_is_email', message: 'Must be a valid email address.' },
        }),
    ...(!row.given_name ? { given_name: blank } : row.given_name.length > 40 && { given_name: long }),
  };
  if (Object.keys(invalid).length > 0) return refuse(invalid);
  const conflict = table.conflict(row);
  if (conflict)
    return refuse({ [conflict]: { code: 'validation_not_unique', message: 'Value must be unique.' } });
  const { id } = table.insert(row);
  return json(200, {
    collectionId: 'pbc_3535952755',
    collectionName: 'signatures',
    consents: null,
    ...row,
    id: `r${id}`,
    newsletter: row.newsletter ?? false,
    seat: row.seat ?? '',
  });
}

function proca(call, table) {
  if (call.path !== '/api') return NOT_FOUND;
  if (call.method === 'GET') {
    const { searchParams } = call.url;
    if (!/supporterCount/.test(searchParams.get('query') ?? ''))
      return json(200, { errors: [{ message: 'No query' }] });
    return json(200, {
      data: { actionPage: { campaign: { stats: { supporterCount: table.rows.length } } } },
    });
  }
  const { query = '', variables = {} } = call.json ?? {};
  const fail = (message, ...path) =>
    json(200, { data: null, errors: [{ message, path: ['addActionContact', ...path] }] });
  if (!/addActionContact/.test(query)) return fail('No such mutation');
  const { contact = {}, action = {}, privacy, actionPage } = variables;
  if (!Number.isInteger(actionPage)) return fail('Argument "actionPageId" has invalid value');
  // The scalar is a text that contains JSON; an object is refused as a whole.
  if (action.customFields !== undefined && typeof action.customFields !== 'string')
    return fail('Argument "action" has invalid value: In field "customFields": Expected type "Json"');
  if (privacy?.optIn !== null && typeof privacy?.optIn !== 'boolean')
    return fail('Argument "privacy" has invalid value');
  if (!contact.firstName && !contact.name) return fail("first_name: can't be blank", 'contact', 'first_name');
  if (!isMail(contact.email)) return fail('email: has invalid format', 'contact', 'email');
  // The same supporter is accepted again with the same answer, and counted once.
  if (!table.conflict({ email: contact.email }))
    table.insert({
      email: contact.email,
      ...contact,
      customFields: action.customFields,
      optIn: privacy?.optIn,
    });
  return json(200, {
    data: { addActionContact: { contactRef: `ref-${contact.email.length}`, firstName: contact.firstName } },
  });
}

function hubspot(call, table) {
  if (!/^\/submissions\/v3\/integration\/submit\/[^/]+\/[^/]+$/.test(call.path))
    return json(404, { status: 'error', message: 'resource not found' });
  const list = call.json?.fields;
  const refuse = (message, errorType) =>
    json(400, { status: 'error', message: 'The request is not valid', errors: [{ message, errorType }] });
  if (!Array.isArray(list)) return refuse("Required field 'fields' is missing", 'MISSING_FIELDS');
  const row = Object.fromEntries(list.map(({ name, value }) => [name, value]));
  const known = ['email', 'firstname', 'lastname', 'country', 'zip', 'phone', 'message', 'seat', 'comment'];
  const unknown = Object.keys(row).find((name) => !known.includes(name));
  if (unknown)
    return refuse(
      `Error in 'fields.${unknown}'. Field is not in form definition`,
      'FIELD_NOT_IN_FORM_DEFINITION',
    );
  if (!row.email)
    return refuse("Error in 'fields.email'. Required field 'email' is missing", 'REQUIRED_FIELD');
  if (!isMail(row.email)) return refuse("Error in 'fields.email'. Invalid email address", 'INVALID_EMAIL');
  if (!table.conflict({ email: row.email })) table.insert(row);
  return json(200, { inlineMessage: '<p>Thanks for submitting the form.</p>' });
}

function formspree(call, table) {
  if (!/^\/f\/\w+$/.test(call.path))
    return json(404, { errors: [{ code: 'FORM_NOT_FOUND', message: 'Form not found' }] });
  if (!call.headers.referer) return json(400, { error: 'Invalid "Referrer" header' });
  const row = flat(call) ?? {};
  if (row._gotcha) return json(200, { next: '/thanks', ok: true });
  if (!isMail(row.email))
    return json(422, {
      error: 'Validation errors',
      errors: [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }],
    });
  table.insert(row);
  return json(200, { next: '/thanks', ok: true });
}

/** Without a key it returns no data, and gives the same answer to a signature it rejects. */
function osdi(call, table) {
  if (call.path === '/osdi/petition') return json(200, { total_signatures: table.rows.length });
  if (!/^(\/api\/v2\/petitions\/[\w-]+\/signatures|\/osdi\/signatures)$/.test(call.path))
    return json(404, { error: 'not found' });
  if (call.method === 'GET') return json(403, { error: 'API Key invalid or not present' });
  const person = call.json?.person ?? {};
  const email = dig(person, 'email_addresses.0.address');
  if (isMail(email) && !table.conflict({ email }))
    table.insert({ email, ...person, comments: call.json.comments, tags: call.json.add_tags });
  return json(200, {}, { 'content-type': 'application/hal+json' });
}

function gravity(call, table) {
  if (!/^\/wp-json\/gf\/v2\/forms\/\d+\/submissions$/.test(call.path))
    return json(404, { code: 'rest_no_route', message: 'No route was found', data: { status: 404 } });
  const row = flat(call) ?? {};
  const invalid = (messages) => json(400, { is_valid: false, validation_messages: messages, page_number: 1 });
  if (!isMail(row.input_3)) return invalid({ 3: 'Please enter a valid email address.' });
  // "No duplicates": it reports every field whose value exists already, with the value.
  const used = [3, 9].filter(
    (id) => row[`input_${id}`] && table.rows.some((one) => one[`input_${id}`] === row[`input_${id}`]),
  );
  if (used.length > 0)
    return invalid(
      Object.fromEntries(
        used.map((id) => [
          id,
          `This field requires a unique entry and '${row[`input_${id}`]}' has already been used`,
        ]),
      ),
    );
  table.insert({ email: row.input_3, ...row });
  return json(200, {
    is_valid: true,
    page_number: 0,
    confirmation_message: '<div>Thanks</div>',
    confirmation_type: 'message',
  });
}

function netlify(call, table) {
  if (call.method !== 'POST') return page(200, 'A static site');
  const row = call.form && Object.fromEntries(call.form);
  // An unknown form fails without a message.
  if (!row?.['form-name']) return page(404, 'Page not found');
  if (!row['bot-field']) table.insert(row);
  return page(200, 'Thank you');
}

/** Answers that no page can read: only the rows show what arrived. */
const blind =
  (path, isWelcome, name = 'email') =>
  (call, table) => {
    if (call.method !== 'POST' || !path.test(call.path)) return page(404, 'Not found');
    const row = call.form && Object.fromEntries(call.form);
    if (row && isWelcome(row, call)) table.insert({ email: row[name], ...row });
    return page(200, 'Your response has been recorded');
  };

function appsScript(call, table) {
  if (/^\/macros\/echo/.test(call.path)) return json(200, JSON.parse(call.url.searchParams.get('said')));
  if (!/^\/macros\/s\/\w+\/exec$/.test(call.path)) return page(404, 'Not found');
  // It reads text, whatever the content type says.
  const row = call.json ?? flat(call) ?? {};
  const conflict = table.conflict(row);
  const said = conflict
    ? { result: 'duplicate', ok: false, error: 'duplicate' }
    : !isMail(row.email)
      ? { result: 'error', ok: false, error: 'email' }
      : (table.insert(row), { result: 'success', ok: true });
  return {
    status: 302,
    headers: {
      location: `https://script.googleusercontent.com/macros/echo?said=${encodeURIComponent(JSON.stringify(said))}`,
    },
    text: '',
  };
}

function zapier(call, table) {
  if (call.method !== 'POST') return json(200, { status: 'success' });
  let row = flat(call);
  if (!row) row = JSON.parse(call.text);
  table.insert(row);
  return json(200, { attempt: 'a', id: 'b', request_id: 'c', status: 'success' });
}

/** JSON with the content type of a page. */
function actionkit(call, table) {
  if (call.path !== '/rest/v1/action/' || call.method !== 'POST') return NOT_FOUND;
  const row = flat(call) ?? {};
  if (!row.page || !isMail(row.email))
    return json(400, { errors: { email: ['Enter a valid e-mail address.'] } });
  const { id } = table.insert(row);
  return {
    status: 201,
    text: JSON.stringify({ action_id: id, redirect_url: '/cms/thanks/' }),
    type: 'text/html',
  };
}

function civicrm(call, table) {
  if (!/^\/civicrm\/ajax\/api4\/\w+\/create$/.test(call.path)) return NOT_FOUND;
  if (!call.headers['x-requested-with']) return json(400, { error_message: 'SECURITY ALERT' });
  const { values } = JSON.parse(Object.fromEntries(call.form ?? []).params ?? '{}');
  if (!isMail(values?.email))
    return json(500, { error_code: 0, error_message: 'Invalid e-mail', status: 500 });
  const { id } = table.insert(values);
  return json(200, { values: [{ id }], count: 1 });
}

/** Count only. */
const counts = {
  controlshift: (call, table) =>
    /^\/petitions\/[\w-]+\.json$/.test(call.path)
      ? json(200, { slug: 'free-them', signature_count: table.rows.length, goal: 1000, ended: false })
      : json(404, { error: 'not found' }),
  'engaging-networks': (call, table) =>
    json(200, {
      rows: [
        {
          columns: [
            { name: 'campaignId', type: 'int', value: call.url.searchParams.get('campaignId') },
            { name: 'totalSupporters', type: 'int', value: '9' },
            { name: 'participatingSupporters', type: 'int', value: String(table.rows.length) },
          ],
        },
      ],
    }),
  'uk-parliament': (call, table) =>
    /\/count\.json$/.test(call.path)
      ? json(200, { signature_count: table.rows.length })
      : json(200, { data: { type: 'petition', attributes: { signature_count: table.rows.length } } }),
  'static-json': (call, table) =>
    json(200, {
      count: table.rows.length,
      goal: 1000,
      total: table.rows.length,
      signatures: table.rows.length,
    }),
};

/** All platforms: the variables of the preset, the CORS policy, and the handler. */
export const PLATFORMS = {
  json: { hosts: ['json.example'], cors: cors('echo', 'content-type'), handle: own },
  form: { hosts: ['form.example'], cors: cors('*', null), handle: own },
  webhook: { hosts: ['hooks.example'], cors: cors('*', 'echo'), handle: own },
  'node-red': { hosts: ['node-red.example'], cors: cors('*', 'echo'), handle: own },
  directus: {
    hosts: ['directus.example'],
    cors: cors('echo', 'Content-Type,Authorization', { expose: 'Content-Range' }),
    handle: directus,
  },
  strapi: {
    hosts: ['strapi.example'],
    cors: cors('echo', 'Content-Type,Authorization,Origin,Accept', { credentials: true }),
    handle: strapi,
  },
  postgrest: {
    hosts: ['postgrest.example', 'project.supabase.co'],
    cors: cors('*', 'echo', {
      expose:
        'Content-Encoding, Content-Location, Content-Range, Content-Type, Date, Location, Server, Transfer-Encoding, Range-Unit',
    }),
    handle: postgrest,
  },
  pocketbase: { hosts: ['pocketbase.example'], cors: cors('*', 'echo'), handle: pocketbase },
  proca: { hosts: ['api.proca.app'], cors: cors('*', 'content-type'), handle: proca, unique: ['email'] },
  'hubspot-forms': {
    hosts: ['api.hsforms.com'],
    cors: cors('echo', 'content-type'),
    handle: hubspot,
    unique: ['email'],
  },
  formspree: {
    hosts: ['formspree.io'],
    cors: cors('*', 'Accept, Content-Type, X-Requested-With, Authorization'),
    handle: formspree,
    unique: [],
  },
  'action-network': {
    hosts: ['actionnetwork.org'],
    cors: cors('*', 'content-type'),
    handle: osdi,
    unique: ['email'],
  },
  osdi: { hosts: ['osdi.example'], cors: cors('*', 'content-type'), handle: osdi, unique: ['email'] },
  'gravity-forms': { hosts: ['gravity.example'], cors: WORDPRESS_REST, handle: gravity, unique: [] },
  'wp-speakout': {
    hosts: ['speakout.example'],
    cors: NO_CORS,
    preflight: 403,
    handle: speakout,
    unique: ['email'],
  },
  'netlify-forms': { hosts: ['netlify.example'], cors: NO_CORS, handle: netlify, unique: [] },
  'salesforce-web-to-lead': {
    hosts: ['webto.salesforce.com'],
    cors: NO_CORS,
    handle: blind(/^\/servlet\/servlet\.WebToLead$/, (row) => row.oid && row.last_name && row.company),
  },
  mailchimp: {
    hosts: ['list.us1.list-manage.com'],
    cors: NO_CORS,
    handle: blind(
      /^\/subscribe\/post$/,
      (row, call) =>
        call.url.searchParams.get('u') &&
        isMail(row.EMAIL) &&
        !Object.entries(row).some(([name, value]) => /^b_/.test(name) && value),
      'EMAIL',
    ),
  },
  'brevo-form': {
    hosts: ['form.sibforms.com'],
    cors: NO_CORS,
    handle: blind(/^\/serve\/[\w-]+$/, (row) => isMail(row.EMAIL) && row.email_address_check === '', 'EMAIL'),
  },
  'google-forms': {
    hosts: ['docs.google.com'],
    cors: NO_CORS,
    handle: blind(/^\/forms\/d\/e\/[\w-]+\/formResponse$/, (row) =>
      Object.keys(row).some((name) => /^entry\.\d+$/.test(name)),
    ),
  },
  'google-apps-script': {
    hosts: ['script.google.com', 'script.googleusercontent.com'],
    cors: cors('*', null),
    preflight: 405,
    handle: appsScript,
  },
  zapier: { hosts: ['hooks.zapier.com'], cors: cors('*', null), handle: zapier, unique: [] },
  actionkit: { hosts: ['act.example'], cors: cors('*', 'content-type'), handle: actionkit, unique: [] },
  'civicrm-api4': {
    hosts: ['civicrm.example'],
    cors: cors('echo', 'content-type, x-requested-with'),
    handle: civicrm,
    unique: [],
  },
  controlshift: { hosts: ['controlshift.example'], cors: cors('*', null), handle: counts.controlshift },
  'engaging-networks': {
    hosts: ['us.engagingnetworks.app', 'ca.engagingnetworks.app'],
    cors: cors('*', null),
    handle: counts['engaging-networks'],
  },
  'uk-parliament': {
    hosts: ['petition.parliament.uk'],
    cors: cors('*', null),
    handle: counts['uk-parliament'],
  },
  'static-json': { hosts: ['static.example'], cors: cors('*', null), handle: counts['static-json'] },
};

async function readCall(req) {
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const type = req.headers['content-type'] ?? '';
  const url = new URL(req.url, 'http://platform.example');
  const text = bytes.toString();
  const call = {
    method: req.method,
    url,
    path: url.pathname,
    headers: req.headers,
    text,
    json: null,
    form: null,
  };
  if (/^application\/x-www-form-urlencoded/.test(type)) call.form = [...new URLSearchParams(text)];
  else if (/^multipart\/form-data/.test(type))
    call.form = [...(await new Response(bytes, { headers: { 'content-type': type } }).formData())];
  else if (/json/.test(type))
    try {
      call.json = JSON.parse(text);
    } catch {
      // Every platform has its own words for that.
    }
  return call;
}

/** Returns the CORS headers that a server with this policy sends to an origin. */
function corsHeaders(rule, { headers }) {
  const origin = headers.origin;
  if (!rule || !origin) return {};
  return {
    'access-control-allow-origin': rule.origin === '*' ? '*' : origin,
    ...(rule.origin === 'echo' && { vary: 'Origin' }),
    ...(rule.credentials && { 'access-control-allow-credentials': 'true' }),
    ...(rule.expose && { 'access-control-expose-headers': rule.expose }),
  };
}

function answerPreflight(platform, call) {
  const { cors: rule, preflight } = platform;
  if (!rule || preflight) return { status: preflight ?? 404, headers: {} };
  const asked = call.headers['access-control-request-headers'];
  const allowed = rule.headers === 'echo' ? asked : rule.headers;
  return {
    status: 204,
    headers: {
      ...corsHeaders(rule, call),
      'access-control-allow-methods': 'GET,HEAD,PUT,PATCH,POST,DELETE',
      ...(allowed && { 'access-control-allow-headers': allowed }),
    },
  };
}

/** Answers one platform's requests. */
function listener(find) {
  return async (req, res) => {
    const call = await readCall(req);
    const found = find(call);
    if (!found) return res.writeHead(421).end();
    const { platform, table } = found;
    table.calls.push(call);
    if (call.method === 'OPTIONS') {
      const { status, headers } = answerPreflight(platform, call);
      return res.writeHead(status, headers).end();
    }
    const planned = call.method === 'POST' ? table.next.shift() : undefined;
    const reply = planned ? await planned(call, table) : platform.handle(patient(call, platform), table);
    const { status = 200, headers = {}, json: value, text, type } = reply;
    const body = value === undefined ? (text ?? '') : JSON.stringify(value);
    return res
      .writeHead(status, {
        'content-type': type ?? (value === undefined ? 'text/plain' : 'application/json'),
        'content-length': Buffer.byteLength(body),
        'cache-control': 'no-store',
        ...corsHeaders(platform.cors, call),
        ...headers,
      })
      .end(req.method === 'HEAD' ? undefined : body);
  };
}

/** Apps Script parses JSON from plain text, because no other type can reach it. */
const patient = (call, { hosts }) => {
  if (hosts.includes('script.google.com') && call.json === null && call.form === null && call.text) {
    try {
      call.json = JSON.parse(call.text);
    } catch {
      // Then it stays text.
    }
  }
  return call;
};

const listen = (server) =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
const close = (server) =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });

/**
 * Starts them all: each at a port of its own over plain http, and, with a certificate, all at one secure port,
 * where the host name selects the platform.
 * @param {{ key: string, cert: string }} [certificate]
 * @param {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => boolean} [besides]
 * answers requests of the page's own; returns whether it did
 */
export async function startPlatforms(certificate, besides) {
  const servers = [];
  const tables = {};
  const urls = {};
  for (const [name, platform] of Object.entries(PLATFORMS)) {
    tables[name] = new Table(platform.unique);
    const server = createServer(listener(() => ({ platform, table: tables[name] })));
    servers.push(server);
    urls[name] = `http://127.0.0.1:${await listen(server)}`;
  }
  let securePort = null;
  if (certificate) {
    const byHost = listener((call) => {
      const host = String(call.headers.host).replace(/:\d+$/, '');
      const found = Object.entries(PLATFORMS).find(([, { hosts }]) => hosts.includes(host));
      return found && { platform: found[1], table: tables[found[0]] };
    });
    const server = createSecureServer(certificate, (req, res) => {
      if (!besides?.(req, res)) void byHost(req, res);
    });
    servers.push(server);
    securePort = await listen(server);
  }
  return {
    /** @type {Record<string, Table>} */
    tables,
    /** @type {Record<string, string>} */
    urls,
    securePort,
    stop: () => Promise.all(servers.map(close)),
  };
}
