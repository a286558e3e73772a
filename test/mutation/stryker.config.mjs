import { fileURLToPath } from 'node:url';

/** Not mutated: what only a browser can run (requests, IndexedDB, `fetch`, pictures). Their tests run in three engines with `npm test`. */
const browserOnly = ['transport', 'form-source', 'records', 'photo*', 'uploads'];
const withoutBrowser = (folder, extension) => [
  `${folder}/*${extension}`,
  ...browserOnly.map((name) => `!${folder}/${name}${extension}`),
];

export default {
  // By address: the project itself has none of them.
  plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/mocha-runner'))],
  mutate: ['src/ticket/*.ts', '!src/ticket/index.ts', ...withoutBrowser('src/services', '.ts')],
  testRunner: 'mocha',
  testRunnerNodeArgs: ['--import', new URL('node-hooks.mjs', import.meta.url).href],
  mochaOptions: {
    spec: ['test/ticket/*.test.ts', 'test/services/!(transport|form-source|records|photo*|uploads).test.ts'],
    'async-only': false,
    grep: '^(?!.*real browser)',
  },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 3000,
  ignorePatterns: ['dist', 'coverage', 'test/look/pictures', 'test/mutation/node_modules'],
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: false },
  thresholds: { high: 95, low: 90, break: 85 },
};
