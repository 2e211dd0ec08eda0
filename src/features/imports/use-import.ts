import type { InputOf, OutputOf } from '@contract/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Outcome, Trouble } from '@/cloud/outcome';
import { chooseFiles, uploadFile } from '@/phone/files';
import { newId } from '@/phone/new-id';
import { troubleSentence } from '@/wording/troubles';

export type ImportKind = InputOf<'imports.list'>['kind'];
export type ImportView = OutputOf<'imports.progress'>;

const ASK_EVERY_MS = 1000;
const ENDINGS = ['xlsx', 'csv'];

/** One file on its way into the books: chosen, checked, written, taken back; and those that were imported before. */
export function useImport(kind: ImportKind) {
  const [list, setList] = useState<OutputOf<'imports.list'> | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [batch, setBatch] = useState<ImportView | null>(null);
  const [stuck, setStuck] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const command = useRef(newId());

  const load = useCallback(async () => {
    const outcome = await ask('imports.list', { kind });
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setList(outcome.value);
  }, [kind]);
  useEffect(() => void load(), [load]);

  const running = batch !== null && isRunning(batch) ? batch.batchId : null;
  useEffect(() => {
    if (running === null) return;
    let current = true;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const outcome = await ask('imports.progress', { batchId: running });
      if (!current) return;
      if (outcome.kind === 'done') setBatch(outcome.value);
      if (outcome.kind === 'done' && !isRunning(outcome.value)) return void load();
      timer = setTimeout(() => void look(), ASK_EVERY_MS);
    };
    timer = setTimeout(() => void look(), ASK_EVERY_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [running, load]);

  /** One thing at a time; why it did not go stands until the next tap. */
  const doing = async (work: () => Promise<string | null>) => {
    if (busy) return;
    setBusy(true);
    setStuck(null);
    setStuck(await work());
    setBusy(false);
  };

  const taken = (outcome: Outcome<ImportView>): string | null => {
    if (outcome.kind !== 'done') return troubleSentence(outcome).text;
    setBatch(outcome.value);
    if (!isRunning(outcome.value)) void load();
    return null;
  };

  return {
    list,
    trouble,
    batch,
    stuck,
    busy,
    reload: load,
    look: setBatch,
    choose: () =>
      doing(async () => {
        if (list === null) return null;
        const chosen = await chooseFiles(1, ENDINGS);
        if (chosen === null) return '微信没有权限打开文件，可在右上角“设置”里允许';
        const [file] = chosen;
        if (!file) return null;
        const fileId = await uploadFile(list.uploadFolder, file);
        if (fileId === null) return `“${file.name}”没有传上去，网络好了再试一次`;
        command.current = newId();
        const { name } = file;
        return taken(await ask('imports.check', { commandId: command.current, kind, fileId, name }));
      }),
    apply: (wholeOnly: boolean) =>
      doing(async () => {
        if (batch === null) return null;
        return taken(await ask('imports.apply', { batchId: batch.batchId, wholeOnly }));
      }),
    undo: () =>
      doing(async () => {
        if (batch === null) return null;
        return taken(await ask('imports.undo', { batchId: batch.batchId }));
      }),
  };
}

export const isRunning = ({ state }: ImportView): boolean => state === 'writing' || state === 'undoing';
