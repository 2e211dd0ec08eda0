import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import type { PapersView } from '@contract/contract';
import { useCallback, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { openFile } from '@/phone/open-file';
import { type FetchedFile, fetchFile, sendFile } from '@/phone/send-file';
import { troubleSentence } from '@/wording/troubles';

export type PaperLine = PapersView['papers'][number];

const NOT_OPENED = '文件没有打开，请检查网络后再点一次';
const NOT_FETCHED = '存证包没有下载下来，请检查网络后再导出一次';

/** The papers of one case, or the person's own: listed anew whenever the page comes up. */
export function usePapers() {
  const { case: asked } = useRouter().params;
  const caseId = asked === undefined || asked === '' ? null : decodeURIComponent(asked);
  const [view, setView] = useState<PapersView | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** What the last tap came to, in words. */
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [bundle, setBundle] = useState<FetchedFile | null>(null);

  const load = useCallback(async () => {
    const outcome = await ask('document.list', { caseId });
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setView(outcome.value);
  }, [caseId]);
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));

  /** One thing at a time; what it says stands until the next tap. */
  const doing = async (work: () => Promise<string | null>) => {
    if (busy) return;
    setBusy(true);
    setSaid(null);
    setSaid(await work());
    setBusy(false);
  };

  return {
    view,
    trouble,
    said,
    busy,
    bundle,
    reload: load,
    open: (paper: PaperLine) =>
      doing(async () => {
        const outcome = await ask('document.open', { documentId: paper.id });
        if (outcome.kind !== 'done') return troubleSentence(outcome).text;
        return (await openFile({ kind: 'pdf', ...outcome.value })) ? null : NOT_OPENED;
      }),
    revoke: (paper: PaperLine, reason: string) =>
      doing(async () => {
        const outcome = await ask('document.revoke', { documentId: paper.id, reason });
        if (outcome.kind !== 'done') return troubleSentence(outcome).text;
        await load();
        return outcome.value.text;
      }),
    exportBundle: () =>
      doing(async () => {
        if (caseId === null) return null;
        const outcome = await ask('evidence.export', { caseId });
        if (outcome.kind !== 'done') return troubleSentence(outcome).text;
        const { url, fileName, sizeText } = outcome.value;
        const fetched = await fetchFile(url, fileName);
        setBundle(fetched);
        return fetched ? `存证包已备好（${sizeText}），可以发送到聊天或保存` : NOT_FETCHED;
      }),
    // Not inside `doing`: WeChat wants the sending in the tap itself.
    sendBundle: () => {
      if (bundle) void sendFile(bundle);
    },
  };
}
