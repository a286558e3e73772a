import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** Who may know whom: what a room imports beside its own files. Types may come from anywhere. */
const rooms = {
  locales: [],
  ticket: ['zod/mini'],
  styles: ['lit'],
  views: ['ticket', 'lit'],
  services: ['ticket'],
  controllers: ['ticket', 'services', 'views', 'locales', 'events.js', 'lit'],
};

/** Loaded before any intent, so they know each other and Lit's smallest element, but neither the panel nor a room. */
const eager = ['help-ticket-widget', 'launcher', 'memory', 'tag', 'define', 'script-tag', 'index', 'events'];

const modules = {
  lit: String.raw`@lit/reactive-element(/.+)?|lit-html(/.+)?|lit(/.+)?`,
  'zod/mini': 'zod/mini',
  'events.js': String.raw`\.\./events\.js`,
};

/** All imports but these; a regular expression, because patterns cannot say "all but". */
function nothingBut(allowed, message) {
  return { regex: `^(?!(${allowed.join('|')})$)`, allowTypeImports: true, message };
}

function room([name, neighbours]) {
  const known = neighbours.map((other) => modules[other] ?? String.raw`\.\./${other}/.+`);
  const pattern = nothingBut(
    [String.raw`\./.+`, ...known],
    `src/${name} knows ${neighbours.join(', ') || 'itself'} and nothing else.`,
  );
  return {
    files: [`src/${name}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: forbiddenEverywhere, patterns: [pattern] }],
    },
  };
}

const forbiddenEverywhere = [
  { name: 'zod', message: 'zod/mini is a third of the size for the same schema.' },
  {
    name: 'lit',
    message: 'lit-html or @lit/reactive-element: `lit` brings LitElement with it.',
    allowTypeImports: true,
  },
  ...['lit/directives/style-map.js', 'lit-html/directives/style-map.js'].map((name) => ({
    name,
    message: 'A strict CSP forbids style attributes.',
  })),
  ...['lit/directives/unsafe-html.js', 'lit-html/directives/unsafe-html.js'].map((name) => ({
    name,
    message: 'No HTML from strings.',
  })),
];

const typescriptForTypesOnly = [
  { selector: 'TSEnumDeclaration', message: 'A union of strings: TypeScript is for types only.' },
  {
    selector: 'TSModuleDeclaration[kind!="global"][declare!=true]',
    message: 'A module: TypeScript is for types only.',
  },
  { selector: 'TSParameterProperty', message: 'Assign it: TypeScript is for types only.' },
  { selector: '[accessibility="private"][kind!="constructor"]', message: '#private.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports.' },
];

const guestsOnThePage = [
  {
    selector: 'MemberExpression[object.name="Array"][property.name="from"]',
    message: 'Prototype.js replaces Array.from: spread instead.',
  },
  {
    selector: 'CallExpression[callee.property.name="entries"][arguments.length=0]',
    message: 'Prototype.js replaces that of arrays: forEach.',
  },
  { selector: 'ForInStatement', message: 'Old libraries extend Object.prototype: Object.keys or for…of.' },
  {
    selector: 'MemberExpression[property.name=/^(inner|outer)HTML$|^insertAdjacentHTML$/]',
    message: 'No HTML from strings.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name="html"] TemplateElement[value.raw=/\\sstyle=/]',
    message: 'A strict CSP forbids style attributes.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name="html"] TemplateElement[value.raw=/\\s\\?[\\w-]+=$/]',
    message: 'The build leaves boolean attributes out of Lit: a value, or `nothing`.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name="css"] TemplateElement[value.raw=/\\drem\\b/]',
    message: 'The page decides what a rem is: em.',
  },
];

const callsThatNobodyAwaits = [
  { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite', 'before', 'after'] },
  // Chai's `equal`, which these types say is a promise because of their own snapshots.
  { from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal' },
];

export default defineConfig(
  // The apps have frameworks, and what those ask for, of their own.
  globalIgnores(['dist/', 'coverage/', 'test/frameworks/apps/']),
  js.configs.recommended,
  ts.configs.strict,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['vite.config.ts'] } } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Factories return closures, which need no `this`.
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': ['error', ...typescriptForTypesOnly],
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'object-shorthand': 'error',
      // The compiler knows better which globals there are.
      'no-undef': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], litA11y.configs.recommended, wc.configs['flat/best-practice']],
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-syntax': ['error', ...typescriptForTypesOnly, ...guestsOnThePage],
      '@typescript-eslint/no-restricted-imports': ['error', { paths: forbiddenEverywhere }],
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-native-attributes': 'off',
      'lit/no-this-assign-in-render': 'error',
      'lit/prefer-nothing': 'error',
    },
  },
  ...Object.entries(rooms).map(room),
  {
    files: eager.map((name) => `src/${name}.ts`),
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: forbiddenEverywhere,
          patterns: [
            nothingBut(
              [String.raw`\./(${eager.join('|')})\.js`, String.raw`@lit/reactive-element(/.+)?`],
              'Loaded before any intent: the panel and its rooms come by import() only.',
            ),
          ],
        },
      ],
    },
  },
  { files: ['src/locales/**'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  {
    files: ['demo/backend/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: String.raw`/src/|^help-ticket-widget(?!/ticket\.js$)`,
              message: 'The backend knows help-ticket-widget/ticket.js and nothing else of the widget.',
            },
          ],
        },
      ],
    },
  },
  {
    // What stands in templates here is Hono's markup, whose type knows no string.
    files: ['demo/backend/**/*.ts'],
    rules: { '@typescript-eslint/no-base-to-string': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    // Tests look into answers and pages that nobody has typed.
    extends: [untyped()],
    rules: {
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: callsThatNobodyAwaits }],
      // Chai's assertions are properties: expect(x).to.be.true.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  // Their tools read a default export.
  { files: ['*.config.{ts,js,mjs}'], rules: { 'no-restricted-syntax': 'off' } },
);

function untyped() {
  const rules = ['argument', 'assignment', 'call', 'member-access', 'return'];
  return { rules: Object.fromEntries(rules.map((name) => [`@typescript-eslint/no-unsafe-${name}`, 'off'])) };
}
