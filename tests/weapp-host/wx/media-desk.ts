import type { Picture } from '../phone/phone';
import type { Interfaces, Surroundings } from './surroundings';
import { passPrivacy } from './privacy';
import { WxFailure, type WxOptions } from './wx-call';

/** Camera, album and chats as fixtures: what the person chooses is in `phone.answers`. */
export function mediaDesk(around: Surroundings): Interfaces {
  const { phone, makeAsync } = around;
  let count = 0;
  const held = ({ name, bytes }: Picture) => {
    count += 1;
    const path = `wxfile://tmp_${count}_${name}`;
    phone.files.set(path, bytes);
    return { path, name, size: bytes.length };
  };
  const choose = (api: string, most: unknown) => {
    passPrivacy(around, api);
    const chosen = phone.answers.pictures.slice(0, typeof most === 'number' ? most : 9);
    if (chosen.length === 0) throw new WxFailure('cancel');
    return chosen.map(held);
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
    chooseMessageFile: makeAsync(
      'chooseMessageFile',
      ({ count: most, type = 'all', extension }: WxOptions) => {
        passPrivacy(around, 'chooseMessageFile');
        if (typeof most !== 'number')
          throw new WxFailure('parameter error: parameter.count should be Number');
        const endings = type === 'file' && Array.isArray(extension) ? extension.map(String) : null;
        const offered = phone.answers.chatFiles.filter(
          ({ name }) => endings === null || endings.includes(endingOf(name)),
        );
        if (offered.length === 0) throw new WxFailure('cancel');
        const time = Math.floor(phone.clock.now() / 1000);
        return { tempFiles: offered.slice(0, most).map((file) => ({ ...held(file), type: 'file', time })) };
      },
    ),
    previewImage: makeAsync('previewImage', ({ urls, current }: WxOptions) => {
      const shown = Array.isArray(urls) ? urls.map(String) : [];
      const [first] = shown;
      if (first === undefined) throw new WxFailure('parameter error: parameter.urls should be Array');
      phone.did({
        kind: 'pictures-shown',
        urls: shown,
        first: typeof current === 'string' ? current : first,
      });
      return undefined;
    }),
  };
}

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
