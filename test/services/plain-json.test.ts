import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { toPlainJson } from '../../src/services/plain-json.js';

describe('plain JSON', () => {
  it('is what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(toPlainJson(value)).to.equal(JSON.stringify(value));
      }),
    );
  });

  it('leaves out what is undefined', () => {
    expect(toPlainJson({ a: undefined, b: [undefined, 1], c: { d: undefined } })).to.equal('{"b":[null,1],"c":{}}');
  });

  it('does not ask a toJSON that an old library has put on all arrays, strings and objects', () => {
    const value = { list: ['a', { b: 1 }], text: 'ü"', when: null };
    const plain = JSON.stringify(value);
    const owners = [Array.prototype, String.prototype, Object.prototype] as { toJSON?: () => string }[];
    for (const owner of owners) owner.toJSON = () => 'broken';
    try {
      expect(toPlainJson(value)).to.equal(plain);
    } finally {
      for (const owner of owners) delete owner.toJSON;
    }
  });
});
