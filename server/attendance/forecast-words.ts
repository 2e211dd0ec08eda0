import type { CardView, DeskView } from '@contract/contract';
import type { ButtonAnswer } from '@domain/attendance/accept-punch';
import type { Forecast } from '@domain/attendance/forecast';
import type { DutyPlan } from '@domain/schedule/day-outline';
import { durationText } from '../wall-text';
import type { JudgedDay } from './judged-days';

type Said = DeskView['button']['forecast'];

/** What a press now would be, said before the tap; where nothing is judged, that. */
export function forecastWords(
  { forecast, plan, kind, segment }: ButtonAnswer,
  { verdict, plan: { laid } }: JudgedDay,
  waiting: readonly { readonly kind: string | null }[],
): Said {
  if (forecast === null) return unjudged(plan);
  const noIn =
    kind === 'out' &&
    segment !== null &&
    laid?.freeIn[segment] !== true &&
    verdict.cards[segment * 2] === null &&
    !waiting.some((one) => one.kind === 'in');
  // 签退设置: the out is one, and the in stays missing.
  if (noIn && forecast.outcome !== 'early' && forecast.outcome !== 'absent')
    return { tone: 'missing', text: '没有签到；现在签退，上班卡仍少一次' };
  return outcomeWords(forecast);
}

function outcomeWords({ outcome, minutes }: Forecast): {
  readonly tone: CardView['tone'];
  readonly text: string;
} {
  switch (outcome) {
    case 'normal':
      return { tone: 'ok', text: '现在打卡：正常' };
    case 'late':
      return { tone: 'late', text: `现在打卡：迟到 ${durationText(minutes)}` };
    case 'early':
      return { tone: 'early', text: `现在打卡：早退 ${durationText(minutes)}` };
    case 'absent':
      return { tone: 'absent', text: `现在打卡：计旷工 ${durationText(minutes)}` };
    case 'not-judged':
      return { tone: 'info', text: '现在打卡：只记录，不判定' };
  }
}

/** Asked before a 签退 that costs something; a 签到 can only come later, never better. */
export function confirmWords({ forecast, kind }: ButtonAnswer): string | null {
  if (forecast === null || kind !== 'out') return null;
  const howLong = durationText(forecast.minutes);
  switch (forecast.outcome) {
    case 'early':
      return `现在签退算早退 ${howLong}，确定签退吗？`;
    case 'absent':
      return `现在签退计旷工 ${howLong}，确定签退吗？`;
    case 'late':
      return `晚到的时间还没补足，现在签退算迟到 ${howLong}，确定签退吗？`;
    default:
      return null;
  }
}

/** On days that nothing is judged, the page says so before the tap, and what becomes of overtime. */
function unjudged({ state, laid, kind, outline }: DutyPlan): Said {
  if (laid !== null) return { tone: 'info', text: '现在打卡：只留记录，不参与判定' };
  const words: Partial<Record<typeof state, string>> = {
    rest: '今天休息',
    holiday: '今天放假',
    unscheduled: '今天未排班',
    excluded: '你免考勤，不用打卡',
    'not-employed': '今天不在职',
  };
  const day = words[state] ?? '今天没有考勤规则';
  const overtime = state === 'rest' || state === 'holiday' ? outline.overtime?.days[kind] : undefined;
  if (overtime === undefined) return { tone: 'rest', text: `${day}，打卡只留记录` };
  return overtime.recognise === 'approval'
    ? { tone: 'rest', text: `${day}，打卡只留记录，加班按申请计` }
    : {
        tone: 'rest',
        text: `${day}，${overtime.recognise === 'punches' ? '按签到到签退计加班' : '加班按申请和打卡计'}`,
      };
}
