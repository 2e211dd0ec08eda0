import Taro from '@tarojs/taro';

/** Puts a text where it can be pasted from; resolves to whether it is there. WeChat says so itself. */
export const copyText = (data: string): Promise<boolean> =>
  Taro.setClipboardData({ data }).then(
    () => true,
    () => false,
  );
