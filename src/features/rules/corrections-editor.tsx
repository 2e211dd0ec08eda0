import { useCallback } from 'react';
import type { CorrectionsValue } from '@contract/company-values';
import { correctionDeadline, refuseCorrection } from '@domain/attendance/correction-limits';
import { addDays, type LocalDate } from '@domain/time/local-date';
import { Panel } from '@/ui/panel';
import { dayWithWeekday } from '@/wording/times';
import { SwitchField } from './fields';
import { ItemFrame } from './item-frame';
import { loadFromDesk } from './load-from-desk';
import { NumberField } from './number-field';
import { problemAt } from './section-problems';
import { useEffectOf } from './use-effect-of';
import { useItem } from './use-item';

const LIMITS = [
  ['perMonth', '限制每月次数', '每个人每月最多补几次；关闭时不限。', '最多几次', 3],
  ['daysBack', '限制可补的天数', '只能补最近这么多天里的卡；关闭时不限。', '最近几天', 30],
  ['deadlineDay', '次月截止', '到次月这一天为止还能补上个月的卡；关闭时一直可以。', '次月几号', 5],
] as const;

const KINDS = [
  ['missing-in', '漏签到'],
  ['missing-out', '漏签退'],
  ['late', '迟到'],
  ['early', '早退'],
  ['absent', '旷工'],
] as const;

/** 补卡限制: how often, how far back, until when, and what may be corrected. */
export function CorrectionsEditor() {
  const load = useCallback(
    () =>
      loadFromDesk<CorrectionsValue>(
        ({ correctionLimits }) => correctionLimits,
        null,
        ({ mayEditCompany }) => mayEditCompany,
      ),
    [],
  );
  const item = useItem<CorrectionsValue>('corrections', 'company', load);
  const { value } = item;
  const effect = useEffectOf(
    value === null || item.loaded?.mayEdit !== true ? null : { kind: 'corrections', id: 'company', value },
  );
  return (
    <ItemFrame item={item} effect={effect}>
      {(limits, { desk }) => (
        <>
          <Panel title="次数与时限">
            {LIMITS.map(([field, label, sentence, unit, usual]) => {
              const limit = limits[field];
              const put = (next: number | null) => item.write({ ...limits, [field]: next });
              return (
                <SwitchAndNumber
                  key={field}
                  id={`corrections-${field}`}
                  label={label}
                  sentence={sentence}
                  unit={unit}
                  usual={usual}
                  example={exampleOf(field, limits, desk.today)}
                  problem={problemAt(effect, field)}
                  value={limit}
                  onChange={put}
                />
              );
            })}
          </Panel>
          <Panel title="可以补的情况">
            {KINDS.map(([kind, label]) => (
              <SwitchField
                key={kind}
                id={`corrections-${kind}`}
                label={label}
                on={limits.kinds.includes(kind)}
                onChange={(on) =>
                  item.write({
                    ...limits,
                    kinds: KINDS.map(([one]) => one).filter((one) =>
                      one === kind ? on : limits.kinds.includes(one),
                    ),
                  })
                }
              />
            ))}
          </Panel>
        </>
      )}
    </ItemFrame>
  );
}

interface SwitchAndNumberProps {
  readonly id: string;
  readonly label: string;
  readonly sentence: string;
  readonly unit: string;
  readonly usual: number;
  readonly example: string | undefined;
  readonly problem: string | undefined;
  /** null: no limit. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

const SwitchAndNumber = ({ id, usual, unit, problem, value, onChange, ...words }: SwitchAndNumberProps) => (
  <>
    <SwitchField id={id} {...words} on={value !== null} onChange={(on) => onChange(on ? usual : null)} />
    {value !== null && (
      <NumberField id={`${id}-number`} label={unit} problem={problem} value={value} onChange={onChange} />
    )}
  </>
);

/** What the limits make of a card of a month ago, or of one too many. */
function exampleOf(
  field: (typeof LIMITS)[number][0],
  limits: CorrectionsValue,
  today: LocalDate,
): string | undefined {
  const limit = limits[field];
  if (limit === null) return undefined;
  if (field === 'perMonth')
    return `这个月补过 ${limit} 次，第 ${limit + 1} 次：${word(limits, today, today, limit)}`;
  if (field === 'daysBack') {
    const last = addDays(today, -limit);
    const day = (date: LocalDate) =>
      `${dayWithWeekday(date)}：${word({ ...limits, deadlineDay: null }, date, today, 0)}`;
    return `今天补${day(last)}；补${day(addDays(last, -1))}`;
  }
  const deadline = correctionDeadline(limits, today);
  return deadline === null ? undefined : `本月的卡最晚 ${dayWithWeekday(deadline)} 补`;
}

function word(limits: CorrectionsValue, date: LocalDate, today: LocalDate, used: number): string {
  const question = { kind: 'missing-in' as const, date, today, used, locked: false };
  return refuseCorrection({ ...limits, kinds: ['missing-in'] }, question) === null ? '可以' : '不能补';
}
