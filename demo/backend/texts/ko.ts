import type { Texts } from './en.ts';

/** Korean, polite: -습니다 and -세요; a ticket is a 문의. Reviewed against the English; not yet checked by a native speaker. */
export const ko: Texts = {
  tag: 'ko',
  facts: {
    number: '문의 번호',
    country: '거주 국가',
    topic: '문의 유형',
    created: '접수 일시',
    files: '파일',
    yes: '예',
  },
  confirmation: {
    subject: (number) => `[${number}] 고객 지원 문의가 접수되었습니다`,
    title: '문의가 접수되었습니다',
    greeting: '안녕하세요.',
    received: '고객 지원 문의가 접수되었습니다. 문의 번호를 보관하세요.',
    replyBy: (time) => `${time}까지 이메일로 답변드립니다.`,
    replySoon: '이메일로 답변드립니다.',
    spam: '그때까지 답변이 보이지 않으면 스팸함을 확인하세요.',
    more: '추가할 내용이 있으면 이 이메일에 회신하세요. 같은 문제로 다시 문의하면 답변이 늦어집니다.',
    secrets: '저희는 비밀번호, 인증번호, 시드 구문, 개인 키를 절대 묻지 않습니다.',
    notMe: '이 문의를 작성하지 않으셨다면 알려 주세요. 문의를 종료하겠습니다:',
    notMeLink: '제가 보내지 않았습니다',
  },
  verification: {
    subject: '고객 지원 문의를 확인해 주세요',
    title: '고객 지원 문의를 확인해 주세요',
    greeting: '안녕하세요.',
    almost: '한 단계만 남았습니다. 확인하시면 문의가 접수됩니다.',
    link: '문의 확인',
    validity: '링크는 7일 동안 사용할 수 있습니다.',
    notMe:
      '요청하지 않으셨다면 아무것도 하지 않으셔도 됩니다. 문의는 접수되지 않습니다. 이런 이메일을 더 받지 않으려면:',
    notMeLink: '제가 보내지 않았습니다',
  },
  pages: {
    notMe: {
      title: '직접 보내지 않으셨나요?',
      text: '누군가 고객 지원 문의에 이 이메일 주소를 입력했습니다. 직접 보내지 않으셨다면 문의를 종료하고, 문의에 관한 자동 이메일을 이 주소로 더 보내지 않겠습니다.',
      button: '제가 보내지 않았습니다: 문의 종료',
      doneTitle: '문의가 종료되었습니다',
      doneText: '문의에 관한 자동 이메일을 이 주소로 더 보내지 않습니다. 더 하실 일은 없습니다.',
    },
    verify: {
      title: '고객 지원 문의를 확인해 주세요',
      text: '버튼을 누르면 문의가 접수됩니다.',
      button: '문의 접수',
      doneTitle: '문의가 접수되었습니다',
      doneText: '자세한 내용을 이메일로 보냈습니다. 답변도 이메일로 드리니 스팸함도 확인하세요.',
    },
    gone: {
      title: '이 링크는 더 이상 사용할 수 없습니다',
      text: '링크가 불완전하거나 오래되었거나 문의가 이미 종료되었을 수 있습니다.',
    },
  },
};
