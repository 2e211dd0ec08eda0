import { LAST_WORK_MINUTE } from '../time/work-minute';
import type { Window } from './shift';

/** Everything that can be wrong with a shift, a rule, a scope or a place, each with the sentence HR reads. */
const PROBLEM_WORDS = {
  'shift.no-segments': () => '至少要有一个上下班时段',
  'shift.too-many-segments': ({ limit }) => `上下班时段最多 ${limit} 个`,
  'shift.too-many-rests': ({ limit }) => `休息时段最多 ${limit} 个`,
  'shift.not-a-minute': ({ value }) => `时间须在当日 00:00 到次日 23:59 之间，且为整分钟，现在是 ${value}`,
  'shift.starts-next-day': () => '第一个时段须在当日开始',
  'shift.ends-before-it-begins': () => '结束时间须晚于开始时间；跨零点请写次日',
  'shift.segments-cross': () => '时段之间不能交叉',
  'shift.longer-than-a-day': () => '从上班到下班不能超过 24 小时',
  'shift.rest-outside-segment': () => '休息时段须在某个上下班时段之内',
  'shift.rests-cross': () => '休息时段之间不能交叉',
  'shift.windows-incomplete': () => '打卡时段要么每张卡都设，要么都不设',
  'shift.window-misses-its-card': () => '打卡时段须包含它的上下班时间',
  'shift.windows-cross': () => '打卡时段首尾分钟都算在内，不能有共同的分钟',
  'shift.required-minutes': () => '每日工时须为 1 到 1440 分钟',
  'shift.latest-before-earliest': () => '最迟签到不能早于最早签到',
  'rule.over-limit': ({ limit }) => `不能超过 ${limit} 分钟`,
  'rule.not-whole-minutes': ({ minimum, maximum }) => `须为 ${minimum} 到 ${maximum} 的整分钟`,
  'rule.unknown-shift': ({ shiftId }) => `班次 ${shiftId} 不存在，或在规则生效时还没有生效`,
  'rule.mode-mismatch': ({ shiftId }) => `打卡模式与班次 ${shiftId} 的类型不一致`,
  'rule.no-shift': () => '至少选择一个班次',
  'rule.no-workday': () => '至少选择一个工作日',
  'rule.weekday-twice': ({ weekday }) => `星期 ${weekday} 设置了两次`,
  'rule.two-rest-day-defaults': () => '非工作日默认时段最多勾选一条',
  'rule.anchor-not-monday': () => '单双周的起点须是周一',
  'rule.too-many-late-out-rows': ({ limit }) => `晚走晚到最多 ${limit} 条`,
  'rule.no-late-out-rows': () => '晚走晚到至少要有一条',
  'rule.late-out-not-ascending': () => '晚走时间须逐条变大',
  'rule.late-out-descending-grant': () => '可晚到时间不能逐条变小',
  'rule.allowance-not-below-threshold': ({ threshold }) => `须小于旷工起点 ${threshold} 分钟`,
  'rule.unit-without-threshold': () => '先开启旷工起点，才能设置最小单位',
  'rule.start-moves-out-of-its-part': ({ shiftId, move }) =>
    `上班时间最多后移 ${move} 分钟，会超出班次 ${shiftId} 的签到时段`,
  'rule.end-moves-out-of-its-part': ({ shiftId, move }) =>
    `下班时间最多前移 ${move} 分钟，会超出班次 ${shiftId} 的签退时段`,
  'rule.not-on-rosters': () => '排班制度不使用这项设置，已忽略',
  'rule.fixed-time-only': () => '弹性时间打卡不使用这项设置，已忽略',
  'rule.workdays-change-tomorrow': ({ earliest }) => `修改工作日最早 ${earliest} 生效`,
  'rule.unknown-zone': ({ zone }) => `时区 ${zone} 不存在`,
  'rule.unknown-overtime-rule': ({ overtimeRuleId }) => `加班规则 ${overtimeRuleId} 不存在`,
  'rule.unknown-place': ({ placeId }) => `考勤地点 ${placeId} 不存在`,
  'validity.ends-before-it-begins': () => '结束时间须晚于开始时间',
  'validity.not-a-month-day': ({ value }) => `${value} 不是月日`,
  'validity.no-periods': () => '至少要有一个周期',
  'validity.next-year-too-long': () => '选择次年时，结束月日须早于开始月日',
  'validity.periods-cross': () => '周期之间不能重叠',
  'scope.range-ends-before-it-begins': () => '有效期的结束不能早于开始',
  'scope.ranges-cross': ({ date }) => `同一人的有效期不能交叉（${date}）`,
  'scope.named-twice': () => '同一对象在适用范围中出现了两次',
  'overtime.multiple': ({ maximum }) => `须大于 0，不超过 ${maximum}`,
  'overtime.no-days': () => '至少设置一种日子的加班',
  'own-day.twice': ({ date }) => `${date} 设置了两次`,
  'leave.gone': ({ name }) => `“${name}”已经在用，不能删除；不再使用时请停用`,
  'leave.none-left': () => '至少保留一种在用的假期',
  'leave.named-twice': ({ name }) => `已经有一种叫“${name}”的假期`,
  'leave.unit-is-fixed': ({ name }) =>
    `“${name}”的余额和申请按原来的单位记着，不能改单位；请停用它，另建一种`,
  'count.between': ({ minimum, maximum }) => `须为 ${minimum} 到 ${maximum} 的整数`,
  'settings.at-least-one': () => '须为不小于 1 的整数',
  'settings.window': () => '时段的开始须早于结束，且在当日 00:00 到次日 23:59 之间',
  'place.wifi-without-name': () => '请填写 Wi-Fi 名称',
  'place.wifi-bssid': ({ value }) => `${value} 不是热点编号，应像 0a:1b:2c:3d:4e:5f`,
  'place.wifi-twice': ({ value }) => `${value} 已经在列表里`,
  'place.radius': ({ limit }) => `允许偏差范围须为 1 到 ${limit} 米，留空表示不限`,
} satisfies Record<string, (facts: Readonly<Record<string, string | number>>) => string>;

