import type { DayStatus } from './attendance/verdict';
import { STATUS_WORDS } from './attendance/explain';
import type { FindingKind } from './attendance/finding';
import { SETTINGS } from './attendance/settings-words';

/** One word of the trade: what code says, what people say, what it means. */
export interface GlossaryWord {
  readonly english: string;
  readonly chinese: string;
  readonly meaning: string;
}

export interface GlossaryPart {
  readonly title: string;
  readonly words: readonly GlossaryWord[];
}

const word = (english: string, chinese: string, meaning: string): GlossaryWord => ({
  english,
  chinese,
  meaning,
});

const TIME: readonly GlossaryWord[] = [
  word('instant', '时刻', 'A point in time, from the server’s clock.'),
  word('local date', '日期', 'A calendar day without a zone.'),
  word('work minute', '班内分钟', 'A minute counted from the duty date’s local midnight, up to 2879.'),
  word('duty date', '考勤日', 'The local date on which a shift starts; a night’s out punch belongs to it.'),
  word(
    'public calendar',
    '法定节假日日历',
    'Statutory holidays and swapped working days, known until a date.',
  ),
  word('swapped working day', '调休上班日', 'A weekend day that the public calendar makes a working day.'),
  word('zone', '考勤时区', 'The IANA zone of a rule; it alone judges.'),
];

const SCHEDULE: readonly GlossaryWord[] = [
  word(
    'rule',
    '考勤规则',
    'Who works when, where, and how their days are judged; versioned by effective date.',
  ),
  word('scope', '适用范围', 'Whom a rule names: people, departments, posts, tags, everyone.'),
  word('validity', '有效期', 'When a rule is in force: between two dates, or every year.'),
  word('system', '考勤制度', 'Standard, flexible week, alternating weeks or roster.'),
  word('shift', '班次', 'Segments of work with rests, or flexible time.'),
  word('segment', '考勤时段', 'A stretch of work with its own in and out.'),
  word('rest', '休息时段', 'Minutes inside a segment that are no work.'),
  word('free card', '免打卡', 'A card that need not be made.'),
  word('window', '打卡时段', 'When a card may be made, both bounds included.'),
  word('roster', '排班', 'Shifts planned person by person and day by day.'),
  word('unscheduled', '未排班', 'A day of a roster without an entry; a planned rest day is not.'),
  word('restDayDefault', '非工作日默认时段', 'The shift for rest days that are swapped into work.'),
  word('alternating weeks', '单双周轮休', 'Two weeks that take turns from an anchor Monday.'),
  word('plan', '当日排定', 'What a duty date is for a person, and the part of time its punches come from.'),
  word('place', '考勤地点', 'Where punching is allowed, perhaps within a radius.'),
  word('main identity', '主身份', 'The assignment whose departments and post decide the rule.'),
];

const JUDGING: readonly GlossaryWord[] = [
  word('punch', '打卡', 'One press or one record of a machine.'),
  word('card', '签到卡、签退卡', 'A punch that counts as the in or the out of a segment.'),
  word('real punch', '真实打卡', 'A punch by button, machine or import: nothing that was applied for.'),
  word('verdict', '判定结果', 'What became of a day, with its reasons.'),
  word('finding', '判定依据', 'One reason: a clause and its numbers.'),
  word('dueIn, dueOut', '今日应到、今日应走', 'The effective start and end, S′ and E′.'),
  word('allowance', '允许迟到、允许早退', 'Minutes that count as nothing.'),
  word('threshold', '旷工起点', 'Minutes past which late or early is absence.'),
  word('unit', '旷工最小单位', 'Absence is rounded up to it.'),
  word('cover', '抵扣', 'Leave, outing or trip over work minutes.'),
  word('carry', '结转', 'What a day leaves for the next scheduled day: its last real out and its end.'),
  word('correction', '补卡、申诉', 'A card applied for afterwards.'),
  word('checkout setting', '签退设置', 'Without an in the button turns to 签退 at the end of work.'),
  word('forecast', '打卡预告', 'What a punch now would be judged as.'),
  word('comp leave', '调休', 'Time off that settles overtime.'),
  word('what if', '试算', 'Past days judged under a draft, before anybody is affected.'),
  word('lock', '封账', 'A month’s sheet that no longer changes.'),
];

