import type { Model } from './model.ts';
import { WINDOW } from './promise.ts';
import { type Press, type TabView, WORDS } from './tab.ts';
import { changeTab, DAY, type Event, type Fault, HOUR, type Request, SECOND, type World } from './world.ts';

/** For how long a tab that sends is believed, and a draft is kept, in milliseconds. */
const LEASE = 30 * SECOND;
const DRAFT_LIFE = 24 * HOUR;

/** All that can happen next, and all that can go wrong. */
export function eventsOf(model: Model, world: World): readonly Event[] {
  const tabs = world.tabs.map((_, tab) => model.tabOf(world, tab));
  return [
    ...tabs.flatMap((view, tab) => [...tabEvents(model, world, tab, view), ...customerFaults(model, world, tab, view)]),
    ...world.requests.flatMap((request) => requestEvents(model, request)),
    ...timeFaults(world, tabs),
  ];
}

function tabEvents(model: Model, world: World, tab: number, view: TabView): Event[] {
  const { waitsFor } = view;
  const act = (what: 'agree' | 'enter' | 'retry' | 'renew') => ({
    name: `${nameOf(tab)}: ${what}`,
    happen: (before: World) => model.act(before, tab, { do: what }),
  });
  if (waitsFor === 'page') return [act('agree')];
  if (waitsFor === 'lock') return model.isNext(world, tab) ? [act('enter')] : [];
  if (waitsFor === 'customer') return canPress(model, world, tab, view) ? [pressing(model, tab, 'press')] : [];
  const isRetried = waitsFor === 'backoff' && !isStillBusy(model, world, tab);
  return [...(isRetried ? [act('retry')] : []), ...(isRenewable(model, world, view) ? [act('renew')] : [])];
}

/** The tabs begin alike: of schedules that are each other's mirror image, the one in which the first tab begins is enough. */
function canPress(model: Model, world: World, tab: number, { state }: TabView): boolean {
  const isFirst = world.tabs.every(({ presses }) => presses === model.options.presses);
  return (
    world.tabs[tab]!.presses > 0 && !(isFirst && tab > 0) && state?.status !== 'twin' && state?.issues.length === 0
  );
}

function pressing(model: Model, tab: number, how: Press, fault?: Fault): Event {
  const happen = async (world: World) => {
    const { presses, problem, isDifferent, key } = world.tabs[tab]!;
    const isWished = how === 'press as a different problem';
    const isOther = isWished || (key === undefined && isOver(model, world, tab));
    const changed = changeTab(world, tab, {
      presses: presses - 1,
      ...(isOther && { problem: problem + 1, key: undefined }),
      isDifferent: isDifferent || isWished,
    });
    const words = WORDS[model.options.isAkin ? tab : 0]!;
    return withWords(model, await model.act(changed, tab, { do: how, words }), tab);
  };
  return { name: `${nameOf(tab)}: ${how}`, ...(fault && { fault }), happen };
}

/** Whether the problem has had its ticket so long ago that the same words are another problem. */
function isOver(model: Model, world: World, tab: number): boolean {
  const own = model.backendOf(world).tickets.filter(({ origin }) => {
    const cause = world.causes[origin];
    return cause?.tab === tab && cause.problem === world.tabs[tab]!.problem;
  });
  return own.length > 0 && own.every(({ receivedAt }) => world.serverNow - receivedAt >= WINDOW);
}

function withWords(model: Model, world: World, tab: number): World {
  return changeTab(world, tab, { words: model.tabOf(world, tab).state!.answers.description });
}

/** Another attempt would hear once more that the key is in progress: nothing but the number of attempts would change. */
function isStillBusy(model: Model, world: World, tab: number): boolean {
  const { reservations } = model.backendOf(world);
  return reservations.some(({ key, until }) => key === world.tabs[tab]!.key && until > world.serverNow);
}

/** The lease is not the one of now: time has passed since it was taken. */
function isRenewable(model: Model, world: World, { state }: TabView): boolean {
  const text = model.contentsOf(world)[`ledger:${state?.frozen?.key ?? ''}`];
  if (text === undefined) return false;
  const entry = JSON.parse(text) as { state: string; leaseUntil: number };
  return entry.state !== 'sent' && entry.leaseUntil !== world.now + LEASE;
}

