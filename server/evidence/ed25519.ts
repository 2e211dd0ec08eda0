import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { CheckSignature, KeyIdOf, SignText } from '@domain/evidence/checkpoint';
import { sha256Bytes } from './digests';

/** A key that seals. Lives in the environment of the one function that seals, never in the database. */
export interface SealingKey {
  readonly keyId: string;
  /** 32 bytes in hex. */
  readonly publicKey: string;
  readonly sign: SignText;
}

/** The first 16 hex digits of the key's own SHA-256: short enough to print, and no other key fits it. */
export const keyIdOf: KeyIdOf = (publicKey) => sha256Bytes(Buffer.from(publicKey, 'hex')).slice(0, 16);

/** Reads an Ed25519 private key (PKCS #8 PEM), e.g. from `openssl genpkey -algorithm ed25519`. */
export function sealingKey(pem: string): SealingKey {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(`a sealing key is Ed25519, not ${key.asymmetricKeyType ?? 'unknown'}`);
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  const publicKey = Buffer.from(x ?? '', 'base64url').toString('hex');
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('hex'),
  };
}

export const checkEd25519: CheckSignature = ({ publicKey }, text, signature) => {
  const key = publicKeyOf(publicKey);
  return key !== null && verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'hex'));
};

function publicKeyOf(hex: string): KeyObject | null {
  if (!/^[0-9a-f]{64}$/.test(hex)) return null;
  const x = Buffer.from(hex, 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
