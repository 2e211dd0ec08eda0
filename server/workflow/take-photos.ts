import { instantOf } from '@domain/time/instant';
import { ok, refuse, type Result } from '@domain/result';
import type { Ports } from '../ports';
import { photos } from '../repositories/photos';
import type { RefusalOf } from '../use-case';

const MAX_MEGABYTES = 5;

/** The one folder that the storage rules let this person write to. */
export const uploadFolderOf = (openid: string): string => `inbox/${openid}`;

/** First bytes of what phones make. A name says nothing: a renamed program starts otherwise. */
const PICTURES: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
];

type PhotoRefusal = RefusalOf<'file.unknown' | 'file.not-a-picture' | 'file.too-large'>;

/**
 * Takes pictures that a phone has put into its inbox folder: checks size and content, keeps them under a path that
 * only the server reads, and removes what lay in the folder. Resolves to their digests.
 */
export async function takePhotos(
  ports: Ports,
  openid: string,
  fileIds: readonly string[],
): Promise<Result<readonly string[], PhotoRefusal>> {
  const digests: string[] = [];
  for (const fileId of fileIds) {
    const picture = await ownPicture(ports, openid, fileId);
    if (!picture.ok) return picture;
    const bytes = picture.value;
    const digest = ports.ids.digest(bytes);
    const [already] = await photos.read(ports.database, [digest]);
    if (!already || already.bytes === 0) {
      const fileId = await ports.files.keep(`photos/${ports.ids.unique()}`, bytes);
      const keptAt = instantOf(ports.clock.now());
      const photo = { _id: digest, fileId, bytes: bytes.length, keptAt };
      // A picture that was once destroyed by rule may come again.
      await (already ? photos.again(ports.database, photo) : photos.add(ports.database, photo));
    }
    digests.push(digest);
  }
  return ok(digests);
}

/** The bytes of a picture that the caller uploaded himself: another's id is as unknown as one that is not there. */
export async function ownPicture(
  { files }: Ports,
  openid: string,
  fileId: string,
): Promise<Result<Uint8Array, PhotoRefusal>> {
  const own = fileId.includes(`/${uploadFolderOf(openid)}/`);
  const bytes = own ? await files.read(fileId) : null;
  if (!bytes) return refuse('file.unknown', {});
  if (bytes.length > MAX_MEGABYTES * 1024 * 1024)
    return refuse('file.too-large', { maxMegabytes: MAX_MEGABYTES });
  if (!PICTURES.some((start) => start.every((byte, i) => bytes[i] === byte)))
    return refuse('file.not-a-picture', {});
  return ok(bytes);
}
