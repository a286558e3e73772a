/** A row of the acceptance list ("row 34: …" in a test's title, or in that of a suite), or the whole title of a test or suite. */
export type Proof = number | string;

interface Tested {
  /** How the widget meets it, or what of it a machine checks meanwhile. */
  readonly how: string;
  /** What shows it: each of them has to be green. */
  readonly tests: readonly Proof[];
}

/** What is said of one criterion. Nothing is ever said to conform fully: that takes people. */
export type Answer =
  | (Tested & { readonly conformance: 'Supports' })
  | (Tested & { readonly conformance: 'Partially supports'; readonly missing: string })
  /** Whether it is met, people have to judge. */
  | (Tested & { readonly conformance: 'Not yet evaluated with assistive technology' })
  | { readonly conformance: 'Not applicable'; readonly reason: string };

export const supports = (how: string, ...tests: Proof[]): Answer => ({ conformance: 'Supports', how, tests });

export const partiallySupports = (how: string, missing: string, ...tests: Proof[]): Answer => ({
  conformance: 'Partially supports',
  how,
  missing,
  tests,
});

export const notYetEvaluated = (how: string, ...tests: Proof[]): Answer => ({
  conformance: 'Not yet evaluated with assistive technology',
  how,
  tests,
});

export const notApplicable = (reason: string): Answer => ({ conformance: 'Not applicable', reason });
