import { expect } from '@open-wc/testing';
import { createDrafts, type DraftsOptions } from '../../src/services/drafts.js';
import { createStore, KEY_PREFIX } from '../../src/services/storage.js';
import { createBrowser, createClock, DAY, draftAt, HOUR } from './fakes.js';

type Tab = ReturnType<ReturnType<typeof createBrowser>['openTab']>;

function setUp(mode: DraftsOptions['mode'] = 'local') {
  const clock = createClock();
  const browser = createBrowser();
  const waits: number[] = [];
  const draftsIn = (tab: Tab, options: Partial<DraftsOptions> = {}) =>
    createDrafts({
      mode,
      widget: 'help',
      ...tab,
      now: clock.now,
      pause(milliseconds) {
        waits.push(milliseconds);
        return Promise.resolve();
      },
      ...options,
    });
  const openTab = (copied?: ReadonlyMap<string, string>) => {
    const tab = browser.openTab(copied);
    return { ...tab, tab, drafts: draftsIn(tab) };
  };
  const draft = (description?: string) => draftAt(clock.now(), description);
  return { clock, ...browser, waits, draftsIn, openTab, draft };
}

describe('drafts', () => {
  describe('of one tab', () => {
    for (const mode of ['session', 'local'] as const) {
      it(`come back after a reload (${mode})`, () => {
        const { openTab, draftsIn, draft } = setUp(mode);
        const { tab, drafts } = openTab();
        expect(drafts.own()).to.be.undefined;
        expect(drafts.save(draft())).to.be.true;
        expect(draftsIn(tab).own()).to.deep.equal(draft());
      });
    }

    it('are stored where the eager half of the widget looks, with isOpen and at', () => {
      const { openTab, draft } = setUp('session');
      const { drafts, texts, shared } = { ...openTab(), shared: setUp().shared };
      drafts.save(draft());
      expect([...texts.keys()]).to.deep.equal(['draft:help']);
      expect(JSON.parse(texts.get('draft:help') ?? '')).to.include({ isOpen: true, at: draft().at });
      expect(shared.size).to.equal(0);
    });

    it('are one for each widget', () => {
      const { openTab, draftsIn, draft } = setUp();
      const { tab, drafts } = openTab();
      const other = draftsIn(tab, { widget: 'help:2' });
      drafts.save(draft('one'));
      other.save(draft('two'));
      expect(drafts.own()?.answers.description).to.equal('one');
      other.erase();
      expect(drafts.own()?.answers.description).to.equal('one');
      expect(other.own()).to.be.undefined;
    });

    it('are erased without a trace', () => {
      const { openTab, draftsIn, draft, shared } = setUp();
      const { tab, drafts, texts } = openTab();
      drafts.save(draft());
      draftsIn(tab).erase();
      expect(texts.size + shared.size).to.equal(0);
      drafts.save(draft());
      drafts.erase();
      expect(texts.size + shared.size).to.equal(0);
    });

    it('keep a frozen ticket', () => {
      const { openTab, draftsIn, draft } = setUp('session');
      const { tab, drafts } = openTab();
      const frozen = { key: 'k', json: '{"topic":["a"]}', at: 1, digest: 'd', topicDigest: 't' };
      drafts.save({ ...draft(), frozen });
      expect(draftsIn(tab).own()?.frozen).to.deep.equal(frozen);
    });

    for (const [mode, life] of [
      ['none', DAY],
      ['session', DAY],
      ['local', 7 * DAY],
    ] as const) {
      it(`expire after ${life / HOUR} hours, and do not come from the future (${mode})`, () => {
        const { openTab, clock, draft, shared } = setUp(mode);
        const { drafts, texts } = openTab();
        drafts.save(draft());
        clock.tick(life);
        expect(drafts.own()).not.to.be.undefined;
        clock.tick(1);
        expect(drafts.own()).to.be.undefined;
        expect(texts.size).to.equal(0);
        drafts.save(draft());
        clock.tick(-life - 1);
        expect(drafts.own()).to.be.undefined;
        drafts.erase();
        expect(texts.size + shared.size).to.be.lessThan(2);
      });
    }

    const foreign: Record<string, string> = {
      'no JSON': '{"at":',
      null: 'null',
      'another version': '{"version":2}',
      'a step that is gone': JSON.stringify({ ...draftAt(1), step: 'payment' }),
      'answers of another type': JSON.stringify({ ...draftAt(1), answers: { country: 7 } }),
      'a hostile prototype': '{"__proto__":{"at":1,"isOpen":true}}',
    };
    for (const [what, text] of Object.entries(foreign)) {
      it(`are removed if they are ${what}`, async () => {
        const { openTab, shared } = setUp();
        const { drafts, texts } = openTab(new Map([['draft:help', text]]));
        const copy = `draft:help:${crypto.randomUUID()}`;
        shared.set(copy, text);
        expect(drafts.own()).to.be.undefined;
        expect(texts.size).to.equal(0);
        expect(await drafts.offered()).to.be.undefined;
        expect(shared.size).to.equal(0);
      });
    }

    it('take no member of a prototype for an answer', () => {
      const { openTab, draft } = setUp();
      const text = JSON.stringify(draft()).replace('"fields":{}', '"fields":{"__proto__":"x","amount":"1"}');
      const { drafts } = openTab(new Map([['draft:help', text]]));
      expect(Object.keys(drafts.own()?.answers.fields ?? {})).to.include('amount');
      expect(({} as Record<string, unknown>)['x']).to.be.undefined;
    });

    it('are kept in memory and nowhere else with none', async () => {
      const { openTab, draft, shared } = setUp('none');
      const { drafts, texts } = openTab();
      expect(drafts.save(draft())).to.be.false;
      expect(drafts.own()).to.deep.equal(draft());
      expect(await drafts.offered()).to.be.undefined;
      drafts.erase();
      expect(drafts.own()).to.be.undefined;
      drafts.dispose();
      expect(texts.size + shared.size).to.equal(0);
    });

    it('are kept in memory where the storage is blocked', async () => {
      const blocked = () => createStore('local', () => null);
      const drafts = createDrafts({ mode: 'local', widget: 'help', session: blocked(), local: blocked() });
      const draft = draftAt(Date.now());
      expect(drafts.save(draft)).to.be.false;
      expect(drafts.own()).to.deep.equal(draft);
      expect(await drafts.offered()).to.be.undefined;
      drafts.dispose();
    });
  });

  describe('of two tabs', () => {
    it('are never offered, nor written over, while their tabs live', async () => {
      const { openTab, draft } = setUp();
      const [one, two] = [openTab(), openTab()];
      one.drafts.save(draft('one'));
      expect(await two.drafts.offered()).to.be.undefined;
      two.drafts.save(draft('two'));
      expect(await two.drafts.offered()).to.be.undefined;
      expect(await one.drafts.offered()).to.be.undefined;
      expect(one.drafts.own()?.answers.description).to.equal('one');
      expect(two.drafts.own()?.answers.description).to.equal('two');
    });

    it('are offered when a tab is gone, the newest first', async () => {
      const { openTab, draft, clock, waits } = setUp();
      for (const text of ['old', 'newer']) {
        const { drafts, crash } = openTab();
        drafts.save(draft(text));
        crash();
        clock.tick(HOUR);
      }
      const live = openTab();
      live.drafts.save(draft('live and newest'));
      const { drafts } = openTab();
      expect((await drafts.offered())?.answers.description).to.equal('newer');
      expect(waits).to.deep.equal([200]);
    });

    it('wait for nobody where there is no draft', async () => {
      const { openTab, waits, shared } = setUp();
      expect(await openTab().drafts.offered()).to.be.undefined;
      expect(waits).to.deep.equal([]);
      expect(shared.size).to.equal(0);
    });

    it('belong to the tab that adopts them, and survive its reload', async () => {
      const { openTab, draftsIn, draft, shared } = setUp();
      const gone = openTab();
      gone.drafts.save(draft('lost and found'));
      gone.crash();
      const heir = openTab();
      const late = openTab();
      await heir.drafts.offered();
      await late.drafts.offered();
      expect(heir.drafts.adopt()?.answers.description).to.equal('lost and found');
      expect(late.drafts.adopt()).to.be.undefined;
      expect(heir.drafts.own()?.answers.description).to.equal('lost and found');
      expect(shared.size).to.equal(1);
      expect(await late.drafts.offered()).to.be.undefined;
      expect(draftsIn(heir.tab).own()?.answers.description).to.equal('lost and found');
    });

    it('are not adopted without an offer', () => {
      expect(setUp().openTab().drafts.adopt()).to.be.undefined;
    });

    it('are not offered to the tab that wrote them before a reload, and leave one copy', async () => {
      const { openTab, draftsIn, draft, shared } = setUp();
      const { tab, drafts } = openTab();
      drafts.save(draft('one'));
      drafts.dispose();
      const reloaded = draftsIn(tab);
      expect(await reloaded.offered()).to.be.undefined;
      reloaded.save(draft('one, two'));
      expect(shared.size).to.equal(1);
      expect([...shared.values()][0]).to.include('one, two');
    });

    it('stay apart when a tab is duplicated', async () => {
      const { openTab, draft, shared } = setUp();
      const original = openTab();
      original.drafts.save(draft('both'));
      const duplicate = openTab(original.texts);
      expect(duplicate.drafts.own()?.answers.description).to.equal('both');
      original.drafts.save(draft('original'));
      duplicate.drafts.save(draft('duplicate'));
      expect(original.drafts.own()?.answers.description).to.equal('original');
      expect(duplicate.drafts.own()?.answers.description).to.equal('duplicate');
      expect(shared.size).to.equal(2);
      original.crash();
      expect((await duplicate.drafts.offered())?.answers.description).to.equal('original');
    });

    it('come back to a tab that was frozen while another adopted its draft', async () => {
      const { openTab, draft, shared } = setUp();
      const frozen = openTab();
      frozen.drafts.save(draft('one'));
      frozen.crash();
      const heir = openTab();
      await heir.drafts.offered();
      heir.drafts.adopt();
      heir.drafts.save(draft('heir'));
      frozen.drafts.save(draft('frozen'));
      expect(heir.drafts.own()?.answers.description).to.equal('heir');
      expect(frozen.drafts.own()?.answers.description).to.equal('frozen');
      expect(shared.size).to.equal(2);
    });

    it('do not come back by an answer after they were deleted', () => {
      const { openTab, draft, shared } = setUp();
      const { drafts, target } = openTab();
      drafts.save(draft());
      const [copy] = [...shared.keys()];
      drafts.erase();
      // Another tab wrote its question before it could see that.
      shared.set(copy!, '?{}');
      target.dispatchEvent(new StorageEvent('storage', { key: KEY_PREFIX + copy!, newValue: '?{}' }));
      expect(shared.size).to.equal(0);
    });

    it('from before a reload do not come back by a question', async () => {
      const { openTab, draftsIn, draft, shared } = setUp();
      const { tab, drafts, target } = openTab();
      drafts.save(draft('one'));
      const [[before, text]] = [...shared] as [[string, string]];
      drafts.dispose();
      draftsIn(tab).save(draft('one'));
      expect(shared.has(before)).to.be.false;
      // Another tab wrote its question before it could see that.
      shared.set(before, `?${text}`);
      target.dispatchEvent(new StorageEvent('storage', { key: KEY_PREFIX + before, newValue: `?${text}` }));
      expect(await openTab().drafts.offered()).to.be.undefined;
      expect(shared.size).to.equal(1);
    });

    it('answer no other event: a removal, another key, a clear', () => {
      const { openTab, draft, shared } = setUp();
      const { drafts, target } = openTab();
      drafts.save(draft());
      const key = KEY_PREFIX + [...shared.keys()][0]!;
      shared.clear();
      for (const init of [
        { key, newValue: null },
        { key: 'x', newValue: '?' },
        { key: null },
        { key, newValue: '{}' },
      ]) {
        target.dispatchEvent(new StorageEvent('storage', init));
      }
      expect(shared.size).to.equal(0);
    });

    it('stop answering when disposed', async () => {
      const { openTab, draft } = setUp();
      const { drafts } = openTab();
      drafts.save(draft('free'));
      drafts.dispose();
      expect((await openTab().drafts.offered())?.answers.description).to.equal('free');
    });

    it('are answered for again after the element was moved', async () => {
      const { openTab, draft } = setUp();
      const { drafts } = openTab();
      drafts.save(draft());
      drafts.dispose();
      drafts.save(draft());
      expect(await openTab().drafts.offered()).to.be.undefined;
    });

    it('keep phone numbers whole', async () => {
      const { openTab, draft } = setUp();
      const { drafts, crash } = openTab();
      drafts.save(draft());
      crash();
      const { drafts: heir } = openTab();
      await heir.offered();
      expect(heir.adopt()).to.deep.equal(draft());
    });
  });

  describe('with the events of a real browser', () => {
    let frame: HTMLIFrameElement;

    beforeEach(() => {
      frame = document.createElement('iframe');
      document.body.append(frame);
    });

    afterEach(() => {
      frame.remove();
      localStorage.clear();
      sessionStorage.clear();
    });

    it('are offered only when the other page is gone', async () => {
      const page = frame.contentWindow as Window & typeof globalThis;
      const theirs = createDrafts({
        mode: 'local',
        widget: 'help',
        // A frame shares its tab's sessionStorage, and here it stands for another tab.
        session: createStore('session', () => null),
        local: createStore('local', () => page.localStorage),
        target: page,
      });
      const ours = createDrafts({
        mode: 'local',
        widget: 'help',
        session: createStore('session'),
        local: createStore('local'),
      });
      theirs.save(draftAt(Date.now(), 'theirs'));
      expect(await ours.offered()).to.be.undefined;
      theirs.dispose();
      expect((await ours.offered())?.answers.description).to.equal('theirs');
      expect(ours.adopt()?.answers.description).to.equal('theirs');
      expect(sessionStorage.getItem('help-ticket-widget:1:draft:help')).to.include('theirs');
      expect(localStorage.length).to.equal(1);
      ours.erase();
      ours.dispose();
      expect(localStorage.length + sessionStorage.length).to.equal(0);
    });
  });
});
