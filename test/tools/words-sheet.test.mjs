// The sheet that a native speaker reviews: written from the locale files, read back into them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const root = new URL('../../', import.meta.url).pathname;

describe('the sheet of words', () => {
  let folder;
  const words = (...args) =>
    spawnSync(process.execPath, [join(root, 'scripts/words.mjs'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  const source = (section) => readFileSync(join(folder, `src/i18n/locales/be/${section}.ts`), 'utf8');
  const sheet = () => join(folder, 'reports/words-be.tsv');
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'words-'));
    cpSync(join(root, 'src/i18n'), join(folder, 'src/i18n'), { recursive: true });
    symlinkSync(join(root, 'src/elements'), join(folder, 'src/elements'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const written = words('be');
    assert.equal(written.status, 0, written.stderr);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('has for each text where it is said, the English and the draft', () => {
    const rows = readFileSync(sheet(), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'));
    assert.deepEqual(rows[0], ['key', 'form', 'said by', 'story', 'English', 'draft']);
    assert.deepEqual(
      rows.find(([key]) => key === 'form.sign'),
      ['form.sign', '', 'sign-form', 'Sign form', 'Sign', 'Падпісаць'],
    );
    assert.ok(rows.some(([key, form]) => key === 'outcome.people' && form === 'many'));
  });
  it('changes nothing where nothing was changed', () => {
    const before = ['page', 'picker', 'form', 'after'].map(source);
    assert.equal(words('be', '--read', sheet()).status, 0);
    assert.deepEqual(['page', 'picker', 'form', 'after'].map(source), before);
  });
  it('is read back: one text, one plural form', () => {
    const before = source('page');
    const text = readFileSync(sheet(), 'utf8')
      .replace('\tПадпісаць\n', '\tДалучыцца\n')
      .replace('\t{count} чалавекі занялі месцы.\n', '\t{count} асобы занялі месцы.\n');
    writeFileSync(sheet(), text);
    const read = words('be', '--read', sheet());
    assert.equal(read.status, 0, read.stderr);
    assert.match(source('form'), /'form\.sign': 'Далучыцца',/);
    assert.equal(
      source('page'),
      before.replace("few: '{count} чалавекі занялі", "few: '{count} асобы занялі"),
    );
  });
  it('is refused where it has a key that the language has not', () => {
    writeFileSync(sheet(), `${readFileSync(sheet(), 'utf8')}form.nothing\t\t\t\tx\ty\n`);
    const read = words('be', '--read', sheet());
    assert.notEqual(read.status, 0);
    assert.match(read.stderr, /form\.nothing/);
  });
});
