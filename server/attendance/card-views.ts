import type { CardView, Tone } from '@contract/contract';
import type { Finding } from '@domain/attendance/finding';
import type { JudgedDay } from './judged-days';
import { type LaidShift, wallMinute } from '@domain/schedule/laid-shift';
import { durationText } from '../wall-text';
import { arrivalText } from './day-words';
import { clockText } from '@domain/time/work-minute';

/** The day's cards as a short timeline: what was due, what was, and what that makes. */
export function cardViews(day: JudgedDay): CardView[] {
  const { laid } = day.plan;
  if (laid === null) return looseCards(day);
  const { verdict } = day;
  const segments = laid.starts.length;
  return verdict.cards.flatMap((actual, index): CardView[] => {
    const segment = index >> 1;
    const kind = index % 2 === 0 ? 'in' : 'out';
    if (kind === 'in' ? laid.freeIn[segment] : laid.freeOut[segment]) return [];
    const nominal = wallMinute(laid, (kind === 'in' ? laid.starts[segment] : laid.ends[segment]) as number);
    const moved = index === 0 ? verdict.dueIn : index === verdict.cards.length - 1 ? verdict.dueOut : null;
    return [
      {
        kind,
        title: `${segments > 1 ? `第 ${segment + 1} 段` : ''}${kind === 'in' ? '上班' : '下班'}`,
        expected: laid.flexible && moved === null ? openExpected(laid, kind) : clockText(moved ?? nominal),
        actual: actual === null ? null : clockText(actual),
        ...judgementOf(verdict.findings, segment, kind, actual, verdict.missing.includes(index)),
      },
    ];
  });
}

/** On flexible time the end is known with the first card only. */
const openExpected = (laid: LaidShift, kind: 'in' | 'out'): string | null =>
  kind === 'in' ? arrivalText(laid) : null;

/** Without a shift nothing is due: what was punched is shown as it is, and the overtime it makes. */
function looseCards({ plan, punches, verdict }: JudgedDay): CardView[] {
  const { outline } = plan;
  const overtime = verdict.overtime.reduce((sum, { minutes }) => sum + minutes, 0);
  const inOrder = [...punches].sort((a, b) => a.minute - b.minute);
  return inOrder.map(({ kind, minute }, at) => ({
    kind: kind ?? 'in',
    title: kind === 'out' ? '签退' : kind === 'in' ? '签到' : '打卡',
    expected: null,
    actual: clockText(outline.zone.wallAt(minute) - outline.day * 1440),
    tone: 'info',
    note: overtime > 0 && at === inOrder.length - 1 ? `计加班 ${durationText(overtime)}` : '已记录',
  }));
}

function judgementOf(
  findings: readonly Finding[],
  segment: number,
  kind: 'in' | 'out',
  actual: number | null,
  missing: boolean,
): { tone: Tone; note: string } {
  const about = (name: Finding['kind'], basis?: string): Finding | undefined =>
    findings.find((f) => f.kind === name && f.segment === segment && (!basis || f.because.basis === basis));
  const absent = about('absent', kind === 'in' ? 'late-over' : 'early-over');
  if (absent) return { tone: 'absent', note: `旷工 ${absent.minutes} 分钟` };
  const off = about(kind === 'in' ? 'late' : 'early');
  if (off)
    return {
      tone: kind === 'in' ? 'late' : 'early',
      note: `${kind === 'in' ? '迟到' : '早退'} ${off.minutes} 分钟`,
    };
  if (missing) return { tone: 'missing', note: kind === 'in' ? '少上班卡' : '少下班卡' };
  return actual === null ? { tone: 'none', note: '还没打卡' } : { tone: 'ok', note: '正常' };
}
