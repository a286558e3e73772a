import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { pause } from '../services/pause.js';
import type { Upload, Uploads } from '../services/uploads.js';
import type { Attachment } from '../ticket/answers.js';
import { type AttachmentCode, attachmentProblem, cleanFileName, isAccepted } from '../ticket/attachment-rules.js';
import type { Rejection } from '../ticket/flow-state.js';
import type { FormDefinition } from '../ticket/form-definition.js';
import type { FilesController } from './files-controller.js';

/** How long files wait for what prepares them, in milliseconds; then they go as they are. */
const PATIENCE = 3000;

/** Keeps the bytes behind the attachments of the flow, and their thumbnails. */
export class AttachmentsController implements ReactiveController {
  readonly #files = new Map<string, File>();
  readonly #thumbnails = new Map<string, string>();
  readonly #host: ReactiveControllerHost;
  readonly #loadFilesController: () => Promise<FilesController>;
  readonly #preparing = new Set<Promise<unknown>>();
  #filesController: FilesController | undefined;
  #loading: Promise<void> | undefined;
  #count = 0;
  /** How often everything was let go of. */
  #rounds = 0;

  constructor(host: ReactiveControllerHost, loadFilesController: () => Promise<FilesController>) {
    this.#host = host;
    this.#loadFilesController = loadFilesController;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear(true);
  }

  /** What takes files up ahead of their ticket, once it has come, and if the form wants that. */
  get uploads(): Uploads | undefined {
    return this.#filesController?.uploads;
  }

  /** Files that were chosen are not ready to join the ticket. */
  get isPreparing(): boolean {
    return this.#preparing.size > 0;
  }

  /** Brings what files need beyond the form itself. */
  load(): Promise<void> {
    return (this.#loading ??= this.#loadFilesController().then(
      (controller) => {
        this.#filesController = controller;
        for (const file of this.#files.values()) this.uploads?.begin(file);
      },
      // A lost network, or a strict policy: files go as they are, and with the ticket.
      () => (this.#loading = undefined),
    ));
  }

  /** Runs at once, or when the files that were chosen are ready. */
  async whenPrepared(run: () => unknown): Promise<void> {
    if (this.isPreparing) await Promise.all(this.#preparing);
    run();
  }

  /** The files as they may leave the device. */
  async prepare(files: Iterable<File>, { accept }: FormDefinition['attachments']): Promise<readonly File[]> {
    // The chooser empties its own list.
    const given = [...files];
    const rounds = this.#rounds;
    const preparing = this.#prepare(given);
    this.#preparing.add(preparing);
    this.#host.requestUpdate();
    const ready = await preparing;
    this.#preparing.delete(preparing);
    this.#host.requestUpdate();
    if (rounds !== this.#rounds) return [];
    // A HEIC that became a JPEG may no longer be welcome.
    return given.map((file, index) => (ready[index] && isAccepted(ready[index], accept) ? ready[index] : file));
  }

  /** Takes in what the rules allow; the rest is named with the rule that it breaks. */
  add(files: readonly File[], present: readonly Attachment[], rules: FormDefinition['attachments']) {
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

  /** How far a file is, if it goes up ahead of the ticket. */
  uploadOf({ id }: Attachment): Upload | undefined {
    const file = this.#files.get(id);
    return file && this.uploads?.of(file);
  }

  /** Takes a file up again that could not go. */
  retry(id: string): void {
    const file = this.#files.get(id);
    if (file) this.uploads?.begin(file);
  }

  remove(id: string): void {
    const file = this.#files.get(id);
    if (file) this.uploads?.drop(file);
    this.#files.delete(id);
    this.#revoke(id);
  }

  /** Lets go of everything, or of the thumbnails alone: they come back when they are asked for. */
  clear(keepsFiles = false): void {
    for (const id of this.#thumbnails.keys()) this.#revoke(id);
    if (keepsFiles) return;
    this.#rounds += 1;
    for (const id of this.#files.keys()) this.remove(id);
  }

  async #prepare(files: readonly File[]): Promise<readonly File[]> {
    await Promise.race([this.load(), pause(PATIENCE)]);
    return this.#filesController?.prepare(files) ?? files;
  }

  #keep(file: File): string {
    const id = `file-${String((this.#count += 1))}`;
    this.#files.set(id, file);
    this.uploads?.begin(file);
    return id;
  }

  #revoke(id: string): void {
    const url = this.#thumbnails.get(id);
    if (url !== undefined) URL.revokeObjectURL(url);
    this.#thumbnails.delete(id);
  }
}
