import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { transform as esbuild } from 'esbuild';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import {
  type BuildEnvironmentOptions,
  defineConfig,
  type EnvironmentOptions,
  type Plugin,
  type UserConfig,
} from 'vite';

const target = 'es2022';
const cdn = 'dist/cdn';

/** terser finds about two per cent that Vite's own minifier leaves, and the other way round: both run. */
const smallest: BuildEnvironmentOptions = {
  target,
  outDir: cdn,
  minify: 'terser',
  terserOptions: { ecma: 2020, compress: { passes: 3 } },
};

/** What npm installs: ES modules, with the dependencies left to the site's own bundler. */
const npm: EnvironmentOptions = {
  consumer: 'client',
  build: {
    target,
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    lib: {
      entry: { index: 'src/index.ts', define: 'src/define.ts', ticket: 'src/ticket/index.ts' },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit(-html)?($|\/)/, /^@lit\//, /^zod($|\/)/],
      checks: { circularDependency: true },
      onLog(level, log, report) {
        if (log.code === 'CIRCULAR_DEPENDENCY') throw new Error(log.message);
        report(level, log);
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
};

/** The lazy half behind the script tag, with all that it needs and one more file for each locale. */
const panel: EnvironmentOptions = {
  consumer: 'client',
  build: {
    ...smallest,
    lib: { entry: 'src/panel.ts', formats: ['es'] },
    rolldownOptions: {
      // terser takes its time.
      checks: { bundlerTimings: false },
      // Taking `css` from Lit's element must not bring the element, which is in the script tag's file.
      treeshake: { moduleSideEffects: [{ test: /\/node_modules\/@lit\//, sideEffects: false }] },
      output: {
        minify: true,
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.includes('/src/locales/') ? 'locale-[name]-[hash].js' : '[name]-[hash].js',
      },
    },
  },
};

/** The one file of the script tag, which runs as a classic script and as a module alike. */
const scriptTag: EnvironmentOptions = {
  consumer: 'client',
  build: {
    ...smallest,
    emptyOutDir: false,
    lib: { entry: 'src/script-tag.ts', formats: ['iife'], name: 'helpTicketWidgetScript' },
    rolldownOptions: {
      // The script tag replaces the element's own `import('./panel.js')`; inlined it would be the whole panel.
      external: /\/panel\.js$/,
      output: { minify: true, entryFileNames: 'help-ticket-widget.js' },
    },
  },
};

const packageBuild: UserConfig = {
  publicDir: false,
  plugins: [
    onlyForCdn(renameTrustedTypesPolicy()),
    onlyForCdn(leaveOutUnusedLit()),
    onlyForCdn(standAlone()),
    onlyForCdn(listMessages()),
    onlyForCdn(namePanelFile()),
    onlyForCdn(minifyStyles()),
    onlyForCdn(
      minifyTemplateLiterals({
        include: '**/src/**/*.ts',
        failOnError: true,
        options: { shouldMinifyCSS: () => false },
      }),
    ),
  ],
  environments: { npm, panel, scriptTag },
  builder: {
    async buildApp(builder) {
      const { npm, panel, scriptTag } = builder.environments;
      // One after the other: npm empties dist, and the script tag names the panel's file.
      for (const environment of [npm, panel, scriptTag]) if (environment) await builder.build(environment);
    },
  },
};

/** A site's own bundler sees the npm build, and its Lit is the site's: nothing is done to either. */
function onlyForCdn(plugin: { name: string }): Plugin {
  return { ...plugin, applyToEnvironment: ({ name }) => name !== 'npm' };
}

/**
 * A site that lists its `trusted-types` allows our policy by our name, and its own Lit may already hold the name
 * "lit-html" (creating a policy twice throws).
 */
function renameTrustedTypesPolicy(): Plugin {
  const createPolicy = 'createPolicy("lit-html"';
  return {
    name: 'rename-trusted-types-policy',
    transform: {
      filter: { id: /\/lit-html\.js$/ },
      handler(code) {
        if (!code.includes(createPolicy)) this.error(`lit-html no longer says ${createPolicy}`);
        return {
          code: code.replace(createPolicy, 'createPolicy("help-ticket-widget"'),
          map: null,
        };
      },
    },
  };
}

/**
 * Every browser that runs the panel can construct style sheets (2023), and the element has no decorators: the script tag's file need
 * not carry Lit's other ways to style a shadow root, its polyfill's hook, and what it writes down for decorators and for its own
 * console. A tenth of the file, and three globals fewer on the page.
 */
function leaveOutUnusedLit(): Plugin {
  const sheetsOnly = `
    export const unsafeCSS = (text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); return sheet; };
    export const adoptStyles = (root, sheets) => { root.adoptedStyleSheets = sheets; };
    export const getCompatibleStyle = (sheet) => sheet;
    export const [css, CSSResult, supportsAdoptingStyleSheets] = [unsafeCSS, CSSStyleSheet, true];`;
  const unused = [
    /\b\w+\.reactiveElementPolyfillSupport/,
    /Symbol\.metadata\?\?=Symbol\("metadata"\)/,
    /\b\w+\.litPropertyMetadata\?\?=new WeakMap/,
    /\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
  ];
  const decorated = /const \w+=this\[Symbol\.metadata\];if\(null!==\w+\)\{.*?\}(?=this\._\$Eh=)/;
  return {
    name: 'leave-out-unused-lit',
    transform: {
      filter: { id: /\/reactive-element\/(css-tag|reactive-element)\.js$/ },
      handler(code, id) {
        if (id.endsWith('/css-tag.js')) return { code: sheetsOnly, map: null };
        const without = (text: string, part: RegExp, instead: string) => {
          if (!part.test(text)) this.error(`Lit no longer has ${part}`);
          return text.replace(part, instead);
        };
        const bare = unused.reduce((text, part) => without(text, part, 'void 0'), code);
        return { code: without(bare, decorated, ''), map: null };
      },
    },
  };
}

/**
 * What libraries have for others is left out: a guest adds nothing to the page's globals, where zod would share its configuration
 * with every other zod, and nobody else meets our schemas or the errors that they find.
 */
function standAlone(): Plugin {
  const zod = (name: string) => new RegExp(String.raw`/zod/v4/core/${name}\.js$`);
  const shared = [
    {
      file: /\/lit-html\.js$/,
      code: /\w+=\w+\.litHtmlPolyfillSupport;\w+\?\.\(\w+,\w+\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
      instead: 'globals=0',
    },
    {
      file: zod('core'),
      code: /\(_a = globalThis\)\.__zod_globalConfig \?\? .*\n(export const globalConfig =) globalThis\.__zod_globalConfig;/,
      instead: '$1 {};',
    },
    {
      file: zod('errors'),
      code: /inst\.message = JSON\.stringify\([^;]*;\s*Object\.defineProperty\(inst, "toString", \{[\s\S]*?\}\);/,
      instead: '',
    },
    { file: zod('schemas'), code: /inst\._zod\.version = version;/, instead: '' },
    { file: zod('schemas'), code: /util\.defineLazy\(inst, "~standard", [\s\S]*?\n {4}\}\)\);/, instead: '' },
    { file: zod('util'), code: /\("captureStackTrace" in Error [^)]*\) => \{ \}\)/, instead: '(() => {})' },
  ];
  return {
    name: 'stand-alone',
    transform: {
      filter: { id: shared.map(({ file }) => file) },
      handler(source, id) {
        let code = source;
        for (const part of shared.filter(({ file }) => file.test(id))) {
          if (!part.code.test(code)) this.error(`${id} no longer has ${part.code}`);
          code = code.replace(part.code, part.instead);
        }
        return { code, map: null };
      },
    },
  };
}

/** A further language travels as a list in the order of the English keys: a quarter smaller than with them. */
function listMessages(): Plugin {
  const messagesOf = async (source: string) => {
    const { code } = await esbuild(source, { loader: 'ts' });
    const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as object;
    const [[name, messages] = ['', {}]] = Object.entries(module) as [string, Record<string, unknown>][];
    return { name, messages };
  };
  return {
    name: 'list-messages',
    transform: {
      filter: { id: /\/src\/locales\/(?!en\.ts$)/ },
      async handler(code) {
        const english = await messagesOf(readFileSync('src/locales/en.ts', 'utf8'));
        const { name, messages } = await messagesOf(code);
        const list = Object.keys(english.messages).map((key) => messages[key]);
        return { code: `export const ${name} = ${JSON.stringify(list)};`, map: null };
      },
    },
  };
}

/** The panel's name holds a hash, so that a new release is never served from an old cache. */
function namePanelFile(): Plugin {
  return {
    name: 'name-panel-file',
    applyToEnvironment: ({ name }) => name === 'scriptTag',
    transform: {
      filter: { id: /\/src\//, code: '__PANEL_FILE__' },
      handler(code) {
        const file = readdirSync(cdn).find((name) => name.startsWith('panel-'));
        return {
          code: code.replaceAll('__PANEL_FILE__', JSON.stringify(file)),
          map: null,
        };
      },
    },
  };
}

/**
 * Styles in css`…`, or in a plain template after the comment "css". By esbuild, which knows nesting and container
 * queries; the template minifier's own clean-css does not.
 */
function minifyStyles(): Plugin {
  return {
    name: 'minify-styles',
    // The comment is gone once TypeScript is compiled.
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\//, code: /\bcss( \*\/ )?`/ },
      async handler(code) {
        let minified = '';
        let end = 0;
        for (const match of code.matchAll(/(?<=\bcss( \*\/ )?`)[^`$\\]*(?=`)/g)) {
          const { code: css } = await esbuild(match[0], { loader: 'css', minify: true });
          minified += code.slice(end, match.index) + css.trimEnd();
          end = match.index + match[0].length;
        }
        return { code: minified + code.slice(end), map: null };
      },
    },
  };
}

const root = import.meta.dirname;
const backendPort = process.env.PORT ?? '8787';

/** `npm run dev`: the demo's pages with the widget straight from src, and the backend for all the rest. */
const demo: UserConfig = {
  root: 'demo',
  appType: 'mpa',
  publicDir: false,
  define: { __PANEL_FILE__: JSON.stringify('panel.js') },
  plugins: [serveSourceAsCdn(), runBackend()],
  server: {
    fs: { allow: [root] },
    proxy: { '/': { target: `http://localhost:${backendPort}`, bypass: leaveToVite } },
  },
};

function leaveToVite({ url = '/' }: IncomingMessage): string | undefined {
  const path = url.replace(/\?.*/, '').replace(/\/$/, '/index.html');
  const isVites = /^\/(@|node_modules\/|cdn\/)/.test(path) || existsSync(`${root}/demo${path}`);
  // The backend adds to the form where files go.
  return isVites && path !== '/form.json' ? url : undefined;
}

/** The demo's script tags ask for the built files; here they get the modules that those are built from. */
function serveSourceAsCdn(): Plugin {
  const modules = new Map([
    // A classic script cannot import statically.
    ['/cdn/help-ticket-widget.js', `import('/@fs${root}/src/script-tag.ts')`],
    ['/cdn/panel.js', `export * from '/@fs${root}/src/panel.ts'`],
  ]);
  return {
    name: 'serve-source-as-cdn',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const code = modules.get(request.url?.replace(/\?.*/, '') ?? '');
        if (code === undefined) return next();
        response.setHeader('Content-Type', 'text/javascript').end(code);
      });
    },
  };
}

function runBackend(): Plugin {
  return {
    name: 'run-backend',
    configureServer({ httpServer }) {
      const backend = spawn(process.execPath, ['--watch', `${root}/demo/backend/main.ts`], {
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      httpServer?.on('close', () => backend.kill());
      process.on('exit', () => backend.kill());
    },
  };
}

export default defineConfig(({ command }) => (command === 'build' ? packageBuild : demo));
