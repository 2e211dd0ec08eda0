import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Cipher } from '../ports';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** How a sealed file begins: this word, then a byte with the length of the key's id, then the id. */
const FILE_WORD = Buffer.from('ZHOUDAO1', 'latin1');

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
  const keyOf = (keyId: string): Buffer => {
    const key = keys.get(keyId);
    if (!key) throw new Error(`PERSONAL_DATA_KEY has no key ${keyId}`);
    return key;
  };
  const seal = (bytes: Uint8Array, place: string) => sealed(keyOf(sealingId), bytes, place);
  const open = (keyId: string, bytes: Buffer, place: string) => opened(keyOf(keyId), keyId, bytes, place);
  return {
    seal: (text, place) => ({
      keyId: sealingId,
      sealed: seal(Buffer.from(text, 'utf8'), place).toString('base64'),
    }),
    open: (box, place) => open(box.keyId, Buffer.from(box.sealed, 'base64'), place).toString('utf8'),
    sealBytes(bytes, place) {
      const keyId = Buffer.from(sealingId, 'latin1');
      return Buffer.concat([FILE_WORD, Buffer.from([keyId.length]), keyId, seal(bytes, place)]);
    },
    openBytes(file, place) {
      const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
      if (!bytes.subarray(0, FILE_WORD.length).equals(FILE_WORD))
        throw new Error('the file was not sealed by this cipher');
      const from = FILE_WORD.length + 1;
      const to = from + (bytes[FILE_WORD.length] ?? 0);
      return open(bytes.toString('latin1', from, to), bytes.subarray(to), place);
    },
    digest: (purpose, text) => createHmac('sha256', searchKey).update(`${purpose}\n${text}`).digest('hex'),
  };
}

function sealed(key: Buffer, bytes: Uint8Array, place: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(place, 'utf8'));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** @throws Error naming the key's id, and nothing of what was sealed */
function opened(key: Buffer, keyId: string, bytes: Buffer, place: string): Buffer {
  try {
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(place, 'utf8'))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new Error(
      `what key ${keyId} sealed does not open: the key is another one, it was changed, or it lies elsewhere`,
    );
  }
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
