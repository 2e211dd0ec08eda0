import Taro from '@tarojs/taro';

export interface OpenableFile {
  /** An address that works now. */
  readonly url: string;
  readonly kind: 'picture' | 'pdf' | 'docx' | 'xlsx';
}

/** Shows a document in WeChat's own reader, from where it can be passed on; resolves to whether it opened. */
export async function openFile({ url, kind }: OpenableFile): Promise<boolean> {
  try {
    if (kind === 'picture') {
      await Taro.previewImage({ current: url, urls: [url] });
      return true;
    }
    const { tempFilePath } = await Taro.downloadFile({ url });
    await Taro.openDocument({ filePath: tempFilePath, fileType: kind, showMenu: true });
    return true;
  } catch {
    return false;
  }
}
