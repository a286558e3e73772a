import { expect } from '@open-wc/testing';
import { row } from './row.js';

describe('hostile pages: a patched browser, and names that are taken', () => {
  row(15, 'requests, listeners, shadow roots and definitions go through the page’s own wrappers', {
    head: `<script>
      for (const [object, names] of [
        [window, ['fetch', 'setTimeout', 'requestAnimationFrame']],
        [EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']],
        [XMLHttpRequest.prototype, ['open', 'send', 'setRequestHeader', 'abort']],
        [Element.prototype, ['attachShadow', 'setAttribute']],
        [CustomElementRegistry.prototype, ['define', 'get']],
        [Node.prototype, ['appendChild', 'insertBefore', 'removeChild']],
        [History.prototype, ['pushState']],
        [Document.prototype, ['createElement', 'querySelector']],
        [Promise.prototype, ['then']],
      ]) for (const name of names) {
        const original = object[name];
        object[name] = function (...given) { return original.apply(this, given); };
      }
      const NativePromise = Promise;
      window.Promise = class ZoneAwarePromise extends NativePromise {};
      const open = XMLHttpRequest.prototype.open;
      XMLHttpRequest.prototype.open = function () { this.onreadystatechange = () => {}; this.withZone = true; return open.apply(this, arguments); };
    </script>`,
  });

  row(15, 'listeners have no options, as old polyfills know them', {
    head: `<script>
      const add = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type, listener, options) {
        return add.call(this, type, listener, typeof options === 'object' ? options.capture : options);
      };
    </script>`,
  });

  row(15, 'shadow roots are closed for everybody else’s eyes', {
    head: `<script>
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: 'open', delegatesFocus: false }); };
    </script>`,
  });

  row(
    16,
    'RequireJS and CommonJS wait for modules',
    {
      head: `<script>
        window.defined = [];
        window.define = function () { defined.push(arguments.length); };
        define.amd = { jQuery: true };
        window.module = { exports: {} };
        window.exports = module.exports;
        window.require = window.requirejs = function () { throw new Error('required'); };
      </script>`,
    },
    {
      afterwards({ window }) {
        const { defined, module } = window as unknown as { defined: unknown[]; module: { exports: object } };
        expect(defined).to.be.empty;
        expect(Object.keys(module.exports)).to.be.empty;
      },
    },
  );

  row(17, 'elements and variables have the names of our settings, of the document’s parts and of our ids', {
    head: `<script>var html = 1, css = 2, render = 3, ticket = 4, litElementVersions = 5; window.name = 'x'; var process = { env: 'x' };</script>`,
    content: `<form id="helpTicketWidget"><input name="endpoint"><input name="form"><input name="open"></form>
      <img name="currentScript" alt=""><form name="title"></form><form name="location"></form><img id="trustedTypes" alt="">
      <div id="heading"></div><div id="title"></div><div id="errors"></div><div id="contact-email"></div>
      <iframe name="customer"></iframe>`,
  });
});
