import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RefusedOrigins } from '../dist/http/refused-origins.js';
import { startInside, startSample } from './support/office.ts';
import { until } from './support/until.ts';

const OTHER = 'https://other.example';
const PATH = '/petitions/small-hall/signatures';

describe('a refused origin in the log', { concurrency: 2 }, () => {
  it('is one line for preflight, signature, form and withdrawal alike, with the setting that lets it sign', async (t) => {
    const lines: string[] = [];
    const { url } = await startInside(t, {
      log: (line) => lines.push(line),
      env: { ALLOWED_ORIGINS: 'https://ngo.example' },
    });
    const from = (origin: string, more: RequestInit, path = PATH): Promise<Response> =>
      fetch(url + path, { method: 'POST', ...more, headers: { Origin: origin, ...more.headers } });
    const json = {
      body: '{"fields": {"email": "ada@mail.example"}}',
      headers: { 'Content-Type': 'application/json' },
    };
    const form = new URLSearchParams({ email: 'ada@mail.example' });
    const answers = [
      await from(OTHER, { method: 'OPTIONS' }),
      await from(OTHER, json),
      await from(OTHER, { body: form }),
      await from(OTHER, json, '/petitions/small-hall/withdrawals'),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [403, 403, 403, 403],
    );
    assert.deepEqual(lines, [
      `A page of ${OTHER} was refused; if it is yours, start with ALLOWED_ORIGINS=https://ngo.example,${OTHER}`,
    ]);
    await from('https://ngo.example', { method: 'OPTIONS' });
    await from(new URL(url).origin, { method: 'OPTIONS' });
    await fetch(`${url}/petitions/small-hall`, { headers: { Origin: OTHER } });
    assert.equal(lines.length, 1);
    await from('https://third.example', { body: form });
    assert.match(lines[1]!, /^A page of https:\/\/third\.example was refused; /);
    assert.doesNotMatch(lines.join(), /ada/);
  });

  it('is written by the server that runs', async (t) => {
    const office = await startSample(t);
    await fetch(office.url + PATH, { method: 'OPTIONS', headers: { Origin: OTHER } });
    await until('the line is written', () => office.stderr().includes(OTHER));
    assert.match(
      office.stderr(),
      /^grandstand-box-office: A page of https:\/\/other\.example was refused; if it is yours, start with ALLOWED_ORIGINS=https:\/\/other\.example$/m,
    );
  });

  const logOf = (...origins: string[]): string[] => {
    const lines: string[] = [];
    const refused = new RefusedOrigins(new Set(), (line) => lines.push(line));
    for (const origin of origins) refused.logOnce(origin);
    return lines;
  };

  it('names twenty, then says once that there are more', () => {
    const lines = logOf(...Array.from({ length: 1000 }, (_, i) => `https://host-${i % 500}.example`));
    assert.equal(lines.length, 21);
    assert.match(lines[19]!, /^A page of https:\/\/host-19\.example was refused/);
    assert.match(
      lines[20]!,
      /^More than 20 origins were refused; further ones are not named before the next start\. /,
    );
  });

  it('tells of pages without an origin', () =>
    assert.match(
      logOf('null', 'null').join('\n'),
      /^A page without an origin of its own \(null: .* ALLOWED_ORIGINS=null [^\n]*$/,
    ));

  it('repeats nothing that is not the origin of a web page', () => {
    const lines = logOf(
      'ada@mail.example',
      'https://ada:secret@mail.example',
      'https://other.example/ada',
      'https://other.example\n2026 forged line',
      'https://other.example\u001b[2J',
      'https://Other.example',
      'moz-extension://0f6b7a4e-ada',
      `https://${'a'.repeat(400)}.example`,
      '',
    );
    assert.deepEqual(lines, [
      'A sender whose origin is not a web address was refused; only origins with http:// or https:// can be allowed.',
    ]);
  });
});
