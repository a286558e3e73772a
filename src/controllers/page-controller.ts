import type { HelpTicketWidget, ShowOptions } from '../help-ticket-widget.js';
import type { KnownAnswers } from '../ticket/answers.js';
import { readSettings, type Settings } from '../ticket/settings.js';
import type { Ticket } from '../ticket/ticket.js';
import { loadTexts, type Texts } from './localizer.js';
import { pageInfo } from './page-info.js';

/** What the page around the form says, followed as it changes: language, settings, and what it knows of the customer. */
export class PageController {
  readonly #host: HelpTicketWidget;
  #texts: Texts;
  #wanted: readonly unknown[];
  #customer: HelpTicketWidget['customer'];
  #shown: ShowOptions['page'];

  constructor(host: HelpTicketWidget, texts: Texts) {
    this.#host = host;
    this.#texts = texts;
    this.#wanted = [host.locale, host.messages];
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

  /** Whether the page knows another customer. Another language or other words of the owner show as soon as they are loaded. */
  follow(): boolean {
    const { locale, messages, customer } = this.#host;
    if (locale !== this.#wanted[0] || messages !== this.#wanted[1]) {
      this.#wanted = [locale, messages];
      void loadTexts(locale, messages).then((texts) => {
        this.#texts = texts;
        this.#host.requestUpdate();
      });
    }
    const isOther = customer !== this.#customer;
    this.#customer = customer;
    return isOther;
  }
}
