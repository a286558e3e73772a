import { expect } from '@open-wc/testing';
import { isEmail } from '../../src/ticket/email.js';

describe('e-mail', () => {
  const good = [
    'maria@example.com',
    'joão@exemplo.com',
    'maria@exemplo.com.br',
    'maria@münchen.de',
    '用户@例子.公司',
    'سلمى@مثال.مصر',
    "o'brien+help@sub.example.co.uk",
    'a@b.c',
    '1@1.1',
    'x_!#$%&*/=?^`{|}~-@example.com',
    `${'a'.repeat(242)}@example.com`,
  ];
  for (const text of good) it(`${text.slice(0, 40)} is one`, () => expect(isEmail(text)).to.equal(true));

  const bad = [
    '',
    'maria',
    'maria@',
    '@example.com',
    'maria@example',
    'maria@example.',
    'maria@.com',
    'maria@example..com',
    'maria@@example.com',
    'maria@a@example.com',
    'ma ria@example.com',
    'maria@exam ple.com',
    ' maria@example.com',
    'maria@example.com\n',
    'maria@example.com, ana@example.com',
    'maria@example.com;',
    'Maria <maria@example.com>',
    'mailto:maria@example.com',
    'maria@[127.0.0.1]',
    '"maria"@example.com',
    'maria\\@example.com',
    `${'a'.repeat(243)}@example.com`,
  ];
  for (const text of bad) {
    it(`${JSON.stringify(text.slice(0, 40))} is none`, () => expect(isEmail(text)).to.equal(false));
  }

  it('is told quickly even for a long and hopeless text', () => {
    const start = performance.now();
    isEmail(`a@${'a.'.repeat(120)}`);
    isEmail('a@'.repeat(100_000));
    expect(performance.now() - start).to.be.lessThan(1000);
  });
});
