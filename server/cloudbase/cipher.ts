import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Cipher } from '../ports';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM under keys of the environment.
 *
 * @param keyList 'id:base64,id:base64': the first seals, all open, so that a key can be replaced without a stop
 * @param searchKey for keyed digests: at least 32 characters
 * @throws Error naming the entry that is no key; never its value
 */
export function aesCipher(keyList: string, searchKey: string): Cipher {
  const keys = readKeys(keyList);
  if (searchKey.length < 32) throw new Error('PERSONAL_SEARCH_KEY must be set to at least 32 characters');
  const [sealingId = ''] = keys.keys();
  return {
    seal(text, place) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, keys.get(sealingId)!, iv).setAAD(Buffer.from(place, 'utf8'));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return {
        keyId: sealingId,
        sealed: Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64'),
      };
    },
    open({ keyId, sealed }, place) {
      const key = keys.get(keyId);
      if (!key) throw new Error(`PERSONAL_DATA_KEY has no key ${keyId}`);
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(place, 'utf8'))
        .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
      return text.toString('utf8');
    },
    digest: (purpose, text) => createHmac('sha256', searchKey).update(`${purpose}\n${text}`).digest('hex'),
  };
}

function readKeys(list: string): ReadonlyMap<string, Buffer> {
  const keys = new Map<string, Buffer>();
  for (const [index, entry] of list.split(',').entries()) {
    const [id = '', text = ''] = entry.trim().split(':');
    const key = Buffer.from(text, 'base64');
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(id) || key.length !== KEY_BYTES)
      throw new Error(`PERSONAL_DATA_KEY: entry ${index + 1} is not id:base64 of ${KEY_BYTES} bytes`);
    if (keys.has(id)) throw new Error(`PERSONAL_DATA_KEY: the key id of entry ${index + 1} is taken`);
    keys.set(id, key);
  }
  return keys;
}