export type ProblemCode = keyof typeof PROBLEM_WORDS;

export const PROBLEM_CODES = Object.keys(PROBLEM_WORDS) as ProblemCode[];

/** One thing wrong: the field it is about, and the numbers its sentence needs. */
export interface Problem {
  /** Path into what was checked: 'segments[1].out', 'lateOutLateIn.rows[2].afterMinutes'. */
  readonly field: string;
  readonly code: ProblemCode;
  readonly facts: Readonly<Record<string, string | number>>;
  /** `refused` must be mended before saving; `ignored` has no effect and is only told. */
  readonly severity: 'refused' | 'ignored';
}

export const problem = (
  field: string,
  code: ProblemCode,
  facts: Problem['facts'] = {},
  severity: Problem['severity'] = 'refused',
): Problem => ({ field, code, facts, severity });

/** The reason in Chinese, without the field's name. */
export const problemText = ({ code, facts }: Problem): string => {
  const words: (facts: Problem['facts']) => string = PROBLEM_WORDS[code];
  return words(facts);
};

export const isRefused = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'refused');

/** The same problems seen from further up: 'out' becomes 'segments[1].out'. */
export const under = (prefix: string, problems: readonly Problem[]): Problem[] =>
  problems.map((one) => ({ ...one, field: joinFields(prefix, one.field) }));

/** 'scope' and '[0].ranges' are 'scope[0].ranges'. */
export const joinFields = (prefix: string, field: string): string =>
  field === '' || field.startsWith('[') ? `${prefix}${field}` : `${prefix}.${field}`;

/** No duration of a rule is longer than two days. */
export const MAX_MINUTES = 2880;

/** Refuses what is not a whole number of minutes between `minimum` and two days. */
export const minutesProblems = (field: string, value: unknown, minimum: number): Problem[] =>
  typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= MAX_MINUTES
    ? []
    : [problem(field, 'rule.not-whole-minutes', { minimum, maximum: MAX_MINUTES })];

/** Refuses a window of the day that does not begin before it ends, or lies outside the two days of a duty date. */
export const windowProblems = (field: string, { from, to }: Window): Problem[] =>
  Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to > from && to <= LAST_WORK_MINUTE
    ? []
    : [problem(field, 'settings.window')];
