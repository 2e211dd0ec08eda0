import { Picker, Text, View } from '@tarojs/components';
import { validateValidity } from '@domain/schedule/validate-validity';
import { isInForce, type Validity, type YearlyPeriod } from '@domain/schedule/validity';
import { addDays, type LocalDate, parseLocalDate } from '@domain/time/local-date';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { dayText } from '@/wording/times';
import { ChoiceField, DateField, Field, SwitchField } from './fields';
import type { SectionProps } from './rule-editor';

const KINDS = [
  ['always', '一直'],
  ['fixed', '固定日期'],
  ['yearly', '每年'],
] as const;

/** 有效期: outside it the rule does not judge anybody. */
export function ValiditySection({ value, loaded: { desk }, problem, write }: SectionProps) {
  const validity = value.validity ?? null;
  const put = (next: Validity | null) => write({ validity: next });
  return (
    <Panel title="有效期">
      <ChoiceField
        id="validity"
        label="有效期"
        sentence="有效期之外，这条规则不判定；没有其他规则时，当天记为无规则。"
        problem={problem('validity')}
        value={validity?.kind ?? 'always'}
        choices={KINDS}
        onChange={(kind) =>
          put(
            kind === 'always'
              ? null
              : kind === 'fixed'
                ? { kind, from: desk.today, to: `${desk.today.slice(0, 4)}-12-31` as LocalDate }
                : { kind, periods: [{ from: '11-01', to: '03-31', nextYear: true }] },
          )
        }
      />
      {validity?.kind === 'fixed' && (
        <>
          <DateField
            id="validity-from"
            label="从"
            value={validity.from}
            onChange={(date) => put({ ...validity, from: date as LocalDate })}
          />
          <DateField
            id="validity-to"
            label="到"
            value={validity.to}
            onChange={(date) => put({ ...validity, to: date as LocalDate })}
          />
        </>
      )}
      {validity?.kind === 'yearly' && (
        <Periods
          periods={validity.periods}
          year={desk.today.slice(0, 4)}
          onChange={(periods) => put({ ...validity, periods })}
        />
      )}
    </Panel>
  );
}

interface PeriodsProps {
  readonly periods: readonly YearlyPeriod[];
  readonly year: string;
  readonly onChange: (periods: readonly YearlyPeriod[]) => void;
}

function Periods({ periods, year, onChange }: PeriodsProps) {
  const put = (at: number, change: Partial<YearlyPeriod>) =>
    onChange(periods.map((period, i) => (i === at ? { ...period, ...change } : period)));
  return (
    <>
      {periods.map((period, at) => (
        <View key={at} className="field">
          <Field id={`period-${at}`} label={`周期 ${at + 1}`} example={periodExample(period, year)}>
            <MonthDay id={`period-${at}-from`} value={period.from} onChange={(from) => put(at, { from })} />
            <MonthDay id={`period-${at}-to`} value={period.to} onChange={(to) => put(at, { to })} />
          </Field>
          <SwitchField
            id={`period-${at}-next-year`}
            label="结束在次年"
            on={period.nextYear === true}
            onChange={(nextYear) => put(at, { nextYear })}
          />
          {periods.length > 1 && (
            <Button
              id={`period-${at}-drop`}
              look="text"
              onTap={() => onChange(periods.filter((_, i) => i !== at))}
            >
              去掉这个周期
            </Button>
          )}
        </View>
      ))}
      <View className="field__add">
        <Button
          id="period-add"
          look="compact"
          onTap={() => onChange([...periods, { from: '05-01', to: '10-31' }])}
        >
          加一个周期
        </Button>
      </View>
    </>
  );
}

interface MonthDayProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day of every year; the wheel turns in a leap year, so that 29 February is on it. */
const MonthDay = ({ id, value, onChange }: MonthDayProps) => (
  <Picker
    mode="date"
    start="2024-01-01"
    end="2024-12-31"
    value={`2024-${value}`}
    onChange={(event) => onChange(String(event.detail.value).slice(5))}
  >
    <View id={id} className="field__pick">
      <Text>{dayText(`2024-${value}`)}</Text>
    </View>
  </Picker>
);

/** '2027年3月31日 按它判定，4月1日 不按': the edge of a period, as the engine reads it. */
function periodExample(period: YearlyPeriod, year: string): string | undefined {
  const validity: Validity = { kind: 'yearly', periods: [period] };
  if (validateValidity(validity).length > 0) return undefined;
  const ends = `${period.nextYear === true ? Number(year) + 1 : year}-${period.to}`;
  const last = parseLocalDate(ends) ?? addDays(parseLocalDate(`${ends.slice(0, 4)}-03-01`) as LocalDate, -1);
  const word = (date: LocalDate) => `${dayText(date)} ${isInForce(validity, date) ? '按它判定' : '不按'}`;
  return `${last.slice(0, 4)}年${word(last)}，${word(addDays(last, 1))}`;
}
