import Taro from '@tarojs/taro';

/**
 * What the phone keeps for its owner between visits. Values are plain JSON. A phone without room left forgets
 * sooner, but never stops a person from doing what she is doing.
 */
export const storage = {
  read(key: string): unknown {
    try {
      return Taro.getStorageSync<unknown>(key) || null;
    } catch {
      return null;
    }
  },
  write(key: string, value: unknown): void {
    try {
      Taro.setStorageSync(key, value);
    } catch {
      // No room: the value lives until the mini-program is closed.
    }
  },
};
