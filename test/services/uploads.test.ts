import { expect } from '@open-wc/testing';
import type { Transport, TransportRequest } from '../../src/services/transport.js';
import { createUploads, uploadExchange, type UploadRequest } from '../../src/services/uploads.js';
import type { Outcome } from '../../src/ticket/outcome.js';

const UNREACHABLE: Outcome = { kind: 'unreachable' };
const CREATED = '2026-11-26T12:00:00Z';
const RECEIPT = { id: 'HT-7F3K9Q', createdAt: CREATED };

const arrived = (id: string): Outcome => ({ kind: 'accepted', receipt: { id, createdAt: CREATED } });
const fileOf = (name: string, size = 10) => new File(['x'.repeat(size)], name);
/** All that is settled has been told. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

interface Sending extends UploadRequest {
  end(outcome: Outcome): void;
}

/** Uploads whose requests the test answers, and a desk that takes tickets. */
function setUp(...answers: (Outcome | { kind: 'busy'; after: number })[]) {
  const sendings: Sending[] = [];
  const ends: [name: string, hasArrived: boolean][] = [];
  const posts: TransportRequest[] = [];
  const uploads = createUploads({
    send: (request) => new Promise((end) => sendings.push({ ...request, end })),
    toJson: JSON.stringify,
    onChange() {},
    onEnd: ({ name }, hasArrived) => ends.push([name, hasArrived]),
  });
  const desk: Transport = (request) => {
    posts.push(request);
    return Promise.resolve(answers.shift() ?? { kind: 'accepted', receipt: RECEIPT });
  };
  const post = (files: File[], more: Partial<TransportRequest> = {}) =>
    uploads.before(desk)({
      endpoint: '/tickets',
      json: JSON.stringify({ topic: ['a'], attachments: files.map(({ name, size }) => ({ name, size })) }),
      key: 'k',
      files,
      signal: new AbortController().signal,
      onProgress() {},
      ...more,
    });
  const sentNames = () => sendings.map(({ file }) => file.name);
  const idsOf = (index: number) =>
    (JSON.parse(posts[index]!.json) as { attachments: { id?: string }[] }).attachments.map(({ id }) => id);
  return { uploads, sendings, ends, posts, post, sentNames, idsOf };
}

