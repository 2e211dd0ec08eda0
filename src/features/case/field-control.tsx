import { Input, Picker, Text, Textarea, View } from '@tarojs/components';
import { dateText, parseLocalDate } from '@domain/time/local-date';
import { useState } from 'react';
import { PeoplePicker } from '@/features/people-picker/people-picker';
import type { Field, FieldValue, TaskForm } from './use-task-form';

const LONGEST_TEXT = 500;

interface FieldControlProps {
  readonly field: Field;
  readonly form: TaskForm;
  readonly isMissing: boolean;
}

/** One line of a form, by its type. */
export function FieldControl({ field, form, isMissing }: FieldControlProps) {
  const { name, label, type, required } = field;
  const mark = required ? '' : '（选填）';
  return (
    <View id={`field-${name}`} className={`task-form__field${isMissing ? ' task-form__field--missing' : ''}`}>
      {type !== 'boolean' && <Text className="task-form__label">{`${label}${mark}`}</Text>}
      <Control field={field} form={form} />
    </View>
  );
}

function Control({ field, form }: Omit<FieldControlProps, 'isMissing'>) {
  const { name, label, type, choices } = field;
  const value = form.valueOf(field);
  const write = (next: FieldValue) => form.write(name, next);
  switch (type) {
    case 'boolean':
      return (
        <Check id={`check-${name}`} word={label} on={value === true} onTap={() => write(value !== true)} />
      );
    case 'choice':
      return (
        <View className="task-form__choices">
          {choices.map((choice) => (
            <View
              key={choice.value}
              id={`choice-${name}-${choice.value}`}
              className={`task-form__choice${choice.value === value ? ' task-form__choice--chosen' : ''}`}
              onClick={() => write(choice.value === value ? null : choice.value)}
            >
              <Text>{choice.label}</Text>
            </View>
          ))}
        </View>
      );
    case 'date':
      return <DateLine id={`date-${name}`} value={String(value ?? '')} onChoose={write} />;
    case 'person':
    case 'people':
      return <PersonLine field={field} form={form} />;
    case 'number':
      return (
        <Input
          id={`input-${name}`}
          name={name}
          className="task-form__input"
          type="number"
          placeholder="填整数"
          placeholderClass="task-form__placeholder"
          value={value === null ? '' : String(value)}
          onInput={(event) => write(wholeNumber(event.detail.value))}
        />
      );
    case 'text':
      return (
        <Textarea
          id={`input-${name}`}
          name={name}
          className="task-form__text"
          placeholder="写在这里"
          placeholderClass="task-form__placeholder"
          maxlength={LONGEST_TEXT}
          value={String(value ?? '')}
          onInput={(event) => write(event.detail.value)}
        />
      );
  }
}

const wholeNumber = (text: string): number | null => {
  const digits = text.trim();
  const number = Number(digits);
  return digits === '' || !Number.isSafeInteger(number) ? null : number;
};

interface CheckProps {
  readonly id: string;
  readonly word: string;
  readonly on: boolean;
  readonly onTap: () => void;
}

/** A box to tick: its tick is a shape and not only a colour. */
export const Check = ({ id, word, on, onTap }: CheckProps) => (
  <View id={id} className="task-form__check" onClick={onTap}>
    <View className={`task-form__box${on ? ' task-form__box--on' : ''}`} />
    <Text className="task-form__check-word">{word}</Text>
    <Text className="task-form__quiet">{on ? '已确认' : '未确认'}</Text>
  </View>
);

interface DateLineProps {
  readonly id: string;
  /** '2026-11-20'; empty: none chosen. */
  readonly value: string;
  readonly onChoose: (date: string) => void;
}

export function DateLine({ id, value, onChoose }: DateLineProps) {
  const date = parseLocalDate(value);
  return (
    <Picker mode="date" name={id} value={value} onChange={(event) => onChoose(String(event.detail.value))}>
      <View id={id} className="task-form__line">
        <Text className={date === null ? 'task-form__placeholder' : ''}>
          {date === null ? '选一个日期' : dateText(date)}
        </Text>
      </View>
    </Picker>
  );
}

function PersonLine({ field, form }: Omit<FieldControlProps, 'isMissing'>) {
  const [picking, setPicking] = useState(false);
  const { name, label, type } = field;
  const chosen = form.nameOf(field);
  const value = form.valueOf(field);
  const pick = (employmentId: string, personName: string) => {
    setPicking(false);
    if (type === 'person') return form.write(name, employmentId, personName);
    const before = Array.isArray(value) ? value : [];
    if (before.includes(employmentId)) return undefined;
    return form.write(name, [...before, employmentId], [chosen, personName].filter(Boolean).join('、'));
  };
  return (
    <>
      <View id={`pick-${name}`} className="task-form__line" onClick={() => setPicking(true)}>
        <Text className={chosen === '' ? 'task-form__placeholder' : ''}>
          {chosen === '' ? '选一位同事' : chosen}
        </Text>
      </View>
      {picking && (
        <PeoplePicker
          title={label}
          onClose={() => setPicking(false)}
          onPick={(picked) => pick(picked.employmentId, picked.name)}
        />
      )}
    </>
  );
}
