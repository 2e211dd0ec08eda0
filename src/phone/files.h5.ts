import { announceUpload } from '@/cloud/announce-upload';
import { actingAs } from './acting-as.h5';
import type * as weapp from './files';
import { newId } from './new-id';

/** The laptop's view has no chats: any file of the computer instead. */
export const chooseFiles: typeof weapp.chooseFiles = (most, endings) =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = most > 1;
    input.accept =
      endings?.map((ending) => `.${ending}`).join(',') ?? '.pdf,.docx,.xlsx,image/jpeg,image/png';
    input.onchange = () => {
      const chosen = [...(input.files ?? [])].slice(0, most);
      resolve(chosen.map((file) => ({ path: URL.createObjectURL(file), name: file.name, bytes: file.size })));
    };
    input.oncancel = () => resolve([]);
    input.click();
  });

/** The bytes over HTTP to the origin that served the page. */
export const uploadFile: typeof weapp.uploadFile = async (folder, { path, name }) => {
  try {
    const bytes = await (await fetch(path)).blob();
    const cloudPath = `${folder}/${newId()}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? ''}`;
    if (!(await announceUpload(cloudPath))) return null;
    const response = await fetch(`/client/uploadFile?cloudPath=${encodeURIComponent(cloudPath)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-wx-openid': actingAs() },
      body: bytes,
    });
    const { fileID } = (await response.json()) as { fileID?: string };
    return fileID ?? null;
  } catch {
    return null;
  }
};
