import Taro from '@tarojs/taro';

export const openSwap = (): Promise<unknown> => Taro.navigateTo({ url: '/requests/swap/index' });

export const openRoster = (): Promise<unknown> => Taro.navigateTo({ url: '/hr/roster/index' });
