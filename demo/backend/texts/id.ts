import type { Texts } from './en.ts';

/** Indonesian, with "Anda". Reviewed against the English; not yet checked by a native speaker. */
export const id: Texts = {
  tag: 'id',
  facts: {
    number: 'Nomor tiket',
    country: 'Negara tempat tinggal',
    topic: 'Topik',
    created: 'Dibuat',
    files: 'File',
    yes: 'Ya',
  },
  confirmation: {
    subject: (number) => `[${number}] Kami telah menerima tiket bantuan Anda`,
    title: 'Tiket Anda telah dibuat',
    greeting: 'Halo,',
    received: 'Kami telah menerima tiket bantuan Anda. Simpan nomornya.',
    replyBy: (time) => `Kami menjawab lewat email, paling lambat ${time}.`,
    replySoon: 'Kami menjawab lewat email.',
    spam: 'Jika sampai saat itu Anda belum menerima jawaban kami, periksa folder spam.',
    more: 'Ada yang ingin ditambahkan? Balas email ini. Tiket kedua tentang masalah yang sama memperlambat jawaban.',
    secrets: 'Kami tidak pernah meminta kata sandi, kode, frasa pemulihan, atau kunci privat.',
    notMe: 'Jika Anda tidak membuat tiket ini, beri tahu kami dan kami akan menutupnya:',
    notMeLink: 'Ini bukan saya',
  },
  verification: {
    subject: 'Konfirmasi tiket bantuan Anda',
    title: 'Konfirmasi tiket bantuan Anda',
    greeting: 'Halo,',
    almost: 'Satu langkah lagi: tiket Anda akan dibuat setelah Anda mengonfirmasinya.',
    link: 'Konfirmasi tiket',
    validity: 'Tautan ini berlaku selama 7 hari.',
    notMe:
      'Jika Anda tidak memintanya, Anda tidak perlu melakukan apa pun: tiket tidak akan dibuat. Agar tidak menerima email seperti ini lagi:',
    notMeLink: 'Ini bukan saya',
  },
  pages: {
    notMe: {
      title: 'Bukan Anda?',
      text: 'Seseorang mencantumkan alamat email Anda di tiket bantuan. Jika itu bukan Anda, kami akan menutup tiket tersebut dan tidak lagi mengirim email otomatis tentang tiket ke alamat ini.',
      button: 'Ini bukan saya: tutup tiket',
      doneTitle: 'Tiket telah ditutup',
      doneText:
        'Kami tidak lagi mengirim email otomatis tentang tiket ke alamat ini. Anda tidak perlu melakukan apa pun lagi.',
    },
    verify: {
      title: 'Konfirmasi tiket bantuan Anda',
      text: 'Tiket Anda akan dibuat setelah Anda menekan tombol ini.',
      button: 'Buat tiket',
      doneTitle: 'Tiket Anda telah dibuat',
      doneText: 'Kami telah mengirim email berisi rinciannya. Kami menjawab lewat email: periksa juga folder spam.',
    },
    gone: {
      title: 'Tautan ini tidak berlaku lagi',
      text: 'Tautan mungkin tidak lengkap atau sudah terlalu lama, atau tiketnya telah ditutup.',
    },
  },
};
