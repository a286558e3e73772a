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
    value: string | undefined,
    [fallback, ...others]: readonly [T, ...T[]],
  ): T => {
    const found = [fallback, ...others].find((each) => each === value);
    if (value !== undefined && !found) warn(attribute, value, `"${fallback}" is used.`);
    return found ?? fallback;
  };
  const address = (attribute: string, value: string | undefined, protocols: RegExp, instead: string) => {
    if (value === undefined) return undefined;
    const url = URL.canParse(value, baseUrl) ? new URL(value, baseUrl) : undefined;
    if (url && protocols.test(url.protocol)) return url.href;
    warn(attribute, value, instead);
    return undefined;
  };

  const web = /^https?:$/;
  const hours = Number(raw.duplicateWindow ?? 72);
  if (!(hours >= 0)) warn('duplicate-window', raw.duplicateWindow, '72 hours are used.');
  if (raw.endpoint === undefined) warnings.push('endpoint is missing; no ticket can be sent.');
  if (raw.fallbackUrl === undefined)
    warnings.push('fallback-url is missing; customers have no other way if the form cannot work.');
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
