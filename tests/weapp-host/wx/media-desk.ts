import type { Interfaces, Surroundings } from './surroundings';
import { passPrivacy } from './privacy';
import { WxFailure, type WxOptions } from './wx-call';

/** Camera and album as fixtures: what the person photographs is in `phone.answers.pictures`. */
export function mediaDesk(around: Surroundings): Interfaces {
  const { phone, makeAsync } = around;
  let count = 0;
  const choose = (api: string, most: unknown) => {
    passPrivacy(around, api);
    const chosen = phone.answers.pictures.slice(0, typeof most === 'number' ? most : 9);
    if (chosen.length === 0) throw new WxFailure('cancel');
    return chosen.map(({ name, bytes }) => {
      count += 1;
      const path = `wxfile://tmp_${count}_${name}`;
      phone.files.set(path, bytes);
      return { path, size: bytes.length };
    });
  };
  return {
    chooseMedia: makeAsync('chooseMedia', ({ count: most }: WxOptions) => ({
      type: 'image',
      tempFiles: choose('chooseMedia', most).map(({ path, size }) => ({
        tempFilePath: path,
        size,
        fileType: 'image',
      })),
    })),
    chooseImage: makeAsync('chooseImage', ({ count: most }: WxOptions) => {
      const tempFiles = choose('chooseImage', most);
      return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) };
    }),
  };
}
