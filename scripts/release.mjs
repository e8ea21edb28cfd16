// Makes release/: what an organisation uploads, what a developer installs, and the sums of both. Needs `npm run build` and
// `npm run build-storybook`. Two runs on the same sources give the same bytes: nothing in it has a date.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { zipSync } from 'fflate';

const root = new URL('../', import.meta.url).pathname;
const release = join(root, 'release');
const stage = join(release, 'stage');
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const { version } = json('package.json');

/** Files below a folder, as paths relative to it, in one order on every machine. */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

/** Subresource integrity of a file. */
const integrity = (path) => `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;

// What npm installs

/** Keys of package.json that only a checkout needs. */
const OF_THE_CHECKOUT = ['scripts', 'devDependencies', 'overrides', 'workspaces'];

/** Lays out one package and packs it. A link to what the package does not hold becomes plain text. */
function pack(name, manifest, paths) {
  const folder = join(stage, name);
  for (const [from, to = from] of paths) cpSync(join(root, from), join(folder, to), { recursive: true });
  for (const key of OF_THE_CHECKOUT) delete manifest[key];
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const file of filesIn(folder).filter((path) => path.endsWith('.md'))) {
    const path = join(folder, file);
    writeFileSync(path, withoutDeadLinks(readFileSync(path, 'utf8'), dirname(path)));
  }
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', release], {
    cwd: folder,
  });
  return folder;
}

/** Turns links to files that are not there into their text; pictures that are not there go. */
const withoutDeadLinks = (markdown, folder) =>
  markdown.replace(
    /(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\((?!https?:|mailto:|#)([^)#]+)(#[^)]*)?\)/g,
    (link, picture, text, path) => (existsSync(resolve(folder, path)) ? link : picture ? '' : text),
  );

// What a web space gets

/** Tags that load the script with integrity: a classic script covers itself; a module's chunks are covered by an import map. */
function snippets(folder) {
  const sums = Object.fromEntries(
    filesIn(folder)
      .filter((path) => path.endsWith('.js'))
      .map((path) => [path, integrity(join(folder, path))]),
  );
  const at = (path) => `https://your-site.example/grandstand/${path}`;
  const chunks = Object.keys(sums).filter((path) => path.startsWith('chunks/'));
  const map = { integrity: Object.fromEntries(chunks.map((path) => [at(path), sums[path]])) };
  const tag = (type, path) =>
    `<script ${type} src="${at(path)}" integrity="${sums[path]}" crossorigin="anonymous"></script>\n`;
  return {
    sums,
    classic: tag('defer', 'grandstand.classic.js'),
    module: `<script type="importmap">\n${JSON.stringify(map, null, 2)}\n</script>\n${tag('type="module"', 'grandstand.js')}`,
  };
}

rmSync(release, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });

const library = json('package.json');
pack('grandstand', library, [['dist'], ['docs'], ['README.md'], ['CHANGELOG.md'], ['LICENSE']]);
const boxOffice = json('box-office/package.json');
boxOffice.dependencies.grandstand = version;
pack('grandstand-box-office', boxOffice, [
  ['box-office/dist', 'dist'],
  ['box-office/README.md', 'README.md'],
  ['LICENSE'],
]);

const web = join(stage, 'grandstand');
const upload = join(stage, 'upload/grandstand');
mkdirSync(upload, { recursive: true });
const scripts = readdirSync(join(web, 'dist')).filter((name) => name.startsWith('grandstand'));
for (const name of [...scripts, 'chunks', 'THIRD-PARTY-NOTICES.txt'])
  cpSync(join(web, 'dist', name), join(upload, name), { recursive: true });
cpSync(join(root, 'LICENSE'), join(upload, 'LICENSE'));
cpSync(join(root, 'reports/storybook'), join(upload, '../storybook'), { recursive: true });

const { sums, classic, module } = snippets(upload);
writeFileSync(join(release, 'sri.json'), `${JSON.stringify({ version, files: sums }, null, 2)}\n`);
cpSync(join(release, 'sri.json'), join(upload, 'sri.json'));
writeFileSync(join(release, 'snippet-classic.html'), classic);
writeFileSync(join(release, 'snippet-module.html'), module);

const parts = Object.fromEntries(
  filesIn(join(stage, 'upload')).map((path) => [
    path,
    [readFileSync(join(stage, 'upload', path)), { mtime: new Date(1980, 0, 1), level: 9 }],
  ]),
);
writeFileSync(join(release, `grandstand-${version}-upload.zip`), zipSync(parts));
rmSync(stage, { recursive: true });

for (const name of readdirSync(release).sort()) {
  const path = join(release, name);
  const sum = createHash('sha256').update(readFileSync(path)).digest('hex');
  console.log(`${sum}  ${String(statSync(path).size).padStart(9)}  ${name}`);
}
