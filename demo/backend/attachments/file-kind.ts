import { isAccepted } from 'help-ticket-widget/ticket.js';

/** Bytes at an offset, as Latin-1. */
type Signature = readonly [offset: number, bytes: string];

interface Kind {
  /** All of them must be there. */
  readonly signatures: readonly Signature[];
  /** Types by extension; the first is the one of a name without extension. */
  readonly types: Readonly<Record<string, string>>;
}

const brand = (name: string): Signature[] => [
  [4, 'ftyp'],
  [8, name],
];
const video = { mp4: 'video/mp4', m4v: 'video/mp4' };
const heic = { heic: 'image/heic', heif: 'image/heif' };
const avif = { avif: 'image/avif' };
const gif = { gif: 'image/gif' };
const tiff = { tif: 'image/tiff', tiff: 'image/tiff' };

const KINDS: readonly Kind[] = [
  { signatures: [[0, '\x89PNG\r\n\x1a\n']], types: { png: 'image/png' } },
  { signatures: [[0, '\xff\xd8\xff']], types: { jpg: 'image/jpeg', jpeg: 'image/jpeg', jfif: 'image/jpeg' } },
  { signatures: [[0, 'GIF87a']], types: gif },
  { signatures: [[0, 'GIF89a']], types: gif },
  {
    signatures: [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
    types: { webp: 'image/webp' },
  },
  { signatures: [[0, 'II*\0']], types: tiff },
  { signatures: [[0, 'MM\0*']], types: tiff },
  ...['heic', 'heix', 'hevc', 'mif1', 'msf1'].map((name) => ({ signatures: brand(name), types: heic })),
  ...['avif', 'avis'].map((name) => ({ signatures: brand(name), types: avif })),
  ...['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'M4V ', 'avc1', '3gp4', '3gp5'].map((name) => ({
    signatures: brand(name),
    types: video,
  })),
  { signatures: brand('qt  '), types: { mov: 'video/quicktime' } },
  { signatures: [[0, '\x1aE\xdf\xa3']], types: { webm: 'video/webm' } },
  { signatures: [[0, '%PDF-']], types: { pdf: 'application/pdf' } },
  {
    signatures: [[0, 'PK\x03\x04']],
    types: {
      zip: 'application/zip',
      docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      odt: 'application/vnd.oasis.opendocument.text',
      ods: 'application/vnd.oasis.opendocument.spreadsheet',
    },
  },
  {
    signatures: [[0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']],
    types: { doc: 'application/msword', xls: 'application/vnd.ms-excel' },
  },
];

/** Plain text has no signature, and HTML, SVG and scripts are text as well: only these extensions make it a kind of file. */
const TEXT_TYPES: Readonly<Record<string, string>> = { txt: 'text/plain', log: 'text/plain', csv: 'text/csv' };

const TYPES: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(TEXT_TYPES),
  ...KINDS.flatMap(({ types }) => Object.entries(types)),
]);

/** How many bytes of a file's beginning `kindOf` looks at. */
export const HEAD_LENGTH = 16;

/** What is known of a file's content when all of it has been seen. */
export interface Content {
  readonly name: string;
  readonly head: Buffer;
  readonly isText: boolean;
}

/** The media type that a file's bytes show it to have, or nothing where they are unknown or contradict its name. */
export function kindOf({ name, head, isText }: Content): string | undefined {
  const extension = /\.([a-z][a-z0-9]{0,7})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = KINDS.find(({ signatures }) =>
    signatures.every(([offset, bytes]) => head.toString('latin1', offset, offset + bytes.length) === bytes),
  );
  if (!kind) return isText ? TEXT_TYPES[extension] : undefined;
  const [usual] = Object.values(kind.types);
  if (extension === '') return usual;
  // Messengers save a JPEG as .png: images may be called by one another's extensions, nothing else may.
  const isMisnamedImage = usual?.startsWith('image/') && TYPES[extension]?.startsWith('image/');
  return kind.types[extension] ?? (isMisnamedImage ? usual : undefined);
}

/** Whether a form takes a file of this real type under this name. */
export function isTaken(name: string, type: string, accept: readonly string[]): boolean {
  return (
    accept.length === 0 ||
    accept.some((entry) => isAccepted({ name, type: entry.startsWith('.') ? '' : type }, [entry]))
  );
}

/** What a form would take but no file could be shown to be. */
export function unverifiable(accept: readonly string[]): readonly string[] {
  return accept.filter(
    (entry) =>
      !Object.entries(TYPES).some(([extension, type]) => isAccepted({ name: `x.${extension}`, type }, [entry])),
  );
}
