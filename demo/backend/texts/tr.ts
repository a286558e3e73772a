import type { Texts } from './en.ts';

/**
 * Turkish, with “siz”, buttons in the short imperative; no suffixes on values.
 * Reviewed against the English; not yet checked by a native speaker.
 */
export const tr: Texts = {
  tag: 'tr',
  facts: {
    number: 'Talep numarası',
    country: 'Yaşadığınız ülke',
    topic: 'Konu',
    created: 'Oluşturulma zamanı',
    files: 'Dosyalar',
    yes: 'Evet',
  },
  confirmation: {
    subject: (number) => `[${number}] Destek talebinizi aldık`,
    title: 'Talebiniz oluşturuldu',
    greeting: 'Merhaba,',
    received: 'Destek talebinizi aldık. Talep numarasını saklayın.',
    replyBy: (time) => `${time} tarihine kadar e-postayla yanıt vereceğiz.`,
    replySoon: 'E-postayla yanıt vereceğiz.',
    spam: 'O zamana kadar yanıtımızı görmezseniz spam klasörüne bakın.',
    more: 'Eklemek istediğiniz bir şey mi var? Bu e-postayı yanıtlayın. Aynı sorun için ikinci bir talep yanıtı geciktirir.',
    secrets: 'Asla şifre, kod, kurtarma ifadesi veya özel anahtar istemeyiz.',
    notMe: 'Bu talebi siz oluşturmadıysanız bize bildirin, talebi kapatalım:',
    notMeLink: 'Bu ben değildim',
  },
  verification: {
    subject: 'Destek talebinizi onaylayın',
    title: 'Destek talebinizi onaylayın',
    greeting: 'Merhaba,',
    almost: 'Bir adım kaldı: talebiniz, onayladığınızda oluşturulur.',
    link: 'Talebi onayla',
    validity: 'Bağlantı 7 gün geçerlidir.',
    notMe:
      'Bunu siz istemediyseniz bir şey yapmanıza gerek yok: talep oluşturulmaz. Bu e-postaları artık almamak için:',
    notMeLink: 'Bu ben değildim',
  },
  pages: {
    notMe: {
      title: 'Bu siz değil miydiniz?',
      text: 'Biri, bir destek talebinde sizin e-posta adresinizi verdi. Bu siz değilseniz talebi kapatırız ve bu adrese artık taleplerle ilgili otomatik e-posta göndermeyiz.',
      button: 'Bu ben değildim: talebi kapat',
      doneTitle: 'Talep kapatıldı',
      doneText:
        'Bu adrese artık taleplerle ilgili otomatik e-posta göndermeyeceğiz. Başka bir şey yapmanıza gerek yok.',
    },
    verify: {
      title: 'Destek talebinizi onaylayın',
      text: 'Talebiniz, düğmeye bastığınızda oluşturulur.',
      button: 'Talebi oluştur',
      doneTitle: 'Talebiniz oluşturuldu',
      doneText: 'Size ayrıntıları içeren bir e-posta gönderdik. E-postayla yanıt veriyoruz: spam klasörüne de bakın.',
    },
    gone: {
      title: 'Bu bağlantı artık çalışmıyor',
      text: 'Eksik veya çok eski olabilir ya da talep kapatılmış olabilir.',
    },
  },
};
