import Taro from '@tarojs/taro';
import { announceUpload } from '@/cloud/announce-upload';
import { newId } from './new-id';

/** A file that was chosen: where the phone keeps it for now, and what it is called. */
export interface ChosenFile {
  readonly path: string;
  readonly name: string;
  /** Where the phone says so. */
  readonly bytes?: number;
}

/** Documents that may go along (the server looks at the bytes), beside pictures. */
const ENDINGS = ['pdf', 'docx', 'xlsx', 'jpg', 'jpeg', 'png'] as const;

/**
 * Lets the person choose files out of a WeChat chat: the only way to documents that a phone has. Empty when nothing was
 * chosen, null when the phone does not let it.
 */
export async function chooseFiles(
  most: number,
  endings: readonly string[] = ENDINGS,
): Promise<readonly ChosenFile[] | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      count: most,
      type: 'file',
      extension: [...endings],
    });
    return tempFiles.map(({ path, name, size }) => ({ path, name, bytes: size }));
  } catch (error) {
    return /cancel/i.test((error as { errMsg?: string } | null)?.errMsg ?? '') ? [] : null;
  }
}

/** Puts a file into the person's own folder; resolves to its file id, or null when it did not arrive. */
export async function uploadFile(folder: string, { path, name }: ChosenFile): Promise<string | null> {
  try {
    const cloudPath = `${folder}/${newId()}${endingOf(name) || endingOf(path)}`;
    if (!(await announceUpload(cloudPath))) return null;
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath: path });
    return fileID;
  } catch {
    return null;
  }
}

const endingOf = (name: string): string => /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? '';
