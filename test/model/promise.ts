import type { BackendView } from './backend.ts';
import type { Model } from './model.ts';
import type { TabView } from './tab.ts';
import { HOUR, type TabState, Violation, type World } from './world.ts';

/** How long a ticket guards against its twin, on both sides, in milliseconds. */
export const WINDOW = 72 * HOUR;

/** Holds one situation against what the widget promises. */
export function assertKept(model: Model, world: World): void {
  const backend = model.backendOf(world);
  const tabs = world.tabs.map((state, tab) => [state, model.tabOf(world, tab)] as const);
  const numbers = backend.tickets.map(({ number }) => number);
  assertOnce(model, world, backend);
  for (const [state, view] of tabs) {
    assertTrue(view, numbers);
    assertThere(state, view);
  }
  for (const number of numbersIn(model.contentsOf(world)))
    if (!numbers.includes(number)) throw new Violation('The ledger knows a ticket that does not exist.');
}

/** Never two tickets for one problem: of the same tab, or in the same words; or about the same, where the tabs write of it. */
function assertOnce({ options }: Model, { causes }: World, { tickets, mails }: BackendView): void {
  if (mails !== tickets.length) throw new Violation('A ticket has no mail, or more than one.');
  for (const [index, ticket] of tickets.entries()) {
    const cause = causes[ticket.origin]!;
    for (const earlier of tickets.slice(0, index)) {
      const before = causes[earlier.origin]!;
      if (cause.tab === before.tab && cause.problem === before.problem)
        throw new Violation('There are two tickets for one problem.');
      if (ticket.receivedAt - earlier.receivedAt >= WINDOW || cause.isDifferent) continue;
      if (ticket.description === earlier.description) throw new Violation('There are two equal tickets.');
      // Which of the two arrives first, the customer does not know.
      if (options.isAkin && !before.isDifferent) throw new Violation('There are two tickets about the same.');
    }
  }
}

/** Never a success shown without a ticket. */
function assertTrue({ state }: TabView, numbers: readonly string[]): void {
  const shown = state?.status === 'sent' ? state.receipt.id : state?.status === 'twin' ? state.twin.id : undefined;
  if (shown !== undefined && !numbers.includes(shown)) throw new Violation('A ticket is shown that does not exist.');
}

/** Never a draft gone without a ticket. */
function assertThere({ words }: TabState, { state, draft }: TabView): void {
  if (words === '' || state?.status === 'sent') return;
  if (state?.answers.description !== words) throw new Violation('What the customer wrote is not in the form any more.');
  if (draft?.description !== words) throw new Violation('What the customer wrote is not in the draft any more.');
}

const known = new WeakMap<object, readonly string[]>();

function numbersIn(contents: Readonly<Record<string, string>>): readonly string[] {
  const found =
    known.get(contents) ??
    Object.entries(contents).flatMap(([name, text]) => {
      const { id } = (name === 'salt' ? {} : JSON.parse(text)) as { id?: string };
      return id === undefined ? [] : id;
    });
  known.set(contents, found);
  return found;
}
