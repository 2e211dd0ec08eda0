import { View } from '@tarojs/components';
import type { StaffList } from '@contract/contract';
import { useState } from 'react';
import { ask } from '@/cloud/ask';
import { PickField, TextField } from '@/features/rules/fields';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { PlaceFields } from './place-fields';
import { StuckNotice } from './stuck-notice';
import { type TermsDraft, TermsFields } from './terms-fields';
import { useSend } from './use-send';

interface AddSheetProps {
  readonly list: StaffList;
  readonly onClose: () => void;
  readonly onAdded: (employmentId: string) => void;
}

/** Somebody new: what has to be known; everything can be changed in the file afterwards. */
export function AddSheet({ list, onClose, onAdded }: AddSheetProps) {
  const { send, sending, trouble } = useSend();
  const [name, setName] = useState('');
  const [branchId, setBranchId] = useState(list.branches[0]?.id ?? '');
  const [place, setPlace] = useState<{ departmentIds: readonly string[]; postId: string | null }>({
    departmentIds: [],
    postId: null,
  });
  const [terms, setTerms] = useState<TermsDraft>({
    hireDate: list.today,
    contract: { kind: 'fixed', from: list.today, to: null },
    probationEnd: null,
  });
  const [phone, setPhone] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const add = async () => {
    const entry = {
      name,
      branchId,
      ...place,
      departmentIds: [...place.departmentIds],
      ...terms,
      phone: phone.trim() === '' ? null : phone,
      idNumber: idNumber.trim() === '' ? null : idNumber,
    };
    const added = await send(entry, (commandId) => ask('staff.add', { commandId, ...entry }));
    if (added) onAdded(added.employmentId);
  };
  return (
    <Sheet id="add-sheet" title="新增员工" onClose={onClose}>
      <TextField id="add-name" label="姓名" placeholder="与身份证一致" value={name} onChange={setName} />
      {list.branches.length > 1 && (
        <PickField
          id="add-branch"
          label="所属机构"
          value={branchId}
          options={list.branches}
          empty="选择"
          onChange={setBranchId}
        />
      )}
      <PlaceFields id="add-place" value={place} units={list} onChange={setPlace} />
      <TermsFields value={terms} onChange={setTerms} />
      <TextField
        id="add-phone"
        label="手机号"
        sentence="签署文件的验证码发到这里。加密保存，只显示头尾。"
        placeholder="选填"
        value={phone}
        onChange={setPhone}
      />
      <TextField
        id="add-number"
        label="身份证号码"
        sentence="离职证明等文件上要用。加密保存，只显示头尾。"
        placeholder="选填"
        value={idNumber}
        onChange={setIdNumber}
      />
      <StuckNotice trouble={trouble} />
      <View className="staff__send">
        <Button id="add-send" look="primary" asleep={sending || name.trim() === ''} onTap={() => void add()}>
          {sending ? '正在保存…' : '保存'}
        </Button>
      </View>
    </Sheet>
  );
}
