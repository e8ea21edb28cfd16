// What docs/endpoints.md shows is tried: every endpoint in it is read without a problem, and every answer by the endpoint above it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  askedHeaders,
  countInAnswer,
  decodeSeatList,
  encodeCount,
  encodeSeats,
  encodeSigning,
  interpretReply,
  loadEndpoint,
} from '../../dist/transport/declared.js';

const text = readFileSync(new URL('../../docs/endpoints.md', import.meta.url), 'utf8');
const [prose] = text.split('<!-- presets');

/** Every endpoint of a block, an attribute or a line, under the bold words or the heading above it, with the answer below it. */
const examples = [
  ...prose.matchAll(
    /```json\n([^`]+)```(?:(?:(?!```)[^])*```json answer\n([^`]+)```)?|endpoint='(\{[^']+\})'|`(\{"preset"[^`…]+\})`/g,
  ),
].map(({ index, 1: block, 2: answer, 3: attribute, 4: line }) => {
  const json = JSON.parse(block ?? attribute ?? line);
  const heading = [...prose.slice(0, index).matchAll(/^(?:#+ (.+)$|\*\*([^*]+)\*\*)/gm)].at(-1);
  return {
    name: (heading[1] ?? heading[2]).replace(/\.$/, ''),
    config: json.endpoint ?? json,
    answer: answer && JSON.parse(answer),
  };
});

const facts = {
  fields: { given_name: 'Ada', family_name: 'Novák', email: 'ada@ngo.example' },
  consents: [{ purpose: 'newsletter', given: true, version: '1', text: 'Yes' }],
  locale: 'en',
  petition: 'free-them',
  seat: { number: 3, code: '12-8-15' },
  story: null,
  idempotencyKey: 'AAAAAAAAAAAAAAAAAAAAAA',
  utm: {},
  page: { origin: 'https://ngo.example', title: '' },
};

const named = (name) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found, `${name} is none of ${examples.map((one) => one.name).join(', ')}`);
  return found;
};

async function ready({ config, answer }, status = 200, headers = {}) {
  const { endpoint, problems } = await loadEndpoint(config);
  assert.deepEqual(problems, []);
  const bytes = new TextEncoder().encode(JSON.stringify(answer));
  const reply = { status, contentType: 'application/json', retryAfter: null, headers, bytes };
  return { endpoint, reply, own: { ...facts, vars: endpoint.vars } };
}

describe('the endpoints of docs/endpoints.md', () => {
  it('are found', () => assert.ok(examples.length >= 8, String(examples.length)));

  examples.forEach((example, i) =>
    it(`${i + 1}, ${example.name}: is read without a problem, and asked`, async () => {
      const { endpoint, own } = await ready(example);
      const requests = [
        ...(endpoint.sign ? encodeSigning(endpoint.sign, own) : []),
        ...(endpoint.count ?? []).map((one) => encodeCount(one, own)),
        ...(endpoint.seats ? [encodeSeats(endpoint.seats, own)] : []),
      ];
      assert.ok(requests.length > 0);
      for (const { url } of requests) assert.match(url, /^https:\/\/[^{}]+$/);
    }),
  );

  it('seats as a list', async () => {
    const { endpoint, reply, own } = await ready(named('Seats as a list'));
    assert.deepEqual(decodeSeatList(endpoint.seats, reply), ['12-8-15', '12-8-16']);
    assert.equal(encodeSeats(endpoint.seats, own, 1).url, 'https://crm.ngo.example/campaigns/7/seats?page=2');
    const refusal = await ready({ ...named('Seats as a list'), answer: { error: { field: 'seat' } } }, 409);
    assert.equal(interpretReply(endpoint.sign, refusal.reply, own).because, 'sign.response.seatTaken');
  });

  it('GraphQL', async () => {
    const { endpoint, reply, own } = await ready(named('GraphQL'));
    const [{ body }] = encodeSigning(endpoint.sign, own);
    assert.deepEqual(JSON.parse(body).variables, {
      name: 'Ada Novák',
      email: 'ada@ngo.example',
      seat: '12-8-15',
    });
    assert.equal(interpretReply(endpoint.sign, reply, own).because, 'sign.response.duplicate');
    assert.equal(countInAnswer(endpoint.count[0], reply).signatures, 4213);
  });

  it('headers', async () => {
    const { endpoint, reply, own } = await ready(named('Headers'), 200, { 'x-total-count': '812' });
    const [request] = encodeSigning(endpoint.sign, own);
    assert.ok(
      prose.includes(`\`Access-Control-Allow-Headers: ${askedHeaders(request).sort().join(', ')}\``),
      askedHeaders(request).join(),
    );
    assert.equal(countInAnswer(endpoint.count[0], reply).signatures, 812);
  });

  it('a service of your own', async () => {
    const { endpoint, reply, own } = await ready(named('A service of your own'), 400);
    const because = (body) => {
      const bytes = body ? new TextEncoder().encode(JSON.stringify(body)) : reply.bytes;
      return interpretReply(endpoint.sign, { ...reply, bytes }, own).because;
    };
    assert.equal(because(), 'sign.response.duplicate');
    assert.equal(because({ seat: ['signature with this seat already exists.'] }), 'sign.response.seatTaken');
    assert.equal(
      because({
        submission_key: ['signature with this submission_key already exists.'],
        email: ['signature with this email already exists.'],
      }),
      'sign.response.stored',
    );
  });

  /** What each program answered to a given name, or to an e-mail, that it does not take. */
  const recorded = {
    'Django REST framework': { given_name: ['Ensure this field has no more than 40 characters.'] },
    'express-pouchdb': { error: 'forbidden', reason: '{"given_name":"Too long: at most 40 letters."}' },
    FastAPI: {
      detail: [
        {
          loc: ['body', 'given_name'],
          msg: 'ensure this value has at most 40 characters',
          type: 'value_error.any_str.max_length',
          ctx: { limit_value: 40 },
        },
      ],
    },
    Fastify: {
      statusCode: 400,
      code: 'FST_ERR_VALIDATION',
      error: 'Bad Request',
      message: 'body/given_name must NOT have more than 40 characters',
    },
    Feathers: {
      name: 'BadRequest',
      message: 'validation failed',
      data: [
        {
          instancePath: '/given_name',
          schemaPath: '#/properties/given_name/maxLength',
          keyword: 'maxLength',
          params: { limit: 40 },
          message: 'must NOT have more than 40 characters',
        },
      ],
    },
    LoopBack: {
      error: {
        statusCode: 422,
        message: 'The request body is invalid. See error object `details` property for more info.',
        code: 'VALIDATION_FAILED',
        details: [
          { path: '/givenName', code: 'maxLength', message: 'must NOT have more than 40 characters' },
        ],
      },
    },
    NestJS: {
      message: ['given_name must be shorter than or equal to 40 characters'],
      error: 'Bad Request',
      statusCode: 400,
    },
    Payload: {
      errors: [
        {
          name: 'ValidationError',
          data: {
            collection: 'signatures',
            errors: [
              {
                label: 'Given_name',
                message: 'This value must be shorter than the max length of 40 characters.',
                path: 'given_name',
              },
            ],
          },
          message: 'The following field is invalid: Given_name',
        },
      ],
    },
    tRPC: {
      error: {
        message:
          '[\n  {\n    "code": "too_big",\n    "maximum": 40,\n    "message": "String must contain at most 40 character(s)",\n    "path": [\n      "given_name"\n    ]\n  }\n]',
        code: -32600,
        data: { code: 'BAD_REQUEST', httpStatus: 400 },
      },
    },
    WordPress: {
      code: 'rest_invalid_param',
      message: 'Invalid parameter(s): author_email',
      data: { status: 400, params: { author_email: 'Invalid email address.' } },
    },
  };
  const rows = [...prose.matchAll(/^\| (.+?) \d.* \| `(\{.*\})` \|$/gm)].map(([, program, fields]) => ({
    program,
    fields: JSON.parse(fields),
  }));

  it('errors of fields, of the programs that were tried', () =>
    assert.deepEqual(rows.map(({ program }) => program).sort(), Object.keys(recorded).sort()));

  for (const { program, fields } of rows)
    it(`errors of fields, ${program}`, async () => {
      const body = { $rest: true, givenName: '$given_name', author_email: '$email' };
      const sign = { url: 'https://ngo.example/', body, response: { fields } };
      const { endpoint, reply, own } = await ready({ config: { sign }, answer: recorded[program] }, 400);
      const { outcome, errors } = interpretReply(endpoint.sign, reply, own).result;
      assert.equal(outcome, 'invalid');
      assert.equal(errors.length, 1);
      assert.match(errors[0].pointer, /^#\/fields\/(given_name|email)$/);
      assert.match(errors[0].message, /40|Invalid email address/);
    });

  it('the length of a list', async () => {
    const { endpoint, reply } = await ready(named('The length of a list'));
    assert.equal(countInAnswer(endpoint.count[0], reply).signatures, 3);
  });
});
