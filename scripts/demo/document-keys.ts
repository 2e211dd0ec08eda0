import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { instantOf } from '../../domain/time/instant';
import { newSealIdentity } from '../../server/documents/seal-identity';

/** The environment variables that only the `documents` function gets. */
export type DocumentKeys = Readonly<Record<'SEAL_KEY' | 'SEAL_CERTIFICATE' | 'CHAIN_KEY', string>>;

/** Made when the demo is set up and never committed: keys that anybody can read would seal nothing. */
export function freshDocumentKeys(): DocumentKeys {
  // From long ago, so that a demo that lives in the past seals with a valid certificate too.
  const { keyPem, certificatePem } = newSealIdentity('周到演示', instantOf(Date.UTC(2020, 0, 1)), 30);
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    SEAL_KEY: keyPem,
    SEAL_CERTIFICATE: certificatePem,
    CHAIN_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** The keys kept in a file for this user alone; made with the first call. */
export function documentKeysIn(file: string): DocumentKeys {
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(freshDocumentKeys()), { mode: 0o600 });
  return JSON.parse(readFileSync(file, 'utf8')) as DocumentKeys;
}
