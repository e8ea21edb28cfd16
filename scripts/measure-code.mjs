// Measures the code, as a table: npm run measure. `-- --list` names everything over its limit; `-- box-office/src` measures
// another folder. Statements and members are counted in the syntax tree, so that formatting changes nothing.
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import ts from 'typescript';

const { values: options, positionals } = parseArgs({
  options: { list: { type: 'boolean', default: false } },
  allowPositionals: true,
});

/** Files that are long by nature: words, stylesheets, the schema. */
const isTable = (path) => /\/(locales|presets)\/|\.styles\.ts$|model\/schema\/schema\.ts$/.test(path);
/** Files in which an index is right by construction. */
const isArithmetic = (path) => path.startsWith('src/venue/');

/** A doc comment that walks round its thing instead of naming it. */
const ROUNDABOUT = /^(What|Where|Whether|Of|How|Who|Which)\b/;

const isFunction = (node) =>
  ts.isFunctionDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isGetAccessor(node) ||
  ts.isSetAccessor(node) ||
  ts.isConstructorDeclaration(node) ||
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node);

const isMutablePrivateField = (member) =>
  ts.isPropertyDeclaration(member) &&
  (ts.isPrivateIdentifier(member.name) ||
    member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)) &&
  !member.modifiers?.some(
    ({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword || kind === ts.SyntaxKind.StaticKeyword,
  );

/** Measures the source files below `folder`, each by its path. */
export function measure(folder) {
  const classes = [];
  const files = [];
  const functions = [];
  const assertions = [];
  const names = { type: new Map(), function: new Map() };
  const docs = { count: 0, roundabout: [] };
  let [statements, lines, commentLines] = [0, 0, 0];

  for (const path of globSync(`${folder}/**/*.ts`).sort()) {
    const text = readFileSync(path, 'utf8');
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line;
    const length = text.split('\n').length - 1;
    if (!isTable(path)) files.push({ path, length });

    const commented = new Set();
    const takeComments = (position) => {
      for (const range of ts.getLeadingCommentRanges(text, position) ?? []) {
        for (let line = lineOf(range.pos); line <= lineOf(range.end); line++) commented.add(line);
      }
    };
    const visit = (node) => {
      takeComments(node.getFullStart());
      if (ts.isStatement(node) && node.kind !== ts.SyntaxKind.Block) statements++;
      for (const doc of node.jsDoc ?? []) {
        docs.count++;
        const first = doc.getText().replace(/^\/\*\*\s*\*?\s*/, '');
        if (ROUNDABOUT.test(first))
          docs.roundabout.push(`${path}:${lineOf(doc.pos) + 1} ${first.split('\n')[0]}`);
      }
      if (ts.isClassLike(node)) {
        classes.push({
          name: node.name?.text ?? '(class)',
          path,
          members: node.members.length,
          mutable: node.members.filter(isMutablePrivateField).length,
        });
      }
      if (isFunction(node) && node.body) {
        const name = node.name?.getText() ?? node.parent.name?.getText?.() ?? '(function)';
        functions.push({ name, path, length: lineOf(node.end) - lineOf(node.getStart()) + 1 });
      }
      if (ts.isNonNullExpression(node) && !isArithmetic(path))
        assertions.push(`${path}:${lineOf(node.getStart()) + 1} ${node.getText().split('\n')[0]}`);
      if (ts.isSourceFile(node.parent ?? {})) {
        const add = (kind, name) => names[kind].set(name, [...(names[kind].get(name) ?? []), path]);
        if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node))
          add('type', node.name.text);
        if (ts.isFunctionDeclaration(node)) add('function', node.name.text);
        if (ts.isVariableStatement(node))
          for (const { name, initializer } of node.declarationList.declarations)
            if (ts.isIdentifier(name) && initializer && isFunction(initializer)) add('function', name.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    lines += text.split('\n').filter((line) => line.trim()).length;
    commentLines += commented.size;
  }
  // What the table of loaders finds in each module that loads later: one role, one name.
  const isRole = (name) => name === 'make';
  const shared = (kind) =>
    [...names[kind]]
      .filter(([name, paths]) => !isRole(name) && new Set(paths).size > 1)
      .map(([name, paths]) => `${name}: ${paths.join(', ')}`);
  return {
    classes,
    files,
    functions,
    assertions,
    sharedTypes: shared('type'),
    sharedFunctions: shared('function'),
    statements,
    commentShare: commentLines / lines,
    docComments: docs.count,
    roundabout: docs.roundabout,
  };
}

const largest = (list, key) => [...list].sort((a, b) => b[key] - a[key])[0];

function report(folder) {
  const m = measure(folder);
  const bigClass = largest(m.classes, 'members');
  const mutable = largest(m.classes, 'mutable');
  const file = largest(m.files, 'length');
  const longest = largest(m.functions, 'length');
  const over = {
    'classes over 60 members or 12 mutable private fields': m.classes
      .filter((one) => one.members > 60 || one.mutable > 12)
      .map((one) => `${one.path} ${one.name}: ${one.members} / ${one.mutable}`),
    'files over 400 lines': m.files
      .filter((one) => one.length > 400)
      .map((one) => `${one.path}: ${one.length}`),
    'functions over 70 lines': m.functions
      .filter((one) => one.length > 70)
      .map((one) => `${one.path} ${one.name}: ${one.length}`),
    'assertions with !': m.assertions,
    'types of one name in several files': m.sharedTypes,
    'functions of one name in several files': m.sharedFunctions,
    'doc comments that do not name their thing': m.roundabout,
  };
  const rows = [
    ['largest class, members', `${bigClass.members} (${bigClass.name})`, '<= 60'],
    ['mutable private fields of a class', `${mutable.mutable} (${mutable.name})`, '<= 12'],
    ['largest file, lines', `${file.length} (${file.path})`, '<= 400'],
    ['longest function, lines', `${longest.length} (${longest.name}, ${longest.path})`, '<= 70'],
    ['! assertions outside venue/', m.assertions.length, '<= 20'],
    ['type names with several homes', m.sharedTypes.length, '0'],
    ['function names with several homes', m.sharedFunctions.length, '0'],
    ['doc comments that do not name their thing', `${m.roundabout.length} of ${m.docComments}`, '0'],
    ['statements', m.statements, ''],
    ['share of comment lines', `${(m.commentShare * 100).toFixed(2)} %`, ''],
  ];
  console.log(`${folder}\n`);
  console.log('| point | now | goal |\n| --- | --- | --- |');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log('');
  for (const [title, list] of Object.entries(over))
    if (options.list && list.length) console.log(`${title}: ${list.length}\n  ${list.join('\n  ')}\n`);
}

if (process.argv[1] === import.meta.filename)
  for (const folder of positionals.length ? positionals : ['src', 'box-office/src']) report(folder);
