import { aesCipher } from '@server/cloudbase/cipher';

const key = (id: string, fill: number): string => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;
const SEARCH = 's'.repeat(32);
const PLACE = 'personnel/E001/phone';

it('what was sealed opens under any key of the list, and names the key that sealed it', () => {
  const before = aesCipher(key('k1', 1), SEARCH);
  const box = before.seal('12098765001', PLACE);
  expect(box.keyId).toBe('k1');
  expect(box.sealed).not.toContain('12098765001');

  const after = aesCipher(`${key('k2', 2)},${key('k1', 1)}`, SEARCH);
  expect(after.open(box, PLACE)).toBe('12098765001');
  expect(after.seal('12098765001', PLACE).keyId).toBe('k2');
  expect(() => aesCipher(key('k2', 2), SEARCH).open(box, PLACE)).toThrow('PERSONAL_DATA_KEY has no key k1');
});

it('a box that was changed, or moved to another place, does not open', () => {
  const cipher = aesCipher(key('k1', 1), SEARCH);
  const box = cipher.seal('孙䶮', PLACE);
  expect(cipher.open(box, PLACE)).toBe('孙䶮');
  expect(() => cipher.open(box, 'personnel/E002/phone')).toThrow();
  const bytes = Buffer.from(box.sealed, 'base64');
  bytes[bytes.length - 1]! ^= 1;
  expect(() => cipher.open({ ...box, sealed: bytes.toString('base64') }, PLACE)).toThrow();
});

it('the same text sealed twice does not look the same; its digest does, for one purpose and one key', () => {
  const cipher = aesCipher(key('k1', 1), SEARCH);
  expect(cipher.seal('x', PLACE).sealed).not.toBe(cipher.seal('x', PLACE).sealed);
  expect(cipher.digest('id-number', 'x')).toBe(cipher.digest('id-number', 'x'));
  expect(cipher.digest('id-number', 'x')).not.toBe(cipher.digest('code', 'x'));
  expect(cipher.digest('id-number', 'x')).not.toBe(
    aesCipher(key('k1', 1), 't'.repeat(32)).digest('id-number', 'x'),
  );
});

it.each([
  ['no key', ''],
  ['a short one', `k1:${Buffer.alloc(31).toString('base64')}`],
  ['one id twice', `${key('k1', 1)},${key('k1', 2)}`],
  ['a bad id', key('k 1', 1)],
])('refuses %s by its place, never by its value', (_, list) => {
  expect(() => aesCipher(list, SEARCH)).toThrow(/^PERSONAL_DATA_KEY: (the key id of )?entry \d/);
});

it('refuses a search key that could be guessed', () => {
  expect(() => aesCipher(key('k1', 1), 'short')).toThrow('PERSONAL_SEARCH_KEY');
});

it('a file is sealed as a whole, names its key, and opens in its place only', () => {
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, ...Array.from({ length: 500 }, (_, at) => at % 256)]);
  const before = aesCipher(key('k1', 1), SEARCH);
  const file = before.sealBytes(bytes, 'photos/a');
  expect(Buffer.from(file).includes(Buffer.from(bytes.subarray(0, 8)))).toBe(false);
  expect(before.sealBytes(bytes, 'photos/a')).not.toEqual(file);
  const after = aesCipher(`${key('k2', 2)},${key('k1', 1)}`, SEARCH);
  expect(new Uint8Array(after.openBytes(file, 'photos/a'))).toEqual(bytes);
  expect(Buffer.from(after.sealBytes(bytes, 'photos/a')).toString('latin1')).toContain('k2');
  expect(() => after.openBytes(file, 'photos/b')).toThrow('what key k1 sealed does not open');
  expect(() => aesCipher(key('k2', 2), SEARCH).openBytes(file, 'photos/a')).toThrow('has no key k1');
  expect(() => aesCipher(key('k1', 3), SEARCH).openBytes(file, 'photos/a')).toThrow(/does not open/);
  expect(() => before.openBytes(bytes, 'photos/a')).toThrow('was not sealed by this cipher');
  expect(new Uint8Array(before.openBytes(before.sealBytes(new Uint8Array(), 'p'), 'p'))).toEqual(
    new Uint8Array(),
  );
});
