import { expect } from '@open-wc/testing';
import { createUuid } from '../../src/services/uuid.js';

describe('uuid', () => {
  it('is a random UUID, version 4, and not twice the same', () => {
    const uuids = Array.from({ length: 500 }, createUuid);
    for (const uuid of uuids)
      expect(uuid).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(uuids).size).to.equal(500);
    expect(new Set(uuids.join('')).size).to.equal(17);
  });
});
