/** What the element was given: attributes and properties as they are. */
export interface RawSettings {
  readonly endpoint?: string | undefined;
  readonly formUrl?: string | undefined;
  readonly placement?: string | undefined;
  readonly theme?: string | undefined;
  readonly draft?: string | undefined;
  readonly duplicateWindow?: number | string | undefined;
  readonly fallbackUrl?: string | undefined;
  readonly pageInfo?: string | undefined;
}

export interface Settings {
  /** Absent: nothing can be sent. */
  readonly endpoint: string | undefined;
  readonly formUrl: string | undefined;
  readonly draft: 'session' | 'local' | 'none';
  /** Hours. */
  readonly duplicateWindow: number;
  readonly fallbackUrl: string | undefined;
  readonly pageInfo: 'path' | 'full' | 'none';
}

/** Settings with their defaults, and a sentence for each wrong one: what it says, and what is used instead. */
export function readSettings(raw: RawSettings, baseUrl: string): { settings: Settings; warnings: readonly string[] } {
  const warnings: string[] = [];
  const warn = (attribute: string, value: unknown, instead: string) =>
    warnings.push(`${attribute}="${String(value)}" is not valid; ${instead}`);
  const oneOf = <T extends string>(
    attribute: string,
    value: string | null | undefined,
    [fallback, ...others]: readonly [T, ...T[]],
  ): T => {
    const found = [fallback, ...others].find((each) => each === value);
    if (value != null && !found) warn(attribute, value, `"${fallback}" is used.`);
    return found ?? fallback;
  };
  const address = (attribute: string, value: string | null | undefined, protocols: RegExp, instead: string) => {
    // An empty one, as templates write it, would be the page's own.
    if (!value) return undefined;
    try {
      const { protocol, href } = new URL(value, baseUrl);
      if (protocols.test(protocol)) return href;
    } catch {
      // No address: said below. (`URL.canParse` is younger than other phones' browsers.)
    }
    warn(attribute, value, instead);
    return undefined;
  };

  const web = /^https?:$/;
  const hours = raw.duplicateWindow === '' ? NaN : Number(raw.duplicateWindow ?? 72);
  if (!(hours >= 0)) warn('duplicate-window', raw.duplicateWindow, '72 hours are used.');
  if (!raw.endpoint) warnings.push('endpoint is missing; no ticket can be sent.');
  if (!raw.fallbackUrl) warnings.push('fallback-url is missing; customers have no other way if the form cannot work.');
  oneOf('placement', raw.placement, ['bottom-end', 'bottom-start']);
  oneOf('theme', raw.theme, ['auto', 'light', 'dark']);
  const settings: Settings = {
    endpoint: address('endpoint', raw.endpoint, web, 'no ticket can be sent.'),
    formUrl: address('form-url', raw.formUrl, web, 'the default form is used.'),
    draft: oneOf('draft', raw.draft, ['session', 'local', 'none']),
    duplicateWindow: hours >= 0 ? hours : 72,
    fallbackUrl: address('fallback-url', raw.fallbackUrl, /^(https|mailto):$/, 'no link is shown.'),
    pageInfo: oneOf('page-info', raw.pageInfo, ['path', 'full', 'none']),
  };
  return { settings, warnings };
}
