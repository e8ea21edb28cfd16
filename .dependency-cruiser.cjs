// Who may import whom (docs/house.md). Each folder names what it may look at; everything else, and every circle, is an error.
const may = {
  model: [],
  i18n: [],
  styles: [],
  venue: ['model'],
  sealing: ['model'],
  transport: ['venue', 'model'],
  campaign: ['transport', 'venue', 'model', 'events', 'sealing'],
  context: ['campaign', 'events'],
  elements: ['context', 'events', 'styles', 'i18n', 'venue', 'model', 'campaign', 'transport'],
};
const outside = {
  model: ['valibot'],
  campaign: [],
  context: ['@lit/context', 'lit'],
  elements: ['lit', '@lit/context', 'lean-qr'],
  styles: ['lit'],
};

const folder = (name) => `^src/${name}(/|\\.ts$)`;
const packages = (names) => names.map((name) => `(^|/)node_modules/${name}/|^${name}(/|$)`);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Shared types sink to the lower of two files.',
      from: {},
      to: { circular: true },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(may).flatMap(([from, to]) => [
      {
        name: `${from}-looks-down`,
        comment: `src/${from} may import only: ${[from, ...to].join(', ')}.`,
        severity: 'error',
        from: { path: folder(from) },
        to: { path: '^src/', pathNot: [folder(from), ...to.map(folder)] },
      },
      {
        name: `${from}-needs-little`,
        comment: `Packages that src/${from} may import: ${(outside[from] ?? []).join(', ') || 'none'}.`,
        severity: 'error',
        from: { path: folder(from) },
        to: { pathNot: ['^src/', ...packages(outside[from] ?? [])] },
      },
    ]),
    {
      name: 'elements-stay-apart',
      comment:
        'Nothing looks sideways between elements; what two share stands in src/elements itself or below.',
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/' },
      to: { path: '^src/elements/([^/]+)/', pathNot: '^src/elements/$1/' },
    },
    {
      name: 'one-file-touches-the-schema',
      comment:
        'valibot stays out of the browser: only model/schema.ts imports it, and campaign only by import().',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/model/schema.ts$' },
      to: { path: 'valibot' },
    },
    {
      name: 'schema-only-on-demand',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/model/schema.ts$', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'elements-see-transport-as-a-type',
      severity: 'error',
      from: { path: '^src/elements/' },
      to: { path: '^src/transport/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'box-office-uses-the-package',
      comment: 'The box office imports the library by its package name, never its source.',
      severity: 'error',
      from: { path: '^box-office/' },
      to: { path: '^src/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules|/dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
