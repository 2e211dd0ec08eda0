import type { Cloud } from '../protocol/action';
import { Refusal } from '../protocol/refusal';
import { clientCode, clientReply, openIdOf, readClientJson } from './client-door';
import type { Route, Visit } from './http-door';
import { MOST_FILE_BYTES } from './storage-routes';

/** `POST /client/uploadFile?cloudPath=` with the bytes as body: `{ fileID }`. */
export const clientUploadRoute = (cloud: () => Cloud): Route => ({
  on: 'POST /client/uploadFile',
  mostBytes: MOST_FILE_BYTES,
  fromBrowser: true,
  answer: (visit) =>
    clientReply('uploadFile', async () => {
      if (visit.tooLarge)
        throw new Refusal('EXCEED_REQUEST_SIZE_LIMIT', `a file may have ${MOST_FILE_BYTES} bytes`);
      const path = visit.query.get('cloudPath');
      return { fileID: await cloud().storage.putByClient(path, visit.body, openIdOf(visit)) };
    }),
});

/** `POST /client/getTempFileURL { fileList }`: `{ fileList: [{ fileID, tempFileURL, status, errMsg }] }`. */
export const clientUrlsRoute = (cloud: () => Cloud): Route => ({
  on: 'POST /client/getTempFileURL',
  mostBytes: 50_000,
  fromBrowser: true,
  answer: (visit) =>
    clientReply('getTempFileURL', async () => ({
      fileList: readFileList(visit).map(({ fileID, maxAge }) => {
        const ticket = cloud().storage.ticket(fileID, maxAge, { openid: openIdOf(visit) });
        return { fileID, tempFileURL: ticket.tempFileURL, ...status(ticket.code) };
      }),
    })),
});

/** `POST /client/deleteFile { fileList }`: `{ fileList: [{ fileID, status, errMsg }] }`. */
export const clientDeleteRoute = (cloud: () => Cloud): Route => ({
  on: 'POST /client/deleteFile',
  mostBytes: 50_000,
  fromBrowser: true,
  answer: (visit) =>
    clientReply('deleteFile', async () => {
      const fileList: unknown[] = [];
      for (const { fileID } of readFileList(visit))
        fileList.push({ fileID, ...status(await cloud().storage.removeByClient(fileID, openIdOf(visit))) });
      return { fileList };
    }),
});

const status = (code: string): { status: number; errMsg: string } =>
  code === 'SUCCESS' ? { status: 0, errMsg: 'ok' } : { status: clientCode(code), errMsg: code };

function readFileList(visit: Visit): { fileID: string; maxAge?: number }[] {
  const { fileList } = readClientJson(visit);
  if (!Array.isArray(fileList)) throw new Refusal('INVALID_PARAM', '"fileList" must be a list');
  return fileList.map((entry: unknown) => {
    if (typeof entry === 'string') return { fileID: entry };
    const { fileID, maxAge } = (entry ?? {}) as Record<string, unknown>;
    if (typeof fileID !== 'string') throw new Refusal('INVALID_PARAM', 'every file needs a fileID');
    return { fileID, ...(typeof maxAge === 'number' && { maxAge }) };
  });
}
