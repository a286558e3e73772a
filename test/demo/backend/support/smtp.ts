import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server of someone else's, which does as it is told. */
export interface TestSmtp extends AsyncDisposable {
  readonly url: string;
  readonly mails: readonly ParsedMail[];
}

/** @param refusal called for every recipient; the code to refuse with, or nothing */
export async function startSmtp(refusal: (attempt: number) => number | undefined = () => undefined): Promise<TestSmtp> {
  const mails: ParsedMail[] = [];
  let attempts = 0;
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo(_address, _session, callback) {
      attempts += 1;
      const responseCode = refusal(attempts);
      callback(responseCode === undefined ? null : Object.assign(new Error('Not now'), { responseCode }));
    },
    onData(stream, _session, callback) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        callback();
      }, callback);
    },
  });
  server.on('error', () => {});
  const port = await new Promise<number>((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => resolve((listener.address() as AddressInfo).port));
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