/** A word for every clause that can stand in a verdict; a clause without one does not compile. */
export const FINDING_GLOSSARY: Readonly<Record<FindingKind, GlossaryWord>> = {
  late: word('late', '迟到', 'An in card after S′ and its allowance.'),
  early: word('early', '早退', 'An out card before E′ and its allowance.'),
  'missing-in': word('missing-in', '漏签（上班卡）', 'A segment without its in card.'),
  'missing-out': word('missing-out', '漏签（下班卡）', 'A segment without its out card.'),
  absent: word('absent', '旷工', 'One of the five situations that count as absence.'),
  'allowed-late': word('allowed-late', '允许迟到内', 'Late, within the allowance.'),
  'allowed-early': word('allowed-early', '允许早退内', 'Early, within the allowance.'),
  'early-in-early-out': word('early-in-early-out', '早到早走', 'Came early, may leave early.'),
  'late-in-late-out': word('late-in-late-out', '晚到晚走', 'Came late, leaves late.'),
  'late-in-over-cap': word('late-in-over-cap', '晚到晚走超限', 'Came later than late-in late-out allows.'),
  'late-out-late-in': word(
    'late-out-late-in',
    '晚走晚到',
    'Left late the scheduled day before, may come late.',
  ),
  shortfall: word('shortfall', '晚走不足', 'What was not made up in the evening and counts as late.'),
  'flexible-time': word('flexible-time', '弹性时间', 'The sign-in decided the end.'),
  'early-not-judged': word(
    'early-not-judged',
    '早退不判',
    'Without an in the end of flexible time is unknown.',
  ),
  cover: word('cover', '抵扣', 'Leave, outing or trip took minutes out.'),
  'flex-off': word('flex-off', '弹性停用', 'Cover holds the start or the end: no flex today.'),
  overtime: word('overtime', '加班', 'Time past E′, or on a day off, that counts.'),
  'overtime-not-counted': word('overtime-not-counted', '不计加班', 'Applied for, but under the minimum.'),
  'out-before-in': word('out-before-in', '签退早于签到', 'Kept, but no card.'),
  unplaced: word('unplaced', '时段外打卡', 'Kept, but in no card’s part of time.'),
  'clock-change': word('clock-change', '时钟调整', 'The clock changed inside the shift.'),
};

const STATUS_MEANINGS: Readonly<Record<DayStatus, string>> = {
  normal: 'Everything was as it should be.',
  late: 'At least one card late, nothing worse.',
  early: 'At least one card early, nothing worse.',
  missing: 'A card is missing.',
  absent: 'Absence was counted.',
  leave: 'Away on leave.',
  outing: 'Out on business nearby.',
  trip: 'Away on a business trip.',
  pending: 'The day is not over.',
  rest: 'A day off.',
  holiday: 'A statutory holiday.',
  unscheduled: 'A roster without an entry.',
  'no-rule': 'No rule applies: nothing is judged.',
  excluded: 'On the list of those who are never judged.',
  'not-employed': 'Before the first or after the last day of employment.',
};

const STATUSES = (Object.keys(STATUS_MEANINGS) as DayStatus[]).map((status) =>
  word(status, STATUS_WORDS[status], STATUS_MEANINGS[status]),
);

/** The words of the product, in parts. docs/glossary.md is written from them. */
export const GLOSSARY: readonly GlossaryPart[] = [
  { title: 'Time', words: TIME },
  { title: 'Schedules', words: SCHEDULE },
  { title: 'Judging', words: JUDGING },
  { title: 'Findings', words: Object.values(FINDING_GLOSSARY) },
  { title: 'Statuses of a day', words: STATUSES },
  { title: 'Settings', words: SETTINGS.map(({ key, chinese, sentence }) => word(key, chinese, sentence)) },
];
