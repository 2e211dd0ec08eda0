import type { InputOf, OutputOf } from '@contract/contract';
import { useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import { newId } from '@/phone/new-id';
import { openFile } from '@/phone/open-file';
import { storage } from '@/phone/storage';
import { refusalSentence } from '@/wording/refusals';
import { troubleSentence } from '@/wording/troubles';

export type ExportOrder = InputOf<'exports.start'>['order'];
type View = OutputOf<'exports.progress'>;

const ASK_EVERY_MS = 1000;
const NOT_OPENED = '表格没有打开，请检查网络后再点一次';

/** One workbook: begun by a tap, watched about once a second, opened by another tap. */
export function useExport(order: ExportOrder) {
  const [view, setView] = useState<View | null>(null);
  const [stuck, setStuck] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const command = useRef('');
  const runs = view?.state === 'running';
  const place = `export ${JSON.stringify(order)}`;

  // Whoever left the page finds the workbook that was begun, for the day that it is kept.
  useEffect(() => {
    const begun = storage.read(place);
    if (typeof begun !== 'string') return;
    let current = true;
    void ask('exports.progress', { commandId: begun }).then((outcome) => {
      if (!current || command.current !== '' || outcome.kind !== 'done') return;
      if (outcome.value.state !== 'running' && outcome.value.state !== 'done') return;
      command.current = begun;
      setView(outcome.value);
    });
    return () => void (current = false);
  }, [place]);

  useEffect(() => {
    if (!runs) return;
    let current = true;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const outcome = await ask('exports.progress', { commandId: command.current });
      if (!current) return;
      if (outcome.kind === 'done') setView(outcome.value);
      if (outcome.kind === 'refused') return stop(refusalSentence(outcome.refusal).text);
      if (outcome.kind !== 'done' || outcome.value.state === 'running')
        timer = setTimeout(() => void look(), ASK_EVERY_MS);
    };
    const stop = (text: string) => {
      setStuck(text);
      setView(null);
    };
    timer = setTimeout(() => void look(), ASK_EVERY_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [runs]);

  /** One thing at a time. */
  const doing = async (work: () => Promise<string | null>) => {
    if (busy) return;
    setBusy(true);
    setStuck(null);
    setStuck(await work());
    setBusy(false);
  };

  return {
    view,
    busy: busy || runs,
    stuck: view?.state === 'failed' ? '表格没有做出来，请再导出一次' : stuck,
    start: () =>
      doing(async () => {
        command.current = newId();
        storage.write(place, command.current);
        const outcome = await ask('exports.start', { commandId: command.current, order });
        if (outcome.kind !== 'done') return troubleSentence(outcome).text;
        setView(outcome.value);
        return null;
      }),
    /** With a fresh address: the one that came with the end may be too old by now. */
    open: () =>
      doing(async () => {
        const outcome = await ask('exports.progress', { commandId: command.current });
        if (outcome.kind !== 'done') return troubleSentence(outcome).text;
        setView(outcome.value);
        const { url } = outcome.value;
        return url !== null && (await openFile({ url, kind: 'xlsx' })) ? null : NOT_OPENED;
      }),
  };
}