describe('uploads', () => {
  it('begin at once, three at a time, each once', async () => {
    const { uploads, sendings, sentNames } = setUp();
    const files = ['1', '2', '3', '4', '5'].map((name) => fileOf(name));
    for (const file of [...files, ...files]) uploads.begin(file);
    await settled();
    expect(sentNames()).to.deep.equal(['1', '2', '3']);
    sendings[1]!.end(arrived('b'));
    await settled();
    expect(sentNames()).to.deep.equal(['1', '2', '3', '4']);
    sendings[0]!.end(UNREACHABLE);
    await settled();
    expect(sentNames()).to.deep.equal(['1', '2', '3', '4', '5']);
  });

  it('tell how far they are, and how they end', async () => {
    const { uploads, sendings, ends } = setUp();
    const file = fileOf('a', 200);
    expect(uploads.of(file)).to.equal(undefined);
    uploads.begin(file);
    await settled();
    sendings[0]!.onProgress({ sent: 150, total: 300 });
    expect(uploads.of(file)).to.include({ sent: 100, total: 200, hasArrived: false, isFailed: false });
    sendings[0]!.end(arrived('id'));
    await settled();
    expect(uploads.of(file)).to.include({ hasArrived: true, isFailed: false });
    expect(ends).to.deep.equal([['a', true]]);
  });

  it('begin again after a failure, and not after they have arrived', async () => {
    const { uploads, sendings, ends, sentNames } = setUp();
    const file = fileOf('a');
    uploads.begin(file);
    await settled();
    sendings[0]!.end(UNREACHABLE);
    await settled();
    expect(uploads.of(file)).to.include({ isFailed: true, problem: undefined });
    uploads.begin(file);
    await settled();
    sendings[1]!.end(arrived('id'));
    await settled();
    uploads.begin(file);
    await settled();
    expect(sentNames()).to.deep.equal(['a', 'a']);
    expect(ends).to.deep.equal([
      ['a', false],
      ['a', true],
    ]);
  });

  it('do not begin again after the server’s word', async () => {
    const { uploads, sendings, sentNames } = setUp();
    const file = fileOf('a');
    uploads.begin(file);
    await settled();
    sendings[0]!.end({ kind: 'rejected', issues: [{ pointer: '#/file', code: 'attachment-type' }] });
    await settled();
    uploads.begin(file);
    await settled();
    expect(uploads.of(file)).to.include({ isFailed: true, problem: 'attachment-type' });
    expect(sentNames()).to.deep.equal(['a']);
  });

  it('stop when the file is dropped, also in the queue, and say nothing more', async () => {
    const { uploads, sendings, ends, sentNames } = setUp();
    const files = ['1', '2', '3', '4'].map((name) => fileOf(name));
    files.forEach((file) => uploads.begin(file));
    await settled();
    uploads.drop(files[0]!);
    uploads.drop(files[3]!);
    uploads.drop(fileOf('unknown'));
    expect(sendings[0]!.signal.aborted).to.equal(true);
    expect(uploads.of(files[0]!)).to.equal(undefined);
    for (const sending of sendings) sending.end(UNREACHABLE);
    await settled();
    expect(sentNames()).to.deep.equal(['1', '2', '3']);
    expect(ends.map(([name]) => name)).to.deep.equal(['2', '3']);
  });

  it('have more patience before Send than during it', async () => {
    const { uploads, sendings, post } = setUp();
    uploads.begin(fileOf('chosen'));
    void post([fileOf('sent')]);
    await settled();
    expect(sendings.map(({ tries }) => tries)).to.deep.equal([4, 1]);
  });

  describe('before a ticket', () => {
    it('without files it is posted as it is', async () => {
      const { post, posts, sendings } = setUp();
      await post([]);
      expect(posts[0]!.json).to.equal('{"topic":["a"],"attachments":[]}');
      expect(sendings).to.have.length(0);
    });

    it('with files it waits for them and names them in order, without their bytes', async () => {
      const { uploads, sendings, post, posts, idsOf } = setUp();
      const files = [fileOf('first'), fileOf('second')];
      uploads.begin(files[1]!);
      await settled();
      const posting = post(files);
      await settled();
      sendings[0]!.end(arrived('id-2'));
      await settled();
      expect(posts).to.have.length(0);
      sendings[1]!.end(arrived('id-1'));
      expect(await posting).to.deep.equal({ kind: 'accepted', receipt: RECEIPT });
      expect(idsOf(0)).to.deep.equal(['id-1', 'id-2']);
      expect(posts[0]!.files).to.deep.equal([]);
      expect(posts[0]!.key).to.equal('k');
      expect(JSON.parse(posts[0]!.json)).to.include.keys('topic');
    });

    it('tells of bytes that are not the ticket’s own', async () => {
      const { sendings, post } = setUp();
      const progress: number[] = [];
      const files = [fileOf('a', 100), fileOf('b', 300)];
      const posting = post(files, {
        onUpload: ({ sent, total }) => progress.push(sent / total),
        onProgress: () => expect.fail('the ticket has not left'),
      });
      await settled();
      sendings[0]!.onProgress({ sent: 50, total: 100 });
      sendings[1]!.onProgress({ sent: 300, total: 300 });
      expect(progress.slice(-2)).to.deep.equal([50 / 400, 350 / 400]);
      sendings.forEach(({ end }, index) => end(arrived(`id-${index}`)));
      await posting;
      const after = progress.length;
      sendings[0]!.onProgress({ sent: 1, total: 100 });
      expect(progress).to.have.length(after);
    });

    it('a file that could not go keeps it here; the next attempt takes up only that one', async () => {
      const { sendings, post, posts, sentNames, idsOf } = setUp();
      const files = [fileOf('a'), fileOf('b')];
      const first = post(files);
      await settled();
      sendings[0]!.end(arrived('id-a'));
      sendings[1]!.end({ kind: 'unconfirmed' });
      expect(await first).to.deep.equal(UNREACHABLE);
      expect(posts).to.have.length(0);
      const second = post(files);
      await settled();
      sendings[2]!.end(arrived('id-b'));
      await second;
      expect(sentNames()).to.deep.equal(['a', 'b', 'b']);
      expect(idsOf(0)).to.deep.equal(['id-a', 'id-b']);
    });

    it('a server’s word on a file is at that file, before all else', async () => {
      const { sendings, post } = setUp();
      const posting = post([fileOf('a'), fileOf('b'), fileOf('c')]);
      await settled();
      sendings[0]!.end({ kind: 'limited', until: 1 });
      sendings[1]!.end({ kind: 'rejected', issues: [{ pointer: '#/file', code: 'attachment-type', detail: 'no' }] });
      sendings[2]!.end({ kind: 'refused', status: 403 });
      expect(await posting).to.deep.equal({
        kind: 'rejected',
        issues: [{ pointer: '#/attachments/1', code: 'attachment-type', detail: 'no' }],
      });
    });

    it('an interrupted file is told as such: it may be too large', async () => {
      const { sendings, post } = setUp();
      const posting = post([fileOf('a'), fileOf('b')]);
      await settled();
      sendings[0]!.end({ kind: 'oversized' });
      sendings[1]!.end(UNREACHABLE);
      expect(await posting).to.deep.equal({ kind: 'interrupted' });
    });

    for (const outcome of [
      { kind: 'refused', status: 404 },
      { kind: 'limited', until: Date.now() + 3_600_000 },
    ] as const) {
      it(`where files are ${outcome.kind} alone, they go with the ticket`, async () => {
        const { sendings, post, posts } = setUp();
        const files = [fileOf('a'), fileOf('b')];
        const posting = post(files);
        await settled();
        sendings[0]!.end(arrived('id-a'));
        sendings[1]!.end(outcome);
        expect(await posting).to.deep.equal({ kind: 'accepted', receipt: RECEIPT });
        expect(posts[0]!.files).to.deep.equal(files);
        expect(posts[0]!.json).not.to.include('"id"');
      });
    }

    it('a file that the server has deleted since goes up again, once, under the same key', async () => {
      const expired: Outcome = {
        kind: 'rejected',
        issues: [{ pointer: '#/attachments/1', code: 'attachment-expired' }],
      };
      const { sendings, post, posts, sentNames, idsOf } = setUp(expired, expired);
      const posting = post([fileOf('a'), fileOf('b')]);
      await settled();
      sendings[0]!.end(arrived('id-a'));
      sendings[1]!.end(arrived('id-b'));
      await settled();
      sendings[2]!.end(arrived('id-b2'));
      expect(await posting).to.deep.equal(expired);
      expect(sentNames()).to.deep.equal(['a', 'b', 'b']);
      expect([idsOf(0), idsOf(1)]).to.deep.equal([
        ['id-a', 'id-b'],
        ['id-a', 'id-b2'],
      ]);
      expect(posts.map(({ key }) => key)).to.deep.equal(['k', 'k']);
    });

    it('another word on the ticket is handed on', async () => {
      const rejected: Outcome = { kind: 'rejected', issues: [{ pointer: '#/contact/email', code: 'email-format' }] };
      const { sendings, post, posts } = setUp(rejected);
      const posting = post([fileOf('a')]);
      await settled();
      sendings[0]!.end(arrived('id-a'));
      expect(await posting).to.deep.equal(rejected);
      expect(posts).to.have.length(1);
    });

    it('an abort ends the waiting; the files go on', async () => {
      const { sendings, post, posts } = setUp();
      const run = new AbortController();
      const posting = post([fileOf('a')], { signal: run.signal });
      await settled();
      run.abort();
      expect(await posting).to.deep.equal(UNREACHABLE);
      expect(sendings[0]!.signal.aborted).to.equal(false);
      expect(posts).to.have.length(0);
    });
  });

  describe('on the wire', () => {
    const read = (status: number, responseText: string) =>
      uploadExchange.read({ status, responseText, getResponseHeader: () => null });

    it('an id is a receipt', () => {
      expect(read(201, '{"id":"a_b-1"}')).to.deep.include({ kind: 'accepted' }).and.nested.include({
        'receipt.id': 'a_b-1',
      });
    });

    for (const text of ['', '{}', '<h1>Created</h1>', '{"id":"a b"}', `{"id":"${'x'.repeat(65)}"}`, '{"id":7}'])
      it(`${text.slice(0, 20)} is none`, () => expect(read(201, text)).to.deep.equal({ kind: 'unconfirmed' }));

    it('any other status is read as that of a ticket', () => expect(read(422, '{"id":"a"}')).to.equal(undefined));
  });
});
