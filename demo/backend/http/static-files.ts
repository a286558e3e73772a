import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Plain names, one folder deep: nothing hidden, nothing above, no source. */
const PATH = /^([\w-]+\/)?[\w-][\w.-]*$/;
const HASHED = /-[\w-]{8}\.\w+(\.map)?$/;

interface FileRequest {
  readonly folder: string;
  /** Below the folder, without a slash at the beginning. */
  readonly path: string;
  /** `If-None-Match`. */
  readonly knownTag: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Names such as `panel-Bx81_qkZ.js` change with the content, so that a copy never grows old. */
  readonly hasHashedNames?: boolean;
}

/** A file of a folder, or nothing where there is none that may be seen. */
export async function fileResponse({
  folder,
  path,
  knownTag,
  headers,
  hasHashedNames = false,
}: FileRequest): Promise<Response | undefined> {
  const type = TYPES[extname(path)];
  if (type === undefined || !PATH.test(path)) return undefined;
  const content = await readFile(join(folder, path)).catch(() => undefined);
  if (content === undefined) return undefined;
  const tag = tagOf(content);
  const answered = new Headers({
    'Content-Type': type,
    'Cache-Control': hasHashedNames && HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    ETag: tag,
    ...headers,
  });
  if (knownTag === tag) return new Response(null, { status: 304, headers: answered });
  // Known beforehand, it goes out in one piece.
  answered.set('Content-Length', String(content.length));
  return new Response(content, { headers: answered });
}

/** A weak tag: what stands in between may compress. */
export function tagOf(content: string | Uint8Array): string {
  return `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
}
