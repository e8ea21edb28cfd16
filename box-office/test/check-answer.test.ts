import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkSample } from '../dist/check/check-sample.js';
import { buildPetition } from '../dist/petition/petition.js';
import { campaign, temporaryFolder, writeCampaigns } from './support/campaign.ts';
import { runCommand } from './support/office.ts';

const RESPONSE = {
  success: { all: [{ status: '2xx' }, { path: 'id', exists: true }] },
  inProgress: { path: 'code', equals: 'wait' },
  stored: { path: 'key', equals: '$idempotencyKey' },
  seatTaken: { all: [{ status: 409 }, { path: 'field', equals: 'seat' }] },
  pending: { path: 'state', equals: 'confirm' },
  duplicate: { status: 409 },
  refused: { path: 'text', matches: 'petition is closed' },
  fields: { each: 'errors', name: 'field', message: 'message' },
  message: ['error'],
};
const SIGN = { url: 'https://crm.example/sign', response: RESPONSE };

describe('check --answer', { concurrency: 2 }, () => {
  /** The fault of an answer: its kind, and the sentence after the name. */
  async function judged(
    t: Parameters<typeof temporaryFolder>[0],
    [status, body, sign = SIGN, headers = {}]: readonly [number, string, unknown?, Record<string, string>?],
  ): Promise<string[]> {
    const document = campaign({
      endpoint: sign ? { sign } : { count: { url: 'https://crm.example/' } },
    } as never);
    const folder = writeCampaigns(temporaryFolder(t), document);
    const petition = buildPetition(join(folder, 'small-hall.json'), document);
    const bytes = new TextEncoder().encode(body);
    const findings = await checkSample(petition, { name: 'sample', status, headers, bytes });
    return findings.map(({ kind, text }) => `${kind} ${text.replace(/^answer: sample with /, '')}`);
  }

  const plain = { url: 'https://crm.example/sign' };
  const rows: [what: string, answer: Parameters<typeof judged>[1], found: RegExp][] = [
    ['a success', [201, '{"id": 7}'], /^ok status 201: sign\.response\.success holds; .* have signed, /],
    ['a duplicate', [409, '{}'], /^ok status 409: sign\.response\.duplicate holds; .* signed already, /],
    ['the seat', [409, '{"field": "seat"}'], /^ok status 409: sign\.response\.seatTaken holds; .* another$/],
    ['the same key', [200, '{"key": "-"}'], /^ok status 200: sign\.response\.stored holds; /],
    ['under way', [409, '{"code": "wait"}'], /^ok status 409: sign\.response\.inProgress holds; /],
    ['a mail to confirm', [202, '{"state": "confirm"}'], /^ok status 202: sign\.response\.pending holds; /],
    [
      'closed, as a page',
      [200, '<p>This petition is closed.</p>'],
      /^note status 200: sign\.response\.refused holds; .* without a reason; a path in sign\.response\.message/,
    ],
    [
      'errors of fields',
      [422, '{"errors": [{"field": "email", "message": "is not <b>known</b>"}]}'],
      /^ok status 422: sign\.response\.fields holds; signers see the error at email \("is not known"\)$/,
    ],
    [
      'a text and no rule',
      [400, '{"error": "No more today"}'],
      /^ok status 400: no rule holds \(.*\); .* not accepted, with the text "No more today"$/,
    ],
    [
      'no text and no rule',
      [400, '{"oops": 1}'],
      /^problem status 400: no rule holds \(.*\); .* without a reason; add the rule /,
    ],
    [
      'a login page',
      [200, '<html>Log in</html>'],
      /^problem status 200: no rule holds \(.*\); signers are told that we cannot tell whether it was received; add the rule /,
    ],
    [
      'too many',
      [429, '', SIGN, { 'retry-after': '7' }],
      /^note status 429: no rule holds \(status 429\); the service is busy, and it is not sent again by itself$/,
    ],
    [
      'too many, with a key',
      [429, '', { ...SIGN, idempotency: { field: 'key' } }, { 'retry-after': '7' }],
      /the service is busy, and it is sent again by itself after 7 s or a little more$/,
    ],
    ['out of order', [500, ''], /^note status 500: no rule holds \(.*\); the service is out of order, /],
    ['2xx without rules', [204, '', plain], /^ok status 204: no rule holds \(status 204\); .* have signed, /],
    [
      'a redirect that a rule awaits',
      [303, '', { ...plain, response: { assumed: { redirected: true } } }],
      /^ok status 303: sign\.response\.assumed holds; signers are told that it was sent, /,
    ],
    ['a redirect', [302, ''], /^problem status 302 is a redirect, which pages do not follow; /],
    [
      'sent blind',
      [500, '', { ...plain, mode: 'no-cors' }],
      /^ok status 500: sign\.mode: no-cors, .*; signers are told that it was sent, /,
    ],
    [
      'a rule about a header',
      [
        200,
        '',
        { ...plain, response: { duplicate: { path: 'header:X-Known', exists: true } } },
        { 'x-known': '1' },
      ],
      /^ok status 200: sign\.response\.duplicate holds; /,
    ],
    [
      'longer than pages read',
      [200, ' '.repeat(1024 * 1024 + 1)],
      /^problem status 200 has 1048577 bytes, and pages read at most 1048576; /,
    ],
    ['no sign block', [200, '', null], /^problem answer: this endpoint takes no signatures, /],
  ];
  for (const [what, answer, found] of rows)
    it(what, async (t) => assert.match((await judged(t, answer))[0] ?? '', found));

  it('says what a rule with a reference was compared with', async (t) => {
    assert.match(
      (await judged(t, [200, '{}']))[1] ?? '',
      /^note answer: rules that compare with a \$reference/,
    );
    assert.equal((await judged(t, [200, '{}', plain])).length, 1);
  });

  it('names errors that fit no field, and mistakes of the description', async (t) => {
    const [, stray] = await judged(t, [
      422,
      '{"errors": [{"field": "email"}, {"field": "first-mobile"}]}',
      { ...plain, response: { fields: { each: 'errors', name: 'field' } } },
    ]);
    assert.match(
      stray ?? '',
      /^problem .*sign\.response\.fields: "first-mobile" in an answer names no field/,
    );
    const [mistake] = await judged(t, [200, '{}', { ...plain, body: { a: '$emial' } }]);
    assert.match(mistake ?? '', /^problem endpoint\.sign\.body\.a: "\$emial" is not a reference/);
  });

  it('a box office has no rules of its own', async (t) => {
    const document = campaign({ endpoint: 'https://box.example/' });
    const folder = writeCampaigns(temporaryFolder(t), document);
    const sample = { name: 'sample', status: 200, headers: {}, bytes: new Uint8Array() };
    const [found] = await checkSample(buildPetition(join(folder, 'small-hall.json'), document), sample);
    assert.match(found!.text, /^answer: the document describes no endpoint, /);
  });

  it('is a command that reads a file and asks nobody', async (t) => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const document = campaign({ endpoint: { sign: { ...SIGN, url }, count: { url } } } as never);
    const folder = writeCampaigns(temporaryFolder(t), document);
    const [file, sample] = [join(folder, 'small-hall.json'), join(folder, 'sample.json')];
    writeFileSync(sample, '{"field": "seat"}');
    const { code, stdout } = await runCommand(['check', file, '--answer', sample, '--status', '409']);
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^ok {6}answer: sample\.json with status 409: sign\.response\.seatTaken holds; /m);
    assert.equal(asked, 0);
    writeFileSync(sample, '<html>');
    const flags = ['--status', '200', '--header', 'Content-Type: text/html'];
    const page = await runCommand(['check', file, '--answer', sample, ...flags]);
    assert.equal(page.code, 1);
    assert.match(page.stdout, /^problem answer: sample\.json with status 200: no rule holds /m);
  });

  it('mistakes are one sentence', async () => {
    for (const [flags, sentence] of [
      [['--answer', 'a.json'], '--status is missing; write the one the answer had, like --status 409.'],
      [
        ['--answer', 'a.json', '--status', '4O9'],
        '--status "4O9" is not a status from 200 to 599; write the one the answer had, like --status 409.',
      ],
      [
        ['--answer', '/nowhere', '--status', '409'],
        '--answer "/nowhere" cannot be read (ENOENT); name the file with the body of an answer.',
      ],
      [
        ['--answer', '/nowhere', '--status', '409', '--header', 'text/html'],
        '--header "text/html" is not a header; write name, colon and value, like --header "Content-Type: text/html".',
      ],
      [
        ['--status', '409'],
        '--status and --header belong to an answer; name its file, like --answer sample.json.',
      ],
      [
        ['--answer', 'a.json', '--origin', 'https://ngo.example'],
        '--origin asks the endpoint and --answer asks nobody; give one of the two at a time.',
      ],
    ] as const) {
      const { code, stderr } = await runCommand(['check', 'any.json', ...flags]);
      assert.deepEqual([code, stderr], [1, `grandstand-box-office: check: ${sentence}\n`]);
    }
  });
});
