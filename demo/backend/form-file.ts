import { readFile } from 'node:fs/promises';
import { type FormDefinition, parseFormDefinition } from 'help-ticket-widget/ticket.js';
import { unverifiable } from './attachments/file-kind.ts';
import { SettingsError } from './settings.ts';

/** The form definition that tickets are checked against, and as it stands in the file. */
export interface FormFile {
  readonly definition: FormDefinition;
  readonly source: object;
}

/**
 * Reads the form definition that FORM_FILE names.
 * @throws SettingsError
 */
export async function readFormFile(file: string): Promise<FormFile> {
  const json = await readFile(file, 'utf8').catch(() => {
    throw new SettingsError(`FORM_FILE is "${file}", which cannot be read.`);
  });
  const source = parseJson(json, file);
  const result = parseFormDefinition(source);
  if (!result.form)
    throw new SettingsError(`FORM_FILE is "${file}", which is no form definition:\n  ${result.problems.join('\n  ')}`);
  const unknown = unverifiable(result.form.attachments.accept);
  if (unknown.length > 0) {
    throw new SettingsError(
      `FORM_FILE is "${file}", and its attachments.accept has ${unknown.join(', ')}: files of that kind cannot be told from their bytes.`,
    );
  }
  return { definition: result.form, source: Object(source) as object };
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new SettingsError(`FORM_FILE is "${file}", which is no JSON: ${(error as Error).message}.`);
  }
}
