import { dateText, daysBetween } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import { clockText } from '../time/work-minute';
import type { Basis, Because, Finding, FindingKind } from './finding';

const clock = (minute: number | null): string => (minute === null ? '--:--' : clockText(minute));
const minutes = (n: number | null): string => `${n ?? 0} 分钟`;

/** '第 2 段' on days with several segments. */
const place = (finding: Finding, segments: number): string =>
  finding.segment !== null && segments > 1 ? `第 ${finding.segment + 1} 段` : '';

const due = ({ expected, basis }: Because, word: '应到' | '应走'): string =>
  `${basis === 'moved' ? '今日' : ''}${word} ${clock(expected)}`;

const COVER_WORDS: Partial<Record<Basis, string>> = { leave: '请假', outing: '公出', trip: '出差' };

const ABSENT_WORDS: Partial<Record<Basis, (finding: Finding, where: string) => string>> = {
  'no-in-no-out': (_, where) => `${where || '全天'}没有签到也没有签退，计旷工`,
  'no-in': (_, where) => `${where}没有签到，按规则计旷工`,
  'no-out': (_, where) => `${where}没有签退，按规则计旷工`,
  'late-over': ({ because }, where) =>
    `${where}${clock(because.actual)} 打卡，晚 ${minutes(because.measured)}，超过 ${minutes(because.limit)}，计旷工`,
  'early-over': ({ because }, where) =>
    `${where}${clock(because.actual)} 下班，早 ${minutes(because.measured)}，超过 ${minutes(because.limit)}，计旷工`,
};

/** When somebody left on an earlier day, in words: 昨晚 19:05, 今天凌晨 00:30, 3月6日 周五 19:05. */
function leftAt(date: LocalDate | null, at: number | null, today: LocalDate): string {
  if (date === null || at === null) return clock(at);
  if (daysBetween(date, today) !== 1) return `${dateText(date)} ${clock(at)}`;
  if (at >= 1440) return `今天凌晨 ${clockText(at - 1440)}`;
  return `${at >= 1080 ? '昨晚' : '昨天'} ${clock(at)}`;
}

type Words = (finding: Finding, where: string, today: LocalDate) => string;

/** What each finding says to the person it is about; the test of completeness is the compiler's. */
export const FINDING_WORDS: Readonly<Record<FindingKind, Words>> = {
  late: ({ because, minutes: late }, where) =>
    `${where}${clock(because.actual)} 打卡，${due(because, '应到')}，迟到 ${minutes(late)}`,
  early: ({ because, minutes: early }, where) =>
    `${where}${clock(because.actual)} 下班，${due(because, '应走')}，早退 ${minutes(early)}`,
  'missing-in': ({ because }, where) => `${where}少一次上班卡（应到 ${clock(because.expected)}），可申诉补签`,
  'missing-out': ({ because }, where) =>
    `${where}少一次下班卡（应走 ${clock(because.expected)}），可申诉补签`,
  absent: (finding, where) => {
    const words = ABSENT_WORDS[finding.because.basis];
    return `${words === undefined ? '计旷工' : words(finding, where)} ${minutes(finding.minutes)}，可申诉补签`;
  },
  'allowed-late': ({ because }, where) =>
    `${where}${clock(because.actual)} 打卡，晚 ${minutes(because.measured)}，在允许迟到 ${minutes(because.limit)}之内，不算迟到`,
  'allowed-early': ({ because }, where) =>
    `${where}${clock(because.actual)} 下班，早 ${minutes(because.measured)}，在允许早退 ${minutes(because.limit)}之内，不算早退`,
  'early-in-early-out': ({ because, minutes: moved }) =>
    `${clock(because.actual)} 到岗，早到 ${minutes(because.measured)}，按早到早走可早走 ${minutes(moved)}，今日应走 ${clock(because.expected)}`,
  'late-in-late-out': ({ because }) =>
    `${clock(because.actual)} 到岗，按晚到晚走可晚到 ${minutes(because.unit)}，今日应走 ${clock(because.expected)}`,
  'late-in-over-cap': ({ because }) =>
    `${clock(because.actual)} 到岗，晚 ${minutes(because.measured)}，超过晚到晚走的 ${minutes(because.limit)}，晚到晚走不适用`,
  'late-out-late-in': ({ because }, _, today) =>
    `${leftAt(because.date, because.actual, today)} 下班，比应走晚 ${minutes(because.measured)}，按晚走晚到第 ${because.row ?? 1} 条今天可晚到 ${minutes(because.unit)}`,
  shortfall: ({ because, minutes: short }) =>
    `${clock(because.actual)} 下班，距今日应走 ${clock(because.expected)} 少 ${minutes(short)}，计入迟到`,
  'flexible-time': ({ because, minutes: required }) =>
    `弹性时间：${clock(because.actual)} 签到，需工作 ${minutes(required)}，今日应走 ${clock(because.expected)}`,
  'early-not-judged': ({ because }) => `${clock(because.actual)} 签退，没有签到，应走时间未知，不判早退`,
  cover: ({ because, minutes: covered }) =>
    `${COVER_WORDS[because.basis] ?? '请假'} ${clock(because.expected)}–${clock(because.actual)}，抵扣 ${minutes(covered)}`,
  'flex-off': () => '请假、公出或出差含上班或下班时刻，今日不用早到早走、晚到晚走和晚走晚到',
  overtime: ({ because, minutes: over }) =>
    `加班 ${minutes(over)}（${clock(because.expected)}–${clock(because.actual)}）`,
  'overtime-not-counted': ({ because }) =>
    `${clock(because.expected)}–${clock(because.actual)} 不足 ${minutes(because.limit)}，不计加班`,
  'out-before-in': ({ because }, where) =>
    `${where}${clock(because.actual)} 的签退早于首次签到 ${clock(because.expected)}，已留存，不作为下班卡`,
  unplaced: ({ because }) => `${clock(because.actual)} 的打卡不在任何打卡时段内，已留存，不参与判定`,
  'clock-change': ({ minutes: change }) =>
    `当日时钟调整，实际工时${change < 0 ? '少' : '多'} ${minutes(Math.abs(change))}`,
};

export const wordsOf = (finding: Finding, segments: number, today: LocalDate): string =>
  FINDING_WORDS[finding.kind](finding, place(finding, segments), today);
