import { expect } from '@open-wc/testing';
import { catalogues } from '../../src/locales/catalogues.js';
import { directionOf } from '../../src/ticket/direction.js';

describe('the direction of a language', () => {
  it('is from right to left for four of those that are shipped, wherever they are spoken', () => {
    const tags = ['en', ...Object.keys(catalogues), 'ar-MA', 'arn'];
    expect(tags.filter((tag) => directionOf(tag) === 'rtl').sort()).to.deep.equal(['ar', 'ar-MA', 'fa', 'he', 'ur']);
  });
});
