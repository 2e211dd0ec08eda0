import { verify, X509Certificate } from 'node:crypto';
import { pki } from 'node-forge';
import { sha256Bytes } from '../evidence/digests';
import { cmsOf, derOf, partsOfCms } from './cms';

/** Whether a PDF is whole as it was sealed. */
export type PdfSealVerdict =
  | {
      readonly whole: true;
      /** In the order in which they were put; the last covers the whole file. */
      readonly seals: readonly PdfSeal[];
    }
  | { readonly whole: false; readonly reason: PdfSealFault };

export type PdfSealFault =
  | 'no seal'
  | 'a seal that cannot be read'
  | 'changed since it was sealed'
  | 'bytes were added after the last seal'
  | 'sealed with another certificate';

export interface PdfSeal {
  /** SHA-256 of the certificate: what a deployment publishes as its own. */
  readonly certificateDigest: string;
  readonly coversUpTo: number;
}

/**
 * Checks every seal, and that the last one covers the file to its last byte: a reader may call a signature valid
 * although something was appended after it. With `certificates`, only seals by one of them count.
 */
export function checkPdfSeal(pdf: Buffer, certificates: readonly string[] = []): PdfSealVerdict {
  const ranges = byteRangesOf(pdf);
  if (ranges === null) return { whole: false, reason: 'a seal that cannot be read' };
  const last = ranges[ranges.length - 1];
  if (!last) return { whole: false, reason: 'no seal' };
  const seals: PdfSeal[] = [];
  for (const range of ranges) {
    const covered = Buffer.concat([pdf.subarray(0, range.gapFrom), pdf.subarray(range.gapTo, range.end)]);
    const certificate = sealedBy(covered, bytesInGap(pdf, range));
    if (certificate === 'unreadable') return { whole: false, reason: 'a seal that cannot be read' };
    if (certificate === 'changed') return { whole: false, reason: 'changed since it was sealed' };
    const certificateDigest = sha256Bytes(certificate);
    if (certificates.length > 0 && !certificates.includes(certificateDigest))
      return { whole: false, reason: 'sealed with another certificate' };
    seals.push({ certificateDigest, coversUpTo: range.end });
  }
  return last.end === pdf.length
    ? { whole: true, seals }
    : { whole: false, reason: 'bytes were added after the last seal' };
}

/** What a signature covers: everything up to `end` but the gap, which holds the signature itself. */
interface ByteRange {
  readonly gapFrom: number;
  readonly gapTo: number;
  readonly end: number;
}

/** Every /ByteRange in the file, in order; null when one is odd: anything else hidden in the gap would not be covered. */
function byteRangesOf(pdf: Buffer): readonly ByteRange[] | null {
  const text = pdf.toString('latin1');
  const ranges: ByteRange[] = [];
  for (const match of text.matchAll(/\/ByteRange\s*\[([^\]]*)\]/g)) {
    const numbers = (match[1] ?? '').trim().split(/\s+/).map(Number);
    const [from, gapFrom, gapTo, rest] = numbers;
    if (numbers.length !== 4 || gapFrom === undefined || gapTo === undefined || rest === undefined)
      return null;
    if (from !== 0 || !numbers.every((n) => Number.isSafeInteger(n) && n >= 0)) return null;
    const end = gapTo + rest;
    if (gapTo <= gapFrom || end > pdf.length || end <= (ranges[ranges.length - 1]?.end ?? 0)) return null;
    if (!/^<[0-9a-f]+>$/.test(text.slice(gapFrom, gapTo))) return null;
    ranges.push({ gapFrom, gapTo, end });
  }
  return ranges;
}

const bytesInGap = (pdf: Buffer, { gapFrom, gapTo }: ByteRange): Buffer =>
  Buffer.from(pdf.toString('latin1', gapFrom + 1, gapTo - 1), 'hex');

/**
 * The certificate (DER) that sealed the content. The seal is made again around the signature that it brings and
 * must come out the same to the byte: so no part of it can change unseen, the room behind it included.
 */
function sealedBy(content: Buffer, found: Buffer): Buffer | 'unreadable' | 'changed' {
  try {
    const { certificate, signedAt, signature } = partsOfCms(found);
    const der = derOf(pki.certificateToAsn1(certificate));
    const x509 = new X509Certificate(der);
    const { publicKey } = x509;
    let fits = false;
    const again = cmsOf(content, certificate, signedAt, (attributes) => {
      fits = verify('sha256', attributes, publicKey, signature);
      return signature;
    });
    const filled = Buffer.concat([again, Buffer.alloc(Math.max(0, found.length - again.length))]);
    if (!fits || !filled.equals(found)) return 'changed';
    return x509.verify(publicKey) ? der : 'changed';
  } catch {
    // forge throws on malformed DER, Node on a malformed certificate: both mean that this is no seal.
    return 'unreadable';
  }
}
