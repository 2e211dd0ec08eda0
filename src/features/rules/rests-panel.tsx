import { View } from '@tarojs/components';
import { MAX_RESTS, type Rest } from '@domain/schedule/shift';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { Clock, Field } from './fields';

interface RestsPanelProps {
  readonly rests: readonly Rest[];
  readonly problem: string | undefined;
  readonly onChange: (rests: readonly Rest[]) => void;
}

/** 休息时段: inside the work, and no work. */
export function RestsPanel({ rests, problem, onChange }: RestsPanelProps) {
  const put = (at: number, change: Partial<Rest>) =>
    onChange(rests.map((rest, i) => (i === at ? { ...rest, ...change } : rest)));
  return (
    <Panel title="休息时段">
      {rests.map((rest, at) => (
        <View key={at} className="field">
          <Field id={`rest-${at}`} label={`休息 ${at + 1}`}>
            <Clock id={`rest-${at}-from`} minute={rest.from} onChange={(from) => put(at, { from })} />
            <Clock id={`rest-${at}-to`} minute={rest.to} onChange={(to) => put(at, { to })} />
          </Field>
          <Button id={`rest-${at}-drop`} look="text" onTap={() => onChange(rests.filter((_, i) => i !== at))}>
            去掉
          </Button>
        </View>
      ))}
      <Field id="rests" label="" sentence="休息不计工时，也不算迟到早退的分钟。" problem={problem}>
        {rests.length < MAX_RESTS && (
          <Button id="rest-add" look="compact" onTap={() => onChange([...rests, { from: 720, to: 780 }])}>
            加一段休息
          </Button>
        )}
      </Field>
    </Panel>
  );
}
