import { Text, View } from '@tarojs/components';
import type { StaffFileView } from '@contract/contract';
import { PickField } from '@/features/rules/fields';
import { Icon } from '@/ui/icon';
import { indented } from './indented';

/** Departments and post of one assignment. */
export interface PlaceDraft {
  readonly departmentIds: readonly string[];
  readonly postId: string | null;
}

interface PlaceFieldsProps {
  readonly id: string;
  readonly value: PlaceDraft;
  readonly units: Pick<StaffFileView, 'departments' | 'posts'>;
  readonly onChange: (value: PlaceDraft) => void;
}

const NO_POST = { id: '', name: '不指定' };

export function PlaceFields({ id, value, units, onChange }: PlaceFieldsProps) {
  const { departmentIds, postId } = value;
  const chosen = departmentIds.map(
    (one) => units.departments.find((unit) => unit.id === one) ?? { id: one, name: '已停用的部门' },
  );
  const rest = units.departments.filter((unit) => !departmentIds.includes(unit.id));
  return (
    <View id={id}>
      {chosen.map((unit) => (
        <View key={unit.id} className="staff__chosen">
          <Text>{unit.name}</Text>
          <View
            id={`${id}-drop-${unit.id}`}
            className="staff__drop"
            onClick={() =>
              onChange({ ...value, departmentIds: departmentIds.filter((one) => one !== unit.id) })
            }
          >
            <Icon name="close" />
          </View>
        </View>
      ))}
      <PickField
        id={`${id}-department`}
        label={chosen.length === 0 ? '部门' : '再加一个部门'}
        value={null}
        options={rest.map(indented)}
        empty="选择"
        onChange={(one) => onChange({ ...value, departmentIds: [...departmentIds, one] })}
      />
      <PickField
        id={`${id}-post`}
        label="岗位"
        value={postId ?? ''}
        options={[NO_POST, ...units.posts]}
        empty="不指定"
        onChange={(one) => onChange({ ...value, postId: one === '' ? null : one })}
      />
    </View>
  );
}
