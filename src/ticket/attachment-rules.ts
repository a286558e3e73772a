import type { FormDefinition } from './form-definition.js';

/** What the rules look at: a `File` has all of it. Sizes are bytes, dates milliseconds since the epoch. */
export interface AttachmentFacts {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export type AttachmentCode = 'attachment-empty' | 'attachment-too-large' | 'attachment-type' | 'too-many-attachments';

/** Control, zero-width and bidirectional characters, line ends and half surrogates let a name lie about what it is; a quotation mark does not survive multipart. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"]/gu;

/** A file name as it may be shown and sent: one path part, nothing invisible, no leading dots, at most 200 characters. */
export function cleanFileName(name: string): string {
  const visible = name.replace(UNSEEN, '').normalize();
  const part = visible.split(/[/\\]/).findLast((each) => each.trim()) ?? '';
  const bare = part.trim().replace(/^[.\s]+/, '') || 'file';
  const characters = [...bare];
  return characters.length > 200 ? [...characters.slice(0, 180), '…', ...characters.slice(-19)].join('') : bare;
}

/** Whether a file is of an accepted kind, as the `accept` attribute of HTML reads it. */
export function isAccepted({ name, type }: Pick<AttachmentFacts, 'name' | 'type'>, accept: readonly string[]): boolean {
  const lowerName = name.toLowerCase();
  const lowerType = type.toLowerCase();
  return (
    accept.length === 0 ||
    accept.some((entry) => {
      const wanted = entry.trim().toLowerCase();
      if (wanted.startsWith('.')) return lowerName.endsWith(wanted);
      if (wanted.endsWith('/*')) return lowerType.startsWith(wanted.slice(0, -1));
      return lowerType === wanted;
    })
  );
}

/** The first rule that a file breaks when it joins `count` others, or nothing. */
export function attachmentProblem(
  file: AttachmentFacts,
  count: number,
  { maxFiles, maxFileBytes, accept }: Pick<FormDefinition['attachments'], 'maxFiles' | 'maxFileBytes' | 'accept'>,
): AttachmentCode | undefined {
  if (file.size === 0) return 'attachment-empty';
  if (file.size > maxFileBytes) return 'attachment-too-large';
  if (!isAccepted(file, accept)) return 'attachment-type';
  if (count >= maxFiles) return 'too-many-attachments';
  return undefined;
}
