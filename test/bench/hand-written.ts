import { join } from 'node:path';
import { bundle, smallMarkup } from './bundle.ts';
import { countryNames } from './contestants/country-names.js';
import type { Contestant } from './contestant.ts';

/** The form of a site without a definition, written three times without the widget. */
export async function handWritten(): Promise<readonly Contestant[]> {
  const markup = await smallMarkup(join(import.meta.dirname, 'contestants/form.html'));
  const options = countryNames('en').map(([code, name]) => `<option value="${code}">${name}</option>`);
  const [script, vanilla, lit] = await Promise.all(['static', 'vanilla', 'lit'].map((name) => bundle(name)));
  const element = { launcher: ['ticket-form', '.launcher'], form: ['ticket-form', '#country'] };
  const html = (file: string) => `<ticket-form></ticket-form><script async src="/${file}"></script>`;
  return [
    {
      id: 'static',
      title: 'static button, dialog and form',
      html: `${markup.replace('<!--countries-->', options.join(''))}<script>${String(script)}</script>`,
      isMarkup: true,
      files: {},
      launcher: ['.launcher'],
      form: ['#country'],
    },
    {
      id: 'vanilla',
      title: 'vanilla custom element',
      html: html('vanilla.js'),
      files: { 'vanilla.js': vanilla! },
      ...element,
    },
    { id: 'lit', title: 'one eager LitElement', html: html('lit.js'), files: { 'lit.js': lit! }, ...element },
  ];
}
