import type { ReactiveControllerHost } from '@lit/reactive-element';
import type * as Advice from '../advice.js';

/** What is slow to build, and what may never be needed, comes after the picture. */
export class LateController {
  /** The panel has been seen. */
  hasPainted = false;
  /** Hints on answers, as soon as they have come. */
  advice: Partial<typeof Advice> = {};
  readonly #host: ReactiveControllerHost;
  readonly #loadAdvice: () => Promise<typeof Advice>;
  #hasRendered = false;
  #isPrepared = false;

  constructor(host: ReactiveControllerHost, loadAdvice: () => Promise<typeof Advice>) {
    this.#host = host;
    this.#loadAdvice = loadAdvice;
  }

  /** To be called after every rendering, with what this screen may need next. */
  follow(prepare: false | (() => unknown)): void {
    const isFirst = !this.#hasRendered;
    const isPrepared = this.#isPrepared;
    this.#hasRendered = true;
    this.#isPrepared = !!prepare;
    if (!isFirst && (!prepare || isPrepared)) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (prepare) prepare();
        if (isFirst) void this.#begin();
      }),
    );
  }

  async #begin(): Promise<void> {
    this.hasPainted = true;
    this.#host.requestUpdate();
    // A lost network, or a strict policy: the form works without hints.
    this.advice = await this.#loadAdvice().catch(() => this.advice);
    this.#host.requestUpdate();
  }
}
