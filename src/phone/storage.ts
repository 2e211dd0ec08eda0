import Taro from '@tarojs/taro';

/** What the phone keeps for its owner between visits. Values are plain JSON. */
export const storage = {
  read(key: string): unknown {
    try {
      return Taro.getStorageSync<unknown>(key) || null;
    } catch {
      return null;
    }
  },
  write(key: string, value: unknown): void {
    Taro.setStorageSync(key, value);
  },
  remove(key: string): void {
    Taro.removeStorageSync(key);
  },
};
