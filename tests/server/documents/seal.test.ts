import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { instantOf } from '@domain/time/instant';
import { checkPdfSeal } from '@server/documents/check-pdf-seal';
import { issueDocument } from '@server/documents/issue-document';
import { newSealIdentity } from '@server/documents/seal-identity';
import { sealPdf } from '@server/documents/seal-pdf';
import { sha256Bytes } from '@server/evidence/digests';
import { pagesOf } from './pixels';
import { SAMPLES } from './sample-papers';
import { NOTO } from './typeface';

const at = (year: number) => instantOf(Date.UTC(year, 0, 1));
const identity = newSealIdentity('周到示例（上海）有限公司', at(2026), 10);
const certificateDigest = sha256Bytes(new X509Certificate(identity.certificatePem).raw);
let folder = '';
let sealed: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'seal-'));
  const issued = await issueDocument(SAMPLES.certificate, NOTO, identity);
  if (!issued.ok) throw new Error(issued.refusal.code);
  sealed = issued.value.bytes;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What another program makes of the signatures (poppler's pdfsig). */
function pdfsig(pdf: Buffer): string {
  const file = path.join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  return execFileSync('pdfsig', ['-nocert', file]).toString();
}

it('a sealed paper is whole, and another program agrees', () => {
  expect(checkPdfSeal(sealed)).toEqual({
    whole: true,
    seals: [{ certificateDigest, coversUpTo: sealed.length }],
  });
  const says = pdfsig(sealed);
  expect(says).toContain('Signature is Valid');
  expect(says).toContain('Total document signed');
  expect(says).toContain('O=周到示例（上海）有限公司');
});

it('the same paper is issued with the same bytes, so a retry issues nothing new', async () => {
  const again = await issueDocument(SAMPLES.certificate, NOTO, identity);
  expect(again.ok && again.value.digest).toBe(sha256Bytes(sealed));
});

it('the seal adds nothing to see', async () => {
  expect(pagesOf(sealed)).toHaveLength(1);
});

it('bytes added after the seal are refused, though another program still calls the signature valid', () => {
  const extended = Buffer.concat([sealed, Buffer.from('\n% one more line\n')]);
  expect(pdfsig(extended)).toContain('Signature is Valid');
  expect(checkPdfSeal(extended)).toEqual({ whole: false, reason: 'bytes were added after the last seal' });
});

it('no byte can change unseen, the seal and the room behind it included', () => {
  const gap = sealed.indexOf('/Contents <');
  const anywhere = fc.oneof(fc.nat(sealed.length - 1), fc.integer({ min: gap, max: gap + 6200 }));
  fc.assert(
    fc.property(anywhere, fc.integer({ min: 1, max: 255 }), (place, flip) => {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ flip;
      return !checkPdfSeal(changed).whole;
    }),
    { numRuns: 300 },
  );
});

it('a second seal leaves the first one valid, and the last covers the whole file', async () => {
  const other = newSealIdentity('接收方', at(2026), 10);
  const twice = await sealPdf(sealed, other, at(2027));
  const verdict = checkPdfSeal(twice);
  expect(verdict.whole && verdict.seals.map(({ coversUpTo }) => coversUpTo)).toEqual([
    sealed.length,
    twice.length,
  ]);
  expect(pdfsig(twice).match(/Signature is Valid/g)).toHaveLength(2);
});

it('a forger’s seal is whole in itself, and refused where only the company’s own certificate counts', async () => {
  const forged = await sealPdf(
    Buffer.from(sealed),
    newSealIdentity('周到示例（上海）有限公司', at(2026), 10),
    at(2026),
  );
  expect(checkPdfSeal(forged).whole).toBe(true);
  expect(checkPdfSeal(forged, [certificateDigest])).toEqual({
    whole: false,
    reason: 'sealed with another certificate',
  });
  expect(checkPdfSeal(sealed, [certificateDigest]).whole).toBe(true);
});

it('a seal under the company’s certificate by somebody without its key does not fit', async () => {
  const { keyPem } = newSealIdentity('别人', at(2026), 10);
  const forged = await sealPdf(Buffer.from(sealed), { ...identity, keyPem }, at(2026));
  expect(checkPdfSeal(forged, [certificateDigest])).toEqual({
    whole: false,
    reason: 'changed since it was sealed',
  });
});

describe('what is no seal', () => {
  const withRange = (range: string) =>
    Buffer.from(sealed.toString('latin1').replace(/\/ByteRange \[[^\]]*\]/, range), 'latin1');

  it('a paper without one', () => {
    expect(checkPdfSeal(Buffer.from('%PDF-1.3'))).toEqual({ whole: false, reason: 'no seal' });
  });

  it.each([
    ['/ByteRange [0 10 20]'],
    ['/ByteRange [5 10 20 30]'],
    ['/ByteRange [0 20 10 30]'],
    ['/ByteRange [0 10 20 99999999]'],
    ['/ByteRange [0 10 20 x]'],
    ['/ByteRange [0 10 20 30]'],
  ])('a range that reads %s', (range) => {
    expect(checkPdfSeal(withRange(range))).toEqual({ whole: false, reason: 'a seal that cannot be read' });
  });

  it('a gap with something beside the signature in it', () => {
    const text = sealed.toString('latin1');
    const zeros = text.indexOf('0'.repeat(200));
    const hidden = Buffer.from(
      `${text.slice(0, zeros)}> /Hidden (text) <${text.slice(zeros + 18)}`,
      'latin1',
    );
    expect(checkPdfSeal(hidden)).toEqual({ whole: false, reason: 'a seal that cannot be read' });
  });
});
