import Taro from '@tarojs/taro';

export const openPeople = (): Promise<unknown> => Taro.navigateTo({ url: '/hr/people/index' });

export const openStaffFile = (employmentId: string): Promise<unknown> =>
  Taro.navigateTo({ url: `/hr/people-file/index?person=${encodeURIComponent(employmentId)}` });

export const openCompany = (): Promise<unknown> => Taro.navigateTo({ url: '/hr/people-company/index' });
