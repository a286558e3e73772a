import type { Settings } from '../ticket/settings.js';
import type { Ticket } from '../ticket/ticket.js';

/** What goes with the ticket of the page: without query and fragment, unless the owner wants them (they can hold secrets). */
export function pageInfo(mode: Settings['pageInfo'], given: Ticket['page']): Ticket['page'] {
  if (mode === 'none') return undefined;
  const url = given?.url ?? location.href;
  // Not `document.title`, where a form or picture of that name would stand; but as that has it, on one line.
  const own = document.querySelector('title')?.text.replace(/\s+/g, ' ').trim();
  const title = (given ? given.title : own)?.slice(0, 500);
  const { origin, pathname, href } = new URL(url, location.href);
  return { url: (mode === 'full' ? href : origin + pathname).slice(0, 2000), ...(title && { title }) };
}
