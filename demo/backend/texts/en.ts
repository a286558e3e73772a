/** All that the backend says to customers, in English. The other languages have the same members. */
export const en = {
  tag: 'en',
  facts: {
    number: 'Ticket number',
    country: 'Country of residence',
    topic: 'Topic',
    created: 'Created',
    files: 'Files',
    yes: 'Yes',
  },
  confirmation: {
    subject: (number: string) => `[${number}] We have received your support ticket`,
    title: 'Your ticket is created',
    greeting: 'Hello,',
    received: 'We have received your support ticket. Keep its number for your records.',
    replyBy: (time: string) => `We answer by email, no later than ${time}.`,
    replySoon: 'We answer by email.',
    spam: 'If you do not see our answer by then, look in your spam folder.',
    more: 'Something to add? Reply to this email. A second ticket about the same problem makes the answer slower.',
    secrets: 'We never ask for passwords, codes, seed phrases or private keys.',
    notMe: 'If you did not create this ticket, tell us and we close it:',
    notMeLink: 'This wasn’t me',
  },
  verification: {
    subject: 'Confirm your support ticket',
    title: 'Confirm your support ticket',
    greeting: 'Hello,',
    almost: 'One step is left: your ticket is created when you confirm it.',
    link: 'Confirm the ticket',
    validity: 'The link works for 7 days.',
    notMe: 'If you did not ask for this, there is nothing to do: no ticket is created. To get no more of these emails:',
    notMeLink: 'This wasn’t me',
  },
  pages: {
    notMe: {
      title: 'This wasn’t you?',
      text: 'Someone gave your email address in a support ticket. If it was not you, we close the ticket, and this address gets no more automatic emails from us about tickets.',
      button: 'This wasn’t me: close the ticket',
      doneTitle: 'The ticket is closed',
      doneText: 'This address gets no more automatic emails from us about tickets. There is nothing else to do.',
    },
    verify: {
      title: 'Confirm your support ticket',
      text: 'Your ticket is created when you press the button.',
      button: 'Create the ticket',
      doneTitle: 'Your ticket is created',
      doneText: 'We have sent you an email with its details. We answer by email: check your spam folder too.',
    },
    gone: {
      title: 'This link does not work any more',
      text: 'It may be incomplete or too old, or the ticket has been closed.',
    },
  },
};

export type Texts = typeof en;
