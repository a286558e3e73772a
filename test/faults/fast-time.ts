interface Haste {
  /** From when on, in milliseconds since the epoch: the same for all pages, so that their clocks agree. */
  readonly since: number;
  /** How many times as fast. */
  readonly speed: number;
}

/** Runs in the page before all else: for what the page waits, time passes faster. The network stays as it is. */
export function hurry({ since, speed }: Haste): void {
  const { now } = Date;
  Date.now = () => since + (now() - since) * speed;
  const elapsed = performance.now.bind(performance);
  performance.now = () => elapsed() * speed;
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const original = window[name] as (handler: TimerHandler, delay: number, ...rest: unknown[]) => number;
    const faster = (handler: TimerHandler, delay = 0, ...rest: unknown[]) => original(handler, delay / speed, ...rest);
    Object.assign(window, { [name]: faster });
  }
  const timeout = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, 'timeout');
  Object.defineProperty(XMLHttpRequest.prototype, 'timeout', {
    ...timeout,
    set(this: XMLHttpRequest, value: number) {
      timeout?.set?.call(this, value / speed);
    },
  });
}
