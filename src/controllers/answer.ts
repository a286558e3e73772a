import type { Answers } from '../ticket/answers.js';

/** What changes among the answers when the control behind a pointer does. */
export function answersOf(answers: Answers, pointer: string, value: string | boolean): Partial<Answers> {
  const [, root = '', name = ''] = pointer.split('/');
  switch (root) {
    case 'contact':
      return { [name]: value };
    case 'topic':
      return { topic: [...answers.topic.slice(0, Number(name)), ...(value ? [String(value)] : [])] };
    case 'fields':
      return { fields: { ...answers.fields, [name]: value } };
    case 'relatedTo':
      return { isDifferent: value === true };
    default:
      return { [root]: value };
  }
}
