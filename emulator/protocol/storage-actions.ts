import { isPlainObject } from '../store/document';
import { fileIdOf, readPath } from '../storage/file-path';
import type { Action, Cloud, Request } from './action';
import { invalidParam, reasonOf, Refusal } from './refusal';

const getUploadMetadata: Action = (cloud, request) => {
  if (request.method !== undefined && request.method !== 'put')
    throw invalidParam('the local cloud takes uploads by put only');
  return { data: { ...cloud.storage.announceUpload(request.path) } };
};

const batchGetDownloadUrl: Action = (cloud, request) => ({
  data: {
    download_list: listOf(request, 'file_list').map((entry) => {
      if (!isPlainObject(entry) || typeof entry.fileid !== 'string')
        throw invalidParam('every entry of "file_list" needs a fileid');
      const maxAge = typeof entry.max_age === 'number' ? entry.max_age : undefined;
      const ticket = cloud.storage.ticket(entry.fileid, maxAge);
      return entry.url_type === 'COS_URL'
        ? { ...ticket, tempFileURL: encodeURI(ticket.tempFileURL) }
        : ticket;
    }),
  },
});

const batchDeleteFile: Action = async (cloud, request) => {
  const list: { fileID: string; code: string }[] = [];
  for (const fileID of listOf(request, 'fileid_list').map(String))
    list.push({ fileID, code: await cloud.storage.remove(fileID) });
  return { data: { delete_list: list } };
};

const batchCopyFile: Action = async (cloud, request) => {
  const list: { fileId?: string; code?: string; message?: string }[] = [];
  for (const entry of listOf(request, 'file_list')) list.push(await copyOne(cloud, entry));
  return { data: { copy_list: list } };
};

async function copyOne(
  cloud: Cloud,
  entry: unknown,
): Promise<{ fileId?: string; code?: string; message?: string }> {
  try {
    if (!isPlainObject(entry)) throw invalidParam('every entry of "file_list" needs src_path and dst_path');
    const [from, to] = [readPath(entry.src_path), readPath(entry.dst_path)];
    const file = cloud.storage.cabinet.find(from);
    if (!file) throw new Refusal('STORAGE_FILE_NONEXIST', `there is no file "${from}"`);
    if (entry.overwrite === false && cloud.storage.cabinet.find(to))
      throw new Refusal('STORAGE_FILE_EXIST', `there is a file "${to}" already`);
    await cloud.storage.cabinet.copy(file, to);
    if (entry.remove_original === true) await cloud.storage.cabinet.remove(from);
    return { fileId: fileIdOf(cloud.envId, to) };
  } catch (thrown) {
    return { code: thrown instanceof Refusal ? thrown.code : 'SYS_ERR', message: reasonOf(thrown) };
  }
}

function listOf(request: Request, field: string): unknown[] {
  const list = request[field];
  if (!Array.isArray(list) || list.length === 0) throw invalidParam(`"${field}" must be a nonempty list`);
  if (list.length > 50) throw invalidParam(`"${field}" may have 50 entries`);
  return list;
}

export const STORAGE_ACTIONS: Record<string, Action> = {
  'storage.getUploadMetadata': getUploadMetadata,
  'storage.batchGetDownloadUrl': batchGetDownloadUrl,
  'storage.batchDeleteFile': batchDeleteFile,
  'storage.batchCopyFile': batchCopyFile,
};
