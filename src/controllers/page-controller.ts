import type { HelpTicketWidget, ShowOptions } from '../help-ticket-widget.js';
import type { KnownAnswers } from '../ticket/answers.js';
import { readSettings, type Settings } from '../ticket/settings.js';
import type { Ticket } from '../ticket/ticket.js';
import { pause } from '../services/pause.js';
import { englishTexts, loadTexts, type Texts } from './localizer.js';
import { pageInfo } from './page-info.js';

/** How long the panel waits for its language before it opens in English, in milliseconds. */
const PATIENCE = 3000;

/** What the page around the form says, followed as it changes: language, settings, and what it knows of the customer. */
export class PageController {
  readonly #host: HelpTicketWidget;
  readonly #patience = pause(PATIENCE);
  #texts: Texts;
  #languages: readonly string[] = [];
  #wanted: readonly unknown[] = [];
  #customer: HelpTicketWidget['customer'];
  #shown: ShowOptions['page'];

  constructor(host: HelpTicketWidget) {
    this.#host = host;
    this.#texts = englishTexts(host.messages);
    this.#customer = host.customer;
  }

  get texts(): Texts {
    return this.#texts;
  }

  get settings(): Settings {
    return readSettings(this.#host, document.baseURI).settings;
  }

  get known(): KnownAnswers {
    const { email, name, phone, country } = this.#host.customer ?? {};
    return { ...(email && { email }), ...(name && { name }), ...(phone && { phone }), ...(country && { country }) };
  }

  /** What of the page goes with the ticket. */
  get info(): Ticket['page'] {
    return pageInfo(this.settings.pageInfo, this.#shown);
  }

  /** The page that an opener named, instead of this one. */
  show(page: ShowOptions['page']): void {
    this.#shown = page ?? this.#shown;
  }

  /**
   * Learns the page's language, if the team answers in it, or else the team's first. Resolves when it has come, or after 3 s: meanwhile it is English.
   */
  async learn(languages: readonly string[]): Promise<Texts> {
    const { locale, messages } = this.#host;
    const wanted = [locale, messages];
    this.#wanted = wanted;
    this.#languages = languages;
    const learnt = loadTexts(locale, messages, languages).then((texts) => {
      // A page may change its mind before they come.
      if (this.#wanted === wanted) this.#texts = texts;
      this.#host.requestUpdate();
    });
    await Promise.race([learnt, this.#patience]);
    return this.#texts;
  }

  /** Whether the page knows another customer. Another language or other words of the owner show as soon as they are loaded. */
  follow(): boolean {
    const { locale, messages, customer } = this.#host;
    if (locale !== this.#wanted[0] || messages !== this.#wanted[1]) void this.learn(this.#languages);
    const isOther = customer !== this.#customer;
    this.#customer = customer;
    return isOther;
  }
}
