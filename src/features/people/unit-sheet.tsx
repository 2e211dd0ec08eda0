import { View } from '@tarojs/components';
import type { CompanyView } from '@contract/contract';
import { useState } from 'react';
import { PeoplePicker } from '@/features/people-picker/people-picker';
import { DateField, Field, PickField, SwitchField, TextField } from '@/features/rules/fields';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { indented } from './indented';
import { StuckNotice } from './stuck-notice';
import type { CompanyEditor, Unit } from './use-company';

interface UnitSheetProps {
  /** As it stood when the form was opened. */
  readonly first: Unit;
  readonly editor: CompanyEditor;
  readonly view: CompanyView;
  readonly onClose: () => void;
}

const KINDS = { department: '部门', branch: '所属机构', post: '岗位' } as const;

/** One department, branch or post in its form; new ones have no name yet. */
export function UnitSheet({ first, editor, view, onClose }: UnitSheetProps) {
  const [unit, setUnit] = useState<Unit>(first);
  const isNew = first.name === '';
  const kind = KINDS[unit.kind];
  const save = async () => {
    if (await editor.change(unit)) onClose();
  };
  return (
    <Sheet id="unit-sheet" title={isNew ? `新增${kind}` : kind} onClose={onClose}>
      <TextField
        id="unit-name"
        label="名称"
        placeholder={`${kind}名称`}
        value={unit.name}
        onChange={(name) => setUnit({ ...unit, name })}
      />
      {unit.kind === 'department' && <DepartmentFields unit={unit} view={view} onChange={setUnit} />}
      {unit.kind === 'post' && (
        <SwitchField
          id="unit-secrecy"
          label="涉密岗位"
          sentence="离职时可以约定竞业限制。"
          on={unit.secrecy}
          onChange={(secrecy) => setUnit({ ...unit, secrecy })}
        />
      )}
      {!isNew && (
        <SwitchField
          id="unit-closed"
          label="停用"
          sentence="停用后不能再选；以前的记录照旧。还有人在里面时不能停用。"
          on={unit.closed}
          onChange={(closed) => setUnit({ ...unit, closed })}
        />
      )}
      <StuckNotice trouble={editor.stuck} />
      <View className="staff__send">
        <Button
          id="unit-send"
          look="primary"
          asleep={editor.sending || unit.name.trim() === ''}
          onTap={() => void save()}
        >
          {editor.sending ? '正在保存…' : '保存'}
        </Button>
      </View>
    </Sheet>
  );
}

type DepartmentUnit = Extract<Unit, { kind: 'department' }>;

interface DepartmentFieldsProps {
  readonly unit: DepartmentUnit;
  readonly view: CompanyView;
  readonly onChange: (unit: DepartmentUnit) => void;
}

const TOP = { id: '', name: '最上级' };

function DepartmentFields({ unit, view, onChange }: DepartmentFieldsProps) {
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const parents = view.departments.filter(({ id, closed }) => !closed && id !== unit.id);
  const stands = view.departments.find(({ id }) => id === unit.id);
  const present = stands?.head;
  const headName =
    unit.headId === null
      ? '还没有'
      : (picked ?? (present?.employmentId === unit.headId ? present.name : '已选'));
  return (
    <View>
      <PickField
        id="unit-parent"
        label="上级部门"
        value={unit.parentId ?? ''}
        options={[TOP, ...parents.map(indented)]}
        empty="选择"
        onChange={(id) => onChange({ ...unit, parentId: id === '' ? null : id })}
      />
      <Field id="unit-head" label="负责人" sentence="保存后马上由这位审批本部门的申请、看本部门的报表。">
        <Button id="unit-head-pick" look="compact" onTap={() => setPicking(true)}>
          {headName}
        </Button>
        {unit.headId !== view.me.employmentId && (
          <Button
            id="unit-head-me"
            look="text"
            onTap={() => {
              setPicked(view.me.name);
              onChange({ ...unit, headId: view.me.employmentId });
            }}
          >
            我来
          </Button>
        )}
        {unit.headId !== null && (
          <Button id="unit-head-none" look="text" onTap={() => onChange({ ...unit, headId: null })}>
            空缺
          </Button>
        )}
      </Field>
      <DateField
        id="unit-from"
        label="生效日期"
        sentence={
          stands?.plannedText == null
            ? '名称和上级从这天起变；以前的考勤按原来的部门。'
            : `已计划：${stands.plannedText}。保存后以这次为准。`
        }
        value={unit.from}
        onChange={(from) => onChange({ ...unit, from })}
      />
      {picking && (
        <PeoplePicker
          title="谁负责这个部门"
          onClose={() => setPicking(false)}
          onPick={({ employmentId, name }) => {
            setPicked(name);
            setPicking(false);
            onChange({ ...unit, headId: employmentId });
          }}
        />
      )}
    </View>
  );
}
