import { ok, refuse } from '@domain/result';
import { uploadFolderOf } from '../files/uploads';
import { uploads } from '../repositories/uploads';
import { type Answer, useCase } from '../use-case';

/** Somebody else's folder is as unknown as a file that is not there. */
export const announceUpload = useCase('upload.announce', {
  async run({ database, ids, clock }, { openid }, { path }): Promise<Answer<'upload.announce'>> {
    if (!path.startsWith(`${uploadFolderOf(openid)}/`)) return refuse('file.unknown', {});
    await uploads.announce(database, ids.digest(path), path, clock.now());
    return ok({});
  },
});
