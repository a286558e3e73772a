import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import type { Contestant } from './contestant.ts';

const MODULES = join(import.meta.dirname, 'node_modules');

function read(path: string): Buffer {
  return readFileSync(join(MODULES, path));
}

function versionOf(name: string): string {
  return (JSON.parse(String(read(`${name}/package.json`))) as { version: string }).version;
}

/** What npm ships for the same purpose, set up as each README says. None of them talks to its maker's servers here. */
export async function peers(): Promise<readonly Contestant[]> {
  return [...(await sentry()), pushfeedback(), feedbackJs(), await survey(), altcha()];
}

/** The one loads its modal with the page, the other from the maker's CDN: here that is the same, packed from npm. */
async function sentry(): Promise<readonly Contestant[]> {
  const names = ['sentry-sync', 'sentry-async', 'sentry-modal', 'sentry-screenshot'] as const;
  const [sync, async, modal, screenshot] = await Promise.all(names.map((name) => bundle(name)));
  const version = versionOf('@sentry/browser');
  const inside = { launcher: ['#sentry-feedback', '.widget__actor'], form: ['#sentry-feedback', 'input[name=name]'] };
  return [
    {
      id: 'sentry-sync',
      title: `@sentry/browser ${version}, feedback sync`,
      html: '<script async src="/sentry-sync.js"></script>',
      files: { 'sentry-sync.js': sync! },
      ...inside,
    },
    {
      id: 'sentry-async',
      title: `@sentry/browser ${version}, feedback async`,
      html: '<script async src="/sentry-async.js"></script>',
      files: {
        'sentry-async.js': async!,
        [`${version}/feedback-modal.min.js`]: modal!,
        [`${version}/feedback-screenshot.min.js`]: screenshot!,
      },
      ...inside,
    },
  ];
}

/** Without the web font and the project's settings that it would fetch from its maker's server. */
function pushfeedback(): Contestant {
  const folder = 'pushfeedback/dist/pushfeedback';
  const files = readdirSync(join(MODULES, folder)).map((file) => [`pushfeedback/${file}`, read(`${folder}/${file}`)]);
  return {
    id: 'pushfeedback',
    title: `pushfeedback ${versionOf('pushfeedback')}`,
    html: `<link rel="stylesheet" href="/pushfeedback/pushfeedback.css">
      <script type="module" src="/pushfeedback/pushfeedback.esm.js"></script>
      <feedback-button project="bench" button-position="bottom-right" custom-font="true" fetch-data="false">Feedback</feedback-button>`,
    files: Object.fromEntries(files),
    launcher: ['feedback-button', '.feedback-button-content'],
    form: ['feedback-modal', 'textarea'],
  };
}

function feedbackJs(): Contestant {
  return {
    id: 'feedback-js',
    title: `@betahuhn/feedback-js ${versionOf('@betahuhn/feedback-js')}`,
    html: '<script async src="/feedback-js.js" data-feedback-endpoint="/tickets"></script>',
    files: { 'feedback-js.js': read('@betahuhn/feedback-js/dist/feedback-js.min.js') },
    launcher: ['#feedback-btn'],
    // Its form begins with the kind of feedback.
    form: ['.feedback-item'],
  };
}

/** With the fields and steps of the widget's own form, and without the web font. */
async function survey(): Promise<Contestant> {
  return {
    id: 'survey',
    title: `survey-js-ui ${versionOf('survey-js-ui')}`,
    html: '<link rel="stylesheet" href="/survey-core.css"><script async src="/survey.js"></script>',
    files: { 'survey.js': await bundle('survey'), 'survey-core.css': read('survey-core/survey-core.fontless.min.css') },
    launcher: ['.sv_window_button_collapse'],
    form: ['.sd-question'],
  };
}

/** No form, only the cost of being there. */
function altcha(): Contestant {
  return {
    id: 'altcha',
    title: `altcha ${versionOf('altcha')} (no form)`,
    html: '<altcha-widget challenge="/challenge"></altcha-widget><script async type="module" src="/altcha.js"></script>',
    files: { 'altcha.js': read('altcha/dist/main/altcha.min.js') },
    launcher: ['altcha-widget', 'input'],
  };
}
