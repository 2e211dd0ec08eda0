import Taro from '@tarojs/taro';

export const RULES = '/hr/rules/index';
export const RULE_PREVIEW = '/hr/preview/index';

/** One rule, shift, place or overtime rule in its editor; a new one gets its id before it is anything. */
export const openEditor = (
  kind: 'rule' | 'shift' | 'place' | 'overtime',
  id: string,
  isNew: boolean,
): Promise<unknown> =>
  Taro.navigateTo({ url: `/hr/${kind}/index?id=${encodeURIComponent(id)}${isNew ? '&new=1' : ''}` });

export const openRules = (): Promise<unknown> => Taro.navigateTo({ url: RULES });
export const openRuleSettings = (): Promise<unknown> => Taro.navigateTo({ url: '/hr/settings/index' });
export const openRulePreview = (): Promise<unknown> => Taro.navigateTo({ url: RULE_PREVIEW });

/** An overtime rule, opened from the rule or shift that takes it: the others that do are named. */
export const openOvertimeOf = (id: string, userId: string, isNew: boolean): Promise<unknown> =>
  Taro.navigateTo({
    url: `/hr/overtime/index?id=${encodeURIComponent(id)}&of=${encodeURIComponent(userId)}${isNew ? '&new=1' : ''}`,
  });

export const openCalendarEditor = (): Promise<unknown> => Taro.navigateTo({ url: '/hr/calendar/index' });
export const openLeaveTypes = (): Promise<unknown> => Taro.navigateTo({ url: '/hr/leaves/index' });
export const openCorrectionLimits = (): Promise<unknown> => Taro.navigateTo({ url: '/hr/corrections/index' });

/** Back to where an editor was opened from; to the list where it was opened by a link. */
export const leaveEditor = (): Promise<unknown> =>
  Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url: RULES });
