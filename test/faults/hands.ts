/** A file as a story has it: its bytes follow from its size, and its name tells it from others. */
export interface StoryFile {
  readonly name: string;
  readonly size: number;
}

/** What the widget shows. */
export interface Screen {
  readonly kind:
    | 'closed'
    /** The form's code did not come. */
    | 'unavailable'
    /** A step to fill in, without or with something that is wrong on it. */
    | 'step'
    | 'problem'
    | 'sending'
    | 'not sent'
    | 'unconfirmed'
    /** A ticket waits for a connection. */
    | 'waiting'
    /** It waits for her to go on with it. */
    | 'stuck'
    | 'created'
    | 'twin'
    /** On opening: this browser sent a ticket not long ago. */
    | 'recent';
  /** Of the ticket that it speaks of. */
  readonly number: string | undefined;
  /** What review says that is going to be sent. */
  readonly said: Said | undefined;
  readonly text: string;
  readonly buttons: readonly string[];
}

export interface Said {
  readonly description: string;
  /** Their names. */
  readonly files: readonly string[];
}

/** What a customer does with the widget. Each returns what it shows then, if it is there. */
export interface Hands {
  /** In a new browser nothing is left of anybody. */
  forget(): Promise<void>;
  /** Somebody comes to this page. */
  arrive(query: string): Promise<Screen>;
  /** Opens the panel if it is closed, and waits as long as one of these shows, or it is sending. */
  wait(...kinds: Screen['kind'][]): Promise<Screen>;
  close(): Promise<Screen>;
  /** From the first step to review. */
  write(description: string, files: readonly StoryFile[]): Promise<Screen>;
  /** From review, and back there; from elsewhere it is too late. */
  rewrite(description: string): Promise<Screen>;
  /** From review, and back there: what was lost is chosen again. */
  chooseAgain(files: readonly StoryFile[]): Promise<Screen>;
  /** What was refused must go: all files. */
  removeFiles(): Promise<Screen>;
  /**
   * Presses Send, several times in one go if need be, as soon as it can be pressed; unless files are missing or it is too late.
   * Returns what showed before.
   */
  send(times: number, fileCount: number): Promise<Screen>;
  /** If it is still being sent. */
  cancel(): Promise<Screen>;
  press(words: string): Promise<Screen>;
  /** Leaves it to the outbox, if it is offered, and there is room. */
  queue(): Promise<Screen>;
  /** Goes on with a ticket that is stuck; presses again if nothing comes of it: a database may not answer for a while. */
  takeUp(): Promise<Screen>;
  /** "This is a different problem". */
  insist(): Promise<Screen>;
  /** The browser says that there is a connection again. */
  noticeConnection(): Promise<Screen>;
  /** The widget goes, and what it does by itself comes to its end. */
  leave(): Promise<Screen>;
}

declare global {
  interface Window {
    hands: Hands;
  }
}

/** Runs in the page, after `giveEyes`: hands are far quicker there than through a protocol. */
export function giveHands(): void {
  const { look, all, withWords, until, settled } = window.eyes;
  const SEND = ['Send ticket', 'Try again'];
  const QUEUE = 'Send when I’m back online';
  const widget = () => document.querySelector('help-ticket-widget')!;
  const isOver = ({ kind }: Screen) => kind === 'created' || kind === 'recent';

  function type(description: string): void {
    const [area] = all<HTMLTextAreaElement>('textarea');
    area!.value = description;
    area!.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  function attach(files: readonly StoryFile[]): void {
    if (files.length === 0) return;
    const chosen = new DataTransfer();
    for (const { name, size } of files) {
      const bytes = new Uint8Array(size).fill(size % 251);
      bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      chosen.items.add(new File([bytes], name, { type: 'image/png', lastModified: 1_700_000_000_000 }));
    }
    const [chooser] = all<HTMLInputElement>('input[type=file]');
    chooser!.files = chosen.files;
    chooser!.dispatchEvent(new Event('change'));
  }

  /** Or the ticket of somebody who was here before could arrive before her eyes. */
  function forgetDatabase(): Promise<void> {
    return new Promise((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase('help-ticket-widget');
      deletion.onsuccess = () => resolve();
      deletion.onerror = () => reject(new Error('The database is still there.'));
    });
  }

  /** From review to the details, what is done there, and back. */
  async function change(link: string, act: () => unknown): Promise<Screen> {
    const found = withWords(link);
    found?.click();
    await settled();
    if (!found) return look();
    await act();
    return hands.press('Continue');
  }

  const hands: Hands = {
    async forget() {
      document.querySelector('help-ticket-widget')?.remove();
      for (const storage of [localStorage, sessionStorage]) storage.clear();
      await forgetDatabase();
    },
    arrive(query) {
      history.replaceState(null, '', query);
      document.querySelector('help-ticket-widget')?.remove();
      document.body.append(Object.assign(document.createElement('help-ticket-widget'), window.settings()));
      return hands.wait();
    },
    async wait(...kinds) {
      await customElements.whenDefined('help-ticket-widget');
      widget().show({ topic: 'other' });
      const waiting = ['closed', 'sending', ...kinds];
      return until((screen) => !waiting.includes(screen.kind) && screen);
    },
    close() {
      widget().close();
      return settled();
    },
    async write(description, files) {
      await hands.press('Continue');
      type(description);
      attach(files);
      await settled();
      return hands.press('Continue');
    },
    rewrite: (description) => change('Change Description', () => type(description)),
    chooseAgain: (files) => change('Change Files', () => hands.removeFiles().then(() => (attach(files), settled()))),
    removeFiles() {
      for (const button of all('li.file button')) button.click();
      return settled();
    },
    async send(times, fileCount) {
      const [button, screen] = await until((now) => {
        const found = withWords(...SEND);
        return found?.ariaDisabled !== 'true' && (found ?? isOver(now)) && ([found, now] as const);
      });
      const isComplete = (screen.said?.files.length ?? fileCount) >= fileCount;
      for (let count = 0; count < times && isComplete; count += 1) button?.click();
      await settled();
      return screen;
    },
    cancel() {
      if (look().kind === 'sending') withWords('Cancel')?.click();
      return settled();
    },
    async press(words) {
      const button = await until((screen) => withWords(words) ?? (isOver(screen) && null));
      button?.click();
      return settled();
    },
    queue() {
      withWords(QUEUE)?.click();
      return until((screen) => (!withWords(QUEUE) || screen.text.includes('There is no room')) && screen);
    },
    async takeUp() {
      const press = () => withWords('Continue it')?.click();
      press();
      const pressing = setInterval(press, 120_000);
      return hands.wait('stuck').finally(() => clearInterval(pressing));
    },
    insist() {
      all('#relatedTo')[0]?.click();
      return settled();
    },
    noticeConnection() {
      window.dispatchEvent(new Event('online'));
      return hands.wait('waiting');
    },
    async leave() {
      const screen = look();
      widget().remove();
      // What is being sent by then writes down how it ended, and the next customer must not find that.
      while ((await navigator.locks.query()).held?.length) await new Promise((resolve) => setTimeout(resolve, 100));
      return screen;
    },
  };
  window.hands = hands;
}
