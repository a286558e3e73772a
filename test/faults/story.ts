import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Account } from './account.ts';
import type { Screen } from './hands.ts';
import type { Plan, Reaction } from './plan.ts';
import type { Scene } from './stage.ts';
import type { Tab } from './tab.ts';

/** How often she goes on before the story counts as one without an end. */
const PERSEVERANCE = 15;

const isNumbered = ({ kind }: Screen) => kind === 'created' || kind === 'twin' || kind === 'recent';

/** One customer, from her first word to the number of her ticket. After each ending, what she was told is compared with what there is. */
export class Story {
  readonly account: Account;
  readonly #plan: Plan;
  readonly #scene: Scene;
  /** What she has to say by now. */
  #description = 'My deposit of Friday is not in my account.';
  #files: Plan['files'];
  #isOffline = false;
  #isQueued = false;
  #hasInsisted = false;

  constructor(plan: Plan, scene: Scene) {
    this.#plan = plan;
    this.#scene = scene;
    this.#files = plan.files;
    this.account = new Account(plan.email, scene.stage.backend.dataDir);
  }

  async live(): Promise<void> {
    const { run, presses, reactions } = this.#plan;
    // Each for itself: what one tab forgets, another one's process may still see for a while.
    for (const tab of this.#tabs) await tab.do('forget');
    for (const tab of this.#tabs) await this.#write(tab);
    this.#scene.stage.wire.trouble(run, this.#plan);
    await this.#send(this.#tab, presses);
    await this.#doMeanwhile(this.#tab);
    let screen = await this.#hear();
    for (const reaction of reactions) {
      if (isNumbered(screen)) break;
      await this.#react(this.#tab, screen, reaction);
      screen = await this.#hear();
    }
    await this.#comeToAnEnd();
  }

  get #tab(): Tab {
    return this.#scene.tabs[0];
  }

  get #tabs(): readonly Tab[] {
    return this.#scene.tabs.slice(0, this.#plan.meanwhile === 'use another tab' ? 2 : 1);
  }

  async #write(tab: Tab): Promise<void> {
    await tab.do('arrive', `?run=${this.#plan.run}`);
    const { kind } = await this.#open(tab);
    if (kind === 'step') await tab.do('write', this.#description, this.#files);
  }

