import type { HelpTicketWidget } from '../help-ticket-widget.js';
import { loadFormDefinition } from '../services/form-source.js';
import { defaultFormDefinition, type FormDefinition, parseFormDefinition } from '../ticket/form-definition.js';
import type { Settings } from '../ticket/settings.js';
import type { Texts } from './localizer.js';

/** The form to show: the property, a child script, or the address, in this order. A bad one is reported, and the default form used. */
export async function findForm(
  host: HelpTicketWidget,
  { formUrl }: Settings,
  texts: Promise<Texts>,
): Promise<FormDefinition> {
  const script = host.querySelector('script[type="application/json"]');
  const source = host.form ?? (script ? parseJson(script.textContent) : undefined);
  const { definition = source, problem } =
    source === undefined && formUrl !== undefined ? await loadFormDefinition(formUrl) : {};
  if (definition !== undefined || problem !== undefined) {
    const { form, problems } =
      problem === undefined ? parseFormDefinition(definition) : { problems: [`${String(formUrl)} ${problem}`] };
    if (form) return form;
    console.warn(
      `help-ticket-widget: the form definition cannot be used; the default form is.\n${problems.join('\n')}`,
    );
  }
  const { t } = await texts;
  return defaultFormDefinition((topic) => t(topic));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is no form definition: what follows says so.
    return text;
  }
}
