import Taro from '@tarojs/taro';
import { newId } from './new-id';

/** A picture that was chosen: where the phone keeps it for now. */
export interface ChosenPhoto {
  readonly path: string;
}

/** Lets the person take or choose pictures. Empty when nothing was chosen. */
export async function choosePhotos(most: number): Promise<readonly ChosenPhoto[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['camera', 'album'],
    });
    return tempFiles.map(({ tempFilePath }) => ({ path: tempFilePath }));
  } catch {
    return [];
  }
}

/** Puts a picture into the person's own folder; resolves to its file id, or null when it did not arrive. */
export async function uploadPhoto(folder: string, { path }: ChosenPhoto): Promise<string | null> {
  try {
    const ending = /\.(jpe?g|png)$/i.exec(path)?.[0].toLowerCase() ?? '.jpg';
    const { fileID } = await Taro.cloud.uploadFile({
      cloudPath: `${folder}/${newId()}${ending}`,
      filePath: path,
    });
    return fileID;
  } catch {
    return null;
  }
}
