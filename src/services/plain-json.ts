/**
 * `JSON.stringify` for plain data that asks nobody's `toJSON`: Prototype.js 1.6 gives one to every array, which turns the
 * array into a string.
 */
export function toPlainJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => toPlainJson(each ?? null)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${toPlainJson(member)}`).join()}}`;
}
