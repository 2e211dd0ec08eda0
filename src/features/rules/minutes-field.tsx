import { Input } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Choices, Field } from './fields';

type Unit = 'minutes' | 'hours';

interface MinutesFieldProps {
  readonly id: string;
  readonly label: string;
  readonly sentence?: string;
  readonly example?: string | undefined;
  readonly problem?: string | undefined;
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}

const UNITS = [
  ['minutes', '分钟'],
  ['hours', '小时'],
] as const;

const shown = (minutes: number, unit: Unit): string =>
  String(unit === 'hours' ? Number((minutes / 60).toFixed(2)) : minutes);

function minutesIn(typed: string, unit: Unit): number | null {
  const number = Number(typed);
  if (typed.trim() === '' || !Number.isFinite(number)) return null;
  return Math.round(unit === 'hours' ? number * 60 : number);
}

/** A length of time in minutes or hours, as HR thinks of it; minutes are what is kept. */
export function MinutesField({ minutes, onChange, ...field }: MinutesFieldProps) {
  const [unit, setUnit] = useState<Unit>(minutes >= 60 && minutes % 30 === 0 ? 'hours' : 'minutes');
  const [text, setText] = useState(() => shown(minutes, unit));
  useEffect(() => {
    // Somebody else's version came in: what was typed is not what stands any more.
    setText((typed) => (minutesIn(typed, unit) === minutes ? typed : shown(minutes, unit)));
  }, [minutes, unit]);
  const write = (typed: string) => {
    setText(typed);
    const read = minutesIn(typed, unit);
    // What is no number is not kept: the field shows it, the setting stays.
    if (read !== null) onChange(read);
  };
  return (
    <Field {...field}>
      <Input
        id={`${field.id}-input`}
        className="field__number"
        type={unit === 'hours' ? 'digit' : 'number'}
        value={text}
        onInput={(event) => write(event.detail.value)}
      />
      <Choices
        id={`${field.id}-unit`}
        value={unit}
        choices={UNITS}
        onChange={(next) => {
          setUnit(next);
          setText(shown(minutes, next));
        }}
      />
    </Field>
  );
}
