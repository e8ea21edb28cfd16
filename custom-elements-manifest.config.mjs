// What editors, Storybook and the docs know about the elements: made from the doc comments, written to dist/custom-elements.json.
/** Callbacks and switches of the platform and of Lit: public by their nature, and nothing to call or set. */
const PLUMBING = new Set([
  'formAssociated',
  'shadowRootOptions',
  'isHost',
  'onElementsInside',
  'sections',
  'seekCampaign',
]);

const isPublic = ({ name, privacy }) =>
  !name.startsWith('#') && !privacy && !PLUMBING.has(name) && !/^form\w+Callback$/.test(name);

/** Leaves only what a page may use, under the addresses it is published at. */
const publicFace = {
  name: 'public-face',
  packageLinkPhase({ customElementsManifest: manifest }) {
    // Sorted: the tool reads files in whatever order the disk has them.
    const elements = manifest.modules
      .flatMap(({ declarations = [] }) => declarations.filter(({ tagName }) => tagName))
      .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
    const addressOf = ({ tagName }) => `dist/elements/${tagName}.js`;
    manifest.modules = elements.map((element) => ({
      kind: 'javascript-module',
      path: addressOf(element),
      declarations: [
        {
          ...element,
          // PetitionElement is not published; what it gives is in every element's own lists.
          superclass: { name: 'LitElement', package: 'lit' },
          members: element.members.filter(isPublic).map(published),
          attributes: element.attributes?.map(published).map(written),
          // Found in the code, an event has no name; those of the doc comment have.
          events: element.events?.filter(({ name }) => name),
        },
      ],
      exports: [
        { kind: 'js', name: element.name, declaration: { name: element.name, module: addressOf(element) } },
      ],
    }));
    manifest.modules.push({
      kind: 'javascript-module',
      path: 'dist/define.js',
      declarations: [],
      exports: elements.map((element) => ({
        kind: 'custom-element-definition',
        name: element.tagName,
        declaration: { name: element.name, module: addressOf(element) },
      })),
    });
  },
};

/** Without the address of a file that is not published. */
function published(member) {
  const copy = { ...member };
  delete copy.inheritedFrom;
  return copy;
}

/** As it is written in markup, which knows no null and no objects. */
function written({ default: value, ...attribute }) {
  const kinds = (attribute.type?.text ?? '').split('|').map((kind) => kind.trim());
  const text = kinds.find((kind) => kind === 'boolean' || kind === 'number') ?? 'string';
  return { ...attribute, type: { text }, ...(value !== 'null' && value !== undefined && { default: value }) };
}

export default {
  globs: ['src/elements/**/petition-*.ts'],
  exclude: ['src/elements/**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicFace],
};
