import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  readFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';

const root = new URL('../../', import.meta.url).pathname;
const copies = [];

/** What the layer rules say about a copy of the source with something planted in it. */
function judge(plant = () => {}) {
  const copy = mkdtempSync(join(tmpdir(), 'grandstand-layers-'));
  copies.push(copy);
  for (const name of ['src', 'box-office/src', '.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const name of ['node_modules', 'dist']) symlinkSync(join(root, name), join(copy, name));
  plant((file, line) => {
    const path = join(copy, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${line}\n${existsSync(path) ? readFileSync(path, 'utf8') : ''}`);
  });
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'src',
      'box-office/src',
    ],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );
  return { status, said: stdout };
}

describe('the import layers', () => {
  after(() => copies.forEach((copy) => rmSync(copy, { recursive: true })));

  it('hold as the source stands', () => {
    const { status, said } = judge();
    assert.equal(status, 0, said);
  });

  const rows = [
    [
      'a circle, both files named',
      'src/venue/crc32.ts',
      "import { layoutId } from './layout.js'; void layoutId;",
      /no-circle: src\/venue\/(crc32|layout)\.ts[\s\S]*(layout|crc32)\.ts/,
    ],
    [
      'a look up',
      'src/model/outcome.ts',
      "import { send } from '../transport/send.js'; void send;",
      /model-looks-down: src\/model\/outcome\.ts → src\/transport\/send\.ts/,
    ],
    [
      'a look sideways',
      'src/elements/sign-form/petition-sign-form.ts',
      "import '../story-card/petition-story-card.js';",
      /elements-stay-apart: src\/elements\/sign-form/,
    ],
    [
      'an element in what all share',
      'src/elements/base/story-link.ts',
      "import { copyText } from '../actions/copy.js'; void copyText;",
      /elements-base-knows-no-element: src\/elements\/base\/story-link\.ts/,
    ],
    [
      'Lit in the map',
      'src/elements/seat-picker/map/camera.ts',
      "import { html } from 'lit'; void html;",
      /map-knows-only-venues: src\/elements\/seat-picker\/map\/camera\.ts → .*node_modules\/lit\//,
    ],
    [
      'an element in the map',
      'src/elements/seat-picker/map/scene.ts',
      "import { followPageTheme } from '../../base/page-theme.js'; void followPageTheme;",
      /map-knows-only-venues: src\/elements\/seat-picker\/map\/scene\.ts → src\/elements\/base\/page-theme\.ts/,
    ],
    [
      'the schema in the bundle',
      'src/campaign/state.ts',
      "import { parseCampaign } from '../model/schema/schema.js'; void parseCampaign;",
      /schema-only-on-demand: src\/campaign\/state\.ts/,
    ],
    [
      'Lit below the elements',
      'src/campaign/state.ts',
      "import { html } from 'lit'; void html;",
      /campaign-needs-little: src\/campaign\/state\.ts/,
    ],
    [
      'a store that looks up to what is published',
      'box-office/src/store/sqlite.ts',
      "import type { Publication } from '../publication/publication.js'; export type P = Publication;",
      /box-office-store-looks-down: box-office\/src\/store\/sqlite\.ts → box-office\/src\/publication\//,
    ],
    [
      'a signing that knows its routes',
      'box-office/src/signing/withdraw.ts',
      "import { createApp } from '../http/app.js'; void createApp;",
      /box-office-signing-looks-down: box-office\/src\/signing\/withdraw\.ts → box-office\/src\/http\/app\.ts/,
    ],
    [
      'an error of the start that knows the box office',
      'box-office/src/start-error.ts',
      "import { statusAt } from './petition/days.js'; void statusAt;",
      /box-office-start-error-looks-nowhere: box-office\/src\/start-error\.ts/,
    ],
    [
      'a folder of the box office without a rule',
      'box-office/src/queue/queue.ts',
      "import { statusAt } from '../petition/days.js'; void statusAt;",
      /box-office-has-no-other-folder: box-office\/src\/queue\/queue\.ts/,
    ],
    [
      'Hono outside of its folder',
      'box-office/src/office.ts',
      "import { Hono } from 'hono'; void Hono;",
      /box-office-speaks-http-in-one-folder: box-office\/src\/office\.ts/,
    ],
    [
      'SQLite outside of its folder',
      'box-office/src/commands/export.ts',
      "import { DatabaseSync } from 'node:sqlite'; void DatabaseSync;",
      /box-office-stores-in-one-folder: box-office\/src\/commands\/export\.ts/,
    ],
    [
      'a server that sends like a page',
      'box-office/src/http/app.ts',
      "import { send } from 'grandstand/transport'; void send;",
      /box-office-calls-endpoints-in-one-folder: box-office\/src\/http\/app\.ts/,
    ],
    [
      'the source of the library in the box office',
      'box-office/src/petition/days.ts',
      "import { dayAt as day } from '../../../src/model/day.js'; void day;",
      /box-office-uses-the-package: box-office\/src\/petition\/days\.ts/,
    ],
  ];
  for (const [name, file, line, expected] of rows) {
    it(`refuse ${name}`, () => {
      const { status, said } = judge((plant) => plant(file, line));
      assert.notEqual(status, 0);
      assert.match(said, expected);
    });
  }
});
