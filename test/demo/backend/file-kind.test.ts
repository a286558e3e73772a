import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTaken, kindOf, unverifiable } from '../../../demo/backend/attachments/file-kind.ts';
import { Inspection } from '../../../demo/backend/attachments/inspection.ts';

function kind(name: string, content: string, encoding: BufferEncoding = 'latin1'): string | undefined {
  const inspection = new Inspection();
  inspection.add(Buffer.from(content, encoding));
  return kindOf(inspection.content(name));
}

describe('the kind of a file', () => {
  const known: [string, string, string][] = [
    ['a.png', '\x89PNG\r\n\x1a\n....', 'image/png'],
    ['a.jpg', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['A.JPEG', '\xff\xd8\xff\xe1', 'image/jpeg'],
    ['a.gif', 'GIF89a', 'image/gif'],
    ['a.webp', 'RIFF....WEBPVP8 ', 'image/webp'],
    ['a.heic', '....ftypheic', 'image/heic'],
    ['a.avif', '....ftypavif', 'image/avif'],
    ['a.pdf', '%PDF-1.4', 'application/pdf'],
    ['a.mp4', '....ftypisom', 'video/mp4'],
    ['a.mov', '....ftypqt  ', 'video/quicktime'],
    ['a.zip', 'PK\x03\x04', 'application/zip'],
    ['a.xlsx', 'PK\x03\x04', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.txt', 'words\n', 'text/plain'],
    ['a.csv', 'a;b\r\n\xe1;2', 'text/csv'],
    ['no extension', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['Screenshot 10.45.30', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['really a jpeg.png', '\xff\xd8\xff\xe0', 'image/jpeg'],
  ];
  for (const [name, content, type] of known) it(`of ${name} is ${type}`, () => assert.equal(kind(name, content), type));

  const unknown: [string, string][] = [
    ['x.png', '<!doctype html>'],
    ['x.pdf', 'words'],
    ['x.html', '<p>words</p>'],
    ['x.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['words', 'no extension'],
    ['x.txt', 'zero\0byte'],
    ['x.html', '\x89PNG\r\n\x1a\n<script>'],
    ['x.exe', '\xff\xd8\xff\xe0'],
    ['x.pdf', 'PK\x03\x04'],
    ['x.png', '%PDF-1.4'],
    ['x.png', ''],
  ];
  for (const [name, content] of unknown)
    it(`of ${name} with ${JSON.stringify(content)} is unknown`, () => assert.equal(kind(name, content), undefined));

  it('is seen across the chunks in which a file comes', () => {
    const inspection = new Inspection();
    for (const byte of Buffer.from('\x89PNG\r\n\x1a\n1234567890', 'latin1')) inspection.add(Buffer.of(byte));
    assert.equal(kindOf(inspection.content('a.png')), 'image/png');
    assert.equal(inspection.size, 18);
  });

  it('is text in UTF-16 where its mark says so', () => {
    assert.equal(kind('notes.txt', 'fffe610062000000', 'hex'), 'text/plain');
  });

  it('is taken by type, or by extension', () => {
    assert.equal(isTaken('a.png', 'image/png', ['image/*']), true);
    assert.equal(isTaken('a.PDF', 'application/pdf', ['.pdf']), true);
    assert.equal(isTaken('a.pdf', 'application/pdf', ['image/*', '.txt']), false);
    assert.equal(isTaken('photo', 'image/jpeg', ['image/jpeg']), true);
    assert.equal(isTaken('a.zip', 'application/zip', []), true);
  });

  it('has to be one that can be verified', () => {
    assert.deepEqual(unverifiable(['image/*', '.pdf', '.TXT', '.docx', 'video/mp4', '.exe', 'audio/*', '.svg']), [
      '.exe',
      'audio/*',
      '.svg',
    ]);
  });
});
