import type { Case } from '@domain/approval/case';
import { isRequestFlow, type RequestFlowId, REVOCATION } from '@domain/approval/flows/requests';
import { dateText, localDateOf } from '@domain/time/local-date';
import { clockText } from '@domain/time/work-minute';

/** What somebody asked for, on the wall clock. */
export type AskedSpan =
  | {
      readonly mode: 'days';
      readonly from: string;
      readonly to: string;
      readonly fromAfternoon: boolean;
      readonly untilNoon: boolean;
    }
  | {
      readonly mode: 'time';
      readonly from: string;
      readonly to: string;
      /** Minutes from the midnight of `from`, and of `to`. */
      readonly fromMinute: number;
      readonly toMinute: number;
    };

/** The form of a request as its case keeps it. */
export type RequestFields = AskedSpan & {
  readonly leaveType?: string;
  readonly leaveName?: string;
  /** '1.5 天' */
  readonly duration: string;
  readonly minutes: number;
  readonly balance?: string;
  readonly place?: string;
  readonly reason: string;
};

export interface RequestOfCase {
  readonly kind: RequestFlowId;
  readonly fields: RequestFields;
}

/** Null for a case of another flow. */
export function requestOf({ flow, forms }: Case): RequestOfCase | null {
  const form = forms.apply;
  return form && isRequestFlow(flow.id) ? { kind: flow.id, fields: form as unknown as RequestFields } : null;
}

export interface RevocationFields {
  readonly requestId: string;
  /** The request in words: '年假 1.5 天 · 3月13日 周五 下午 至 3月16日 周一'. */
  readonly request: string;
  readonly reason: string;
}

export function revocationOf({ flow, forms }: Case): RevocationFields | null {
  const form = forms.apply;
  return form && flow.id === REVOCATION ? (form as unknown as RevocationFields) : null;
}

/** '3月13日 周五 下午 至 3月16日 周一', '3月13日 周五 14:00–16:00' */
export function spanText(span: AskedSpan): string {
  const [from, to] = [dateText(localDateOf(span.from)), dateText(localDateOf(span.to))];
  if (span.mode === 'time') {
    const [begin, end] = [clockText(span.fromMinute), clockText(span.toMinute)];
    return span.from === span.to ? `${from} ${begin}–${end}` : `${from} ${begin} 至 ${to} ${end}`;
  }
  if (span.from === span.to) {
    const half = span.fromAfternoon ? ' 下午' : span.untilNoon ? ' 上午' : '';
    return `${from}${half}`;
  }
  return `${from}${span.fromAfternoon ? ' 下午' : ''} 至 ${to}${span.untilNoon ? ' 上午' : ''}`;
}

/** The one fact that decides: '年假 1.5 天 · 3月13日 周五 下午 至 3月16日 周一'. */
export function requestFact({ fields }: RequestOfCase): string {
  const { leaveName, duration } = fields;
  return `${[leaveName, duration].filter(Boolean).join(' ')} · ${spanText(fields)}`;
}

/** The lines of the case page: what, how long, what is left, why. */
export function requestFacts({ kind, fields }: RequestOfCase): { label: string; value: string }[] {
  const { leaveName, duration, balance, place, reason } = fields;
  return [
    ...(leaveName !== undefined ? [{ label: '假期', value: leaveName }] : []),
    { label: '时间', value: spanText(fields) },
    { label: '时长', value: duration },
    ...(balance !== undefined ? [{ label: '余额', value: balance }] : []),
    ...(place !== undefined ? [{ label: kind === 'trip' ? '目的地' : '地点', value: place }] : []),
    { label: '原因', value: reason },
  ];
}
