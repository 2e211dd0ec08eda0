import type { ButtonWord } from '@domain/attendance/accept-punch';
import type { AbsencePolicy } from '@domain/schedule/absence-policy';
import { afterOf } from '@domain/schedule/flex';
import { clockText } from '@domain/time/work-minute';
import { exampleDays, type ExampleDays, type ExampleRule, verdictWord } from './judge-example';

/** A live example of each section of the rule, computed by the engine; a section that is off has none. */
export type RuleExamples = Partial<
  Record<
    | 'shift'
    | 'checkout'
    | 'allowedLate'
    | 'allowedEarly'
    | 'earlyIn'
    | 'lateIn'
    | 'lateOut'
    | keyof AbsencePolicy,
    string
  >
>;

const BUTTON_WORDS: Readonly<Record<ButtonWord, string>> = {
  in: '签到',
  out: '签退',
  'update-out': '更新签退',
  record: '打卡',
  'choose-shift': '选择班次',
};

/** Nobody comes so late in an example that it looks like another rule. */
const A_LITTLE_LATE = 20;

export function ruleExamples(judged: ExampleRule): RuleExamples {
  const days = exampleDays(judged);
  if (days === null) return {};
  const { rule } = judged;
  const { start, end } = days;
  const examples: RuleExamples = { shift: leaving(days, start) };
  examples.checkout = `${clockText(end)} 还没签到，按钮是“${BUTTON_WORDS[days.buttonAt(end)]}”`;
  const late = rule.allowedLateMinutes ?? 0;
  if (late > 0)
    examples.allowedLate = `${clockText(start + late)} 到：${arrival(days, start + late)}；${clockText(start + late + 1)} 到：${arrival(days, start + late + 1)}`;
  const early = rule.allowedEarlyMinutes ?? 0;
  if (early > 0)
    examples.allowedEarly = `${clockText(end - early)} 走：${departure(days, end - early)}；${clockText(end - early - 1)} 走：${departure(days, end - early - 1)}`;
  const { earlyInEarlyOut, lateInLateOut, lateOutLateIn } = rule;
  if (earlyInEarlyOut)
    examples.earlyIn = leaving(
      days,
      start - (earlyInEarlyOut.mode === 'fixed' ? earlyInEarlyOut.earlyMinutes : earlyInEarlyOut.capMinutes),
    );
  if (lateInLateOut) {
    const most = lateInLateOut.mode === 'fixed' ? lateInLateOut.lateMinutes : lateInLateOut.capMinutes;
    examples.lateIn = leaving(days, start + Math.min(A_LITTLE_LATE, most));
  }
  if (lateOutLateIn)
    examples.lateOut = lateOutLateIn.rows
      .map((row) => {
        const grant = row.mode === 'fixed' ? row.lateMinutes : row.capMinutes;
        const after = row.mode === 'fixed' ? afterOf(row) : Math.max(afterOf(row), row.capMinutes);
        return afterEvening(days, after, start + grant);
      })
      .join('；');
  const absenceOn = rule.settings?.absenceOn ?? judged.settings.absenceOn ?? false;
  const { noInNoOut = { on: absenceOn }, noIn, noOut, lateOver, earlyOver } = rule.absence ?? {};
  if (noInNoOut.on && absenceOn) examples.noInNoOut = `一天没有打卡：${verdictWord(days.judge({}))}`;
  if (noIn?.on === true)
    examples.noIn = `没签到，${clockText(end)} 走：${verdictWord(days.judge({ out: end }))}`;
  if (noOut?.on === true)
    examples.noOut = `${clockText(start)} 到，没签退：${verdictWord(days.judge({ in: start }))}`;
  if (lateOver?.on === true) {
    const minute = start + lateOver.thresholdMinutes + 1;
    examples.lateOver = `${clockText(minute)} 到：${arrival(days, minute)}`;
  }
  if (earlyOver?.on === true) {
    const minute = end - earlyOver.thresholdMinutes - 1;
    examples.earlyOver = `${clockText(minute)} 走：${departure(days, minute)}`;
  }
  return examples;
}

/** When somebody who came at this minute may leave. */
function dueOutOf(days: ExampleDays, arrivedAt: number, eveningBefore?: number): number {
  const evening = eveningBefore === undefined ? {} : { eveningBefore };
  return days.judge({ in: arrivedAt, out: days.end, ...evening }).dueOut ?? days.end;
}

const leaving = (days: ExampleDays, arrivedAt: number): string =>
  `${clockText(arrivedAt)} 到，${clockText(dueOutOf(days, arrivedAt))} 可走`;

/** What becomes of a day on which everything else is fine. */
const arrival = (days: ExampleDays, minute: number): string =>
  verdictWord(days.judge({ in: minute, out: dueOutOf(days, minute) }));

const departure = (days: ExampleDays, minute: number): string =>
  verdictWord(days.judge({ in: days.start, out: minute }));

function afterEvening(days: ExampleDays, after: number, arrivedAt: number): string {
  const dueOut = dueOutOf(days, arrivedAt, after);
  const word = verdictWord(days.judge({ in: arrivedAt, out: dueOut, eveningBefore: after }));
  return `前一天 ${clockText(days.end + after)} 走，当天 ${clockText(arrivedAt)} 到：${word}，${clockText(dueOut)} 可走`;
}
