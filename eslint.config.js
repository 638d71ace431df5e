import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import typescript from 'typescript-eslint';

/** Drivers may be imported in these adapter folders only. */
const drivers = ['libsql', 'kafkajs', 'mongoose', '@kurrent/*', '@nestjs/mongoose'];
const adapters = [
  'libs/event-store/**',
  'libs/event-bus/**',
  'libs/mongodb/**',
  'libs/read-store/**',
  'libs/privacy/**',
  'e2e/**',
];

/** Lines a file may have, blank ones and comments aside. A file over it gives its reason on line 1. */
const lines = (max) => ({ 'max-lines': ['error', { max, skipBlankLines: true, skipComments: true }] });

/** Where each kind of project may reach. */
const boundaries = [
  { sourceTag: 'type:lib', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:composition', onlyDependOnLibsWithTags: ['type:lib', 'type:service'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:lib', 'type:service', 'type:composition'] },
];

/** What only `platform` may ask the machine for: time, chance and environment come in as arguments. */
const impure = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Take a Clock.' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take a Clock.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Take a source of chance.' },
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Take a Configuration.' },
];

export default typescript.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', 'data/**'] },
  js.configs.recommended,
  ...typescript.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      ...lines(200),
      complexity: ['error', 8],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: drivers, message: 'Drivers belong in adapter folders.' }] },
      ],
      'no-restricted-syntax': ['error', ...impure],
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, depConstraints: boundaries, allow: [] },
      ],
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  { files: adapters, rules: { 'no-restricted-imports': 'off' } },
  { files: ['libs/platform/**', 'e2e/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.decider.ts'], rules: lines(150) },
  { files: ['**/*.projection.ts'], rules: lines(80) },
  { files: ['**/*.module.ts'], rules: { ...lines(40), '@typescript-eslint/no-extraneous-class': 'off' } },
  { files: ['**/main.ts'], rules: lines(15) },
  {
    files: ['**/*.spec.ts', '**/*.contract.ts', '**/contract/*.ts', '**/*.e2e.ts', '**/*.distributed.ts'],
    rules: { ...lines(400), 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  prettier,
);
