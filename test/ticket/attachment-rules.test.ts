import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { attachmentProblem, cleanFileName, isAccepted } from '../../src/ticket/attachment-rules.js';

describe('file names', () => {
  const rows = [
    ['receipt.png', 'receipt.png', 'a plain one'],
    ['Comprovante de depósito (1).pdf', 'Comprovante de depósito (1).pdf', 'spaces and accents'],
    ['receipt\u0000.png', 'receipt.png', 'a zero byte'],
    ['re\r\nce\tipt\u001b.png', 'receipt.png', 'control characters'],
    ['receipt\u007f\u0085.png', 'receipt.png', 'more control characters'],
    ['photo\u202egnp.exe', 'photognp.exe', 'a right-to-left override'],
    ['\u2066photo\u2069\u200f\u061c.png', 'photo.png', 'bidirectional marks'],
    ['pho\u200bto\u200d\u2060\ufeff.png', 'photo.png', 'zero-width characters'],
    ['pho\u00adto\u{e0041}.png', 'photo.png', 'a soft hyphen and a tag'],
    ['photo\u2028\u2029.png', 'photo.png', 'line ends'],
    ['photo\ud800.png', 'photo.png', 'half a surrogate'],
    ['/etc/passwd', 'passwd', 'a path'],
    ['C:\\Users\\Maria\\receipt.png', 'receipt.png', 'a path of Windows'],
    ['../../receipt.png', 'receipt.png', 'a way up'],
    ['a/b\\..\\c.png', 'c.png', 'both'],
    ['folder/', 'folder', 'a folder'],
    ['folder/ ', 'folder', 'a folder and a space'],
    ['.\u200b./\u202e.htaccess', 'htaccess', 'dots between what is not seen'],
    ['.htaccess', 'htaccess', 'a leading dot'],
    ['. . .x', 'x', 'leading dots and spaces'],
    ['...', 'file', 'only dots'],
    ['', 'file', 'nothing'],
    [' \u200b ', 'file', 'nothing that is seen'],
    ['///', 'file', 'only slashes'],
    ['  receipt.png  ', 'receipt.png', 'spaces around'],
    ['recibo-a\u0303o.pdf', 'recibo-ão.pdf', 'decomposed accents'],
    ['recibo-a\u200b\u0303o.pdf', 'recibo-ão.pdf', 'decomposed accents with something unseen between'],
    ['صورة.png', 'صورة.png', 'Arabic'],
    ['👩‍💻.png', '👩💻.png', 'a joined emoji, taken apart'],
  ] as const;
  for (const [name, clean, what] of rows) {
    it(`${what}: ${clean}`, () => expect(cleanFileName(name)).to.equal(clean));
  }

  it('of 300 characters keep their beginning and their end', () => {
    const clean = cleanFileName(`${'a'.repeat(296)}.png`);
    expect([...clean]).to.have.length(200);
    expect(clean).to.match(/^a{180}…a{15}\.png$/);
    expect(cleanFileName('a'.repeat(200))).to.equal('a'.repeat(200));
    expect(cleanFileName('a'.repeat(201))).to.equal(`${'a'.repeat(180)}…${'a'.repeat(19)}`);
  });

  it('are not cut inside a character', () => {
    const clean = cleanFileName('😀'.repeat(300));
    expect([...clean]).to.have.length(200);
    expect(clean).not.to.match(/\p{Cs}/u);
  });

  it('are never dangerous, and stay as they are when cleaned again', () => {
    const unit = fc.oneof(
      fc.constantFrom('.', '/', '\\', ' ', '\u200b', '\u202e', '\u0303', '\u061c', '\n', '\u0000', 'a', '\ud800'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 250 }), (parts) => {
        const clean = cleanFileName(parts.join(''));
        expect(clean).not.to.equal('');
        expect([...clean].length).to.be.at.most(200);
        expect(clean).not.to.match(/[/\\]|^[.\s]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(cleanFileName(clean)).to.equal(clean.trim());
      }),
    );
  });
});

describe('accepted kinds', () => {
  const rows: readonly [string, string, readonly string[], boolean][] = [
    ['a.png', 'image/png', ['image/*'], true],
    ['a.png', 'IMAGE/PNG', ['image/*'], true],
    ['a.png', '', ['image/*'], false],
    ['a.pdf', '', ['.pdf'], true],
    ['A.PDF', '', ['.pdf'], true],
    ['a.pdf', '', [' .PDF '], true],
    ['a.pdf.exe', 'application/pdf', ['.pdf'], false],
    ['pdf', '', ['.pdf'], false],
    ['a', 'application/pdf', ['application/pdf'], true],
    ['a', 'application/pdfx', ['application/pdf'], false],
    ['a.svg', 'imagex/svg', ['image/*'], false],
    ['a.txt', 'text/plain', ['image/*', '.pdf', '.txt'], true],
    ['a.html', 'text/html', ['image/*', '.pdf', '.txt'], false],
    ['a.html', 'text/html', [], true],
  ];
  for (const [name, type, accept, isGood] of rows) {
    it(`${name} (${type || 'no type'}) for ${accept.join(', ') || 'anything'}: ${isGood ? 'yes' : 'no'}`, () =>
      expect(isAccepted({ name, type }, accept)).to.equal(isGood));
  }
});

describe('attachment rules', () => {
  const rules = { maxFiles: 2, maxFileBytes: 100, accept: ['image/*'] };
  const file = { name: 'a.png', type: 'image/png', size: 100 };
  it('let pass what fits', () => {
    expect(attachmentProblem(file, 0, rules)).to.be.undefined;
    expect(attachmentProblem(file, 1, rules)).to.be.undefined;
  });
  it('name the first one that is broken', () => {
    expect(attachmentProblem({ ...file, size: 0 }, 0, rules)).to.equal('attachment-empty');
    expect(attachmentProblem({ ...file, size: 101 }, 0, rules)).to.equal('attachment-too-large');
    expect(attachmentProblem({ ...file, type: 'text/html' }, 0, rules)).to.equal('attachment-type');
    expect(attachmentProblem(file, 2, rules)).to.equal('too-many-attachments');
    expect(attachmentProblem(file, 0, { ...rules, maxFiles: 0 })).to.equal('too-many-attachments');
    expect(attachmentProblem({ ...file, size: 101, type: 'x' }, 5, rules)).to.equal('attachment-too-large');
  });
});
