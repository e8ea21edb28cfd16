import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeVenue } from 'grandstand/venue';

const root = new URL('../../', import.meta.url).pathname;
const chunks = join(root, 'dist/chunks');

describe('the script tag and its venues', () => {
  const files = readdirSync(chunks).filter((name) => name.endsWith('.js'));
  const textOf = (name) => readFileSync(join(chunks, name), 'utf8');

  for (const generator of ['arena', 'bowl', 'hemicycle', 'amphitheatre', 'square', 'custom']) {
    it(`loads the ${generator} only where it is shown`, () => {
      const own = files.filter((name) => name.startsWith(`${generator}-`));
      assert.equal(own.length, 1);
      const importers = files.filter((name) => name !== own[0] && textOf(name).includes(own[0]));
      assert.ok(importers.length > 0);
      for (const name of importers) {
        // The bowl stands on the arena's outline.
        if (name.startsWith('bowl-')) continue;
        assert.ok(textOf(name).includes(`import("./${own[0]}")`), name);
        assert.ok(!textOf(name).includes(`from"./${own[0]}"`), name);
      }
    });
  }

  it('leaves the import of other formats to authors', () => {
    for (const name of files) assert.ok(!textOf(name).includes('seatmap:'), name);
  });
});

describe('scripts/import-seatmap.mjs', () => {
  let folder;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'seatmap-'))));
  after(() => rmSync(folder, { recursive: true }));

  const run = (text, ...flags) => {
    const file = join(folder, 'map.json');
    writeFileSync(file, text);
    return spawnSync(process.execPath, [join(root, 'scripts/import-seatmap.mjs'), file, ...flags], {
      encoding: 'utf8',
    });
  };
  const seats = [
    { id: 1, title: 'A2', x: 0, y: 0 },
    { id: 2, title: 'A4', x: 30, y: 0 },
  ];

  it('prints a venue that can be built, and says what it changed', () => {
    const { stdout, stderr, status } = run(
      JSON.stringify({ blocks: [{ id: 1, title: 'Block 12', seats }] }),
      '--name=Hall',
    );
    assert.equal(status, 0);
    const venue = makeVenue(JSON.parse(stdout));
    assert.deepEqual([venue.name, venue.capacity, venue.blocks[0].label], ['Hall', 2, '12']);
    assert.deepEqual(venue.rows[0].names, ['2', '4']);
    assert.match(stderr, /Block "Block 12" has the label 12/);
  });

  it('fails in one sentence', () => {
    const { stdout, stderr, status } = run('{"blocks": []}');
    assert.deepEqual([stdout, status], ['', 1]);
    assert.match(stderr, /^seatmap: has no seats;.*\n$/);
  });
});
