import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import type { HandoverView } from '@contract/contract';
import { useCallback, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Outcome, Trouble } from '@/cloud/outcome';
import type { DrawnSignature } from '@/features/signing/signature-sheet';
import { linkOf } from '@/navigation/case-link';
import { keptView } from '@/phone/kept-view';
import { newId } from '@/phone/new-id';

type Answered = { readonly text: string; readonly view: HandoverView };

/** What the last press came to. */
export type Said = { readonly text: string } | { readonly trouble: Trouble };

/** The list as the employee last saw it, so that it can be written without a network. Nobody else's phone keeps any. */
const lastView = {
  read: (caseId: string | null): HandoverView | null =>
    caseId === null ? null : keptView.read<HandoverView>(`handover-${caseId}`),
  keep: (view: HandoverView): void => {
    if (view.role === 'employee') keptView.write(`handover-${view.caseId}`, view);
  },
};

/** The handover of a case, and what its two do with it. Each press has one id, kept until the server has answered it. */
export function useHandover() {
  const caseId = linkOf(useRouter().params)?.caseId ?? null;
  const [view, setView] = useState<HandoverView | null>(() => lastView.read(caseId));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const pending = useRef<{ readonly what: string; readonly id: string } | null>(null);

  const show = (next: HandoverView) => {
    setView(next);
    lastView.keep(next);
  };
  const load = useCallback(
    async (version: number | null = null) => {
      if (caseId === null) return;
      const outcome = await ask('handover.view', { caseId, version });
      if (outcome.kind === 'done') show(outcome.value);
      setTrouble(outcome.kind === 'done' ? null : outcome);
    },
    [caseId],
  );
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));

  /** @param what tells one press from another */
  const press = async (
    what: string,
    send: (commandId: string, caseId: string) => Promise<Outcome<Answered>>,
  ): Promise<Outcome<Answered> | null> => {
    if (busy || caseId === null) return null;
    setBusy(true);
    const id = pending.current?.what === what ? pending.current.id : newId();
    pending.current = { what, id };
    const outcome = await send(id, caseId);
    setBusy(false);
    // Without an answer nobody knows whether it happened: the same press keeps its id.
    if (outcome.kind !== 'unreachable') pending.current = null;
    if (outcome.kind === 'done') {
      show(outcome.value.view);
      setSaid({ text: outcome.value.text });
    } else {
      setSaid({ trouble: outcome });
      if (outcome.kind === 'refused') void load();
    }
    return outcome;
  };

  const comment = (item: string, text: string) =>
    press(`comment ${item} ${text}`, (commandId, id) =>
      ask('handover.comment', { commandId, caseId: id, item, text }),
    );
  const sendBack = (version: number) =>
    press(`sendBack ${version}`, (commandId, id) =>
      ask('handover.sendBack', { commandId, caseId: id, version }),
    );
  const accept = (digest: string) =>
    press(`accept ${digest}`, (commandId, id) => ask('handover.accept', { commandId, caseId: id, digest }));
  const sign = (digest: string, { sessionId, strokes, canvas }: DrawnSignature) => {
    const signature = {
      sessionId,
      digest,
      canvas: { ...canvas },
      strokes: strokes.map((stroke) => stroke.map((point) => ({ ...point }))),
    };
    return press(`sign ${digest} ${sessionId}`, (commandId, id) =>
      ask('handover.sign', { commandId, caseId: id, signature }),
    );
  };
  return { caseId, view, trouble, said, busy, load, press, comment, sendBack, accept, sign };
}

export type Handover = ReturnType<typeof useHandover>;
