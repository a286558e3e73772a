/** One way to have help on a page. */
export interface Contestant {
  readonly id: string;
  /** As the table names it. */
  readonly title: string;
  /** What stands in the page for it. */
  readonly html: string;
  /** By their path, from the site's root. */
  readonly files: Readonly<Record<string, Buffer>>;
  /** What is in `html` for want of a file: the site weighs it as if it were one. */
  readonly isMarkup?: boolean;
  /** Selectors, each in the shadow root of the one before. */
  readonly launcher: readonly string[];
  /** What its form begins with. Without it, there is no form to open. */
  readonly form?: readonly string[];
  /** What this browser remembers of earlier visits. */
  readonly stored?: Readonly<Record<string, string>>;
  /** The widget again, to see how it grows: a row in a table of its own. */
  readonly isGrowth?: boolean;
}