function requestEvents(model: Model, request: Request): Event[] {
  const { tab, stage, key } = request;
  const subject = `request under ${key.charAt(0)}`;
  const end = (how: 'finish' | 'break') => ({
    name: `${subject}: ${how}`,
    happen: (world: World) => model.end(world, request, how),
  });
  const lose = (fault: Fault, how: 'lose' | 'lose for good') => ({
    name: `${nameOf(tab!)}: ${fault}`,
    fault,
    happen: (world: World) => model.lose(world, tab!, how),
  });
  const losses = tab === undefined ? [] : [lose('answer lost', 'lose'), lose('connection lost', 'lose for good')];
  if (stage === 'answered')
    return [
      { name: `${nameOf(tab!)}: hear`, happen: (world) => model.hear(world, { ...request, tab: tab! }) },
      ...losses,
    ];
  if (stage === 'arrived') return [end('finish'), ...(tab === undefined ? [end('break')] : losses)];
  return [...leaving(model, request, subject), ...losses];
}

function leaving(model: Model, request: Request, subject: string): Event[] {
  const refused: Event = {
    name: `${subject}: refused`,
    fault: 'refused for now',
    happen: (world) => model.refuse(world, request),
  };
  return [
    { name: `${subject}: arrive`, happen: (world) => model.serve(world, request) },
    {
      name: `${subject}: arrive in part`,
      fault: 'slow upload',
      happen: async (world) => (await model.arrive(world, request))[0],
    },
    ...(request.tab === undefined ? [] : [refused]),
  ];
}

function customerFaults(model: Model, world: World, tab: number, view: TabView): Event[] {
  const { state, waitsFor, session } = view;
  const fault = (kind: Fault, happen: (before: World) => Promise<World>) => ({
    name: `${nameOf(tab)}: ${kind}`,
    fault: kind,
    happen,
  });
  const crash = fault('crash', (before) => crashed(model, before, tab, view));
  if (waitsFor !== 'customer') return [crash, fault('cancel', (before) => model.act(before, tab, { do: 'cancel' }))];
  const edit = fault('edit', async (before) => withWords(model, await model.act(before, tab, { do: 'edit' }), tab));
  const isAsked = state?.status === 'twin' || state?.issues.some(({ code }) => code === 'different-required');
  return [
    ...(Object.keys(session).length > 0 ? [crash] : []),
    ...(state?.frozen ? [edit] : []),
    ...(canPress(model, world, tab, view) ? [pressing(model, tab, 'press slowly', 'slow page')] : []),
    ...(isAsked && world.tabs[tab]!.presses > 0
      ? [pressing(model, tab, 'press as a different problem', 'different problem')]
      : []),
  ];
}

async function crashed(model: Model, world: World, tab: number, { session, draft, hidden }: TabView): Promise<World> {
  const after = await model.open(world, tab, session, hidden!.byte);
  if (draft && Math.abs(world.now - draft.at) <= DRAFT_LIFE) return after;
  // It was kept for as long as was said: what the customer writes now is new.
  return changeTab(after, tab, { words: '', problem: world.tabs[tab]!.problem + 1, key: undefined });
}

/** Before anything is stored, nobody can tell one time from another. */
function timeFaults(world: World, tabs: readonly TabView[]): Event[] {
  if (tabs.every(({ session }) => Object.keys(session).length === 0)) return [];
  const fault = (kind: Fault, customer: number, server = customer): Event => ({
    name: kind,
    fault: kind,
    happen: (before) => ({ ...before, now: before.now + customer, serverNow: before.serverNow + server }),
  });
  // Nothing is on its way for days.
  const isQuiet = world.requests.length === 0 && tabs.every(({ waitsFor }) => waitsFor === 'customer');
  return [
    fault('lease lapsed', 31 * SECOND),
    fault('clock ahead', 5 * HOUR, 0),
    fault('clock behind', -5 * HOUR, 0),
    ...(isQuiet ? [fault('days pass', 6 * DAY), fault('key expired', 7 * DAY + HOUR)] : []),
  ];
}

const nameOf = (tab: number) => 'AB'.charAt(tab);
