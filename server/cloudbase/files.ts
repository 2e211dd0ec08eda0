import type { CloudBase } from '@cloudbase/node-sdk';
import type { Files } from '../ports';

/** Addresses handed out after authorisation live this long. */
const ADDRESS_SECONDS = 600;

/** The files port over the SDK's storage. */
export function cloudbaseFiles(app: CloudBase): Files {
  return {
    async read(fileId) {
      try {
        const { fileContent } = await app.downloadFile({ fileID: fileId });
        return fileContent ? new Uint8Array(fileContent as Buffer) : null;
      } catch {
        // The SDK throws alike for a file that is not there and an id that is none: both are "no such file".
        return null;
      }
    },
    async keep(path, bytes) {
      const { fileID } = await app.uploadFile({ cloudPath: path, fileContent: Buffer.from(bytes) as never });
      return fileID;
    },
    async remove(fileId) {
      await app.deleteFile({ fileList: [fileId] });
    },
    async addresses(fileIds) {
      if (fileIds.length === 0) return new Map();
      const { fileList } = await app.getTempFileURL({
        fileList: fileIds.map((fileID) => ({ fileID, maxAge: ADDRESS_SECONDS })),
      });
      return new Map(
        fileList.map(({ fileID, tempFileURL }: { fileID: string; tempFileURL: string }) => [
          fileID,
          tempFileURL,
        ]),
      );
    },
  };
}
