import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { Attachment } from '../ticket/answers.js';
import { type AttachmentCode, attachmentProblem, cleanFileName } from '../ticket/attachment-rules.js';
import type { Rejection } from '../ticket/flow-state.js';
import type { FormDefinition } from '../ticket/form-definition.js';

/** Keeps the bytes behind the attachments of the flow, and their thumbnails. */
export class AttachmentsController implements ReactiveController {
  readonly #files = new Map<string, File>();
  readonly #thumbnails = new Map<string, string>();
  #count = 0;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear(true);
  }

  /** Takes in what the rules allow; the rest is named with the rule that it breaks. */
  add(files: Iterable<File>, present: readonly Attachment[], rules: FormDefinition['attachments']) {
    const attachments: Attachment[] = [];
    const rejections: Rejection[] = [];
    for (const file of files) {
      const name = cleanFileName(file.name);
      const facts = { name, type: file.type, size: file.size };
      const code: AttachmentCode | undefined = attachmentProblem(facts, present.length + attachments.length, rules);
      if (code) rejections.push({ name, code });
      else attachments.push({ ...facts, id: this.#keep(file), lastModified: file.lastModified });
    }
    return { attachments, rejections };
  }

  /** Takes back files that were taken in before a reload. */
  restore(files: readonly File[]): readonly Attachment[] {
    return files.map((file) => {
      const { name, type, size, lastModified } = file;
      return { id: this.#keep(file), name, type, size, lastModified };
    });
  }

  /** The files in the order of the attachments. */
  filesOf(attachments: readonly Attachment[]): readonly File[] {
    return attachments.flatMap(({ id }) => this.#files.get(id) ?? []);
  }

  /** An object URL of an image, or nothing for what is none. */
  thumbnailOf({ id, type }: Attachment): string | undefined {
    const file = this.#files.get(id);
    if (!file || !/^image\/(?!svg)/.test(type)) return undefined;
    if (!this.#thumbnails.has(id)) this.#thumbnails.set(id, URL.createObjectURL(file));
    return this.#thumbnails.get(id);
  }

  remove(id: string): void {
    this.#files.delete(id);
    this.#revoke(id);
  }

  /** Lets go of everything, or of the thumbnails alone: they come back when they are asked for. */
  clear(keepsFiles = false): void {
    for (const id of this.#thumbnails.keys()) this.#revoke(id);
    if (!keepsFiles) this.#files.clear();
  }

  #keep(file: File): string {
    const id = `file-${String((this.#count += 1))}`;
    this.#files.set(id, file);
    return id;
  }

  #revoke(id: string): void {
    const url = this.#thumbnails.get(id);
    if (url !== undefined) URL.revokeObjectURL(url);
    this.#thumbnails.delete(id);
  }
}
