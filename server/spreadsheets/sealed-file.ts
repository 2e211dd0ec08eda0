import * as z from 'zod/mini';
import type { Ports } from '../ports';
import { storedBox } from '../repositories/stored-values';
import { keepForADay } from './temporary-files';

/** Rows hold names, phones and ID numbers: in the storage they lie in a box, for a day. Resolves to the file id. */
export async function keepSealed(ports: Ports, folder: 'tables' | 'parts', value: unknown): Promise<string> {
  const place = `${folder}/${ports.ids.unique()}`;
  const box = ports.cipher.seal(JSON.stringify(value), place);
  return keepForADay(ports, `${place}.json`, Buffer.from(JSON.stringify(box)));
}

/** Null: the file is gone. Throws when it lies where it was not put. */
export async function openSealed(ports: Ports, fileId: string): Promise<unknown> {
  const bytes = await ports.files.read(fileId);
  if (!bytes) return null;
  const place = /(tables|parts)\/[^/]+(?=\.json$)/.exec(fileId)?.[0] ?? '';
  const box = z.parse(storedBox(), JSON.parse(Buffer.from(bytes).toString('utf8')));
  return JSON.parse(ports.cipher.open(box, place)) as unknown;
}
