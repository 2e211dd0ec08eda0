import type { ClockAnswer } from '@contract/contract';
import { explain } from '@domain/attendance/explain';
import { instantOf, minuteOf } from '@domain/time/instant';
import type { LocalDate } from '@domain/time/local-date';
import type { PunchFact } from '../repositories/punches';
import { momentText, timeText } from '../wall-text';
import { cardViews } from './card-views';
import type { Proof } from './place-claims';
import { dayOf, type PunchDesk } from './punch-desk';
import { deskView } from './desk-view';

/** What a punch was recorded as, and the page as it stands after it. */
export function clockAnswer(desk: PunchDesk, fact: PunchFact, proof: Proof): ClockAnswer {
  const at = instantOf(fact.at);
  const dutyDate = fact.dutyDate as LocalDate;
  const day = dayOf(desk, dutyDate);
  const { zone } = day.plan.outline;
  const kind = fact.kind ?? 'in';
  const clockMinute = zone.wallAt(minuteOf(at)) - day.plan.day * 1440;
  const card = cardViews(day).find((one) => one.kind === kind && one.actual !== null);
  const isCard = day.verdict.cards.includes(clockMinute);
  const judged = card && isCard ? card : { tone: 'info' as const, note: '已记录' };
  return {
    kind,
    at,
    atText: timeText(zone, at),
    dutyDate,
    tone: judged.tone,
    text: `${fact.kind === null ? '打卡' : kind === 'in' ? '签到' : '签退'}成功 ${timeText(zone, at)} · ${judged.note}`,
    why: explain(day.verdict),
    correction: correctionOf(fact, zone),
    today: deskView(desk, proof),
  };
}

/** A punch that waited is judged at arrival; the time it claims prefills a correction. */
function correctionOf(fact: PunchFact, zone: Parameters<typeof timeText>[0]): ClockAnswer['correction'] {
  if (fact.claimedAt === null || minuteOf(instantOf(fact.claimedAt)) >= minuteOf(instantOf(fact.at)))
    return null;
  const claimedAt = instantOf(fact.claimedAt);
  return {
    date: zone.dateAt(minuteOf(claimedAt)),
    claimedAt,
    claimedAtText: momentText(zone, claimedAt),
  };
}
