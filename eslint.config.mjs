import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'release/**', 'reports/**', 'test/layers/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts', 'box-office/src/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    // Old libraries of a page put functions of their own in the place of these (test/pages/old-libraries.test.mjs).
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name="Array"][callee.property.name="from"]',
          message: 'Prototype 1.6 and MooTools replace Array.from; spread or map instead.',
        },
        {
          selector: 'CallExpression[callee.property.name="entries"]:not([callee.object.name="Object"])',
          message: 'Prototype replaces entries() of lists; count along instead.',
        },
        {
          selector: 'CallExpression[callee.property.name="bind"]',
          message: 'Prototype 1.6 replaces bind(); write an arrow function.',
        },
        {
          selector: ':matches(NewExpression[callee.name="Event"], ClassDeclaration[superClass.name="Event"])',
          message: 'MooTools replaces Event; use NativeEvent.',
        },
      ],
    },
  },
  {
    // Indexed access is checked by the compiler (noUncheckedIndexedAccess); where a bound is known, `!` says so.
    files: ['src/venue/**/*.ts', 'box-office/src/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['src/elements/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  { files: ['src/elements/**/*.ts'], ...wc.configs['flat/recommended'] },
  {
    files: ['src/elements/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
