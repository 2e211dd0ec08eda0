import { View } from '@tarojs/components';
import type { InputOf, StaffFileView } from '@contract/contract';
import { type ReactNode, useState } from 'react';
import { DateField, PickField, TextField } from '@/features/rules/fields';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Sheet } from '@/ui/sheet';
import { StatusMark } from '@/ui/status-mark';
import { ConcurrentFields } from './concurrent-fields';
import { PlaceFields } from './place-fields';
import { StuckNotice } from './stuck-notice';
import { TermsFields } from './terms-fields';
import type { StaffFileEditor } from './use-staff-file';

type Part = InputOf<'staff.change'>['part'];
export type EditedPart = Part['kind'];

interface EditSheetProps {
  readonly part: EditedPart;
  readonly editor: StaffFileEditor;
  readonly view: StaffFileView;
  readonly onClose: () => void;
}

const TITLES: Readonly<Record<EditedPart, string>> = {
  name: '姓名与所属机构',
  terms: '入职与合同',
  numbers: '联系与证件',
  place: '调动',
};

/** One part of a file in a form of its own. Whoever was second keeps what he typed and sees what stands now. */
export function EditSheet({ part, editor, view, onClose }: EditSheetProps) {
  const [draft, setDraft] = useState<Part>(() => draftOf(part, view));
  const { stuck, sending } = editor;
  const clash =
    stuck?.kind === 'refused' && stuck.refusal.code === 'staff.changed-meanwhile'
      ? stuck.refusal.facts
      : null;
  const save = async () => {
    if (await editor.change(draft)) onClose();
  };
  return (
    <Sheet id="edit-sheet" title={TITLES[part]} onClose={onClose}>
      <FieldsOf draft={draft} view={view} onChange={setDraft} />
      {clash === null ? (
        <StuckNotice trouble={stuck} />
      ) : (
        <Notice
          id="edit-clash"
          mark={<StatusMark tone="info" />}
          text={`${clash.byName} 在 ${clash.at} 改过这份档案`}
          more={[`现在是：${standsNow(part, view)}`, '你写的还在上面，没有保存。核对后可以再保存']}
        />
      )}
      <View className="staff__send">
        <Button id="edit-send" look="primary" asleep={sending} onTap={() => void save()}>
          {sending ? '正在保存…' : clash === null ? '保存' : '仍然保存我写的'}
        </Button>
      </View>
    </Sheet>
  );
}

function draftOf(part: EditedPart, view: StaffFileView): Part {
  const { name, branch, hireDate, contract, probationEnd, assignments, today } = view;
  if (part === 'name') return { kind: 'name', name, branchId: branch.id };
  if (part === 'terms')
    return {
      kind: 'terms',
      hireDate,
      contract: contract ?? { kind: 'open', from: hireDate, to: null },
      probationEnd,
    };
  if (part === 'numbers') return { kind: 'numbers' };
  const held = assignments.filter(({ when }) => when === 'now');
  const main = held.find((one) => one.main) ?? assignments.find((one) => one.main);
  return {
    kind: 'place',
    from: hireDate > today ? hireDate : today,
    main: { departmentIds: main?.departmentIds ?? [], postId: main?.postId ?? null },
    concurrent: held
      .filter((one) => !one.main)
      .map(({ departmentIds, postId, to }) => ({ departmentIds, postId, to })),
  };
}

/** The same part as the server has it, for whoever came second. */
function standsNow(part: EditedPart, view: StaffFileView): string {
  if (part === 'name') return `${view.name}，${view.branch.name}`;
  if (part === 'numbers') return `手机 ${view.phone ?? '未登记'}，证件 ${view.idNumber ?? '未登记'}`;
  if (part === 'terms')
    return `入职 ${view.hireDate}，合同 ${view.contract?.from ?? '未登记'} 至 ${view.contract?.to ?? '无期限'}，试用期 ${view.probationEnd ?? '无'}`;
  return view.assignments
    .filter(({ when }) => when !== 'past')
    .map(({ text, spanText }) => `${text}（${spanText}）`)
    .join('；');
}

interface FieldsProps {
  readonly draft: Part;
  readonly view: StaffFileView;
  readonly onChange: (draft: Part) => void;
}

function FieldsOf({ draft, view, onChange }: FieldsProps): ReactNode {
  switch (draft.kind) {
    case 'name':
      return (
        <View>
          <TextField
            id="edit-name"
            label="姓名"
            placeholder="与身份证一致"
            value={draft.name}
            onChange={(name) => onChange({ ...draft, name })}
          />
          {view.mayMoveBranch && (
            <PickField
              id="edit-branch"
              label="所属机构"
              sentence="保存后马上由新机构的人事负责；部门用“调动”单独改。"
              value={draft.branchId}
              options={view.branches}
              empty={view.branch.name}
              onChange={(branchId) => onChange({ ...draft, branchId })}
            />
          )}
        </View>
      );
    case 'terms':
      return <TermsFields value={draft} onChange={(terms) => onChange({ kind: 'terms', ...terms })} />;
    case 'numbers':
      return <NumberFields draft={draft} view={view} onChange={onChange} />;
    case 'place':
      return (
        <View>
          <DateField
            id="edit-from"
            label="从哪天起"
            sentence="这一天以前的部门和考勤不变；往前填的日子会重新判定。"
            value={draft.from}
            onChange={(from) => onChange({ ...draft, from })}
          />
          <PlaceFields
            id="edit-main"
            value={draft.main}
            units={view}
            onChange={({ departmentIds, postId }) =>
              onChange({ ...draft, main: { departmentIds: [...departmentIds], postId } })
            }
          />
          <ConcurrentFields
            value={draft.concurrent}
            view={view}
            onChange={(concurrent) => onChange({ ...draft, concurrent: [...concurrent] })}
          />
        </View>
      );
  }
}

interface NumberFieldsProps extends Omit<FieldsProps, 'draft'> {
  readonly draft: Extract<Part, { kind: 'numbers' }>;
}

/** Only what is typed changes: the numbers themselves never come back to a phone. */
function NumberFields({ draft, view, onChange }: NumberFieldsProps) {
  const write = (field: 'phone' | 'idNumber', text: string) => {
    const { [field]: _old, ...rest } = draft;
    onChange(text.trim() === '' ? rest : { ...rest, [field]: text });
  };
  return (
    <View>
      <TextField
        id="edit-phone"
        label="新手机号"
        sentence={`现在：${view.phone ?? '未登记'}。不填就不改。`}
        placeholder="11 位"
        value={draft.phone ?? ''}
        onChange={(text) => write('phone', text)}
      />
      <TextField
        id="edit-number"
        label="新身份证号码"
        sentence={`现在：${view.idNumber ?? '未登记'}。不填就不改。`}
        placeholder="18 位"
        value={draft.idNumber ?? ''}
        onChange={(text) => write('idNumber', text)}
      />
    </View>
  );
}
