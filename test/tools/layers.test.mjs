import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

const root = new URL('../../', import.meta.url).pathname;
const copies = [];

/** What the layer rules say about a copy of the source with something planted in it. */
function judge(plant = () => {}) {
  const copy = mkdtempSync(join(tmpdir(), 'grandstand-layers-'));
  copies.push(copy);
  for (const name of ['src', '.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  plant((file, line) =>
    writeFileSync(join(copy, file), `${line}\n${readFileSync(join(copy, file), 'utf8')}`),
  );
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'src',
    ],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );
  return { status, said: stdout };
}

describe('the layers of the house', () => {
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
      'the schema in the bundle',
      'src/campaign/state.ts',
      "import { parseCampaign } from '../model/schema.js'; void parseCampaign;",
      /schema-only-on-demand: src\/campaign\/state\.ts/,
    ],
    [
      'Lit below the elements',
      'src/campaign/state.ts',
      "import { html } from 'lit'; void html;",
      /campaign-needs-little: src\/campaign\/state\.ts/,
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
