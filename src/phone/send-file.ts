import Taro from '@tarojs/taro';

/** A file that lies on the phone, ready to be passed on. */
export interface FetchedFile {
  readonly path: string;
  readonly name: string;
}

/** Brings a file to the phone; null when it did not arrive. */
export async function fetchFile(url: string, name: string): Promise<FetchedFile | null> {
  try {
    const { tempFilePath } = await Taro.downloadFile({ url });
    return { path: tempFilePath, name };
  } catch {
    return null;
  }
}

/** Passes it on into a chat. WeChat wants this in the tap itself, so the file must be here already. */
export async function sendFile({ path, name }: FetchedFile): Promise<boolean> {
  try {
    await Taro.shareFileMessage({ filePath: path, fileName: name });
    return true;
  } catch {
    return false;
  }
}
