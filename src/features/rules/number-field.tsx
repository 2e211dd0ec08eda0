import { Input } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Field, type OfField } from './fields';

interface NumberFieldProps extends OfField {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A plain number; what is none is shown and not kept. */
export function NumberField({ value, onChange, ...field }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText((typed) => (Number(typed) === value ? typed : String(value))), [value]);
  return (
    <Field {...field}>
      <Input
        id={`${field.id}-input`}
        className="field__number"
        type="digit"
        value={text}
        onInput={(event) => {
          const typed = event.detail.value;
          setText(typed);
          if (typed.trim() !== '' && Number.isFinite(Number(typed))) onChange(Number(typed));
        }}
      />
    </Field>
  );
}
