import type { Texts } from './en.ts';

/** Traditional Chinese of Taiwan, with 您. Reviewed against the English; not yet checked by a native speaker. */
export const zhHant: Texts = {
  tag: 'zh-Hant',
  facts: {
    number: '客服單編號',
    country: '居住國家/地區',
    topic: '問題類型',
    created: '建立時間',
    files: '檔案',
    yes: '是',
  },
  confirmation: {
    subject: (number) => `[${number}] 我們已收到您的客服單`,
    title: '您的客服單已建立',
    greeting: '您好：',
    received: '我們已收到您的客服單。請保留客服單編號。',
    replyBy: (time) => `我們會在 ${time} 前以電子郵件回覆。`,
    replySoon: '我們會以電子郵件回覆。',
    spam: '如果屆時仍未看到我們的回覆，請查看垃圾郵件匣。',
    more: '需要補充嗎？請直接回覆這封電子郵件。就同一問題另建客服單會延長等候時間。',
    secrets: '我們絕不會向您索取密碼、驗證碼、助記詞或私鑰。',
    notMe: '如果您沒有送出這張客服單，請告訴我們，我們會將它關閉：',
    notMeLink: '這不是我送出的',
  },
  verification: {
    subject: '請確認您的客服單',
    title: '請確認您的客服單',
    greeting: '您好：',
    almost: '只差一步：您確認後，客服單才會建立。',
    link: '確認客服單',
    validity: '連結的有效期限為 7 天。',
    notMe: '如果您沒有送出客服單，則不需要任何動作：客服單不會建立。如果不想再收到這類電子郵件：',
    notMeLink: '這不是我送出的',
  },
  pages: {
    notMe: {
      title: '不是您送出的？',
      text: '有人在客服單中填寫了您的電子郵件。如果不是您本人，我們會關閉該客服單，並且不再寄送有關客服單的自動郵件到這個地址。',
      button: '這不是我送出的，關閉客服單',
      doneTitle: '客服單已關閉',
      doneText: '我們不再寄送有關客服單的自動郵件到這個地址。您不需要再做任何動作。',
    },
    verify: {
      title: '請確認您的客服單',
      text: '您按下按鈕後，客服單就會建立。',
      button: '建立客服單',
      doneTitle: '您的客服單已建立',
      doneText: '我們已將詳細資訊寄給您。我們會以電子郵件回覆：請一併查看垃圾郵件匣。',
    },
    gone: {
      title: '此連結已失效',
      text: '連結可能不完整或已過期，或者客服單已關閉。',
    },
  },
};
