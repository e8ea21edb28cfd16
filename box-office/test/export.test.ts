import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { csvLine } from '../dist/csv.js';
import { ID, campaign, temporaryFolder, writeCampaigns } from './support/campaign.ts';
import { runCommand, spawnOffice, startInside, startSample } from './support/office.ts';
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
          answer: '',
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

  it('mistakes are one sentence', async (t) => {
    const folder = writeCampaigns(temporaryFolder(t), campaign(), campaign({ id: 'other' }));
    const env = { GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: `${folder}/data` };
    for (const [args, sentence] of [
      [['export'], /export: there are several petitions; name one of other, small-hall\./],
      [['export', 'nowhere'], /export: "nowhere" is not a petition here; there is other, small-hall\./],
      [['export', ID], /GRANDSTAND_DATA: there is no store in/],
    ] as const) {
      const { code, stdout, stderr } = await runCommand([...args], env);
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, sentence);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
  });
});
