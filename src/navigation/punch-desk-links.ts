import Taro from '@tarojs/taro';

export const openSignals = (): Promise<unknown> => Taro.navigateTo({ url: '/hr/signals/index' });
export const openMachineFiles = (): Promise<unknown> => Taro.navigateTo({ url: '/hr/machine/index' });
