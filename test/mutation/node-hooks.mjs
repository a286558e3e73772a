/** Lets tests that were written for browsers run in Node: sources by their own extension, and Chai for the browsers' `expect`. */
import { registerHooks } from 'node:module';
import { expect } from 'chai';
import '../support/source-hooks.mjs';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@open-wc/testing') return { url: 'testing:chai', shortCircuit: true };
    return next(specifier, context);
  },
  load(url, context, next) {
    if (url !== 'testing:chai') return next(url, context);
    return { format: 'module', source: 'export const { expect } = globalThis;', shortCircuit: true };
  },
});

/** What the tests of services want of a browser. */
class StorageEvent extends Event {
  constructor(type, { key, newValue }) {
    super(type);
    Object.assign(this, { key, newValue });
  }
}

/** Web Storage of one process, as far as it is used: own members are the texts. */
class PageStorage {
  get length() {
    return Object.keys(this).length;
  }
  getItem(name) {
    return Object.hasOwn(this, name) ? this[name] : null;
  }
  setItem(name, text) {
    this[name] = String(text);
  }
  removeItem(name) {
    Reflect.deleteProperty(this, name);
  }
  clear() {
    for (const name of Object.keys(this)) this.removeItem(name);
  }
}

const page = new EventTarget();
for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'])
  globalThis[name] = page[name].bind(page);

for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(globalThis, name, { value: new PageStorage(), configurable: true, writable: true });
Object.assign(globalThis, { expect, StorageEvent, window: globalThis });
