/**
 * The one of some language tags (BCP 47) that is nearest to a wanted one: of the same language, if possible in the same script and region, as far as
 * the tags say or as is likely (UTS #35, "Likely Subtags"). Failing the region, the one for many of them, as `es-419`, or the last. Old codes and
 * underscores are understood; nothing is near to what is no tag.
 */
export function nearestTag(wanted: string, tags: readonly string[]): string | undefined {
  const { language, script, region } = likely(wanted) ?? {};
  if (!language) return undefined;
  const candidates = tags.filter((tag) => likely(tag)?.language === language);
  const readable = candidates.filter((tag) => likely(tag)?.script === script);
  return (
    readable.find((tag) => tag === wanted) ??
    readable.find((tag) => likely(tag)?.region === region) ??
    readable.find((tag) => /\d$/.test(tag)) ??
    readable.at(-1) ??
    candidates[0]
  );
}

function likely(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    // A page's `lang` may be anything.
    return undefined;
  }
}