  /** If the form's code did not come in time, she loads the page again. */
  async #open(tab: Tab): Promise<Screen> {
    const screen = await tab.do('wait');
    if (screen.kind !== 'unavailable') return screen;
    await tab.reload();
    return this.#open(tab);
  }

  /** As review has it; where files were lost, it has to say so, and she chooses them again. */
  async #send(tab: Tab, times = 1): Promise<void> {
    const screen = await tab.do('send', times, this.#files.length);
    if (this.#hasLostFiles(screen)) {
      await tab.do('chooseAgain', this.#files);
      await this.#send(tab, times);
    } else if (screen.said) this.account.sends(screen.said);
  }

  /** As it was sent; files that are lost by then, she lets go. */
  async #queue(tab: Tab, screen: Screen): Promise<void> {
    // Files of one name are alike, and one of them may be lost.
    if (this.#hasLostFiles(screen))
      this.#files = screen.said!.files.map((name) => this.#files.find((file) => file.name === name)!);
    if (screen.said) this.account.sends(screen.said);
    const { kind } = await tab.do('queue');
    this.#isQueued = kind === 'waiting';
  }

  #hasLostFiles({ said, text }: Screen): boolean {
    if (!said || said.files.length >= this.#files.length) return false;
    assert.match(text, /These files could not be kept/, 'files are missing, and nobody says so');
    return true;
  }

  async #edit(tab: Tab): Promise<void> {
    const description = `${this.#description} It is still missing.`;
    const { said } = await tab.do('rewrite', description);
    if (said?.description === description) this.#description = description;
  }

  async #doMeanwhile(tab: Tab): Promise<void> {
    const { meanwhile, after } = this.#plan;
    await pause(after);
    if (meanwhile === 'reload') await tab.reload();
    else if (meanwhile === 'crash') await tab.crash().then(() => tab.reload());
    else if (meanwhile === 'crash and begin again') await this.#beginAgain(tab);
    else if (meanwhile === 'close') await tab.do('close');
    else if (meanwhile === 'use another tab') await this.#send(this.#scene.tabs[1]);
    else if (meanwhile === 'go offline') await this.#setOffline(true);
    else if (meanwhile === 'lose connection') {
      await this.#setOffline(true);
      await pause(after);
      await this.#setOffline(false);
    } else if (meanwhile !== 'wait') {
      const { kind } = await tab.do('cancel');
      if (meanwhile === 'edit' && kind === 'step') await this.#edit(tab);
    }
  }

  /** In a new tab there is no draft: she writes it once more. */
  async #beginAgain(tab: Tab): Promise<void> {
    await tab.crash();
    await tab.close();
    this.#scene.tabs[0] = await this.#scene.openTab();
    await this.#write(this.#tab);
  }

  async #setOffline(isOffline: boolean): Promise<void> {
    this.#isOffline = isOffline;
    await this.#scene.context.setOffline(isOffline);
  }

  /** Waits for the ending of each tab; all are told, and all are true. */
  async #hear(): Promise<Screen> {
    const { wire } = this.#scene.stage;
    const screens = await Promise.all(this.#tabs.map(async (tab) => [tab, await this.#ending(tab)] as const));
    for (const [tab, screen] of screens) this.account.hears(tab, screen);
    this.account.check(await wire.quiet(this.#plan.run));
    return screens[0]![1];
  }

  /** A step is no ending: where it was broken off, she goes on. */
  async #ending(tab: Tab): Promise<Screen> {
    for (let tries = 0; tries < PERSEVERANCE; tries += 1) {
      const screen = await this.#open(tab);
      if (screen.kind !== 'step') return screen;
      // The list of what waits comes after the form; it is hers in the tab where she left it.
      if (this.#isQueued && tab === this.#tab) await tab.do('wait', 'step');
      else await this.#goOn(tab, screen);
    }
    throw new Error('There is no end to it.');
  }

  async #react(tab: Tab, screen: Screen, reaction: Reaction): Promise<void> {
    const isLeft = screen.kind === 'waiting' || screen.kind === 'stuck';
    if (reaction === 'reload' || isLeft) {
      if (!this.#isOffline) await tab.reload();
    } else if (reaction === 'queue') await this.#queue(tab, screen);
    else if (reaction === 'edit' && screen.said) {
      await this.#edit(tab);
      await this.#send(tab);
    } else await this.#goOn(tab, screen);
  }

  /** One step further. */
  async #goOn(tab: Tab, { kind, buttons }: Screen): Promise<void> {
    if (kind === 'problem' && buttons.includes('Choose files')) {
      await tab.do('removeFiles');
      this.#files = [];
    }
    if (buttons.includes('Continue')) await tab.do('press', 'Continue');
    else await this.#send(tab);
  }

  /** All is well now, and she tries until each tab has a number for her. */
  async #comeToAnEnd(): Promise<void> {
    const { wire } = this.#scene.stage;
    wire.heal(this.#plan.run);
    if (this.#isOffline) await this.#setOffline(false);
    await this.#persevere();
    await wire.quiet(this.#plan.run);
    this.account.checkAtEnd();
    for (const tab of this.#tabs) await tab.do('leave');
  }

  /** By turns: one tab may be asked about what another has begun, and has to wait for its number. */
  async #persevere(): Promise<void> {
    let open = this.#tabs;
    for (let tries = 0; tries < PERSEVERANCE && open.length > 0; tries += 1) {
      const isOver = new Map<Tab, boolean>();
      for (const tab of open) isOver.set(tab, await this.#comesToANumber(tab));
      open = open.filter((tab) => !isOver.get(tab));
    }
    if (open.length > 0) throw new Error(`There is no end to it. ${(await open[0]!.do('wait')).text}`);
  }

  async #comesToANumber(tab: Tab): Promise<boolean> {
    const screen = await this.#ending(tab);
    this.account.hears(tab, screen);
    const isTwin = screen.kind === 'twin' || (screen.kind === 'problem' && screen.number !== undefined);
    if (isTwin && this.#plan.isInsisting && !this.#hasInsisted) await this.#insist(tab);
    else if (isTwin || isNumbered(screen)) return true;
    else if (screen.kind === 'waiting') await tab.do('noticeConnection');
    else if (screen.kind === 'stuck') await this.#takeUp(tab);
    else await this.#goOn(tab, screen);
    return false;
  }

  /** Some change it first. */
  async #takeUp(tab: Tab): Promise<void> {
    this.#isQueued = false;
    await tab.do('takeUp');
    if (this.#plan.reactions.includes('edit')) await this.#edit(tab);
  }

  async #insist(tab: Tab): Promise<void> {
    this.#hasInsisted = true;
    this.account.insists();
    await tab.do('insist');
    await this.#send(tab);
  }
}
