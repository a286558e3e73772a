/** A random UUID (RFC 9562, version 4). `crypto.randomUUID` is missing on http pages. */
export function createUuid(): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => (randomByte() % 16).toString(16));
}

const randomByte = () => crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
