import { Input, Picker, Switch, Text, View } from '@tarojs/components';
import { clockText } from '@domain/time/work-minute';
import type { ReactNode } from 'react';
import './fields.scss';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  /** What it does, in one plain sentence. */
  readonly sentence?: string;
  /** What the engine makes of it just now. */
  readonly example?: string | undefined;
  /** Why it cannot stay so. */
  readonly problem?: string | undefined;
  readonly children: ReactNode;
}

/** One setting: its name and control in a line, then what it does, an example, and what is wrong with it. */
export const Field = ({ id, label, sentence, example, problem, children }: FieldProps) => (
  <View id={id} className="field">
    <View className="field__line">
      <Text className="field__label">{label}</Text>
      <View className="field__control">{children}</View>
    </View>
    {sentence !== undefined && <Text className="field__sentence">{sentence}</Text>}
    {example !== undefined && <Text className="field__example">{`例：${example}`}</Text>}
    {problem !== undefined && (
      <Text id={`${id}-problem`} className="field__problem">
        {problem}
      </Text>
    )}
  </View>
);

export type OfField = Omit<FieldProps, 'children'>;

interface SwitchFieldProps extends OfField {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export const SwitchField = ({ on, onChange, ...field }: SwitchFieldProps) => (
  <Field {...field}>
    <Switch
      id={`${field.id}-switch`}
      checked={on}
      color="#0b6b5c"
      onChange={(event) => onChange(event.detail.value)}
    />
  </Field>
);

interface TextFieldProps extends OfField {
  readonly value: string;
  readonly placeholder: string;
  readonly onChange: (value: string) => void;
}

export const TextField = ({ value, placeholder, onChange, ...field }: TextFieldProps) => (
  <Field {...field}>
    <Input
      id={`${field.id}-input`}
      className="field__text"
      value={value}
      maxlength={30}
      placeholder={placeholder}
      placeholderClass="field__placeholder"
      onInput={(event) => onChange(event.detail.value)}
    />
  </Field>
);

interface ChoiceFieldProps<Value extends string> extends OfField {
  readonly value: Value;
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

/** A few choices side by side. */
export const ChoiceField = <Value extends string>({
  value,
  choices,
  onChange,
  ...field
}: ChoiceFieldProps<Value>) => (
  <Field {...field}>
    <Choices id={field.id} value={value} choices={choices} onChange={onChange} />
  </Field>
);

type ChoicesProps<Value extends string> = Pick<
  ChoiceFieldProps<Value>,
  'id' | 'value' | 'choices' | 'onChange'
>;

export const Choices = <Value extends string>({ id, value, choices, onChange }: ChoicesProps<Value>) => (
  <View className="field__choices">
    {choices.map(([key, word]) => (
      <View
        key={key}
        id={`${id}-${key}`}
        className={`field__choice${key === value ? ' field__choice--chosen' : ''}`}
        onClick={() => onChange(key)}
      >
        <Text>{word}</Text>
      </View>
    ))}
  </View>
);

interface PickFieldProps extends OfField {
  readonly value: string | null;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly empty: string;
  readonly onChange: (id: string) => void;
}

/** One of many, from a wheel. */
export function PickField({ value, options, empty, onChange, ...field }: PickFieldProps) {
  const at = options.findIndex(({ id }) => id === value);
  return (
    <Field {...field}>
      <Picker
        mode="selector"
        range={options.map(({ name }) => name)}
        value={Math.max(0, at)}
        onChange={(event) => {
          const chosen = options[Number(event.detail.value)];
          if (chosen) onChange(chosen.id);
        }}
      >
        <View id={`${field.id}-pick`} className="field__pick">
          <Text>{at < 0 ? empty : options[at]?.name.trim()}</Text>
        </View>
      </Picker>
    </Field>
  );
}

interface DateFieldProps extends OfField {
  readonly value: string;
  readonly onChange: (date: string) => void;
}

export const DateField = ({ value, onChange, ...field }: DateFieldProps) => (
  <Field {...field}>
    <Picker mode="date" value={value} onChange={(event) => onChange(String(event.detail.value))}>
      <View id={`${field.id}-date`} className="field__pick">
        <Text>{value}</Text>
      </View>
    </Picker>
  </Field>
);

const DAY = 1440;

interface ClockProps {
  readonly id: string;
  /** Minutes from the duty date's midnight, up to 2879. */
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}

/** A wall clock that may lie on the next day. */
export function Clock({ id, minute, onChange }: ClockProps) {
  const nextDay = minute >= DAY;
  const ofDay = ((minute % DAY) + DAY) % DAY;
  return (
    <View className="field__clock">
      <Picker
        mode="time"
        value={clockText(ofDay)}
        onChange={(event) => onChange(minuteOf(String(event.detail.value)) + (nextDay ? DAY : 0))}
      >
        <View id={`${id}-clock`} className="field__pick">
          <Text>{clockText(minute)}</Text>
        </View>
      </Picker>
      <View
        id={`${id}-next-day`}
        className={`field__choice${nextDay ? ' field__choice--chosen' : ''}`}
        onClick={() => onChange(nextDay ? ofDay : ofDay + DAY)}
      >
        <Text>次日</Text>
      </View>
    </View>
  );
}

const minuteOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};
