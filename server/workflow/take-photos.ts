import { megabytesOf } from '@domain/approval/attachments';
import { ok, refuse, type Result } from '@domain/result';
import { keepUpload } from '../files/keep-file';
import { openUpload, type Uploaded } from '../files/uploads';
import type { Ports } from '../ports';
import type { Purpose } from '../repositories/file-uses';
import type { RefusalOf } from '../use-case';

const MAX_MEGABYTES = 5;

/** First bytes of what phones make. A name says nothing: a renamed program starts otherwise. */
const PICTURES: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
];

type PhotoRefusal = RefusalOf<'file.unknown' | 'file.not-a-picture' | 'file.too-large'>;

/**
 * Takes pictures that a phone has put into its folder: checks size and content, keeps them sealed, and removes what
 * lay in the folder. Resolves to their digests.
 *
 * @param purpose the case that will name them, and their class of retention: pictures that nothing names within a day
 * are destroyed
 */
export async function takePhotos(
  ports: Ports,
  openid: string,
  fileIds: readonly string[],
  purpose: Purpose,
): Promise<Result<readonly string[], PhotoRefusal>> {
  const digests: string[] = [];
  for (const [index, fileId] of fileIds.entries()) {
    const uploaded = await openUpload(ports, openid, fileId);
    const wrong = whatIsWrong(uploaded, fileIds.length > 1 ? index + 1 : undefined);
    if (wrong) return wrong;
    if (uploaded) digests.push(await keepUpload(ports, fileId, uploaded, purpose));
  }
  return ok(digests);
}

/** The bytes of a picture that the caller uploaded himself: another's id is as unknown as one that is not there. */
export async function ownPicture(
  ports: Ports,
  openid: string,
  fileId: string,
): Promise<Result<Uint8Array, PhotoRefusal>> {
  const uploaded = await openUpload(ports, openid, fileId);
  if (!uploaded?.bytes) return refuse('file.unknown', {});
  return whatIsWrong(uploaded) ?? ok(uploaded.bytes);
}

/** @param which its place among several, from 1 */
function whatIsWrong(
  uploaded: Uploaded | null,
  which?: number,
): Extract<Result<never, PhotoRefusal>, { ok: false }> | null {
  if (!uploaded) return refuse('file.unknown', {});
  const { bytes } = uploaded;
  // It was taken before, and looked at then.
  if (bytes === null) return null;
  if (bytes.length > MAX_MEGABYTES * 1024 * 1024)
    return refuse('file.too-large', { maxMegabytes: MAX_MEGABYTES, megabytes: megabytesOf(bytes.length) });
  return PICTURES.some((start) => start.every((byte, i) => bytes[i] === byte))
    ? null
    : refuse('file.not-a-picture', which === undefined ? {} : { which });
}
