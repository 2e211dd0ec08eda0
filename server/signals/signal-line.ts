import type { Signal } from '@domain/attendance/signals';
import { instantOf, minuteOf } from '@domain/time/instant';
import { monthOf } from '@domain/time/local-date';
import type { OutputOf } from '@contract/contract';
import type { Organisation } from '../organisation';
import type { Employment } from '../repositories/employments';
import { momentText, timeText } from '../wall-text';

type Line = OutputOf<'signals.list'>['lines'][number];

/** What HR reads: who, when, and the numbers; people that the reader may not see have no name. */
export function signalLine(org: Organisation, signal: Signal, seen: ReadonlyMap<string, Employment>): Line {
  const { id, at, kind, personIds } = signal;
  const month = monthOf(org.zone.dateAt(minuteOf(instantOf(at))));
  const people = [...new Set(personIds)].flatMap((employmentId) => {
    const employment = seen.get(employmentId);
    return employment ? [{ employmentId, name: employment.name, month }] : [];
  });
  return {
    id,
    at,
    kind,
    who: personIds.map((one) => seen.get(one)?.name ?? '其他机构的同事').join('、'),
    whenText: momentText(org.zone, instantOf(at)),
    evidence: evidenceOf(org, signal),
    people,
  };
}

function evidenceOf({ zone }: Organisation, signal: Signal): string {
  const clock = (at: number): string => timeText(zone, instantOf(at));
  switch (signal.kind) {
    case 'vague-position':
      return `手机自报的定位精度是 ±${signal.accuracyMeters} 米`;
    case 'fast-move': {
      const kilometers = (signal.meters / 1000).toFixed(signal.meters < 100_000 ? 1 : 0).replace(/\.0$/, '');
      return `${clock(signal.since)} 到 ${clock(signal.at)} 之间至少移动了 ${kilometers} 公里，约 ${signal.kilometersPerHour} 公里/小时`;
    }
    case 'shared-phone':
      return `同一部手机 ${clock(signal.since)} 和 ${clock(signal.at)} 先后为两个人打卡`;
  }
}
