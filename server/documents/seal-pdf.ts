import { createPrivateKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { SignPdf } from '@signpdf/signpdf';
import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { Signer } from '@signpdf/utils';
import { pki } from 'node-forge';
import type { Instant } from '@domain/time/instant';
import { cmsOf } from './cms';
import type { SealIdentity } from './seal-identity';

/** Room for one signature with its certificate, in bytes. */
const SIGNATURE_LENGTH = 3072;

/**
 * Seals a PDF with a digital signature over all of its bytes. The same file, identity and instant give the same
 * bytes. A file that was sealed before gets a second seal as an incremental update; the first stays valid.
 */
export async function sealPdf(pdf: Buffer, identity: SealIdentity, at: Instant): Promise<Buffer> {
  const signingTime = new Date(at);
  const prepared = plainAddPlaceholder({
    pdfBuffer: pdf,
    reason: 'Integrity of the document',
    contactInfo: '',
    name: 'Zhoudao',
    location: '',
    signingTime,
    signatureLength: SIGNATURE_LENGTH,
  });
  return new SignPdf().sign(prepared, new IdentitySigner(identity), signingTime);
}

class IdentitySigner extends Signer {
  private readonly key: KeyObject;
  private readonly certificate: pki.Certificate;

  constructor({ keyPem, certificatePem }: SealIdentity) {
    super();
    this.key = createPrivateKey(keyPem);
    this.certificate = pki.certificateFromPem(certificatePem);
  }

  override sign(pdf: Buffer, at?: Date): Promise<Buffer> {
    if (!at) throw new Error('a seal has a time');
    return Promise.resolve(
      cmsOf(pdf, this.certificate, at, (attributes) => sign('sha256', attributes, this.key)),
    );
  }
}
