// What the build and the scales do to each file.
import terser from '@rollup/plugin-terser';
import minifyTemplates from 'rollup-plugin-minify-template-literals';

/** Presets are JSON files; what is in them for the documentation alone stays out of the pages. */
export const presets = {
  name: 'presets',
  transform(code, id) {
    if (!id.endsWith('.json')) return null;
    const preset = JSON.parse(code);
    delete preset.docs;
    delete preset.verified;
    return { code: `export default ${JSON.stringify(preset)};`, map: { mappings: '' } };
  },
};

export const minify = [
  // A space between two inline elements is a word break: collapsed, never removed. In an svg`` fragment the closing
  // slash is what ends an element.
  // Files that build their CSS from values are left as they are.
  minifyTemplates({
    failOnError: true,
    exclude: ['**/node_modules/**', '**/styles/tokens.ts', '**/seat-picker/palette.styles.ts'],
    options: { minifyOptions: { conservativeCollapse: true, keepClosingSlash: true } },
  }),
  terser({
    ecma: 2022,
    module: true,
    compress: { passes: 2 },
    mangle: { properties: false },
    format: { comments: /^!/ },
  }),
];
