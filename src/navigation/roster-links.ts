import Taro from '@tarojs/taro';

export const openRoster = (): Promise<unknown> => Taro.navigateTo({ url: '/hr/roster/index' });
