/** A form definition as it came, not yet checked, or why there is none: a phrase for the console, which follows the URL. */
export type FormSource =
  | { readonly definition: unknown; readonly problem?: never }
  | { readonly definition?: never; readonly problem: string };

/** How long a definition may take, in milliseconds; then the default form is better than waiting on. */
const PATIENCE = 10_000;

/** Loads a form definition. Never rejects. Always asks the server (`ETag` makes that cheap), so that a form token is current. */
export async function loadFormDefinition(url: string, patience = PATIENCE): Promise<FormSource> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
  }, patience);
  try {
    const response = await fetch(url, {
      cache: 'no-cache',
      headers: { accept: 'application/json' },
      signal: controller.signal,
    });
    if (!response.ok) return { problem: `answered ${response.status}` };
    const text = await response.text();
    return parse(text);
  } catch (error) {
    // Protects the customer from a definition that does not come: they get the default form.
    return { problem: controller.signal.aborted ? `took longer than ${patience / 1000} s` : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

function parse(text: string): FormSource {
  try {
    return { definition: JSON.parse(text) as unknown };
  } catch {
    return { problem: 'is not JSON' };
  }
}
