import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import cases from '../../test/cases/csv-signatures.json' with { type: 'json' };
import { EXCEL_CSV, PLAIN_CSV, RAW_CSV, csvLine } from '../dist/export/csv.js';
import { openOffice } from '../dist/office.js';
import { readSettings } from '../dist/settings.js';
import { SignatureReader } from '../dist/store/signature-reader.js';
import { ID, campaign, temporaryFolder, writeCampaigns } from './support/campaign.ts';
import { formulasIn, readCsv, withoutGuard } from './support/csv.ts';
import { runCommand, spawnOffice, startInside, startSample } from './support/office.ts';
import { mulberry32 } from './support/random.ts';
import { sign, signature, withdraw, withdrawalCode } from './support/sign.ts';

const HEADER =
  'given_name,email,country,comment,member,' +
  'consent_sign_given,consent_sign_version,consent_sign_text,consent_sign_locale,' +
  'consent_newsletter_given,consent_newsletter_version,consent_newsletter_text,consent_newsletter_locale,' +
  'seat,signed_at';

describe('a cell', () => {
  for (const [value, cell] of [
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+48 1', "'+48 1"],
    ['-1', "'-1"],
    ['@cmd', "'@cmd"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['1=1', '1=1'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    [true, 'true'],
    [7, '7'],
    ['Алесь 🏒', 'Алесь 🏒'],
  ] as const) {
    it(JSON.stringify(value) ?? 'undefined', () => assert.equal(csvLine([value]), `${cell}\r\n`));
  }
});

/** Holds what an export promises of these lines, written with either separator and read with any. */
function assertHarmless(rows: readonly string[][]): void {
  assert.deepEqual(readCsv(rows.map((row) => csvLine(row, RAW_CSV)).join(''), ','), rows);
  for (const format of [PLAIN_CSV, EXCEL_CSV]) {
    const text = rows.map((row) => csvLine(row, format)).join('');
    for (const separator of [',', ';', '\t']) assert.deepEqual(formulasIn(text, separator), []);
    const cells = readCsv(text, format.separator).map((row) => row.map(withoutGuard));
    assert.deepEqual(cells, rows);
  }
}

describe('a formula', () => {
  for (const values of cases.signatures) {
    it(`none in ${JSON.stringify(values)}`, () =>
      assertHarmless([['first', ...Object.values(values), 'last'], Object.values(values)]));
  }

  for (const value of [
    '\u00a0=1',
    '\ufeff=1',
    '\u202e\u2066=1',
    '\u200b\u00ad@x',
    '\u0000\u0007-1',
    '\u2800+1',
    '\u2028=1',
    'x\u2028=1',
    'x\v=1',
    '“=1”',
    "'\tx",
    '\t=1',
    "'=1",
    "x;''=1",
    '"";"=1',
    ';;=1,\t-1\r@x',
    '－1',
    '﹢1',
    '⁼1',
  ]) {
    it(`none in ${JSON.stringify(value)}`, () => assertHarmless([[value, value], [value]]));
  }

  it('is begun by every character that normalises to one of its signs, and is nothing else', () => {
    const signs = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const sign = String.fromCodePoint(code);
      const isSign = /^[=+\-@]/.test(sign.normalize('NFKC'));
      assert.equal(csvLine([`x;${sign}1`]).startsWith(`x;'${sign}`), isSign, code.toString(16));
      if (isSign) signs.push(sign);
    }
    assert.ok(signs.length >= 8);
  });

  it('none in any Unicode, and what was written can be read back', () => {
    const parts = [
      ...'=+-@＝＋－＠,;\t\r\n\'" \u00a0\ufeff\u200b\u202e\u2028ab1',
      ...['Алесь', '🏒', 'e\u0301', '"=', ";'=", '\r\n-'],
    ];
    const random = mulberry32(20_260_501);
    const anyCharacter = (): string => {
      const code = Math.floor(random() * 0x10f7ff);
      return String.fromCodePoint(code < 0xd800 ? code : code + 0x800);
    };
    const anyPart = (): string =>
      random() < 0.1 ? anyCharacter() : parts[Math.floor(random() * parts.length)]!;
    const anyValue = (): string => Array.from({ length: Math.floor(random() * 9) }, anyPart).join('');
    for (let run = 0; run < 2000; run++)
      assertHarmless([
        [anyValue(), anyValue(), anyValue()],
        [anyValue(), 'x'],
      ]);
  });
});

describe('export', () => {
  it('beside a running server: what is live, in the order of the document', async (t) => {
    const { url, env } = await startSample(t);
    const { code, withdrawal } = withdrawalCode();
    await sign(
      url,
      signature({
        seat: 0,
        locale: 'be',
        fields: { given_name: '=1+1', email: 'a@mail.example', comment: 'one, "two"\nthree', member: false },
      }),
    );
    const gone = await sign(
      url,
      signature({ seat: 1, withdrawal, fields: { given_name: 'Gone', email: 'gone@mail.example' } }),
    );
    await sign(
      url,
      signature({
        consents: [
          { purpose: 'newsletter', given: true, version: '2', text: '@all' },
          { purpose: 'sign', given: true, version: '1', text: 'Hand my name over.' },
        ],
      }),
    );
    await withdraw(url, { receipt: gone.json.receipt.id, code });

    const { code: exit, stdout, stderr } = await runCommand(['export', ID], env);
    assert.deepEqual([exit, stderr], [0, '']);
    const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
    assert.equal(stdout.match(time)!.length, 2);
    assert.deepEqual(stdout.replaceAll(time, 'TIME').split('\r\n'), [
      HEADER,
      '\'=1+1,a@mail.example,,"one, ""two""\nthree",false,true,1,Hand my name over.,be,,,,,A-1-1,TIME',
      "Zofia,zofia@mail.example,,,,true,1,Hand my name over.,en,true,2,'@all,en,,TIME",
      '',
    ]);
  });

  describe('for', () => {
    const sample = campaign();
    const document = campaign({
      languages: ['be', 'en'],
      fields: [
        {
          name: 'given_name',
          type: 'text',
          required: true,
          seenBy: ['team', 'target'],
          label: { be: 'Імя', en: 'Name' },
        },
        ...sample.fields.slice(1, 2),
        { name: 'country', type: 'country', required: false, seenBy: ['public'] },
        {
          name: 'role',
          type: 'choice',
          required: false,
          // Not in NFC, as documents may be written; what is stored is.
          options: [{ value: 'e\u0301', label: { be: 'Настаўніца', en: 'Teacher' } }],
          seenBy: ['target'],
        },
        {
          name: 'wave',
          type: 'hidden',
          required: false,
          options: [{ value: 'w7', label: 'w7' }],
          seenBy: ['team', 'target'],
        },
        ...sample.fields.slice(3),
      ],
    });

    /** Three signatures in a store whose server has ended; the second said yes to the newsletter, the third no. */
    function signedThrice(t: TestContext): { folder: string; env: Record<string, string> } {
      const folder = writeCampaigns(temporaryFolder(t), document);
      const env = { GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: `${folder}/data` };
      const office = openOffice(readSettings(env));
      const rows = [
        [
          {
            given_name: 'b;=2+3;c',
            email: '=a@mail.example',
            country: 'GB',
            role: '\u00e9',
            wave: 'w7',
            comment: 'a\n-b',
          },
        ],
        [{ given_name: "'=2", email: 'b@mail.example', country: 'CZ', wave: 'w7' }, true],
        [{ given_name: 'Łódź Αθήνα', email: 'c@mail.example', wave: 'w7' }, false],
      ] as const;
      office.store.transaction(() => {
        rows.forEach(([fields, newsletter], i) => {
          const id = String(i).padStart(22, '0');
          office.store.insert({
            petition: ID,
            key: id,
            receipt: id,
            bodyHash: new Uint8Array(),
            response: '',
            seat: i,
            withdrawal: null,
            locale: 'be',
            fields,
            consents:
              newsletter === undefined
                ? []
                : [{ purpose: 'newsletter', given: newsletter, version: '1', text: 'Write to me.' }],
            signedAt: new Date('2026-11-30T00:00:00Z'),
          });
        });
      });
      office.close();
      return { folder, env };
    }

    const run = async (env: Record<string, string>, ...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await runCommand(['export', ...args], env);
      assert.deepEqual([code, stderr], [0, '']);
      return stdout;
    };

    it('machines, spreadsheets and Excel: the same cells but for the guard', async (t) => {
      const { env } = signedThrice(t);
      const raw = readCsv(await run(env, '--raw'), ',');
      assert.deepEqual(
        raw.map(([name]) => name),
        ['given_name', 'b;=2+3;c', "'=2", 'Łódź Αθήνα'],
      );
      const plain = await run(env);
      assert.deepEqual(
        readCsv(plain, ',').map((row) => row.map(withoutGuard)),
        raw,
      );
      const excel = await run(env, '--for', 'excel');
      assert.equal(excel[0], '\ufeff');
      const [head, ...rows] = readCsv(excel.slice(1), ';');
      assert.equal(head![3], 'country name');
      assert.deepEqual(
        rows.map((row) => row[3]),
        ['Вялікабрытанія', 'Чэхія', ''],
      );
      const withoutNames = [head!, ...rows].map((row) => row.filter((_, i) => i !== 3).map(withoutGuard));
      assert.deepEqual(withoutNames, raw);
      for (const text of [plain, excel.slice(1)])
        for (const separator of [',', ';', '\t']) assert.deepEqual(formulasIn(text, separator), []);
    });

    it('the target: what signers were told that it sees, in words', async (t) => {
      const { env } = signedThrice(t);
      assert.deepEqual(readCsv(await run(env, '--for', 'target'), ','), [
        ['Імя', 'country', 'role'],
        ["b;'=2+3;c", 'Вялікабрытанія', 'Настаўніца'],
        ["''=2", 'Чэхія', ''],
        ['Łódź Αθήνα', '', ''],
      ]);
      const both = await run(env, '--for', 'target', '--for', 'excel');
      assert.match(both, /^\ufeffІмя;country;role\r\n/);
    });

    it('one purpose: who said yes alone', async (t) => {
      const { env } = signedThrice(t);
      const text = await run(env, '--raw', '--consent', 'newsletter');
      assert.deepEqual(
        readCsv(text, ',').map(([name]) => name),
        ['given_name', "'=2"],
      );
      const { code, stdout, stderr } = await runCommand(['export', '--consent', 'news'], env);
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(
        stderr,
        /: export: --consent "news" is not a purpose .+; known purposes: sign, newsletter\.\n$/,
      );
    });

    it('a folder: a file for its owner alone, never over another', async (t) => {
      const { env, folder } = signedThrice(t);
      const output = join(folder, 'lists', 'new');
      const before = new Date().toISOString().slice(0, 10);
      const stdout = await run(env, '--output', output);
      const [name, ...others] = readdirSync(output);
      assert.deepEqual(others, []);
      const [, id, day] = /^(.+)-signatures-(\d{4}-\d\d-\d\d)\.csv$/.exec(name!)!;
      assert.equal(id, ID);
      assert.ok([before, new Date().toISOString().slice(0, 10)].includes(day!));
      const file = join(output, name!);
      assert.equal(statSync(file).mode & 0o777, 0o600);
      assert.equal(statSync(output).mode & 0o777, 0o700);
      assert.equal(readFileSync(file, 'utf8'), await run(env));
      assert.ok(stdout.startsWith(`${file}: ${statSync(file).size} bytes`));

      writeFileSync(file, 'kept');
      const again = await runCommand(['export', '--output', output], env);
      assert.match(again.stderr, /: export: .+ exists already; move or delete it, .+\.\n$/);
      assert.deepEqual([again.code, readFileSync(file, 'utf8'), readdirSync(output)], [1, 'kept', [name]]);
    });
  });

  it('what the document does not ask any more is still there', async (t) => {
    const office = await startSample(t);
    await sign(
      office.url,
      signature({ fields: { given_name: 'Z', email: 'z@mail.example', country: 'PL' } }),
    );
    await office.end('SIGTERM');
    const document = campaign();
    writeCampaigns(office.folder, {
      ...document,
      fields: document.fields.filter(({ name }) => name !== 'country'),
    });
    const [header, row] = (await runCommand(['export'], office.env)).stdout.split('\r\n');
    assert.match(header!, /^given_name,email,comment,member,country,/);
    assert.match(row!, /^Z,z@mail\.example,,,PL,/);
  });

  it('of a large store, also to a reader that stops', async (t) => {
    const { url, office, folder } = await startInside(t);
    const { store } = office;
    const fields = { given_name: 'x'.repeat(20), email: 'x@mail.example', comment: 'x'.repeat(500) };
    store.transaction(() => {
      for (let i = 0; i < 3000; i++) {
        const id = String(i).padStart(22, '0');
        store.insert({
          petition: ID,
          key: id,
          receipt: id,
          bodyHash: new Uint8Array(),
          response: '',
          seat: null,
          withdrawal: null,
          locale: 'en',
          fields,
          consents: [],
          signedAt: new Date(),
        });
      }
    });
    const env = { GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: `${folder}/data` };
    const { stdout } = await runCommand(['export'], env);
    assert.equal(stdout.split('\r\n').length, 3002);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);

    const reader = spawnOffice(['export'], env);
    reader.stdout!.once('data', () => reader.stdout!.destroy());
    await once(reader, 'exit');
    const { code, stderr } = reader.output();
    assert.deepEqual([code, stderr], [0, '']);
  });

  it('sorts nothing, and keeps what is temporary in memory', async (t) => {
    const { url, folder, office } = await startInside(t);
    await sign(url, signature());
    const data = join(folder, 'data');
    const prepare = t.mock.method(DatabaseSync.prototype, 'prepare');
    const file = new SignatureReader(data, ID);
    t.after(() => file.close());
    file.fieldNames();
    file.purposes();
    assert.equal([...file.signatures()].length, 1);
    const statements = prepare.mock.calls.map(({ arguments: [sql] }) => sql);
    prepare.mock.restore();
    assert.equal(statements.length, 3);
    for (const sql of statements) {
      const plan = office.store.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(ID);
      assert.doesNotMatch(JSON.stringify(plan), /ORDER BY/, sql);
    }
    assert.equal(office.store.database.prepare('PRAGMA temp_store').get()!.temp_store, 2);
  });

  it('mistakes are one sentence', async (t) => {
    const folder = writeCampaigns(temporaryFolder(t), campaign(), campaign({ id: 'other' }));
    const env = { GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: `${folder}/data` };
    for (const [args, sentence] of [
      [['export'], /export: there are several petitions; name one of other, small-hall\./],
      [['export', 'nowhere'], /export: "nowhere" is not a petition here; there is other, small-hall\./],
      [['export', ID], /GRANDSTAND_DATA: there is no store in/],
      [['export', ID, 'other'], /export: "small-hall other" are 2 petitions; name one/],
      [['export', ID, '--for', 'pdf'], /--for "pdf" is not known; write --for excel or --for target\.\n$/],
      [['export', ID, '--raw', '--for', 'excel'], /--raw and --for excel exclude each other; .+\.\n$/],
      [['export', ID, '--fro'], /: Unknown option '--fro'; --help shows the options\.\n$/],
      [['export', ID, '--for'], /: Option '--for <value>' argument missing; --help shows the options\.\n$/],
    ] as const) {
      const { code, stdout, stderr } = await runCommand([...args], env);
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, sentence);
      assert.equal(stderr.split('\n').length, 2);
    }
  });
});
