import { type Draft, parseDraft } from '../ticket/stored.js';
import { pause as defaultPause, type Pause } from './pause.js';
import { toPlainJson } from './plain-json.js';
import { createMemoryStore, KEY_PREFIX, type Store } from './storage.js';
import { createUuid } from './uuid.js';

const HOUR = 3_600_000;

/** How long a draft is kept, in milliseconds. */
export const DRAFT_LIFE = { none: 24 * HOUR, session: 24 * HOUR, local: 7 * 24 * HOUR };

/** How long another tab has to say that it is still there, in milliseconds. */
const ANSWER_TIME = 200;

/** Stands before a copy while its tab is asked. */
const ASKED = '?';

export interface DraftsOptions {
  readonly mode: 'none' | 'session' | 'local';
  /** Which widget of the page: two with the same name share a draft. */
  readonly widget: string;
  readonly session: Store;
  readonly local: Store;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly pause?: Pause;
  /** Where `storage` events arrive. */
  readonly target?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

/**
 * Unsent tickets of one widget. None of it throws.
 *
 * A tab's own draft is in `sessionStorage` as `help-ticket-widget:1:draft:<widget>`, whatever the mode (but `none`), so it
 * survives reloads, crashes and discarded tabs. Whether to open again by itself can be told from that text without a schema:
 * its JSON has `isOpen` (boolean) and `at` (milliseconds since the epoch, when it was last saved).
 *
 * With `local` there is also a copy in `localStorage`, `help-ticket-widget:1:draft:<widget>:<random>`, named anew on each page
 * load, so that no tab ever writes over another's. To learn whether its tab is alive, another tab puts a "?" before it; a tab
 * that sees that (`storage` event) takes the "?" away.
 */
export interface Drafts {
  /** This tab's draft. */
  own(): Draft | undefined;
  /** With `local`: the newest draft that no live tab owns. Takes 200 ms if there are any. */
  offered(): Promise<Draft | undefined>;
  /** Makes the draft offered last this tab's own. Returns it, or nothing if another tab was faster. */
  adopt(): Draft | undefined;
  /** Whether the draft will be there after a reload. */
  save(draft: Draft): boolean;
  /** Deletes this tab's draft. */
  erase(): void;
  /** Stops answering other tabs, until the next `save`: they may be offered what is stored. */
  dispose(): void;
}

export function createDrafts(options: DraftsOptions): Drafts {
  const { mode, widget, now = Date.now, pause = defaultPause, target = globalThis } = options;
  const { session, local } = storesOf(options);
  const name = `draft:${widget}`;
  const copy = `${name}:${createUuid()}`;
  const isCurrent = ({ at }: Draft) => Math.abs(now() - at) <= DRAFT_LIFE[mode];
  const others = () => othersIn(local, copy, session.get(name), isCurrent);
  const handleStorage = answerWith(local, copy, () => session.get(name));
  let offer = '';

  const save = (draft: Draft) => {
    const text = toPlainJson(draft);
    if (!local.get(copy)) forget(local, copy, session.get(name));
    const isShared = local.set(copy, text);
    if (mode === 'local') target.addEventListener('storage', handleStorage);
    return session.set(name, text) || isShared;
  };

  return {
    own: () => read(session, name, isCurrent),
    async offered() {
      const free = await unanswered(local, others, pause);
      offer = free?.from ?? '';
      return free?.draft;
    },
    adopt() {
      const draft = offer && read(local, offer, isCurrent);
      if (!draft) return undefined;
      save(draft);
      local.remove(offer);
      return draft;
    },
    save,
    erase() {
      forget(local, copy, session.get(name));
      local.remove(copy);
      session.remove(name);
    },
    dispose: () => void target.removeEventListener('storage', handleStorage),
  };
}

/** What a mode does not store stays in memory. */
function storesOf({ mode, session, local }: DraftsOptions) {
  const memory = createMemoryStore();
  return { session: mode === 'none' ? memory : session, local: mode === 'local' ? local : memory };
}

interface Copy {
  readonly from: string;
  readonly draft: Draft;
}

/** Asks the tabs of all copies whether they are alive; the first copy of one that is not. */
async function unanswered(local: Store, others: () => readonly Copy[], wait: Pause): Promise<Copy | undefined> {
  const asked = others();
  for (const { from } of asked) local.set(from, ASKED + bare(local, from));
  if (asked.length > 0) await wait(ANSWER_TIME);
  return others().find(({ from }) => local.get(from)?.startsWith(ASKED));
}

/** Answers other tabs that ask whether this one is alive. */
function answerWith(local: Store, copy: string, text: () => string | undefined) {
  return (event: Event): void => {
    const { key, newValue } = event as StorageEvent;
    if (!newValue?.startsWith(ASKED)) return;
    const current = text();
    // Its own, from before a reload: the question brought it back.
    if (key !== KEY_PREFIX + copy) forget(local, copy, current);
    else if (current) local.set(copy, current);
    // Deleted while the other tab was writing: it must not come back.
    else local.remove(copy);
  };
}

/** The text without the question. */
function bare(store: Store, name: string): string {
  const text = store.get(name) ?? '';
  return text.startsWith(ASKED) ? text.slice(ASKED.length) : text;
}

/** What a stored text holds; one that is corrupt or too old (or from the future: clocks are set back) is removed. */
function read(store: Store, name: string, isCurrent: (draft: Draft) => boolean): Draft | undefined {
  const text = bare(store, name);
  const draft = parseDraft(text);
  if (draft && isCurrent(draft)) return draft;
  if (text) store.remove(name);
  return undefined;
}

/** All copies of the widget but `copy`: their names differ in the UUID at the end. */
function copiesBeside(local: Store, copy: string): readonly string[] {
  const prefix = copy.slice(0, -36);
  return local.keys().filter((name) => name !== copy && name.length === copy.length && name.startsWith(prefix));
}

/** Removes the copies that say what this tab's draft says: they are its own, from before a reload. */
function forget(local: Store, copy: string, text: string | undefined): void {
  for (const name of copiesBeside(local, copy)) if (bare(local, name) === text) local.remove(name);
}

/** The drafts of other tabs, the newest first. */
function othersIn(
  local: Store,
  copy: string,
  text: string | undefined,
  isCurrent: (draft: Draft) => boolean,
): readonly Copy[] {
  return copiesBeside(local, copy)
    .flatMap((from) => {
      const draft = bare(local, from) === text ? undefined : read(local, from, isCurrent);
      return draft ? { from, draft } : [];
    })
    .sort((a, b) => b.draft.at - a.draft.at);
}
