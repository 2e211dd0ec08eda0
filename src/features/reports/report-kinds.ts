import type { ColumnReport } from '@domain/attendance/report-columns';

export type ReportKind = 'situation' | ColumnReport;

export const REPORT_KINDS: readonly { readonly kind: ReportKind; readonly word: string }[] = [
  { kind: 'situation', word: '出勤情况' },
  { kind: 'summary', word: '出勤汇总' },
  { kind: 'hours', word: '工作时长' },
  { kind: 'odd', word: '异常考勤' },
];

export const reportWord = (kind: ReportKind): string =>
  REPORT_KINDS.find((one) => one.kind === kind)?.word ?? '';
