// What README.md says of files, commands and numbers; its campaign and its tag are tried in test/journey.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const root = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const names = (folder) => readdirSync(new URL(folder, root));

/** The two commands that a newcomer and the checks of a clean checkout begin with. */
const COMMANDS = `
\`\`\`
npm ci && npm start     # builds, and serves the example campaigns with a box office on http://localhost:8080
npm ci && npm test      # types, lint, unit, components in a real browser, box office, end to end
\`\`\`
`;

describe('README.md', () => {
  it('has the two commands', () => assert.ok(readme.includes(COMMANDS)));

  it('leads somewhere by every link', () => {
    const paths = [...readme.matchAll(/\]\(([^)#\s]+)/g)].map(([, path]) => path);
    assert.ok(paths.length > 20);
    assert.deepEqual(
      paths.filter((path) => !existsSync(new URL(path, root))),
      [],
    );
  });

  it('runs scripts that are there', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    const run = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    assert.deepEqual(
      run.filter((name) => !(name in scripts)),
      [],
    );
  });

  it('names each element', () => {
    const { modules } = JSON.parse(readFileSync(new URL('dist/custom-elements.json', root), 'utf8'));
    const tags = modules.flatMap(({ declarations }) => declarations.flatMap(({ tagName }) => tagName ?? []));
    assert.equal(tags.length, 8);
    assert.deepEqual(
      tags.filter((tag) => !readme.includes(`<${tag}`)),
      [],
    );
  });

  it('names each command of the box office', () => {
    const [, table] = readme.split('| Command | Description |\n');
    const [rows] = table.split('\n\n');
    const named = rows.match(/`\w+(?=[ `])/g).map((text) => text.slice(1));
    const files = names('box-office/src/commands/').map((name) => name.replace(/\.ts$/, ''));
    assert.deepEqual(named.sort(), files.sort());
  });

  it('names each example', () =>
    assert.deepEqual(
      [...readme.matchAll(/\(examples\/([\w-]+)\)/g)].map(([, name]) => name).sort(),
      names('examples/').sort(),
    ));

  it('counts the platforms and the languages', () => {
    const presets = names('src/transport/presets/').map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(`../../src/transport/presets/${file}`, import.meta.url), 'utf8')),
    ]);
    // Three presets are for any service.
    const platforms = presets.filter(([name]) => !['form', 'json', 'webhook'].includes(name));
    const signing = platforms.filter(([, { sign }]) => sign);
    assert.match(
      readme,
      new RegExp(`one of ${signing.length} platforms, .*count of ${platforms.length - signing.length} more`),
    );
    // A variant is no language of its own.
    const languages = names('dist/locales/').filter((name) => /^[a-z]+\.js$/.test(name));
    assert.equal(languages.length, 8);
    assert.match(readme, /\*\*Eight languages\*\*/);
  });
});
