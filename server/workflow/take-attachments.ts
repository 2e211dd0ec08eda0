import { isTooLarge, LARGEST_ATTACHMENT_MB, megabytesOf } from '@domain/approval/attachments';
import { ok, refuse, type Result } from '@domain/result';
import { keepUpload } from '../files/keep-file';
import { openUpload } from '../files/uploads';
import type { Ports } from '../ports';
import type { Purpose } from '../repositories/file-uses';
import type { RefusalOf } from '../use-case';
import { kindOfFile } from './file-kinds';

export interface UploadedFile {
  readonly fileId: string;
  readonly name: string;
}

type FileRefusal = RefusalOf<'file.unknown' | 'file.wrong-kind' | 'file.too-large' | 'file.empty'>;

/**
 * Takes what a phone has put into its folder: documents and pictures, by what their bytes are and not by what they are
 * called. Kept sealed; what lay in the folder is removed. Resolves to their digests.
 *
 * @param purpose as for photos
 */
export async function takeAttachments(
  ports: Ports,
  openid: string,
  uploaded: readonly UploadedFile[],
  purpose: Purpose,
): Promise<Result<readonly string[], FileRefusal>> {
  const digests: string[] = [];
  for (const { fileId, name } of uploaded) {
    const file = await openUpload(ports, openid, fileId);
    if (!file) return refuse('file.unknown', {});
    if (file.bytes === null) {
      digests.push(await keepUpload(ports, fileId, file, purpose));
      continue;
    }
    if (file.bytes.length === 0) return refuse('file.empty', { name });
    if (isTooLarge(file.bytes.length)) {
      const megabytes = megabytesOf(file.bytes.length);
      return refuse('file.too-large', { maxMegabytes: LARGEST_ATTACHMENT_MB, name, megabytes });
    }
    const kind = kindOfFile(file.bytes);
    if (kind === null) return refuse('file.wrong-kind', { name });
    digests.push(await keepUpload(ports, fileId, file, purpose, { kind, name }));
  }
  return ok(digests);
}
