import Taro from '@tarojs/taro';
import { announceUpload } from '@/cloud/announce-upload';
import { newId } from './new-id';

/** A picture that was chosen: where the phone keeps it for now. */
export interface ChosenPhoto {
  readonly path: string;
}

/**
 * Lets the person take or choose pictures: empty when nothing was chosen, null when the phone does not let it.
 *
 * @param from 'camera': taken now; nothing older is offered
 */
export async function choosePhotos(
  most: number,
  from: 'camera' | 'anywhere' = 'anywhere',
): Promise<readonly ChosenPhoto[] | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: from === 'camera' ? ['camera'] : ['camera', 'album'],
    });
    return tempFiles.map(({ tempFilePath }) => ({ path: tempFilePath }));
  } catch (error) {
    return wasCancelled(error) ? [] : null;
  }
}

/** WeChat tells "never mind" from "may not" only in the words of its error. */
const wasCancelled = (error: unknown): boolean =>
  /cancel/i.test((error as { errMsg?: string } | null)?.errMsg ?? '');

/** Puts a picture into the person's own folder; resolves to its file id, or null when it did not arrive. */
export async function uploadPhoto(folder: string, { path }: ChosenPhoto): Promise<string | null> {
  try {
    const ending = /\.(jpe?g|png)$/i.exec(path)?.[0].toLowerCase() ?? '.jpg';
    const cloudPath = `${folder}/${newId()}${ending}`;
    if (!(await announceUpload(cloudPath))) return null;
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath: path });
    return fileID;
  } catch {
    return null;
  }
}
