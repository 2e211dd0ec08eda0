import { useDidShow, useRouter } from '@tarojs/taro';
import type { InputOf, StaffFileView } from '@contract/contract';
import { useCallback, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { useSend } from './use-send';

type Part = InputOf<'staff.change'>['part'];
type Role = Pick<InputOf<'staff.role'>, 'role' | 'branchId' | 'give'>;

export interface Invitation {
  readonly code: string;
  readonly expiresAtText: string;
}

/** One person's file. A part that somebody else changed meanwhile is read again; what was typed stays in its form. */
export function useStaffFile() {
  const employmentId = decodeURIComponent(useRouter().params.person ?? '');
  const [view, setView] = useState<StaffFileView | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const { send, sending, trouble: stuck } = useSend();

  const reload = useCallback(async () => {
    const outcome = await ask('staff.file', { employmentId });
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setView(outcome.value);
  }, [employmentId]);
  useDidShow(() => void reload());

  const shown = (changed: StaffFileView | null): boolean => {
    if (changed !== null) setView(changed);
    return changed !== null;
  };
  return {
    view,
    trouble,
    stuck,
    sending,
    invitation,
    reload,
    /** Resolves to whether it was written. */
    change: async (part: Part): Promise<boolean> => {
      const seenRevision = view?.revision ?? 0;
      const changed = await send([part, seenRevision], (commandId) =>
        ask('staff.change', { commandId, employmentId, seenRevision, part }),
      );
      if (changed === null) await reload();
      return shown(changed);
    },
    changeRole: async (role: Role): Promise<boolean> =>
      shown(await send(role, (commandId) => ask('staff.role', { commandId, employmentId, ...role }))),
    unbind: async (reason: string): Promise<boolean> =>
      shown(await send(reason, (commandId) => ask('staff.unbind', { commandId, employmentId, reason }))),
    invite: async () => {
      const made = await send('invite', () => ask('invitation.issue', { employmentId }));
      if (made === null) return;
      setInvitation(made);
      await reload();
    },
  };
}

export type StaffFileEditor = ReturnType<typeof useStaffFile>;
