import type { OutputOf, RosterDesk } from '@contract/contract';
import { useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import { chooseFiles, uploadFile } from '@/phone/files';
import { newId } from '@/phone/new-id';
import { troubleSentence } from '@/wording/troubles';

type Checked = OutputOf<'roster.checkTable'>;

/** What the table did. */
export interface Imported {
  readonly kept: number;
  readonly lost: number;
}

const ENDINGS = ['xlsx', 'csv'];

/** A table of a month: chosen, checked, then written some people at a time. */
export function useTable({ month, ruleId, uploadFolder }: RosterDesk) {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [done, setDone] = useState<Imported | null>(null);
  const [stuck, setStuck] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const command = useRef('');
  /** How far the import came; what is asked again after a broken line goes on there. */
  const at = useRef(0);

  /** One thing at a time; why it did not go stands until the next tap. */
  const doing = async (work: () => Promise<string | null>) => {
    if (busy) return;
    setBusy(true);
    setStuck(null);
    setStuck(await work());
    setBusy(false);
  };

  return {
    checked,
    done,
    stuck,
    busy,
    choose: () =>
      doing(async () => {
        const chosen = await chooseFiles(1, ENDINGS);
        if (chosen === null) return '微信没有权限打开文件，可在右上角“设置”里允许';
        const [file] = chosen;
        if (!file) return null;
        const fileId = await uploadFile(uploadFolder, file);
        if (fileId === null) return `“${file.name}”没有传上去，网络好了再试一次`;
        const asked = { month, ruleId: ruleId ?? '', fileId, name: file.name };
        const outcome = await ask('roster.checkTable', asked);
        if (outcome.kind !== 'done') return troubleSentence(outcome).text;
        command.current = newId();
        at.current = 0;
        setDone(null);
        setChecked(outcome.value);
        return null;
      }),
    write: () =>
      doing(async () => {
        if (checked === null) return null;
        let sum = done ?? { kept: 0, lost: 0 };
        for (;;) {
          const outcome = await ask('roster.importTable', {
            commandId: command.current,
            month,
            ruleId: ruleId ?? '',
            tableId: checked.tableId,
            after: at.current,
          });
          if (outcome.kind !== 'done') return `${troubleSentence(outcome).text}，再点一次会接着导入`;
          const { kept, lost, next } = outcome.value;
          sum = { kept: sum.kept + kept, lost: sum.lost + lost };
          setDone(sum);
          if (next === null) break;
          at.current = next;
        }
        setChecked(null);
        return null;
      }),
  };
}
