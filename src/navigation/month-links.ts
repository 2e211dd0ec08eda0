import Taro from '@tarojs/taro';

export const MONTHS = '/hr/months/index';

export const openMonths = (): Promise<unknown> => Taro.navigateTo({ url: MONTHS });
