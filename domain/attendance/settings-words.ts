import { DEFAULT_SETTINGS } from '../schedule/settings';
import type { CompanySettings } from '../schedule/settings';

/** A setting as HR meets it: its name, and one plain sentence. */
export interface SettingWords {
  readonly chinese: string;
  readonly sentence: string;
  /** Section of the rules. */
  readonly section: number;
}

/** Every reading a company can choose; a setting without words does not compile. */
export const SETTING_WORDS: Readonly<Record<keyof CompanySettings, SettingWords>> = {
  absenceOn: {
    chinese: '旷工统计',
    sentence: '开启后，规则里可以定义哪些情况算旷工；关闭时不统计旷工。',
    section: 6,
  },
  overCapFixed: {
    chinese: '晚到晚走超限（固定模式）',
    sentence: '晚到超过限额时：整条不适用，还是限额以内适用、超出的部分算迟到。',
    section: 2,
  },
  overCapElastic: {
    chinese: '晚到晚走超限（弹性模式）',
    sentence: '晚到超过限额时：整条不适用，还是限额以内适用、超出的部分算迟到。',
    section: 2,
  },
  shortfallAs: {
    chinese: '晚走不足计为',
    sentence: '晚到后没有补足的时间，算早退，还是算迟到。',
    section: 2,
  },
  makeUp: {
    chinese: '晚走晚到需补足',
    sentence: '因前一天晚走而晚到的时间，当天下班需要补足。',
    section: 3,
  },
  lookback: {
    chinese: '前一天的含义',
    sentence: '晚走晚到看上一个上班日（周五算周一的前一天），还是只看昨天。',
    section: 3,
  },
  flexFirst: {
    chinese: '先用弹性',
    sentence: '开启后，允许迟到的分钟以内也先用弹性时间，下班相应顺延。',
    section: 4,
  },
  excludeGrace: {
    chinese: '扣除允许分钟',
    sentence: '开启后，迟到和早退只算超出允许分钟的部分；关闭时一旦超出就全部计算。',
    section: 4,
  },
  absenceInclusive: {
    chinese: '到起点即旷工',
    sentence: '开启后，刚好达到旷工起点的分钟数也算旷工；关闭时要超过才算。',
    section: 5,
  },
  rosterGrace: {
    chinese: '排班也用允许分钟',
    sentence: '开启后，排班制度也使用允许迟到、允许早退和旷工起点。',
    section: 4,
  },
  leaveOutOfWorked: {
    chinese: '请假不计工作时长',
    sentence: '开启后，两次打卡之间的请假时间从工作时长中扣除。',
    section: 16,
  },
  nightWindow: {
    chinese: '夜班津贴时段',
    sentence: '设置后，统计每晚这个时段内的工作分钟数，用于夜班津贴。',
    section: 8,
  },
  sharePlaces: {
    chinese: '主身份共享兼职身份考勤地点',
    sentence: '开启后，也可以在兼职身份所属规则的考勤地点打卡。',
    section: 18,
  },
  showPlaceName: {
    chinese: '有效识别半径内显示同一地址',
    sentence: '开启后，在允许偏差范围内打卡显示考勤地点名称；关闭时显示实际的详细地址。',
    section: 18,
  },
  editPastRosters: {
    chinese: '修改排班历史班次',
    sentence: '开启后，可以修改今天及以前的班次，并重新计算那些天。',
    section: 13,
  },
  recomputeReports: {
    chinese: '修改班次后重新计算报表数据',
    sentence: '开启后，修改历史班次时，请假、出差、公出、加班的时长和假期余额一并重新计算。',
    section: 13,
  },
  opensBeforeMinutes: {
    chinese: '休息日后的签到提前量',
    sentence: '前一天休息时，最早可以提前这么多分钟打上班卡。',
    section: 7,
  },
  closesAfterMinutes: {
    chinese: '休息日前的签退延后量',
    sentence: '后一天休息时，下班后这么多分钟以内都可以打下班卡。',
    section: 7,
  },
  maxPunchesPerDay: {
    chinese: '每日打卡次数上限',
    sentence: '同一天的打卡达到这个次数后，不再接受新的打卡。',
    section: 12,
  },
};

/** The settings in order, each with its default: what docs/judge.md and HR's pages list. */
export const SETTINGS = (Object.keys(SETTING_WORDS) as (keyof CompanySettings)[]).map((key) => ({
  key,
  default: DEFAULT_SETTINGS[key],
  ...SETTING_WORDS[key],
}));
