import Taro from '@tarojs/taro';

export const RULES = '/hr/rules/index';
export const RULE_PREVIEW = '/hr/preview/index';

/** One rule, shift or place in its editor; a new one gets its id before it is anything. */
export const openEditor = (kind: 'rule' | 'shift' | 'place', id: string, isNew: boolean): Promise<unknown> =>
  Taro.navigateTo({ url: `/hr/${kind}/index?id=${encodeURIComponent(id)}${isNew ? '&new=1' : ''}` });

export const openRules = (): Promise<unknown> => Taro.navigateTo({ url: RULES });
export const openRuleSettings = (): Promise<unknown> => Taro.navigateTo({ url: '/hr/settings/index' });
export const openRulePreview = (): Promise<unknown> => Taro.navigateTo({ url: RULE_PREVIEW });
