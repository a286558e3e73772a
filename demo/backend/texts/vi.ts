import type { Texts } from './en.ts';

/** Vietnamese, with "bạn". Reviewed against the English; not yet checked by a native speaker. */
export const vi: Texts = {
  tag: 'vi',
  facts: {
    number: 'Mã yêu cầu',
    country: 'Quốc gia cư trú',
    topic: 'Chủ đề',
    created: 'Thời gian tạo',
    files: 'Tệp',
    yes: 'Có',
  },
  confirmation: {
    subject: (number) => `[${number}] Chúng tôi đã nhận được yêu cầu hỗ trợ của bạn`,
    title: 'Yêu cầu của bạn đã được tạo',
    greeting: 'Xin chào,',
    received: 'Chúng tôi đã nhận được yêu cầu hỗ trợ của bạn. Hãy lưu lại mã yêu cầu.',
    replyBy: (time) => `Chúng tôi trả lời qua email, trước ${time}.`,
    replySoon: 'Chúng tôi trả lời qua email.',
    spam: 'Nếu đến lúc đó bạn chưa thấy câu trả lời, hãy kiểm tra thư mục spam.',
    more: 'Bạn muốn bổ sung? Hãy trả lời email này. Gửi thêm yêu cầu về cùng vấn đề sẽ khiến bạn chờ lâu hơn.',
    secrets: 'Chúng tôi không bao giờ hỏi mật khẩu, mã xác thực, cụm từ khôi phục hay khóa riêng tư.',
    notMe: 'Nếu bạn không tạo yêu cầu này, hãy báo cho chúng tôi để đóng yêu cầu:',
    notMeLink: 'Đây không phải là tôi',
  },
  verification: {
    subject: 'Xác nhận yêu cầu hỗ trợ của bạn',
    title: 'Xác nhận yêu cầu hỗ trợ của bạn',
    greeting: 'Xin chào,',
    almost: 'Chỉ còn một bước: yêu cầu được tạo khi bạn xác nhận.',
    link: 'Xác nhận yêu cầu',
    validity: 'Liên kết có hiệu lực trong 7 ngày.',
    notMe:
      'Nếu bạn không gửi yêu cầu này, bạn không cần làm gì: sẽ không có yêu cầu nào được tạo. Để không nhận email như thế này nữa:',
    notMeLink: 'Đây không phải là tôi',
  },
  pages: {
    notMe: {
      title: 'Không phải bạn?',
      text: 'Có người đã dùng địa chỉ email của bạn trong một yêu cầu hỗ trợ. Nếu không phải bạn, chúng tôi sẽ đóng yêu cầu đó và không gửi email tự động về yêu cầu hỗ trợ tới địa chỉ này nữa.',
      button: 'Đây không phải là tôi: đóng yêu cầu',
      doneTitle: 'Yêu cầu đã được đóng',
      doneText:
        'Chúng tôi sẽ không gửi email tự động về yêu cầu hỗ trợ tới địa chỉ này nữa. Bạn không cần làm gì thêm.',
    },
    verify: {
      title: 'Xác nhận yêu cầu hỗ trợ của bạn',
      text: 'Yêu cầu được tạo khi bạn nhấn nút này.',
      button: 'Tạo yêu cầu',
      doneTitle: 'Yêu cầu của bạn đã được tạo',
      doneText:
        'Chúng tôi đã gửi cho bạn email với thông tin chi tiết. Chúng tôi trả lời qua email: hãy kiểm tra cả thư mục spam.',
    },
    gone: {
      title: 'Liên kết này không còn hiệu lực',
      text: 'Có thể liên kết không đầy đủ hoặc đã quá cũ, hoặc yêu cầu đã được đóng.',
    },
  },
};
