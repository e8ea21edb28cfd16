import type { TransportRequest } from '../../../src/transport/send.js';

/** An answer as recorded or documented; `body` is text, or JSON. */
export interface Recorded {
  status: number;
  body: unknown;
  type?: string;
  headers?: Record<string, string>;
  opaque?: boolean;
}

/** The wire format of a preset: its variables, the request for one signature, and the meaning of the answers. */
export interface Contract {
  vars: Record<string, string>;
  /** The body is JSON if it is an object. */
  request?: Omit<TransportRequest, 'body' | 'maxBytes'> & { body: unknown };
  replies?: [what: string, reply: Recorded, result: unknown][];
  count?: {
    request: Omit<TransportRequest, 'maxBytes'>;
    reply: Recorded;
    signatures: number;
    goal: number | null;
  };
  seats?: { request: Omit<TransportRequest, 'maxBytes'>; reply?: Recorded; list?: (string | number)[] };
}

/** The preset's own file names the source of each answer, under `verified`. */
export const CONTRACTS: Record<string, Contract> = {
  'action-network': {
    vars: {
      petition: '7f5b2d3c-0000-4000-8000-000000000000',
    },
    request: {
      method: 'POST',
      url: 'https://actionnetwork.org/api/v2/petitions/7f5b2d3c-0000-4000-8000-000000000000/signatures',
      body: {
        person: {
          given_name: 'Ada',
          family_name: 'Lovelace',
          email_addresses: [
            {
              address: 'ada@example.org',
              status: 'subscribed',
            },
          ],
          postal_addresses: [
            {
              country: 'GB',
            },
          ],
          custom_fields: {
            motto: 'Sit down',
            seat: '12-8-15',
          },
        },
        comments: 'Hello & thanks',
        'action_network:referrer_data': {
          source: 'leaflet',
          website: 'https://ngo.example',
        },
        triggers: {
          autoresponse: {
            enabled: true,
          },
        },
      },
    },
    replies: [
      [
        'blind post',
        {
          status: 200,
          body: '',
        },
        {
          outcome: 'assumed',
        },
      ],
      [
        'blind post, empty object',
        {
          status: 200,
          body: {},
        },
        {
          outcome: 'assumed',
        },
      ],
      [
        'with a key',
        {
          status: 200,
          body: {
            identifiers: ['action_network:1'],
            _links: {},
          },
        },
        {
          outcome: 'signed',
          id: 'action_network:1',
          count: null,
        },
      ],
      [
        'unknown petition',
        {
          status: 404,
          body: {
            error: 'The API did not find the resource',
          },
        },
        {
          outcome: 'rejected',
          code: 'status-404',
          message: 'The API did not find the resource',
        },
      ],
    ],
  },
  actionkit: {
    vars: {
      host: 'act.ngo.example',
      page: 'free-ales',
    },
    request: {
      method: 'POST',
      url: 'https://act.ngo.example/rest/v1/action/',
      body: {
        page: 'free-ales',
        email: 'ada@example.org',
        name: 'Ada Lovelace',
        country: 'GB',
        action_comment: 'Hello & thanks',
        action_seat: '12-8-15',
        opt_in: '1',
      },
    },
    replies: [
      [
        'stored, JSON as text/html',
        {
          status: 201,
          body: '{"action_id":21,"akid":".3.jcWz_1","redirect_url":"/cms/thanks/"}',
          type: 'text/html',
        },
        {
          outcome: 'signed',
          id: '21',
          count: null,
        },
      ],
      [
        'field',
        {
          status: 400,
          body: {
            errors: {
              email: ['Enter a valid email address.'],
            },
          },
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/email',
              code: 'format',
              message: 'Enter a valid email address.',
            },
          ],
        },
      ],
    ],
  },
  'brevo-form': {
    vars: {
      form: 'https://abc123.sibforms.com/serve/MUIFAxyz',
    },
    request: {
      method: 'POST',
      url: 'https://abc123.sibforms.com/serve/MUIFAxyz',
      body: [
        ['EMAIL', 'ada@example.org'],
        ['FIRSTNAME', 'Ada'],
        ['LASTNAME', 'Lovelace'],
        ['email_address_check', ''],
        ['locale', 'en'],
      ],
      mode: 'no-cors',
    },
    replies: [
      [
        'sent blind',
        {
          status: 0,
          body: '',
          opaque: true,
        },
        {
          outcome: 'assumed',
        },
      ],
    ],
  },
  'civicrm-api4': {
    vars: {
      site: 'https://crm.ngo.example',
      entity: 'PetitionSignature',
      action: 'create',
    },
    request: {
      method: 'POST',
      url: 'https://crm.ngo.example/civicrm/ajax/api4/PetitionSignature/create',
      body: 'params=%7B%22values%22%3A%7B%22given_name%22%3A%22Ada%22%2C%22family_name%22%3A%22Lovelace%22%2C%22email%22%3A%22ada%40example.org%22%2C%22country%22%3A%22GB%22%2C%22comment%22%3A%22Hello+%26+thanks%22%2C%22motto%22%3A%22Sit+down%22%2C%22seat%22%3A%2212-8-15%22%2C%22newsletter%22%3Atrue%7D%7D',
      contentType: 'application/x-www-form-urlencoded',
      headers: {
        'X-Requested-With': 'XMLHttpRequest',
      },
    },
    replies: [
      [
        'stored',
        {
          status: 200,
          body: {
            values: [
              {
                id: 5,
              },
            ],
            count: 1,
          },
        },
        {
          outcome: 'signed',
          id: '5',
          count: null,
        },
      ],
      [
        'refused',
        {
          status: 403,
          body: {
            error_code: 0,
            error_message: 'Authorization failed',
            status: 403,
          },
        },
        {
          outcome: 'rejected',
          code: 'status-403',
          message: 'Authorization failed',
        },
      ],
      [
        'refused with a reason',
        {
          status: 500,
          body: {
            error_code: 0,
            error_message: 'Mandatory values missing from Api4 PetitionSignature::create: email',
            status: 500,
          },
        },
        {
          outcome: 'rejected',
          code: 'status-500',
          message: 'Mandatory values missing from Api4 PetitionSignature::create: email',
        },
      ],
      [
        'out of order',
        {
          status: 500,
          body: {
            error_code: '1',
            error_message:
              'Sorry an error occurred and your request was not completed. (Error ID: abcd-efgh)',
            status: 500,
          },
        },
        {
          outcome: 'again',
          because: 'server',
          askedSeconds: null,
        },
      ],
    ],
  },
  controlshift: {
    vars: {
      domain: 'you.ngo.example',
      slug: 'free-ales',
    },
    count: {
      request: {
        method: 'GET',
        url: 'https://you.ngo.example/petitions/free-ales.json',
      },
      reply: {
        status: 200,
        body: {
          signature_count: 1200,
          goal: 2000,
        },
      },
      signatures: 1200,
      goal: 2000,
    },
  },
  directus: {
    vars: {
      site: 'https://cms.ngo.example',
      collection: 'signatures',
      seat: 'seat',
      key: 'submission_key',
      consents: 'consents',
      newsletter: 'newsletter',
    },
    request: {
      method: 'POST',
      url: 'https://cms.ngo.example/items/signatures',
      body: {
        given_name: 'Ada',
        family_name: 'Lovelace',
        email: 'ada@example.org',
        country: 'GB',
        comment: 'Hello & thanks',
        motto: 'Sit down',
        seat: '12-8-15',
        consents: [
          {
            purpose: 'sign',
            given: true,
            version: '1',
            text: 'I sign.',
          },
          {
            purpose: 'newsletter',
            given: true,
            version: '1',
            text: 'Write to me.',
          },
        ],
        newsletter: true,
        submission_key: 'KEYKEYKEYKEYKEYKEYKEYK',
      },
    },
    replies: [
      [
        'stored',
        {
          status: 200,
          body: {
            data: {
              id: 1,
            },
          },
        },
        {
          outcome: 'signed',
          id: '1',
          count: null,
        },
      ],
      [
        'stored, not to be read',
        {
          status: 204,
          body: '',
          type: '',
        },
        {
          outcome: 'signed',
          id: '',
          count: null,
        },
      ],
      [
        'twice',
        {
          status: 400,
          body: {
            errors: [
              {
                message: 'Value for field "email" in collection "signatures" has to be unique.',
                extensions: {
                  collection: 'signatures',
                  field: 'email',
                  code: 'RECORD_NOT_UNIQUE',
                },
              },
            ],
          },
        },
        {
          outcome: 'duplicate',
        },
      ],
      [
        'seat',
        {
          status: 400,
          body: {
            errors: [
              {
                message: 'Value for field "seat" in collection "signatures" has to be unique.',
                extensions: {
                  collection: 'signatures',
                  field: 'seat',
                  code: 'RECORD_NOT_UNIQUE',
                },
              },
            ],
          },
        },
        {
          outcome: 'seat-taken',
        },
      ],
      [
        'stored before',
        {
          status: 400,
          body: {
            errors: [
              {
                message: 'Value for field "submission_key" in collection "signatures" has to be unique.',
                extensions: {
                  collection: 'signatures',
                  field: 'submission_key',
                  code: 'RECORD_NOT_UNIQUE',
                },
              },
            ],
          },
        },
        {
          outcome: 'stored',
          id: '',
        },
      ],
      [
        'field',
        {
          status: 400,
          body: {
            errors: [
              {
                message: 'Validation failed for field "email". Value is required.',
                extensions: {
                  field: 'email',
                  type: 'required',
                  code: 'FAILED_VALIDATION',
                },
              },
            ],
          },
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/email',
              code: 'format',
              message: 'Validation failed for field "email". Value is required.',
            },
          ],
        },
      ],
      [
        'not allowed',
        {
          status: 403,
          body: {
            errors: [
              {
                message: "You don't have permission to access this.",
                extensions: {
                  code: 'FORBIDDEN',
                },
              },
            ],
          },
        },
        {
          outcome: 'rejected',
          code: 'status-403',
          message: "You don't have permission to access this.",
        },
      ],
    ],
    count: {
      request: {
        method: 'GET',
        url: 'https://cms.ngo.example/items/signatures?aggregate%5Bcount%5D=*',
      },
      reply: {
        status: 200,
        body: {
          data: [
            {
              count: '3',
            },
          ],
        },
      },
      signatures: 3,
      goal: null,
    },
    seats: {
      request: {
        method: 'GET',
        url: 'https://cms.ngo.example/items/signatures?fields=seat&filter%5Bseat%5D%5B_nnull%5D=true&limit=-1',
      },
      reply: {
        status: 200,
        body: {
          data: [
            {
              seat: '12-8-15',
            },
          ],
        },
      },
      list: ['12-8-15'],
    },
  },
  'engaging-networks': {
    vars: {
      region: 'us',
      token: 'abc-123',
      campaign: '12345',
      column: 'participatingSupporters',
    },
    count: {
      request: {
        method: 'GET',
        url: 'https://us.engagingnetworks.app/ea-dataservice/data.service?service=EaDataCapture&token=abc-123&campaignId=12345&contentType=json&resultType=summary',
      },
      reply: {
        status: 200,
        body: {
          rows: [
            {
              columns: [
                {
                  name: 'campaignId',
                  value: '1',
                },
                {
                  name: 'participatingSupporters',
                  value: '573',
                },
              ],
            },
          ],
        },
      },
      signatures: 573,
      goal: null,
    },
  },
  form: {
    vars: {
      url: 'https://ngo.example/sign.php',
      count: 'https://ngo.example/signatures/count',
      countPath: 'data.total',
    },
    request: {
      method: 'POST',
      url: 'https://ngo.example/sign.php',
      body: 'given_name=Ada&family_name=Lovelace&email=ada%40example.org&country=GB&comment=Hello+%26+thanks&motto=Sit+down&petition=free-ales&seat=12-8-15&locale=en&newsletter=yes',
      contentType: 'application/x-www-form-urlencoded',
    },
    replies: [
      [
        'stored',
        {
          status: 200,
          body: {
            id: '7',
          },
        },
        {
          outcome: 'signed',
          id: '7',
          count: null,
        },
      ],
      [
        'nothing to say',
        {
          status: 204,
          body: '',
          type: '',
        },
        {
          outcome: 'signed',
          id: '',
          count: null,
        },
      ],
      [
        'a page',
        {
          status: 200,
          body: '<!doctype html><title>Log in</title>',
          type: 'text/html',
        },
        {
          outcome: 'unreadable',
        },
      ],
      [
        'seat taken',
        {
          status: 409,
          body: {
            code: 'seat-taken',
          },
        },
        {
          outcome: 'seat-taken',
        },
      ],
      [
        'twice',
        {
          status: 409,
          body: {},
        },
        {
          outcome: 'duplicate',
        },
      ],
      [
        'field',
        {
          status: 422,
          body: {
            errors: [
              {
                detail: 'No',
                pointer: '/email',
              },
            ],
          },
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/email',
              code: 'format',
              message: 'No',
            },
          ],
        },
      ],
    ],
    count: {
      request: {
        method: 'GET',
        url: 'https://ngo.example/signatures/count',
      },
      reply: {
        status: 200,
        body: {
          data: {
            total: '4 213',
          },
        },
      },
      signatures: 4213,
      goal: null,
    },
  },
  formspree: {
    vars: {
      form: 'xyzabcde',
    },
    request: {
      method: 'POST',
      url: 'https://formspree.io/f/xyzabcde',
      body: {
        given_name: 'Ada',
        family_name: 'Lovelace',
        email: 'ada@example.org',
        country: 'GB',
        comment: 'Hello & thanks',
        motto: 'Sit down',
        seat: '12-8-15',
        petition: 'free-ales',
      },
      headers: {
        Accept: 'application/json',
      },
      referrer: 'origin',
    },
    replies: [
      [
        'stored',
        {
          status: 200,
          body: {
            next: '/thanks',
            ok: true,
          },
        },
        {
          outcome: 'signed',
          id: '',
          count: null,
        },
      ],
      [
        'field',
        {
          status: 422,
          body: {
            errors: [
              {
                code: 'TYPE_EMAIL',
                field: 'email',
                message: 'should be an email',
              },
            ],
          },
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/email',
              code: 'format',
              message: 'should be an email',
            },
          ],
        },
      ],
      [
        'no such form',
        {
          status: 404,
          body: {
            error: 'Form not found',
          },
        },
        {
          outcome: 'rejected',
          code: 'status-404',
          message: 'Form not found',
        },
      ],
    ],
  },
  'google-apps-script': {
    vars: {
      script: 'AKfycbx-abc',
    },
    request: {
      method: 'POST',
      url: 'https://script.google.com/macros/s/AKfycbx-abc/exec',
      body: {
        given_name: 'Ada',
        family_name: 'Lovelace',
        email: 'ada@example.org',
        country: 'GB',
        comment: 'Hello & thanks',
        motto: 'Sit down',
        petition: 'free-ales',
        seat: '12-8-15',
        locale: 'en',
        newsletter: true,
      },
      contentType: 'text/plain;charset=UTF-8',
      mode: 'no-cors',
    },
    replies: [
      [
        'sent blind',
        {
          status: 0,
          body: '',
          opaque: true,
        },
        {
          outcome: 'assumed',
        },
      ],
    ],
  },
  'google-forms': {
    vars: {
      form: '1FAIpQLSe-abc',
      email: '1',
      given: '2',
      family: '3',
      country: '4',
      comment: '5',
      newsletter: '6',
      seat: '7',
    },
    request: {
      method: 'POST',
      url: 'https://docs.google.com/forms/d/e/1FAIpQLSe-abc/formResponse',
      body: 'entry.1=ada%40example.org&entry.2=Ada&entry.3=Lovelace&entry.4=GB&entry.5=Hello+%26+thanks&entry.6=Yes&entry.7=12-8-15',
      contentType: 'application/x-www-form-urlencoded',
      mode: 'no-cors',
    },
    replies: [
      [
        'sent blind',
        {
          status: 0,
          body: '',
          opaque: true,
        },
        {
          outcome: 'assumed',
        },
      ],
    ],
  },
  'gravity-forms': {
    vars: {
      site: 'https://ngo.example',
      form: '3',
      email: '2',
      given: '1_3',
      family: '1_6',
      country: '4',
      postcode: '5',
      phone: '6',
      comment: '7',
      newsletter: '8_1',
      seat: '9',
    },
    request: {
      method: 'POST',
      url: 'https://ngo.example/wp-json/gf/v2/forms/3/submissions',
      body: {
        input_2: 'ada@example.org',
        input_1_3: 'Ada',
        input_1_6: 'Lovelace',
        input_4: 'GB',
        input_7: 'Hello & thanks',
        input_8_1: '1',
        input_9: '12-8-15',
      },
    },
    replies: [
      [
        'stored',
        {
          status: 200,
          body: {
            is_valid: true,
            confirmation_message: '<p>Thanks</p>',
          },
        },
        {
          outcome: 'signed',
          id: '',
          count: null,
        },
      ],
      [
        'field',
        {
          status: 400,
          body: {
            is_valid: false,
            validation_messages: {
              '2': 'Please enter a valid email address.',
            },
          },
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/email',
              code: 'format',
              message: 'Please enter a valid email address.',
            },
          ],
        },
      ],
      [
        'signed already',
        {
          status: 400,
          body: {
            is_valid: false,
            validation_messages: {
              '2': "This field requires a unique entry and 'ada@example.org' has already been used",
            },
          },
        },
        {
          outcome: 'duplicate',
        },
      ],
      [
        'seat taken',
        {
          status: 400,
          body: {
            is_valid: false,
            validation_messages: {
              '9': "This field requires a unique entry and '12-8-15' has already been used",
            },
          },
        },
        {
          outcome: 'seat-taken',
        },
      ],
      [
        'signed already, and the seat taken',
        {
          status: 400,
          body: {
            is_valid: false,
            validation_messages: {
              '2': "This field requires a unique entry and 'ada@example.org' has already been used",
              '9': "This field requires a unique entry and '12-8-15' has already been used",
            },
          },
        },
        {
          outcome: 'duplicate',
        },
      ],
      [
        'part of a name',
        {
          status: 400,
          body: {
            is_valid: false,
            validation_messages: {
              '1': 'This field is required.',
            },
          },
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/given_name',
              code: 'format',
              message: 'This field is required.',
            },
          ],
        },
      ],
      [
        'off',
        {
          status: 404,
          body: {
            code: 'rest_no_route',
            message: 'No route was found',
            data: {
              status: 404,
            },
          },
        },
        {
          outcome: 'rejected',
          code: 'status-404',
          message: 'No route was found',
        },
      ],
    ],
  },
  'hubspot-forms': {
    vars: {
      portal: '12345678',
      form: '0f1e2d3c-0000-4000-8000-000000000000',
    },
    request: {
      method: 'POST',
      url: 'https://api.hsforms.com/submissions/v3/integration/submit/12345678/0f1e2d3c-0000-4000-8000-000000000000',
      body: {
        fields: [
          {
            name: 'email',
            value: 'ada@example.org',
          },
          {
            name: 'firstname',
            value: 'Ada',
          },
          {
            name: 'lastname',
            value: 'Lovelace',
          },
          {
            name: 'country',
            value: 'GB',
          },
          {
            name: 'message',
            value: 'Hello & thanks',
          },
        ],
        context: {
          pageUri: 'https://ngo.example',
          pageName: 'Sign',
        },
      },
    },
    replies: [
      [
        'stored',
        {
          status: 200,
          body: {
            inlineMessage: '<p>Thanks</p>',
          },
        },
        {
          outcome: 'signed',
          id: '',
          count: null,
        },
      ],
      [
        'stored, leads elsewhere',
        {
          status: 200,
          body: {
            redirectUri: 'https://ngo.example/thanks',
          },
        },
        {
          outcome: 'signed',
          id: '',
          count: null,
        },
      ],
      [
        'refused',
        {
          status: 400,
          body: {
            status: 'error',
            message: 'The request is not valid',
            errors: [
              {
                message: "Error in 'fields.email'. Invalid email address",
                errorType: 'INVALID_EMAIL',
              },
            ],
          },
        },
        {
          outcome: 'rejected',
          code: 'status-400',
          message: "Error in 'fields.email'. Invalid email address",
        },
      ],
    ],
  },
  json: {
    vars: {
      url: 'https://ngo.example/signatures',
      count: 'https://ngo.example/signatures/count',
      countPath: 'signatures',
      seats: 'https://ngo.example/signatures/seats',
    },
    request: {
      method: 'POST',
      url: 'https://ngo.example/signatures',
      body: {
        idempotencyKey: 'KEYKEYKEYKEYKEYKEYKEYK',
        petition: 'free-ales',
        seat: '12-8-15',
        locale: 'en',
        fields: {
          given_name: 'Ada',
          family_name: 'Lovelace',
          email: 'ada@example.org',
          country: 'GB',
          comment: 'Hello & thanks',
          motto: 'Sit down',
        },
        consents: [
          {
            purpose: 'sign',
            given: true,
            version: '1',
            text: 'I sign.',
          },
          {
            purpose: 'newsletter',
            given: true,
            version: '1',
            text: 'Write to me.',
          },
        ],
      },
    },
    replies: [
      [
        'stored',
        {
          status: 201,
          body: {
            idempotencyKey: 'KEYKEYKEYKEYKEYKEYKEYK',
            receipt: {
              id: 'r1',
            },
            signatures: 42,
          },
        },
        {
          outcome: 'signed',
          id: 'r1',
          count: 42,
        },
      ],
      [
        'confirmation by mail',
        {
          status: 202,
          body: {
            idempotencyKey: 'KEYKEYKEYKEYKEYKEYKEYK',
            status: 'pending',
          },
        },
        {
          outcome: 'pending',
          id: '',
          count: null,
        },
      ],
      [
        'another key',
        {
          status: 201,
          body: {
            idempotencyKey: 'other',
          },
        },
        {
          outcome: 'unreadable',
        },
      ],
      [
        'a login page',
        {
          status: 200,
          body: '<!doctype html><title>Log in</title>',
          type: 'text/html',
        },
        {
          outcome: 'unreadable',
        },
      ],
      [
        'twice',
        {
          status: 409,
          body: {
            title: 'Conflict',
          },
          type: 'application/problem+json',
        },
        {
          outcome: 'duplicate',
        },
      ],
      [
        'seat',
        {
          status: 409,
          body: {
            code: 'seat-taken',
          },
          type: 'application/problem+json',
        },
        {
          outcome: 'seat-taken',
        },
      ],
      [
        'in progress',
        {
          status: 409,
          body: {
            code: 'in-progress',
          },
          type: 'application/problem+json',
        },
        {
          outcome: 'again',
          because: 'in-progress',
          askedSeconds: null,
        },
      ],
      [
        'field',
        {
          status: 422,
          body: {
            title: 'Invalid',
            errors: [
              {
                detail: 'No such address.',
                pointer: '#/fields/email',
              },
            ],
          },
          type: 'application/problem+json',
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/email',
              code: 'format',
              message: 'No such address.',
            },
          ],
        },
      ],
      [
        'refused',
        {
          status: 403,
          body: {
            title: 'Closed',
            detail: 'The petition is closed.',
          },
          type: 'application/problem+json',
        },
        {
          outcome: 'rejected',
          code: 'status-403',
          message: 'The petition is closed.',
        },
      ],
      [
        'too many',
        {
          status: 429,
          body: {
            retryAfter: 7,
          },
        },
        {
          outcome: 'again',
          because: 'busy',
          askedSeconds: 7,
        },
      ],
      [
        'down',
        {
          status: 500,
          body: 'oops',
          type: 'text/plain',
        },
        {
          outcome: 'again',
          because: 'server',
          askedSeconds: null,
        },
      ],
    ],
    count: {
      request: {
        method: 'GET',
        url: 'https://ngo.example/signatures/count',
      },
      reply: {
        status: 200,
        body: {
          signatures: 4213,
          goal: 5000,
        },
      },
      signatures: 4213,
      goal: 5000,
    },
    seats: {
      request: {
        method: 'GET',
        url: 'https://ngo.example/signatures/seats',
      },
    },
  },
  mailchimp: {
    vars: {
      host: 'ngo.us1.list-manage.com',
      u: '0123456789abcdef01234567',
      id: '0123456789',
      f: '0012e3f0f0',
      tags: '1234567',
    },
    request: {
      method: 'POST',
      url: 'https://ngo.us1.list-manage.com/subscribe/post?u=0123456789abcdef01234567&id=0123456789&f_id=0012e3f0f0',
      body: 'EMAIL=ada%40example.org&FNAME=Ada&LNAME=Lovelace&tags=1234567&b_0123456789abcdef01234567_0123456789=',
      contentType: 'application/x-www-form-urlencoded',
      mode: 'no-cors',
    },
    replies: [
      [
        'sent blind',
        {
          status: 0,
          body: '',
          opaque: true,
        },
        {
          outcome: 'assumed',
        },
      ],
    ],
  },
  'netlify-forms': {
    vars: {
      site: 'https://ngo.example',
      form: 'petition',
    },
    request: {
      method: 'POST',
      url: 'https://ngo.example/',
      body: 'form-name=petition&given_name=Ada&family_name=Lovelace&email=ada%40example.org&country=GB&comment=Hello+%26+thanks&motto=Sit+down&seat=12-8-15',
      contentType: 'application/x-www-form-urlencoded',
    },
    replies: [
      [
        'stored',
        {
          status: 200,
          body: '<!doctype html><title>Log in</title>',
          type: 'text/html',
        },
        {
          outcome: 'signed',
          id: '',
          count: null,
        },
      ],
      [
        'no such form',
        {
          status: 404,
          body: 'Not found',
          type: 'text/html',
        },
        {
          outcome: 'rejected',
          code: 'status-404',
          message: null,
        },
      ],
    ],
  },
  osdi: {
    vars: {
      helper: 'https://osdi.ngo.example/api/v1/petitions/7/signatures',
      petition: 'https://osdi.ngo.example/api/v1/petitions/7',
    },
    request: {
      method: 'POST',
      url: 'https://osdi.ngo.example/api/v1/petitions/7/signatures',
      body: {
        person: {
          given_name: 'Ada',
          family_name: 'Lovelace',
          email_addresses: [
            {
              address: 'ada@example.org',
              status: 'subscribed',
            },
          ],
          postal_addresses: [
            {
              country: 'GB',
            },
          ],
          custom_fields: {
            motto: 'Sit down',
            seat: '12-8-15',
          },
        },
        comments: 'Hello & thanks',
        referrer_data: {
          source: 'leaflet',
          website: 'https://ngo.example',
        },
      },
    },
    replies: [
      [
        'blind post',
        {
          status: 200,
          body: {},
        },
        {
          outcome: 'assumed',
        },
      ],
      [
        'answered',
        {
          status: 200,
          body: {
            identifiers: ['osdi:1'],
          },
        },
        {
          outcome: 'signed',
          id: 'osdi:1',
          count: null,
        },
      ],
      [
        'field',
        {
          status: 400,
          body: {
            request_type: 'atomic',
            response_code: 400,
            resource_status: [
              {
                error_descriptions: [
                  {
                    error_code: 'EMAIL',
                    description: 'Not an address',
                    properties: ['address'],
                  },
                ],
              },
            ],
          },
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/email',
              code: 'format',
              message: 'Not an address',
            },
          ],
        },
      ],
    ],
    count: {
      request: {
        method: 'GET',
        url: 'https://osdi.ngo.example/api/v1/petitions/7',
      },
      reply: {
        status: 200,
        body: {
          total_signatures: 7,
        },
      },
      signatures: 7,
      goal: null,
    },
  },
  pocketbase: {
    vars: {
      site: 'https://pb.ngo.example',
      collection: 'signatures',
      list: 'signature_seats',
      seat: 'seat',
      key: 'submission_key',
      consents: 'consents',
      newsletter: 'newsletter',
    },
    request: {
      method: 'POST',
      url: 'https://pb.ngo.example/api/collections/signatures/records',
      body: {
        given_name: 'Ada',
        family_name: 'Lovelace',
        email: 'ada@example.org',
        country: 'GB',
        comment: 'Hello & thanks',
        motto: 'Sit down',
        seat: '12-8-15',
        consents: [
          {
            purpose: 'sign',
            given: true,
            version: '1',
            text: 'I sign.',
          },
          {
            purpose: 'newsletter',
            given: true,
            version: '1',
            text: 'Write to me.',
          },
        ],
        newsletter: true,
        submission_key: 'KEYKEYKEYKEYKEYKEYKEYK',
      },
    },
    replies: [
      [
        'stored',
        {
          status: 200,
          body: {
            id: 'abc123',
            collectionName: 'signatures',
          },
        },
        {
          outcome: 'signed',
          id: 'abc123',
          count: null,
        },
      ],
      [
        'twice',
        {
          status: 400,
          body: {
            status: 400,
            message: 'Failed to create record.',
            data: {
              email: {
                code: 'validation_not_unique',
                message: 'Value must be unique.',
              },
            },
          },
        },
        {
          outcome: 'duplicate',
        },
      ],
      [
        'seat',
        {
          status: 400,
          body: {
            status: 400,
            message: 'Failed to create record.',
            data: {
              seat: {
                code: 'validation_not_unique',
                message: 'Value must be unique.',
              },
            },
          },
        },
        {
          outcome: 'seat-taken',
        },
      ],
      [
        'stored before',
        {
          status: 400,
          body: {
            status: 400,
            message: 'Failed to create record.',
            data: {
              submission_key: {
                code: 'validation_not_unique',
                message: 'Value must be unique.',
              },
            },
          },
        },
        {
          outcome: 'stored',
          id: '',
        },
      ],
      [
        'field',
        {
          status: 400,
          body: {
            status: 400,
            message: 'Failed to create record.',
            data: {
              email: {
                code: 'validation_required',
                message: 'Cannot be blank.',
              },
            },
          },
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/email',
              code: 'format',
              message: 'Cannot be blank.',
            },
          ],
        },
      ],
      [
        'one index over seat and person',
        {
          status: 400,
          body: {
            data: {
              email: { code: 'validation_not_unique', message: 'Value must be unique.' },
              seat: { code: 'validation_not_unique', message: 'Value must be unique.' },
            },
            message: 'Failed to create record.',
            status: 400,
          },
        },
        { outcome: 'duplicate' },
      ],
      [
        'one index over petition and seat',
        {
          status: 400,
          body: {
            data: {
              petition: { code: 'validation_not_unique', message: 'Value must be unique.' },
              seat: { code: 'validation_not_unique', message: 'Value must be unique.' },
            },
            message: 'Failed to create record.',
            status: 400,
          },
        },
        { outcome: 'seat-taken' },
      ],
      [
        'two fields',
        {
          status: 400,
          body: {
            data: {
              email: { code: 'validation_required', message: 'Cannot be blank.' },
              given_name: {
                code: 'validation_max_text_constraint',
                message: 'Must be no more than 40 character(s).',
                params: { max: 40 },
              },
            },
            message: 'Failed to create record.',
            status: 400,
          },
        },
        {
          outcome: 'invalid',
          errors: [
            { pointer: '#/fields/email', code: 'format', message: 'Cannot be blank.' },
            {
              pointer: '#/fields/given_name',
              code: 'format',
              message: 'Must be no more than 40 character(s).',
            },
          ],
        },
      ],
      [
        'a create rule that does not hold',
        { status: 400, body: { data: {}, message: 'Failed to create record.', status: 400 } },
        { outcome: 'rejected', code: 'status-400', message: 'Failed to create record.' },
      ],
    ],
    count: {
      request: {
        method: 'GET',
        url: 'https://pb.ngo.example/api/collections/signature_seats/records?perPage=1&fields=id',
      },
      reply: {
        status: 200,
        body: {
          page: 1,
          perPage: 1,
          totalItems: 9,
          totalPages: 9,
          items: [
            {
              id: 'a',
            },
          ],
        },
      },
      signatures: 9,
      goal: null,
    },
    seats: {
      request: {
        method: 'GET',
        url: 'https://pb.ngo.example/api/collections/signature_seats/records?perPage=500&fields=seat&sort=id&page=1',
      },
      reply: {
        status: 200,
        body: {
          page: 1,
          items: [
            {
              seat: '12-8-15',
            },
            {
              seat: '',
            },
          ],
        },
      },
      list: ['12-8-15', ''],
    },
  },
  postgrest: {
    vars: {
      site: 'https://api.ngo.example',
      table: 'signatures',
      list: 'signature_seats',
      seat: 'seat',
      key: 'submission_key',
      consents: 'consents',
      newsletter: 'newsletter',
      pageSize: '1000',
    },
    request: {
      method: 'POST',
      url: 'https://api.ngo.example/signatures',
      body: {
        given_name: 'Ada',
        family_name: 'Lovelace',
        email: 'ada@example.org',
        country: 'GB',
        comment: 'Hello & thanks',
        motto: 'Sit down',
        seat: '12-8-15',
        consents: [
          {
            purpose: 'sign',
            given: true,
            version: '1',
            text: 'I sign.',
          },
          {
            purpose: 'newsletter',
            given: true,
            version: '1',
            text: 'Write to me.',
          },
        ],
        newsletter: true,
        submission_key: 'KEYKEYKEYKEYKEYKEYKEYK',
      },
    },
    replies: [
      [
        'stored',
        {
          status: 201,
          body: '',
          type: '',
        },
        {
          outcome: 'signed',
          id: '',
          count: null,
        },
      ],
      [
        'twice',
        {
          status: 409,
          body: {
            code: '23505',
            details: 'Key (email)=(x) already exists.',
            hint: null,
            message: 'duplicate key value violates unique constraint "signatures_email_key"',
          },
        },
        {
          outcome: 'duplicate',
        },
      ],
      [
        'seat',
        {
          status: 409,
          body: {
            code: '23505',
            details: 'Key (seat)=(x) already exists.',
            hint: null,
            message: 'duplicate key value violates unique constraint "signatures_seat_key"',
          },
        },
        {
          outcome: 'seat-taken',
        },
      ],
      [
        'stored before',
        {
          status: 409,
          body: {
            code: '23505',
            details: 'Key (submission_key)=(x) already exists.',
            hint: null,
            message: 'duplicate key value violates unique constraint "signatures_submission_key_key"',
          },
        },
        {
          outcome: 'stored',
          id: '',
        },
      ],
      [
        'refused',
        {
          status: 400,
          body: {
            code: '23502',
            details: null,
            hint: null,
            message: 'null value in column "email" violates not-null constraint',
          },
        },
        {
          outcome: 'rejected',
          code: 'status-400',
          message: 'null value in column "email" violates not-null constraint',
        },
      ],
    ],
    count: {
      request: {
        method: 'GET',
        url: 'https://api.ngo.example/signature_seats?select=id&limit=1',
        headers: {
          Prefer: 'count=exact',
        },
      },
      reply: {
        status: 206,
        body: [
          {
            id: 1,
          },
        ],
        headers: {
          'content-range': '0-0/573',
        },
      },
      signatures: 573,
      goal: null,
    },
    seats: {
      request: {
        method: 'GET',
        url: 'https://api.ngo.example/signature_seats?select=seat&seat=not.is.null&order=id&limit=1000&offset=0',
      },
      reply: {
        status: 200,
        body: [
          {
            seat: '12-8-15',
          },
        ],
      },
      list: ['12-8-15'],
    },
  },
  proca: {
    vars: {
      actionPage: '1234',
      actionType: 'petition',
      api: 'https://api.proca.app/api',
    },
    request: {
      method: 'POST',
      url: 'https://api.proca.app/api?id=1234',
      body: {
        operationName: 'addActionContact',
        query:
          'mutation addActionContact($action:ActionInput!,$contact:ContactInput!,$privacy:ConsentInput!,$contactRef:ID,$actionPage:Int!,$tracking:TrackingInput){addActionContact(actionPageId:$actionPage,action:$action,contactRef:$contactRef,contact:$contact,privacy:$privacy,tracking:$tracking){contactRef,firstName}}',
        variables: {
          actionPage: 1234,
          action: {
            actionType: 'petition',
            customFields: '{"comment":"Hello & thanks","motto":"Sit down","seat":"12-8-15"}',
          },
          contact: {
            firstName: 'Ada',
            lastName: 'Lovelace',
            email: 'ada@example.org',
            address: {
              country: 'GB',
            },
          },
          privacy: {
            optIn: true,
          },
          tracking: {
            source: 'leaflet',
            medium: 'unknown',
            campaign: 'unknown',
            location: 'https://ngo.example',
          },
        },
      },
      referrer: 'origin',
    },
    replies: [
      [
        'stored',
        {
          status: 200,
          body: {
            data: {
              addActionContact: {
                contactRef: 'c1',
                firstName: 'Ada',
              },
            },
          },
        },
        {
          outcome: 'signed',
          id: 'c1',
          count: null,
        },
      ],
      [
        'field',
        {
          status: 200,
          body: {
            data: null,
            errors: [
              {
                message: 'email: has invalid format',
                path: ['addActionContact', 'contact', 'email'],
              },
            ],
          },
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/email',
              code: 'format',
              message: 'email: has invalid format',
            },
          ],
        },
      ],
      [
        'field by its other name',
        {
          status: 200,
          body: {
            data: null,
            errors: [
              {
                message: "first_name: can't be blank",
                path: ['addActionContact', 'first_name'],
              },
            ],
          },
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/given_name',
              code: 'format',
              message: "first_name: can't be blank",
            },
          ],
        },
      ],
      [
        'refused',
        {
          status: 200,
          body: {
            errors: [
              {
                message: 'action page not found',
                path: ['addActionContact'],
              },
            ],
          },
        },
        {
          outcome: 'rejected',
          code: 'status-200',
          message: 'action page not found',
        },
      ],
    ],
    count: {
      request: {
        method: 'GET',
        url: 'https://api.proca.app/api?query=query+getCount%28%24actionPage%3AInt%21%29%7BactionPage%28id%3A%24actionPage%29%7Bcampaign%7Bstats%7BsupporterCount%7D%7D%7D%7D&variables=%7B%22actionPage%22%3A1234%7D',
      },
      reply: {
        status: 200,
        body: {
          data: {
            actionPage: {
              campaign: {
                stats: {
                  supporterCount: 7,
                },
              },
            },
          },
        },
      },
      signatures: 7,
      goal: null,
    },
  },
  'salesforce-web-to-lead': {
    vars: {
      org: '00D000000000001',
      source: 'Petition',
      seat: '00N000000000001',
      host: 'https://webto.salesforce.com',
    },
    request: {
      method: 'POST',
      url: 'https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8',
      body: 'oid=00D000000000001&first_name=Ada&last_name=Lovelace&email=ada%40example.org&company=Individual&country=GB&description=Hello+%26+thanks&lead_source=Petition&00N000000000001=12-8-15',
      contentType: 'application/x-www-form-urlencoded',
      mode: 'no-cors',
    },
    replies: [
      [
        'sent blind',
        {
          status: 0,
          body: '',
          opaque: true,
        },
        {
          outcome: 'assumed',
        },
      ],
    ],
  },
  'static-json': {
    vars: {
      url: 'https://ngo.example/count.json',
      path: 'signatures',
    },
    count: {
      request: {
        method: 'GET',
        url: 'https://ngo.example/count.json',
      },
      reply: {
        status: 200,
        body: {
          signatures: '12,345',
        },
      },
      signatures: 12345,
      goal: null,
    },
  },
  strapi: {
    vars: {
      site: 'https://cms.ngo.example',
      collection: 'signatures',
      seat: 'seat',
      key: 'submission_key',
      consents: 'consents',
      newsletter: 'newsletter',
      pageSize: '1000',
    },
    request: {
      method: 'POST',
      url: 'https://cms.ngo.example/api/signatures',
      body: {
        data: {
          given_name: 'Ada',
          family_name: 'Lovelace',
          email: 'ada@example.org',
          country: 'GB',
          comment: 'Hello & thanks',
          motto: 'Sit down',
          seat: '12-8-15',
          consents: [
            {
              purpose: 'sign',
              given: true,
              version: '1',
              text: 'I sign.',
            },
            {
              purpose: 'newsletter',
              given: true,
              version: '1',
              text: 'Write to me.',
            },
          ],
          newsletter: true,
          submission_key: 'KEYKEYKEYKEYKEYKEYKEYK',
        },
      },
    },
    replies: [
      [
        'stored',
        {
          status: 201,
          body: {
            data: {
              id: 1,
              documentId: 'abc',
            },
            meta: {},
          },
        },
        {
          outcome: 'signed',
          id: 'abc',
          count: null,
        },
      ],
      [
        'twice',
        {
          status: 400,
          body: {
            data: null,
            error: {
              status: 400,
              name: 'ValidationError',
              message: 'This attribute must be unique',
              details: {
                errors: [
                  {
                    path: ['email'],
                    message: 'This attribute must be unique',
                    name: 'ValidationError',
                  },
                ],
              },
            },
          },
        },
        {
          outcome: 'duplicate',
        },
      ],
      [
        'seat',
        {
          status: 400,
          body: {
            data: null,
            error: {
              status: 400,
              name: 'ValidationError',
              message: 'This attribute must be unique',
              details: {
                errors: [
                  {
                    path: ['seat'],
                    message: 'This attribute must be unique',
                    name: 'ValidationError',
                  },
                ],
              },
            },
          },
        },
        {
          outcome: 'seat-taken',
        },
      ],
      [
        'stored before',
        {
          status: 400,
          body: {
            data: null,
            error: {
              status: 400,
              name: 'ValidationError',
              message: 'This attribute must be unique',
              details: {
                errors: [
                  {
                    path: ['submission_key'],
                    message: 'This attribute must be unique',
                    name: 'ValidationError',
                  },
                ],
              },
            },
          },
        },
        {
          outcome: 'stored',
          id: '',
        },
      ],
      [
        'field',
        {
          status: 400,
          body: {
            data: null,
            error: {
              status: 400,
              name: 'ValidationError',
              message: 'email must be a valid email',
              details: {
                errors: [
                  {
                    path: ['email'],
                    message: 'email must be a valid email',
                    name: 'ValidationError',
                  },
                ],
              },
            },
          },
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/email',
              code: 'format',
              message: 'email must be a valid email',
            },
          ],
        },
      ],
      [
        'not allowed',
        {
          status: 403,
          body: {
            data: null,
            error: {
              status: 403,
              name: 'ForbiddenError',
              message: 'Forbidden',
              details: {},
            },
          },
        },
        {
          outcome: 'rejected',
          code: 'status-403',
          message: 'Forbidden',
        },
      ],
      [
        'seat and person',
        {
          status: 400,
          body: {
            data: null,
            error: {
              status: 400,
              name: 'ValidationError',
              message: '2 errors occurred',
              details: {
                errors: ['seat', 'email'].map((name) => ({
                  path: [name],
                  message: 'This attribute must be unique',
                  name: 'ValidationError',
                })),
              },
            },
          },
        },
        { outcome: 'duplicate' },
      ],
    ],
    count: {
      request: {
        method: 'GET',
        url: 'https://cms.ngo.example/api/signatures?pagination%5BpageSize%5D=1&fields%5B0%5D=id',
      },
      reply: {
        status: 200,
        body: {
          data: [],
          meta: {
            pagination: {
              page: 1,
              pageSize: 1,
              pageCount: 3,
              total: 3,
            },
          },
        },
      },
      signatures: 3,
      goal: null,
    },
    seats: {
      request: {
        method: 'GET',
        url: 'https://cms.ngo.example/api/signatures?fields%5B0%5D=seat&filters%5Bseat%5D%5B%24notNull%5D=true&sort=id&pagination%5BpageSize%5D=1000&pagination%5Bpage%5D=1',
      },
      reply: {
        status: 200,
        body: {
          data: [
            {
              id: 1,
              documentId: 'a',
              seat: '12-8-15',
            },
            {
              id: 2,
              documentId: 'b',
              seat: '12-8-16',
            },
          ],
        },
      },
      list: ['12-8-15', '12-8-16'],
    },
  },
  supabase: {
    vars: {
      site: 'https://abcdefgh.supabase.co',
      publishable: 'sb_publishable_abc123',
      table: 'signatures',
      list: 'signature_seats',
      seat: 'seat',
      key: 'submission_key',
      consents: 'consents',
      newsletter: 'newsletter',
      pageSize: '1000',
    },
    request: {
      method: 'POST',
      url: 'https://abcdefgh.supabase.co/rest/v1/signatures',
      body: {
        given_name: 'Ada',
        family_name: 'Lovelace',
        email: 'ada@example.org',
        country: 'GB',
        comment: 'Hello & thanks',
        motto: 'Sit down',
        seat: '12-8-15',
        consents: [
          {
            purpose: 'sign',
            given: true,
            version: '1',
            text: 'I sign.',
          },
          {
            purpose: 'newsletter',
            given: true,
            version: '1',
            text: 'Write to me.',
          },
        ],
        newsletter: true,
        submission_key: 'KEYKEYKEYKEYKEYKEYKEYK',
      },
      headers: {
        apikey: 'sb_publishable_abc123',
      },
    },
    replies: [
      [
        'stored',
        {
          status: 201,
          body: '',
          type: '',
        },
        {
          outcome: 'signed',
          id: '',
          count: null,
        },
      ],
      [
        'twice',
        {
          status: 409,
          body: {
            code: '23505',
            details: 'Key (email)=(x) already exists.',
            hint: null,
            message: 'duplicate key value violates unique constraint "signatures_email_key"',
          },
        },
        {
          outcome: 'duplicate',
        },
      ],
      [
        'seat',
        {
          status: 409,
          body: {
            code: '23505',
            details: 'Key (seat)=(x) already exists.',
            hint: null,
            message: 'duplicate key value violates unique constraint "signatures_seat_key"',
          },
        },
        {
          outcome: 'seat-taken',
        },
      ],
      [
        'stored before',
        {
          status: 409,
          body: {
            code: '23505',
            details: 'Key (submission_key)=(x) already exists.',
            hint: null,
            message: 'duplicate key value violates unique constraint "signatures_submission_key_key"',
          },
        },
        {
          outcome: 'stored',
          id: '',
        },
      ],
      [
        'refused',
        {
          status: 400,
          body: {
            code: '23502',
            details: null,
            hint: null,
            message: 'null value in column "email" violates not-null constraint',
          },
        },
        {
          outcome: 'rejected',
          code: 'status-400',
          message: 'null value in column "email" violates not-null constraint',
        },
      ],
    ],
    count: {
      request: {
        method: 'GET',
        url: 'https://abcdefgh.supabase.co/rest/v1/signature_seats?select=id&limit=1',
        headers: {
          apikey: 'sb_publishable_abc123',
          Prefer: 'count=exact',
        },
      },
      reply: {
        status: 206,
        body: [
          {
            id: 1,
          },
        ],
        headers: {
          'content-range': '0-0/573',
        },
      },
      signatures: 573,
      goal: null,
    },
    seats: {
      request: {
        method: 'GET',
        url: 'https://abcdefgh.supabase.co/rest/v1/signature_seats?select=seat&seat=not.is.null&order=id&limit=1000&offset=0',
        headers: {
          apikey: 'sb_publishable_abc123',
        },
      },
      reply: {
        status: 200,
        body: [
          {
            seat: '12-8-15',
          },
        ],
      },
      list: ['12-8-15'],
    },
  },
  'uk-parliament': {
    vars: {
      petition: '700143',
      site: 'https://petition.parliament.uk',
    },
    count: {
      request: {
        method: 'GET',
        url: 'https://petition.parliament.uk/petitions/700143/count.json',
      },
      reply: {
        status: 200,
        body: {
          signature_count: 98765,
        },
      },
      signatures: 98765,
      goal: null,
    },
  },
  webhook: {
    vars: {
      url: 'https://n8n.ngo.example/webhook/sign',
      count: 'https://ngo.example/signatures/count',
      countPath: 'data.total',
    },
    request: {
      method: 'POST',
      url: 'https://n8n.ngo.example/webhook/sign',
      body: {
        given_name: 'Ada',
        family_name: 'Lovelace',
        email: 'ada@example.org',
        country: 'GB',
        comment: 'Hello & thanks',
        motto: 'Sit down',
        petition: 'free-ales',
        seat: '12-8-15',
        locale: 'en',
        consents: [
          {
            purpose: 'sign',
            given: true,
            version: '1',
            text: 'I sign.',
          },
          {
            purpose: 'newsletter',
            given: true,
            version: '1',
            text: 'Write to me.',
          },
        ],
        idempotencyKey: 'KEYKEYKEYKEYKEYKEYKEYK',
      },
    },
    replies: [
      [
        'stored (Node-RED)',
        {
          status: 201,
          body: {
            ok: true,
            id: 3,
          },
        },
        {
          outcome: 'signed',
          id: '3',
          count: null,
        },
      ],
      [
        'at once (n8n)',
        {
          status: 200,
          body: {
            message: 'Workflow was started',
          },
        },
        {
          outcome: 'signed',
          id: '',
          count: null,
        },
      ],
      [
        'Make',
        {
          status: 200,
          body: 'Accepted',
          type: 'text/plain',
        },
        {
          outcome: 'signed',
          id: '',
          count: null,
        },
      ],
      [
        'a login page',
        {
          status: 200,
          body: '<!doctype html><title>Log in</title>',
          type: 'text/html',
        },
        {
          outcome: 'unreadable',
        },
      ],
      [
        'twice',
        {
          status: 409,
          body: {
            title: 'Already signed',
          },
          type: 'application/problem+json',
        },
        {
          outcome: 'duplicate',
        },
      ],
      [
        'seat',
        {
          status: 409,
          body: {
            code: 'seat-taken',
          },
        },
        {
          outcome: 'seat-taken',
        },
      ],
      [
        'field',
        {
          status: 422,
          body: {
            title: 'Invalid',
            errors: [
              {
                detail: 'Not an address',
                pointer: '#/email',
              },
            ],
          },
          type: 'application/problem+json',
        },
        {
          outcome: 'invalid',
          errors: [
            {
              pointer: '#/fields/email',
              code: 'format',
              message: 'Not an address',
            },
          ],
        },
      ],
    ],
    count: {
      request: {
        method: 'GET',
        url: 'https://ngo.example/signatures/count',
      },
      reply: {
        status: 200,
        body: {
          data: {
            total: 3,
            goal: 1000,
          },
        },
      },
      signatures: 3,
      goal: 1000,
    },
  },
  'wp-speakout': {
    vars: {
      site: 'https://ngo.example',
      petition: '1',
      already: 'already',
    },
    request: {
      method: 'POST',
      url: 'https://ngo.example/wp-admin/admin-ajax.php',
      body: 'action=dk_speakout_sendmail&id=1&honorific=&first_name=Ada&last_name=Lovelace&email=ada%40example.org&country=GB&custom_field=Hello+%26+thanks&optin=on',
      contentType: 'application/x-www-form-urlencoded',
    },
    replies: [
      [
        'stored, JSON as text/html',
        {
          status: 200,
          body: '{"status":"success","message":"<strong>Thank you</strong>"}',
          type: 'text/html',
        },
        {
          outcome: 'signed',
          id: '',
          count: null,
        },
      ],
      [
        'twice',
        {
          status: 200,
          body: '{"status":"error","message":"This petition has already been signed using your email address."}',
          type: 'text/html',
        },
        {
          outcome: 'duplicate',
        },
      ],
      [
        'refused',
        {
          status: 200,
          body: '{"status":"error","message":"<b>Email</b> is not valid"}',
          type: 'text/html',
        },
        {
          outcome: 'rejected',
          code: 'status-200',
          message: 'Email is not valid',
        },
      ],
      [
        'not the plugin',
        {
          status: 400,
          body: '0',
          type: 'text/html',
        },
        {
          outcome: 'rejected',
          code: 'status-400',
          message: null,
        },
      ],
      [
        'from another site',
        {
          status: 0,
          body: '',
          opaque: true,
        },
        {
          outcome: 'assumed',
        },
      ],
    ],
  },
  zapier: {
    vars: {
      account: '1234567',
      hook: 'abc123',
    },
    request: {
      method: 'POST',
      url: 'https://hooks.zapier.com/hooks/catch/1234567/abc123/',
      body: {
        given_name: 'Ada',
        family_name: 'Lovelace',
        email: 'ada@example.org',
        country: 'GB',
        comment: 'Hello & thanks',
        motto: 'Sit down',
        petition: 'free-ales',
        seat: '12-8-15',
        locale: 'en',
        newsletter: true,
      },
      contentType: 'text/plain;charset=UTF-8',
    },
    replies: [
      [
        'taken',
        {
          status: 200,
          body: {
            status: 'success',
            id: '1',
            attempt: '1',
          },
        },
        {
          outcome: 'assumed',
        },
      ],
      [
        'too many',
        {
          status: 429,
          body: '',
        },
        {
          outcome: 'again',
          because: 'busy',
          askedSeconds: 5,
        },
      ],
    ],
  },
};
