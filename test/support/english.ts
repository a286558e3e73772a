/** Function words of English that no translated sentence has; fewer of them where the language has some of its own. */
export const ENGLISH = {
  any: /\b(the|your|you|we|this|with|is|are|not|choose|enter)\b/i,
  nl: /\b(the|your|you|this|with|are|not|choose|enter)\b/i,
} as { readonly any: RegExp; readonly [tag: string]: RegExp };
