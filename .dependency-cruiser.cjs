// Import directions (the table in docs/architecture.md). Each folder lists what it may import; anything else, and every cycle, is an error.
const may = {
  model: [],
  'author-console': [],
  i18n: ['author-console'],
  styles: [],
  'native-event': [],
  events: ['model', 'native-event'],
  venue: ['model'],
  transport: ['model'],
  campaign: ['transport', 'venue', 'model', 'events', 'author-console'],
  context: ['campaign', 'author-console'],
  elements: [
    'context',
    'events',
    'native-event',
    'author-console',
    'styles',
    'i18n',
    'venue',
    'model',
    'campaign',
    'transport',
  ],
};
const outside = {
  model: ['valibot'],
  context: ['@lit/context', 'lit'],
  elements: ['lit', '@lit/context', 'lean-qr'],
  styles: ['lit'],
};

/** What elements share: each of these folders lists which of the others it may import. */
const shared = { base: [], seats: ['base'], actions: ['base'] };

/** The same for the box office. Everyone there may import start-error; the root's other files are named like folders. */
const boxOfficeMay = {
  petition: [],
  store: [],
  publication: ['petition', 'store'],
  signing: ['publication', 'petition', 'store'],
  http: ['signing', 'publication', 'petition', 'store'],
  check: ['petition'],
  export: ['petition', 'store'],
  origin: [],
  log: [],
  settings: ['origin'],
  office: ['http', 'signing', 'publication', 'petition', 'store', 'settings', 'log'],
  commands: ['office', 'http', 'check', 'export', 'petition', 'store', 'settings', 'origin'],
  main: ['commands'],
};

const boxOffice = (name) => `^box-office/src/${name}(/|\\.ts$)`;
const folder = (name) => `^src/${name}(/|\\.ts$)`;
const folderOfElements = (name) => `^src/elements/${name}/`;
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
      comment: `Nothing looks sideways between elements; what two share is in src/elements/${Object.keys(shared).join(', ')}.`,
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/', pathNot: Object.keys(shared).map(folderOfElements) },
      to: {
        path: '^src/elements/',
        pathNot: ['^src/elements/$1/', ...Object.keys(shared).map(folderOfElements)],
      },
    },
    ...Object.entries(shared).map(([from, to]) => ({
      name: `elements-${from}-knows-no-element`,
      comment: `src/elements/${from} may import of src/elements only: ${[from, ...to].join(', ')}; of others, what it loads when it is used.`,
      severity: 'error',
      from: { path: folderOfElements(from) },
      to: {
        path: '^src/elements/',
        pathNot: [from, ...to].map(folderOfElements),
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    })),
    {
      name: 'map-knows-only-venues',
      comment:
        'src/elements/seat-picker/map may import only itself and src/venue: theme, texts and the state of seats are arguments.',
      severity: 'error',
      from: { path: folderOfElements('seat-picker/map') },
      to: { pathNot: [folderOfElements('seat-picker/map'), folder('venue')] },
    },
    {
      name: 'one-file-touches-the-schema',
      comment:
        'valibot stays out of the browser: only model/schema/schema.ts imports it, and campaign only by import().',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/model/schema/schema.ts$' },
      to: { path: 'valibot' },
    },
    {
      name: 'schema-only-on-demand',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/model/schema/schema.ts$', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'elements-see-transport-as-a-type',
      severity: 'error',
      from: { path: '^src/elements/' },
      to: { path: '^src/transport/', dependencyTypesNot: ['type-only'] },
    },
    ...Object.entries(boxOfficeMay).map(([from, to]) => ({
      name: `box-office-${from}-looks-down`,
      comment: `box-office/src/${from} may import only: ${[from, ...to, 'start-error'].join(', ')}.`,
      severity: 'error',
      from: { path: boxOffice(from) },
      to: { path: '^box-office/src/', pathNot: [from, ...to, 'start-error'].map(boxOffice) },
    })),
    {
      name: 'box-office-start-error-looks-nowhere',
      comment: 'Everyone in the box office may import it, so it may import nothing of ours.',
      severity: 'error',
      from: { path: boxOffice('start-error') },
      to: { path: '^box-office/src/' },
    },
    {
      name: 'box-office-has-no-other-folder',
      comment: 'A new folder or root file of box-office/src says in boxOfficeMay what it may import.',
      severity: 'error',
      from: {
        path: '^box-office/src/',
        pathNot: [...Object.keys(boxOfficeMay), 'start-error'].map(boxOffice),
      },
      to: {},
    },
    {
      name: 'box-office-speaks-http-in-one-folder',
      comment: 'Only box-office/src/http imports Hono.',
      severity: 'error',
      from: { path: '^box-office/src/', pathNot: boxOffice('http') },
      to: { path: packages(['hono', '@hono']) },
    },
    {
      name: 'box-office-stores-in-one-folder',
      comment:
        'Only box-office/src/store imports node:sqlite; main only by import(), to see whether Node has it.',
      severity: 'error',
      from: { path: '^box-office/src/', pathNot: boxOffice('store') },
      to: { path: '^(node:)?sqlite$', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'box-office-calls-endpoints-in-one-folder',
      comment: 'Only box-office/src/check imports grandstand/transport: a server sends no signatures.',
      severity: 'error',
      from: { path: '^box-office/src/', pathNot: boxOffice('check') },
      to: { path: 'dist/types/transport/' },
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
