import { expect } from '@open-wc/testing';
import { catalogues } from '../../src/locales/catalogues.js';
import { nearestTag } from '../../src/ticket/nearest-tag.js';

const SHIPPED = ['en', ...Object.keys(catalogues)];

describe('the nearest tag', () => {
  for (const [wanted, nearest] of [
    ['en', 'en'],
    ['en-AU', 'en'],
    ['pt', 'pt-BR'],
    ['pt-BR', 'pt-BR'],
    ['pt_BR', 'pt-BR'],
    ['pt-PT', 'pt-PT'],
    ['pt-AO', 'pt-PT'],
    ['pt-MZ', 'pt-PT'],
    ['es', 'es'],
    ['es-ES', 'es'],
    ['es-MX', 'es-419'],
    ['es-AR', 'es-419'],
    ['es-419', 'es-419'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    // Codes that have been replaced.
    ['iw', 'he'],
    ['in', 'id'],
    ['fr-CA', 'fr'],
    ['DE-at', 'de'],
    ['ur-IN', 'ur'],
  ] as const) {
    it(`to ${wanted} is ${nearest}`, () => {
      expect(nearestTag(wanted, SHIPPED)).to.equal(nearest);
    });
  }

  for (const wanted of ['nb', 'nn', 'xx', 'tlh', '', 'not a tag', 'e', 'C', 'en--']) {
    it(`to "${wanted}" is none`, () => {
      expect(nearestTag(wanted, SHIPPED)).to.be.undefined;
    });
  }

  it('is of the right script before it is of the right region', () => {
    expect(nearestTag('zh-TW', ['zh-Hans-TW', 'zh-Hant-HK'])).to.equal('zh-Hant-HK');
  });

  it('is better than none in the wrong script', () => {
    expect(nearestTag('zh-TW', ['en', 'zh-Hans'])).to.equal('zh-Hans');
  });

  it('is the same one if it is there, whatever else is near', () => {
    expect(nearestTag('pt', ['pt-BR', 'pt', 'pt-PT'])).to.equal('pt');
  });

  it('passes over what is no tag', () => {
    expect(nearestTag('pt', ['', 'no tag', 'pt-BR'])).to.equal('pt-BR');
  });
});
