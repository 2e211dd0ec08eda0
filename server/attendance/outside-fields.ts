import type { Case } from '@domain/approval/case';
import type { PunchKind } from '@domain/attendance/punch';
import { dateText, type LocalDate } from '@domain/time/local-date';
import { clockText } from '@domain/time/work-minute';

/** The form of an 外勤打卡 as its case keeps it (domain/approval/flows/outside-punch.ts). */
export interface OutsideFields {
  readonly punchId: string;
  /** Epoch ms: the server's time of the press. */
  readonly at: number;
  readonly date: LocalDate;
  /** On the duty date's wall clock. */
  readonly minute: number;
  readonly card: PunchKind | 'record';
  /** '距总部大楼 512 米' */
  readonly where: string;
  /** Millionths of a degree, GCJ-02. */
  readonly latitudeMicro: number;
  readonly longitudeMicro: number;
  readonly accuracyMeters: number;
  readonly deviceModel: string;
  readonly deviceOffsetMinutes: number;
  readonly deviceId?: string;
  readonly remark: string;
  readonly needsApproval: boolean;
}

export const MICRO = 1_000_000;

/** Null for a case of another flow. */
export function outsideOf({ flow, forms }: Case): OutsideFields | null {
  const form = forms.apply;
  return form && flow.id === 'outside-punch' ? (form as unknown as OutsideFields) : null;
}

/** Nobody was asked, so nobody need be told. */
export const countedUnasked = (state: Case): boolean => outsideOf(state)?.needsApproval === false;

const WORDS = { in: '签到', out: '签退', record: '打卡' } as const;

/** '签到 08:55' */
export const pressText = ({ card, minute }: Pick<OutsideFields, 'card' | 'minute'>): string =>
  `${WORDS[card]} ${clockText(minute)}`;

/** The one fact that decides: '3月9日 周一 签到 08:55 · 距总部大楼 512 米'. */
export const outsideFact = (fields: OutsideFields): string =>
  `${dateText(fields.date)} ${pressText(fields)} · ${fields.where}`;

/** The lines of the case page. */
export const outsideFacts = (fields: OutsideFields): { label: string; value: string }[] => [
  { label: '日期', value: dateText(fields.date) },
  { label: '打卡', value: pressText(fields) },
  { label: '位置', value: `${fields.where}，定位精度 ±${fields.accuracyMeters} 米` },
  { label: '说明', value: fields.remark },
];
