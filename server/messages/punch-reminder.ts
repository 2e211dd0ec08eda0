import { planText } from '../attendance/day-words';
import { placesOn } from '../attendance/place-claims';
import type { Organisation } from '../organisation';
import type { Employment } from '../repositories/employments';
import type { SubscriptionMessage } from '../ports';
import { templateTimeText } from '../wall-text';
import type { PlannedReminder } from './next-reminder';
import { fitField } from './template-fields';

/** 上班前提醒, 下班提醒: which shift, when, where. It opens the punch page. */
export function punchReminder(
  org: Organisation,
  employment: Employment,
  openid: string,
  templateId: string,
  { kind, plan, edgeAt }: PlannedReminder,
): SubscriptionMessage {
  const places = placesOn(org.book, employment, plan).map(({ name }) => name);
  return {
    openid,
    templateId,
    page: 'pages/punch/index',
    fields: {
      thing1: fitField('thing', planText(plan, '当天')),
      time2: templateTimeText(plan.outline.zone, edgeAt),
      thing3: fitField('thing', places.join('、') || '任意地点'),
      thing4: fitField('thing', kind === 'before-work' ? '快上班了，记得签到' : '下班了，还没有签退'),
    },
  };
}
