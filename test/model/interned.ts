/** Values by number: equal ones have the same, so that situations are compared by numbers. */
export class Interned<T> {
  readonly #values: T[] = [];
  readonly #numbers = new Map<string, number>();
  /** Of values that have been seen themselves, not only their like. */
  readonly #seen = new WeakMap<object, number>();

  of(number: number): T {
    return this.#values[number]!;
  }

  numberOf(value: T & object): number {
    const seen = this.#seen.get(value);
    if (seen !== undefined) return seen;
    const text = JSON.stringify(value);
    const number = this.#numbers.get(text) ?? this.#values.push(value) - 1;
    this.#numbers.set(text, number);
    this.#seen.set(value, number);
    return number;
  }
}

/** Stored texts by name. */
export type Texts = Readonly<Record<string, string>>;

/** Texts as a value: in the order of their names. */
export function textsOf(texts: ReadonlyMap<string, string>): Texts {
  return Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
