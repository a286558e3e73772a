const HTML = '<!doctype html><title>Welcome</title><h1>The free network of this café</h1>';
const LATER = { 'Retry-After': '1' };

/** Answers, whole and readable for any page, that say nothing of what the backend has done. */
export const NONSENSE: readonly Buffer[] = [
  answer('200 OK', 'text/html', HTML),
  answer('201 Created', 'application/json', '{}'),
  answer('201 Created', 'application/json', '{"id":"HT-'),
  answer('204 No Content', 'text/plain', ''),
  answer('408 Request Timeout', 'text/html', HTML),
  answer('500 Internal Server Error', 'text/html', HTML),
  answer('502 Bad Gateway', 'text/html', HTML),
  answer('503 Service Unavailable', 'text/html', HTML, LATER),
  answer('504 Gateway Timeout', 'text/html', HTML),
];

/** Answers that only somebody gives who has not let the request pass. */
export const REFUSALS: readonly Buffer[] = [
  answer('400 Bad Request', 'text/html', HTML),
  answer('401 Unauthorized', 'text/html', HTML),
  answer('403 Forbidden', 'text/html', HTML),
  answer('404 Not Found', 'text/html', HTML),
  answer('413 Content Too Large', 'text/html', HTML),
  answer('415 Unsupported Media Type', 'text/html', HTML),
  answer('422 Unprocessable Content', 'application/problem+json', '{"errors":[{"pointer":"#/description"}]}'),
  answer('429 Too Many Requests', 'text/html', HTML, LATER),
  answer('503 Service Unavailable', 'application/problem+json', '{}', LATER),
];

function answer(status: string, type: string, text: string, more: Readonly<Record<string, string>> = {}): Buffer {
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Retry-After',
    'Content-Type': type,
    'Content-Length': String(Buffer.byteLength(text)),
    ...more,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${text}`);
}
