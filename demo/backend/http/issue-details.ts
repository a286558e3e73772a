import type { Issue } from 'help-ticket-widget/ticket.js';
import type { ProblemError } from './problem.ts';

/** For whoever reads the answer without the widget, which has words of its own for every code. */
const DETAILS: Readonly<Record<string, string>> = {
  required: 'An answer is needed.',
  'not-an-option': 'This is none of the choices.',
  'email-format': 'An address such as name@example.com is needed.',
  'phone-format': 'A phone number is needed.',
  'number-format': 'A decimal number such as 120.50 is needed.',
  'date-format': 'A date such as 2026-03-31 is needed.',
  'url-format': 'An address that starts with https:// is needed.',
  pattern: 'The answer does not have the expected form.',
  'too-short': 'The answer is too short.',
  'too-long': 'The answer is too long.',
  'too-small': 'The answer is below the least that is allowed.',
  'too-big': 'The answer is above the most that is allowed.',
  'wrong-type': 'The value is of another type than expected.',
  'consent-required': 'Consent is needed.',
  'attachments-required': 'At least one file is needed.',
  'too-many-attachments': 'There are too many files.',
  'attachment-empty': 'The file is empty.',
  'attachment-too-large': 'The file is too large.',
  'attachment-type': 'Files of this kind are not taken.',
  'attachment-mismatch': 'The file is not the one that the ticket lists: name or size differ.',
  'attachment-missing': 'The file was not sent.',
  'attachment-expired': 'The upload is not there, or another ticket has it. Upload the file again.',
  'attachments-mixed': 'Either every file was uploaded ahead and has an id, or none has.',
};

/** An issue as it stands in a problem. */
export function toProblemError({ pointer, code }: Pick<Issue, 'pointer' | 'code'>): ProblemError {
  return { pointer, code, detail: DETAILS[code] ?? 'The answer was not taken.' };
}

/** What is wrong with one file of a ticket. */
export function attachmentError(index: number, code: string): ProblemError {
  return toProblemError({ pointer: `#/attachments/${index}`, code });
}
