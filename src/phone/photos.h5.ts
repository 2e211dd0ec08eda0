import Taro from '@tarojs/taro';
import { announceUpload } from '@/cloud/announce-upload';
import { actingAs } from './acting-as.h5';
import { newId } from './new-id';
import type * as weapp from './photos';

/** In a browser chosen pictures are blob addresses. */
export const choosePhotos: typeof weapp.choosePhotos = async (most, from = 'anywhere') => {
  try {
    const { tempFilePaths } = await Taro.chooseImage({
      count: most,
      sizeType: ['compressed'],
      sourceType: from === 'camera' ? ['camera'] : ['camera', 'album'],
    });
    return tempFilePaths.map((path) => ({ path }));
  } catch {
    return [];
  }
};

/** The laptop's view: the bytes over HTTP to the origin that served the page. */
export const uploadPhoto: typeof weapp.uploadPhoto = async (folder, { path }) => {
  try {
    const picture = await (await fetch(path)).blob();
    const ending = picture.type === 'image/png' ? '.png' : '.jpg';
    const cloudPath = `${folder}/${newId()}${ending}`;
    if (!(await announceUpload(cloudPath))) return null;
    const response = await fetch(`/client/uploadFile?cloudPath=${encodeURIComponent(cloudPath)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-wx-openid': actingAs() },
      body: picture,
    });
    const { fileID } = (await response.json()) as { fileID?: string };
    return fileID ?? null;
  } catch {
    return null;
  }
};
