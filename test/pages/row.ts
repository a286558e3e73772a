import { expect } from '@open-wc/testing';
import type { HostilePage } from './hostile-page.js';
import type { Arrived } from './stub-backend.js';
import { expectUnharmed, leavePages, visit, type Visit } from './visit.js';

/** What a row of the list adds: once the panel shows the review, and after the receipt. */
interface Checks {
  readonly onReview?: (visit: Visit) => unknown;
  readonly afterwards?: (visit: Visit) => unknown;
}

/**
 * A row of the list of hostile pages. On each the customer sees the launcher, writes a whole ticket with a file and sends it; what
 * arrives is what a plain page sends, nothing goes wrong, and the page stays as it is, also when the widget is taken away.
 */
export function row(number: number, title: string, page: HostilePage, { onReview, afterwards }: Checks = {}): void {
  it(`page ${number}: ${title}`, async () => {
    const [plain, visited] = [await plainTicket(), await visit(page)];
    const { customer } = visited;
    expectOnTop(visited, await customer.launched());
    await writeTicket(visited);
    expectOnTop(visited, customer.query('button', 'Send ticket')!);
    await onReview?.(visited);
    await customer.send();
    await customer.headed('Ticket created');
    expect(await ticketsOf(visited)).to.deep.equal([plain]);
    await afterwards?.(visited);
    await customer.close();
    await expectUnharmed(visited);
    customer.element.remove();
    await expectUnharmed(visited);
  });
}

/**
 * A row where the form cannot run by nature: the launcher leads to the fallback contact, with one word to the owner.
 *
 * @param byNature what the page's own policy reports then
 */
export function fallbackRow(number: number, title: string, page: HostilePage, byNature?: RegExp): void {
  it(`page ${number}: ${title}: the launcher leads to the fallback contact`, async () => {
    const visited = await visit(page);
    const { customer, watched } = visited;
    const launcher = await customer.launched();
    expectOnTop(visited, launcher);
    launcher.click();
    const link = await customer.find<HTMLAnchorElement>('link', /help@example\.com/);
    expectOnTop(visited, link);
    expect(link.href).to.equal('mailto:help@example.com');
    expect(watched.errors).to.have.length(1);
    expect(watched.errors[0]).to.include('the form did not load');
    await expectUnharmed(visited, byNature);
  });
}

/** Up to review, with a file. */
export async function writeTicket({ customer, window }: Visit): Promise<void> {
  await customer.writeUpTo('details');
  await customer.attach(new window.File(['A receipt.'], 'receipt.txt', { type: 'text/plain', lastModified: 1 }));
  await customer.writeUpTo('review');
}

/** What arrived, as the same words are on every page: without the page's own address. */
export async function ticketsOf({ arrived, window }: Visit) {
  return (await arrived()).map(({ json, files }) => ({ json: json.replace(window.location.pathname, '/'), files }));
}

/** An element is in the window, and a pointer in its middle meets it and nothing above it. */
export function expectOnTop({ document, window, customer }: Visit, element: Element): void {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  expect(left, 'left').to.be.at.least(0);
  expect(top, 'top').to.be.at.least(0);
  expect(right, 'right').to.be.at.most(window.innerWidth);
  expect(bottom, 'bottom').to.be.at.most(window.innerHeight);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  expect(document.elementFromPoint(x, y)?.localName).to.equal('help-ticket-widget');
  expect(element.contains(customer.root.elementFromPoint(x, y)), 'what a pointer meets').to.be.true;
}

/** How every element of the panel looks, from the browser's own mouth, down to the pixel. */
export function lookOf({ window, customer }: Visit): Record<string, Record<string, string>> {
  for (const animation of customer.panel!.getAnimations({ subtree: true })) animation.finish();
  const elements = [...customer.root.querySelectorAll('dialog, dialog *')];
  return Object.fromEntries(
    elements.map((element, index) => {
      const style = window.getComputedStyle(element);
      const names = [...style].filter((name) => !name.startsWith('--') && !NOT_THE_LOOK.test(name));
      return [
        `${index} ${element.localName}`,
        Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)])),
      ];
    }),
  );
}

/** What follows from where the panel is, and what shows nothing. */
const NOT_THE_LOOK = /^(perspective-origin|transform-origin|scroll-behavior|transition|zoom)/;

interface Plain {
  readonly ticket: Pick<Arrived, 'json' | 'files'>;
  readonly look: ReturnType<typeof lookOf>;
}

let plain: Promise<Plain> | undefined;

const plainPage = () => (plain ??= sendFromPlainPage());
const plainTicket = async () => (await plainPage()).ticket;
export const plainLook = async () => (await plainPage()).look;

async function sendFromPlainPage(): Promise<Plain> {
  const visited = await visit({});
  await writeTicket(visited);
  const look = lookOf(visited);
  await visited.customer.send();
  await visited.customer.headed('Ticket created');
  const [ticket] = await ticketsOf(visited);
  await leavePages();
  return { ticket: ticket!, look };
}
