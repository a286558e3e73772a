import type { Texts } from './en.ts';

/** Simplified Chinese, with 您. Reviewed against the English; not yet checked by a native speaker. */
export const zhHans: Texts = {
  tag: 'zh-Hans',
  facts: {
    number: '工单号',
    country: '居住国家/地区',
    topic: '问题类型',
    created: '创建时间',
    files: '文件',
    yes: '是',
  },
  confirmation: {
    subject: (number) => `[${number}] 我们已收到您的客服工单`,
    title: '您的工单已创建',
    greeting: '您好：',
    received: '我们已收到您的客服工单。请保存工单号。',
    replyBy: (time) => `我们会在 ${time} 前通过邮件回复。`,
    replySoon: '我们会通过邮件回复。',
    spam: '如果届时仍未看到我们的回复，请查看垃圾邮件文件夹。',
    more: '需要补充？请直接回复此邮件。就同一问题再建工单会延长等待时间。',
    secrets: '我们绝不会向您索要密码、验证码、助记词或私钥。',
    notMe: '如果您没有提交此工单，请告诉我们，我们会将其关闭：',
    notMeLink: '不是我提交的',
  },
  verification: {
    subject: '请确认您的客服工单',
    title: '请确认您的客服工单',
    greeting: '您好：',
    almost: '只差一步：您确认后，工单才会创建。',
    link: '确认工单',
    validity: '链接有效期为7天。',
    notMe: '如果您没有提交过，则无需任何操作：工单不会创建。如果不想再收到此类邮件：',
    notMeLink: '不是我提交的',
  },
  pages: {
    notMe: {
      title: '不是您提交的？',
      text: '有人在客服工单中填写了您的邮箱。如果不是您本人，我们会关闭该工单，并且不再向此邮箱发送有关工单的自动邮件。',
      button: '不是我提交的，关闭工单',
      doneTitle: '工单已关闭',
      doneText: '我们不再向此邮箱发送有关工单的自动邮件。您无需再做其他操作。',
    },
    verify: {
      title: '请确认您的客服工单',
      text: '您点击按钮后，工单就会创建。',
      button: '创建工单',
      doneTitle: '您的工单已创建',
      doneText: '我们已将详细信息发送到您的邮箱。我们会通过邮件回复：请同时查看垃圾邮件文件夹。',
    },
    gone: {
      title: '此链接已失效',
      text: '链接可能不完整或已过期，或者工单已关闭。',
    },
  },
};
