import type { HelpTicketWidget } from '../help-ticket-widget.js';
import type * as Photos from '../photos.js';
import type { Transport } from '../services/transport.js';
import { createUploads, type UploadRequest, type Uploads, uploadExchange } from '../services/uploads.js';
import type { FormDefinition } from '../ticket/form-definition.js';
import type { Outcome } from '../ticket/outcome.js';
import type { Shipper } from './shipper.js';

interface Parts {
  readonly host: HelpTicketWidget;
  readonly form: FormDefinition;
  readonly loadPhotos: () => Promise<typeof Photos>;
  /** A file has gone up ahead of the ticket, or could not. */
  readonly tell: (key: 'uploaded' | 'notUploaded', name: string) => void;
  readonly shipper: Shipper;
}

/** Prepares photos before they join a ticket, and takes files up ahead of it, as the form wants. */
export class FilesController {
  /** If the form has an address for them. */
  readonly uploads: Uploads | undefined;
  readonly #parts: Parts;
  /** One for all files: it explains a failure to the site owner once. */
  #post: Transport | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { host, form, tell, shipper } = parts;
    const url = addressOf(host, form);
    if (url === undefined) return;
    this.uploads = createUploads({
      toJson: shipper.tools.toPlainJson,
      send: (request) => this.#send(url, request),
      onChange: () => host.requestUpdate(),
      onEnd: ({ name }, hasArrived) => tell(hasArrived ? 'uploaded' : 'notUploaded', name),
    });
  }

  /** The files as they may leave the device: photos without what only the camera knows, and not larger than needed. */
  async prepare(files: readonly File[]): Promise<readonly File[]> {
    if (this.#parts.form.attachments.originalPhotos || !files.some(isPicture)) return files;
    try {
      const { loadPhotos, shipper } = this.#parts;
      const { preparePhoto } = await loadPhotos();
      const ready: File[] = [];
      // One after the other: a phone has room for the pixels of one photo.
      for (const file of files) ready.push(isPicture(file) ? await preparePhoto(file, shipper.tools.pause) : file);
      return ready;
    } catch {
      // A lost network, or a strict policy: they go as they are.
      return files;
    }
  }

  async #send(endpoint: string, { file, tries, signal, onProgress }: UploadRequest): Promise<Outcome> {
    const { tools, token } = this.#parts.shipper;
    const post = (this.#post ??= tools.createHttpTransport({ exchange: uploadExchange }));
    let isInterrupted = false;
    // A file that goes alone may be interrupted more than twice before anybody thinks that it is too large.
    const transport: Transport = async (request) => {
      const attempt = await post(request);
      isInterrupted = attempt.kind === 'interrupted';
      return isInterrupted ? { kind: 'unreachable' } : attempt;
    };
    const request = { endpoint, json: '', key: '', files: [file], signal, onProgress };
    const outcome = await tools.deliver({ transport, request, tries, token });
    return isInterrupted ? { kind: 'oversized' } : outcome;
  }
}

const isPicture = ({ type }: File) => type.startsWith('image/');

/** Where files go, in full; a relative address is one beside the definition. */
function addressOf({ formUrl = '' }: HelpTicketWidget, { uploadUrl }: FormDefinition): string | undefined {
  if (uploadUrl === undefined) return undefined;
  try {
    const { protocol, href } = new URL(uploadUrl, new URL(formUrl, document.baseURI));
    if (/^https?:$/.test(protocol)) return href;
  } catch {
    // Said below.
  }
  console.warn(`help-ticket-widget: uploadUrl "${uploadUrl}" is no address: files go with the ticket.`);
  return undefined;
}
