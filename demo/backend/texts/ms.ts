import type { Texts } from './en.ts';

/** Malay, with "anda". Reviewed against the English; not yet checked by a native speaker. */
export const ms: Texts = {
  tag: 'ms',
  facts: {
    number: 'Nombor tiket',
    country: 'Negara tempat tinggal',
    topic: 'Topik',
    created: 'Dicipta',
    files: 'Fail',
    yes: 'Ya',
  },
  confirmation: {
    subject: (number) => `[${number}] Kami telah menerima tiket sokongan anda`,
    title: 'Tiket anda telah dicipta',
    greeting: 'Helo,',
    received: 'Kami telah menerima tiket sokongan anda. Simpan nombornya.',
    replyBy: (time) => `Kami menjawab melalui e-mel, sebelum ${time}.`,
    replySoon: 'Kami menjawab melalui e-mel.',
    spam: 'Jika jawapan kami belum sampai menjelang masa itu, semak folder spam.',
    more: 'Ada yang hendak ditambah? Balas e-mel ini. Tiket kedua tentang masalah yang sama melambatkan jawapan.',
    secrets: 'Kami tidak pernah meminta kata laluan, kod, frasa pemulihan atau kunci peribadi.',
    notMe: 'Jika anda tidak mencipta tiket ini, beritahu kami dan kami akan menutupnya:',
    notMeLink: 'Ini bukan saya',
  },
  verification: {
    subject: 'Sahkan tiket sokongan anda',
    title: 'Sahkan tiket sokongan anda',
    greeting: 'Helo,',
    almost: 'Satu langkah lagi: tiket anda akan dicipta selepas anda mengesahkannya.',
    link: 'Sahkan tiket',
    validity: 'Pautan ini sah selama 7 hari.',
    notMe:
      'Jika anda tidak memintanya, anda tidak perlu berbuat apa-apa: tiket tidak akan dicipta. Untuk tidak menerima e-mel seperti ini lagi:',
    notMeLink: 'Ini bukan saya',
  },
  pages: {
    notMe: {
      title: 'Bukan anda?',
      text: 'Seseorang telah memberikan alamat e-mel anda dalam tiket sokongan. Jika itu bukan anda, kami akan menutup tiket itu dan tidak lagi menghantar e-mel automatik tentang tiket ke alamat ini.',
      button: 'Ini bukan saya: tutup tiket',
      doneTitle: 'Tiket telah ditutup',
      doneText:
        'Kami tidak lagi menghantar e-mel automatik tentang tiket ke alamat ini. Anda tidak perlu berbuat apa-apa lagi.',
    },
    verify: {
      title: 'Sahkan tiket sokongan anda',
      text: 'Tiket anda akan dicipta apabila anda menekan butang ini.',
      button: 'Cipta tiket',
      doneTitle: 'Tiket anda telah dicipta',
      doneText: 'Kami telah menghantar e-mel dengan butirannya. Kami menjawab melalui e-mel: semak juga folder spam.',
    },
    gone: {
      title: 'Pautan ini tidak berfungsi lagi',
      text: 'Pautan mungkin tidak lengkap atau terlalu lama, atau tiketnya telah ditutup.',
    },
  },
};
