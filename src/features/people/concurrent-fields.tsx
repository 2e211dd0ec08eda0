import { Text, View } from '@tarojs/components';
import type { InputOf, StaffFileView } from '@contract/contract';
import { DateField, SwitchField } from '@/features/rules/fields';
import { Button } from '@/ui/button';
import { PlaceFields } from './place-fields';

type Concurrent = Extract<InputOf<'staff.change'>['part'], { kind: 'place' }>['concurrent'];

interface ConcurrentFieldsProps {
  readonly value: Concurrent;
  readonly view: StaffFileView;
  readonly onChange: (value: Concurrent) => void;
}

const MOST = 5;

/** 兼任: posts beside the main one; the main one decides the attendance rule. */
export function ConcurrentFields({ value, view, onChange }: ConcurrentFieldsProps) {
  const put = (at: number, one: Concurrent[number] | null) =>
    onChange(value.flatMap((old, i) => (i !== at ? [old] : one === null ? [] : [one])));
  return (
    <View>
      {value.map((one, at) => (
        <View key={at} id={`edit-concurrent-${at}`}>
          <Text className="staff__name">{`兼任 ${at + 1}`}</Text>
          <PlaceFields
            id={`edit-concurrent-${at}-place`}
            value={one}
            units={view}
            onChange={({ departmentIds, postId }) =>
              put(at, { ...one, departmentIds: [...departmentIds], postId })
            }
          />
          <SwitchField
            id={`edit-concurrent-${at}-ends`}
            label="到某天为止"
            on={one.to !== null}
            onChange={(on) => put(at, { ...one, to: on ? view.today : null })}
          />
          {one.to !== null && (
            <DateField
              id={`edit-concurrent-${at}-to`}
              label="最后一天"
              value={one.to}
              onChange={(to) => put(at, { ...one, to })}
            />
          )}
          <Button id={`edit-concurrent-${at}-drop`} look="text" onTap={() => put(at, null)}>
            取消这个兼任
          </Button>
        </View>
      ))}
      {value.length < MOST && (
        <Button
          id="edit-concurrent-add"
          look="text"
          onTap={() => onChange([...value, { departmentIds: [], postId: null, to: null }])}
        >
          加一个兼任
        </Button>
      )}
    </View>
  );
}
