import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { asn1, md, pki } from 'node-forge';
import type { Instant } from '@domain/time/instant';

/** The key that seals PDFs and its self-signed certificate, as PEM. It proves that a file is whole, not who made it. */
export interface SealIdentity {
  readonly keyPem: string;
  readonly certificatePem: string;
}

const YEAR_MS = 365 * 24 * 3_600_000;
const KEY_BITS = 2048;

/**
 * Makes a new identity; a deployment does so once and keeps it in the environment of the function that makes
 * documents. The subject may be Chinese, the issuer must be ASCII: a Chinese one breaks the signature.
 */
export function newSealIdentity(organisation: string, validFrom: Instant, years: number): SealIdentity {
  const { privateKey: keyPem } = generateKeyPairSync('rsa', {
    modulusLength: KEY_BITS,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const key = pki.privateKeyFromPem(keyPem);
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.setRsaPublicKey(key.n, key.e);
  // A leading 00 keeps the number positive.
  certificate.serialNumber = `00${randomBytes(16).toString('hex')}`;
  certificate.validity.notBefore = new Date(validFrom);
  certificate.validity.notAfter = new Date(validFrom + years * YEAR_MS);
  certificate.setSubject([
    { name: 'commonName', value: 'Zhoudao document seal' },
    {
      name: 'organizationName',
      value: organisation,
      valueTagClass: asn1.Type.UTF8 as unknown as asn1.Class,
    },
  ]);
  certificate.setIssuer([{ name: 'commonName', value: 'Zhoudao self-signed, integrity only' }]);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true },
  ]);
  certificate.sign(key, md.sha256.create());
  return { keyPem, certificatePem: pki.certificateToPem(certificate) };
}
