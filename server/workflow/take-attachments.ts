import { ok, refuse, type Result } from '@domain/result';
import type { Ports } from '../ports';
import { photos } from '../repositories/photos';
import type { RefusalOf } from '../use-case';
import { kindOfFile } from './file-kinds';
import { uploadFolderOf } from './take-photos';

const MAX_MEGABYTES = 20;

export interface UploadedFile {
  readonly fileId: string;
  readonly name: string;
}

type FileRefusal = RefusalOf<'file.unknown' | 'file.wrong-kind' | 'file.too-large' | 'file.empty'>;

/**
 * Takes what a phone has put into its inbox folder: documents and pictures, by what their bytes are and not by what
 * they are called. Kept under a path that only the server reads. Resolves to their digests.
 */
export async function takeAttachments(
  ports: Ports,
  openid: string,
  uploaded: readonly UploadedFile[],
): Promise<Result<readonly string[], FileRefusal>> {
  const digests: string[] = [];
  for (const { fileId, name } of uploaded) {
    // Only what the caller uploaded himself: another's id is as unknown as one that is not there.
    const own = fileId.includes(`/${uploadFolderOf(openid)}/`);
    const bytes = own ? await ports.files.read(fileId) : null;
    if (!bytes) return refuse('file.unknown', {});
    if (bytes.length === 0) return refuse('file.empty', { name });
    if (bytes.length > MAX_MEGABYTES * 1024 * 1024)
      return refuse('file.too-large', { maxMegabytes: MAX_MEGABYTES });
    const kind = kindOfFile(bytes);
    if (kind === null) return refuse('file.wrong-kind', { name });
    const digest = ports.ids.digest(bytes);
    const [already] = await photos.read(ports.database, [digest]);
    if (!already) {
      const kept = await ports.files.keep(`attachments/${ports.ids.unique()}`, bytes);
      const keptAt = ports.clock.now();
      await photos.add(ports.database, {
        _id: digest,
        fileId: kept,
        bytes: bytes.length,
        keptAt,
        kind,
        name,
      });
    }
    digests.push(digest);
  }
  return ok(digests);
}
