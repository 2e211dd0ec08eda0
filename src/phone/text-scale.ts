import Taro from '@tarojs/taro';

/** How much larger than usual the person reads, by WeChat's own setting: 1 is the usual size. */
export function textScale(): number {
  const { fontSizeScaleFactor } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  return fontSizeScaleFactor ?? 1;
}
