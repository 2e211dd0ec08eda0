import type { Window } from './shift';

/** Readings of the rules a company can choose; docs/rules.md gives each one its sentence and its examples. */
export interface CompanySettings {
  /** 旷工统计: the master switch of the absence sections. */
  readonly absenceOn: boolean;
  /** Past the cap of late-in late-out, fixed mode. */
  readonly overCapFixed: 'void' | 'partial';
  /** Past the cap of late-in late-out, elastic mode. */
  readonly overCapElastic: 'void' | 'partial';
  /** Time not made up in the evening counts as early, or as late. */
  readonly shortfallAs: 'early' | 'late';
  /** A late start granted by a late evening is made up in the evening. */
  readonly makeUp: boolean;
  /** What "the day before" means for late-out late-in. */
  readonly lookback: 'previousWorkday' | 'previousCalendarDay';
  /** Flex is used before the allowed lateness. */
  readonly flexFirst: boolean;
  /** Only the minutes past the allowance count. */
  readonly excludeGrace: boolean;
  /** A threshold reached, not only passed, is absence. */
  readonly absenceInclusive: boolean;
  /** Allowances and thresholds also on rosters. */
  readonly rosterGrace: boolean;
  /** Minutes of leave between two cards are not worked minutes. */
  readonly leaveOutOfWorked: boolean;
  /** Minutes worked inside this window of each calendar day earn a night premium; null: none is counted. */
  readonly nightWindow: Window | null;
  /** 主身份共享兼职身份考勤地点. */
  readonly sharePlaces: boolean;
  /** 有效识别半径内显示同一地址. */
  readonly showPlaceName: boolean;
  /** 修改排班历史班次. */
  readonly editPastRosters: boolean;
  /** 修改班次后重新计算报表数据. */
  readonly recomputeReports: boolean;
  /** After a rest day the in part opens so long before the start. */
  readonly opensBeforeMinutes: number;
  /** Before a rest day the out part closes so long after the end. */
  readonly closesAfterMinutes: number;
  /** More punches on one duty day are refused. */
  readonly maxPunchesPerDay: number;
}

export const DEFAULT_SETTINGS: CompanySettings = {
  absenceOn: false,
  overCapFixed: 'void',
  overCapElastic: 'partial',
  shortfallAs: 'early',
  makeUp: true,
  lookback: 'previousWorkday',
  flexFirst: false,
  excludeGrace: false,
  absenceInclusive: false,
  rosterGrace: false,
  leaveOutOfWorked: false,
  nightWindow: null,
  sharePlaces: false,
  showPlaceName: false,
  editPastRosters: false,
  recomputeReports: false,
  opensBeforeMinutes: 480,
  closesAfterMinutes: 720,
  maxPunchesPerDay: 40,
};
