import { Input } from '@tarojs/components';
import { useState } from 'react';
import { Field } from './fields';

interface RadiusFieldProps {
  readonly id: string;
  readonly label?: string;
  /** null: anywhere. */
  readonly meters: number | null;
  readonly problem: string | undefined;
  readonly onChange: (meters: number | null) => void;
}

/** 允许偏差范围 in metres; empty is no limit and is not zero. */
export function RadiusField({
  id,
  label = '允许偏差范围（米）',
  meters,
  problem,
  onChange,
}: RadiusFieldProps) {
  const [text, setText] = useState(meters === null ? '' : String(meters));
  return (
    <Field
      id={id}
      label={label}
      sentence={meters === null ? '留空：在哪里都可以打卡。' : `离这个点 ${meters} 米以内可以打卡。`}
      problem={problem}
    >
      <Input
        id={`${id}-input`}
        className="field__number"
        type="number"
        value={text}
        onInput={(event) => {
          const typed = event.detail.value;
          setText(typed);
          const number = Number(typed);
          if (typed.trim() === '') onChange(null);
          else if (Number.isFinite(number)) onChange(number);
        }}
      />
    </Field>
  );
}
