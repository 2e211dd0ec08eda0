import Taro from '@tarojs/taro';

const DELEGATION = '/pages/delegation/index';

export const openDelegation = (): Promise<unknown> => Taro.navigateTo({ url: DELEGATION });

/** Whose duties the page was opened for; null when the link is broken. */
export const personOf = ({ person }: Readonly<Record<string, string | undefined>>): string | null =>
  person === undefined || person === '' ? null : decodeURIComponent(person);
