import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { basename } from 'node:path';
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
  terserOptions: {
    ecma: 2020,
    compress: { passes: 3 },
    // Names that only Lit itself knows.
    mangle: { properties: { regex: /^_\$/ } },
  },
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
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
};

/** The one file of the script tag, which runs as a classic script and as a module alike. */
const scriptTag = classicScript('help-ticket-widget.js', {
  // The script tag replaces the element's own `import('./panel.js')`; inlined it would be the whole panel.
  external: /\/panel\.js$/,
});

/** The script tag with all that it would load later inside: for pages that combine scripts, or pin the whole of it by its hash. */
const allInOne = classicScript('help-ticket-widget.all.js', {
  checks: { bundlerTimings: false },
});

function classicScript(
  entryFileNames: string,
  options: BuildEnvironmentOptions['rolldownOptions'],
): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      ...smallest,
      emptyOutDir: false,
      lib: { entry: 'src/script-tag.ts', formats: ['iife'], name: 'helpTicketWidgetScript' },
      rolldownOptions: { ...options, output: { minify: true, entryFileNames } },
    },
  };
}

const packageBuild: UserConfig = {
  publicDir: false,
  plugins: [
    onlyForCdn(renameTrustedTypesPolicy()),
    onlyForCdn(leaveOutUnused()),
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
  environments: { npm, panel, scriptTag, allInOne },
  builder: {
    async buildApp(builder) {
      const { npm, panel, scriptTag, allInOne } = builder.environments;
      // One after the other: npm empties dist, and the script tag names the panel's file.
      for (const environment of [npm, panel, scriptTag, allInOne]) if (environment) await builder.build(environment);
      writeIntegrity();
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

/** Each part is there as the pinned release has it: with another one the build fails. */
type Cuts = readonly (readonly [part: string | RegExp, instead: string])[];

/**
 * What the script tag's file need not carry of Lit's element: browsers that run the panel can construct style sheets (2023), and one element,
 * whose properties are strings, booleans and objects that no attribute holds, has neither decorators nor converters nor accessors of its own.
 * A fifth of the file, and three globals fewer on the page.
 */
const UNUSED_OF_ELEMENT: Cuts = [
  ['p=a.reactiveElementPolyfillSupport', 'p=void 0'],
  ['(a.reactiveElementVersions??=[]).push("2.1.2")', 'void 0'],
  // Decorators.
  ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
  [
    'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
    '',
  ],
  // Initializers.
  ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
  [',void 0!==t.l&&(this.l=[...t.l])', ''],
  [',this.constructor.l?.forEach(t=>t(this))', ''],
  // Converters, of the element and for other types.
  [';break;case Object:case Array:t=null==t?t:JSON.stringify(t)', ''],
  [
    ';break;case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}',
    '',
  ],
  [
    'h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u',
    'h=u',
  ],
  ['(void 0!==i.converter?.toAttribute?i.converter:u)', 'u'],
  // Accessors, internal state, symbols for names.
  [
    'if(s.state&&(s.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),',
    'if(this._$Ei(),',
  ],
  [
    'const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),',
    'return{get(){return this[s]},set(r){const h=this[s];this[s]=r,',
  ],
  [
    'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
    '',
  ],
  ['[...r(t),...o(t)]', 'r(t)'],
  ['"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0', 'i??t.toLowerCase()'],
  // Default values that attributes restore.
  ['||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))', ''],
  ['i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||', ''],
  ['r??this._$Ej?.get(e)??r', 'r'],
  ['{useDefault:i,reflect:e,wrapped:h},r', '{reflect:e}'],
  ['this.hasUpdated||i||', 'this.hasUpdated||'],
  ['b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f}', 'b={}'],
  [
    'requestUpdate(t,s,i,e=!1,h){if(void 0!==t){const r=this.constructor;if(!1===e&&(h=this[t]),i??=r.getPropertyOptions(t),!((i.hasChanged??f)(h,s)))return;',
    'requestUpdate(t,s,i){if(void 0!==t){if(!f(this[t],s))return;',
  ],
  [
    'const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)',
    'e(this.prototype,t,this.getPropertyDescriptor(t,Symbol(),s))',
  ],
  ['getOwnPropertyDescriptor:h,getOwnPropertyNames:r,getOwnPropertySymbols:o', 'getOwnPropertyNames:r'],
  // Names that a compiler would change.
  [/\bd(?=\("\w+"\))/g, ''],
  ['d=(t,s)=>t,', ''],
  ['removeController(t){this._$EO?.delete(t)}', ''],
  // Hooks that nobody hangs on.
  [
    'const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}',
    'this.performUpdate();return!this.isUpdatePending}',
  ],
  [
    'let t=!1;const s=this._$AL;try{t=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this._$AE(s)',
    'const s=this._$AL;try{this.update(s)}catch(t){throw this._$EM(),t}this._$AE(s)',
  ],
  ['willUpdate(t){}', ''],
  ['this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t))', 'this.hasUpdated=!0'],
  ['firstUpdated(t){}', ''],
  ['shouldUpdate(t){return!0}', ''],
  ['return this.getUpdateComplete()}getUpdateComplete(){', ''],
  ['!s.noAccessor', '!0'],
  // No attribute is a place for code.
  ['c=a.trustedTypes,l=c?c.emptyScript:""', 'l=""'],
  // Several style sheets.
  [
    'const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i',
    'return[s]',
  ],
];

const SHEETS_ONLY = `
  export const unsafeCSS = (text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); return sheet; };
  export const adoptStyles = (root, sheets) => { root.adoptedStyleSheets = sheets; };
  export const getCompatibleStyle = (sheet) => sheet;
  export const [css, CSSResult, supportsAdoptingStyleSheets] = [unsafeCSS, CSSStyleSheet, true];`;

/** What the panel need not carry of lit-html: the views are HTML with values, attributes, properties and listeners, and no directives. */
const UNUSED_OF_TEMPLATES: Cuts = [
  ['B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3")', 'B=0'],
  // SVG and MathML as templates of their own.
  ['2===i?"<svg>":3===i?"<math>":""', '""'],
  ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
  [
    'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
    'this.el=S.createElement(f,e);P.currentNode=this.el.content;',
  ],
  // Values on elements, in comments, and in elements whose content is text.
  ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
  [
    '1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t))',
    'i=new r.ctor(h,r.name,r.strings,this,t)',
  ],
  ['else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}', ''],
  [
    'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
    '',
  ],
  ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
  // Directives.
  [
    'if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
    'return i}',
  ],
  ['t=M(this,t,i),a(t)?', 'a(t)?'],
  ['t!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
  ['t=M(this,t,i,0),o=!a(t)||t!==this._$AH&&t!==E,', 'o=!a(t)||t!==this._$AH,'],
  ['r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),', 'r=e[s+n],'],
  ['if((t=M(this,t,i,0)??A)===E)return;', 't??=A;'],
  ['"?"===e[1]?L:', ''],
  ['this._$AN=void 0,this._$AD=t', 'this._$AD=t'],
  ['get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}', ''],
  ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
  [
    'get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}',
    '',
  ],
  [',this._$Cv=e?.isConnected??!0', ''],
  ['for(this._$AP?.(!1,!0,s);', 'for(;'],
  ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
  ['get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}', ''],
  // Lists other than arrays, other documents, other places to render to.
  ['d=t=>u(t)||"function"==typeof t?.[Symbol.iterator]', 'd=u'],
  ['(t?.creationScope??l).importNode', 'l.importNode'],
  [
    'const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}',
    'let h=i._$litPart$;if(void 0===h)i._$litPart$=h=new k(i.appendChild(c()),null,void 0,s);',
  ],
  // Templates that were compiled, listeners with options.
  [
    '"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
    'this._$AC(t)',
  ],
  ['||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive', ''],
];

/** What the panel need not carry of zod: it reads synchronously, by `safeParse` alone, and codes are enough for it. */
const UNUSED_OF_SCHEMAS: Cuts = [
  // Answers that come later, and encoding.
  [/\b\w+ instanceof Promise/g, 'false'],
  ['ctx.direction === "backward"', 'false'],
  ['const catchall = def.catchall;', 'const catchall = undefined;'],
  [/util\.defineLazy\(inst, "~standard", .*?\n {4}\}\)\);/s, ''],
  [/util\.defineLazy\(inst\._zod, "propValues", .*?\n {4}\}\);/s, ''],
  [/if \(def\.coerce\)\n.*?catch \(_\) \{ \}/s, ''],
  ['inst._zod.version = version;', ''],
];
const UNUSED_OF_MINI: Cuts = [
  [/inst\.parse = .*/, ''],
  [/inst\.parseAsync = .*\n.*inst\.safeParseAsync = .*/, ''],
  [/inst\.brand = .*?inst\.apply = .*?\n/s, ''],
];
/** Its settings are nobody else's, and need no global. */
const UNUSED_OF_CORE: Cuts = [
  ['(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});', ''],
  ['globalThis.__zod_globalConfig', '{}'],
];

/** Errors are read by their issues, by nobody else, and thrown by none. */
const UNUSED_OF_ERRORS: Cuts = [
  [/inst\.message = JSON\.stringify\([^;]*;\s*Object\.defineProperty\(inst, "toString", \{.*?\}\);/s, ''],
];
const UNUSED_OF_UTIL: Cuts = [[/\("captureStackTrace" in Error [^)]*\) => \{ \}\)/, '(() => {})']];

/** What is left out of a module of Lit or zod, by the end of its path. */
const UNUSED: Readonly<Record<string, Cuts>> = {
  '/reactive-element/reactive-element.js': UNUSED_OF_ELEMENT,
  '/lit-html/lit-html.js': UNUSED_OF_TEMPLATES,
  '/zod/v4/core/schemas.js': UNUSED_OF_SCHEMAS,
  '/zod/v4/core/core.js': UNUSED_OF_CORE,
  '/zod/v4/core/errors.js': UNUSED_OF_ERRORS,
  '/zod/v4/core/util.js': UNUSED_OF_UTIL,
  '/zod/v4/mini/schemas.js': UNUSED_OF_MINI,
};

function leaveOutUnused(): Plugin {
  return {
    name: 'leave-out-unused',
    transform: {
      filter: { id: /\/node_modules\/.*\.js$/ },
      handler(code, id) {
        if (id.endsWith('/reactive-element/css-tag.js')) return { code: SHEETS_ONLY, map: null };
        const cuts = Object.entries(UNUSED).find(([path]) => id.endsWith(path))?.[1];
        for (const [part, instead] of cuts ?? []) {
          const shorter = code.replace(part, () => instead);
          if (shorter === code) this.error(`${id} no longer has ${String(part)}`);
          code = shorter;
        }
        return cuts && { code, map: null };
      },
    },
  };
}

/**
 * Further languages travel as lists in the order of the English keys, a quarter smaller than with them. The panel finds them by their tags: two
 * dozen names with a hash each would weigh more in it than a feature.
 */
function listMessages(): Plugin {
  const messagesOf = async (file: string) => {
    const { code } = await esbuild(readFileSync(`src/locales/${file}.ts`, 'utf8'), { loader: 'ts' });
    const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as object;
    return Object.entries(module)[0] as [name: string, messages: Record<string, unknown>];
  };
  const listOf = async (file: string) => {
    const [[, english], [name, messages]] = await Promise.all([messagesOf('en'), messagesOf(file)]);
    const list = JSON.stringify(Object.keys(english).map((key) => messages[key]));
    const { code } = await esbuild(`export default ${list}`, { minify: true, charset: 'utf8' });
    return { name, list: code.replace(/^export default\s*|;\s*$/g, '') };
  };
  return {
    name: 'list-messages',
    // Before the types go, and with them the form of the catalogues' list.
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/locales\/(?!en\.ts$)/ },
      async handler(source, id) {
        const file = basename(id, '.ts');
        const isPanel = this.environment.name === 'panel';
        if (file !== 'catalogues') {
          const { name, list } = await listOf(file);
          return { code: `export const ${name} = ${list};`, map: null };
        }
        if (!isPanel) return undefined;
        const tags = [...source.matchAll(/^ {2}'?([\w-]+)'?: \(\) => import\(/gm)].map(([, tag = '']) => tag);
        const lists = await Promise.all(tags.map((tag) => listOf(tag.toLowerCase())));
        const hash = createHash('sha256').update(JSON.stringify(lists)).digest('base64url').slice(0, 8);
        for (const [index, tag] of tags.entries()) {
          const fileName = `locale-${tag.toLowerCase()}-${hash}.js`;
          this.emitFile({ type: 'asset', fileName, source: `export default${lists[index]?.list ?? '[]'}` });
        }
        const code = `export const catalogues = Object.fromEntries(${JSON.stringify(tags.join(' '))}.split(' ').map((tag) =>
          [tag, () => import(/* @vite-ignore */ \`./locale-\${tag.toLowerCase()}-${hash}.js\`).then((module) => module.default)]));`;
        return { code, map: null };
      },
    },
  };
}

/** The panel's name holds a hash, so that a new release is never served from an old cache. All in one there is no such file. */
function namePanelFile(): Plugin {
  return {
    name: 'name-panel-file',
    transform: {
      filter: { id: /\/src\//, code: '__PANEL_FILE__' },
      handler(code) {
        const isAlone = this.environment.name === 'allInOne';
        const file = isAlone ? '' : readdirSync(cdn).find((name) => name.startsWith('panel-'));
        return {
          code: code.replaceAll('__PANEL_FILE__', JSON.stringify(file)),
          map: null,
        };
      },
    },
  };
}

/** What `integrity` says of each file for the script tag (W3C Subresource Integrity), by the file's name. */
function writeIntegrity(): void {
  const hashes = readdirSync(cdn).map((file) => {
    const digest = createHash('sha384').update(readFileSync(`${cdn}/${file}`));
    return [file, `sha384-${digest.digest('base64')}`];
  });
  writeFileSync(`${cdn}/integrity.json`, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
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
