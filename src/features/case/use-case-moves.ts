import type { CaseView } from '@contract/contract';
import { useState } from 'react';
import type { DrawnSignature } from '@/features/signing/signature-sheet';
import type { ChangedDates, LeavingDates } from './change-dates-sheet';
import type { TaskView } from './task-pages';
import type { CaseAction, CaseDeskState } from './use-case-desk';
import type { TaskForm } from './use-task-form';

type Step = CaseView['steps'][number];

/** What is asked before something is sent. */
export type Asking =
  | {
      readonly by: 'words';
      readonly title: string;
      readonly needed: boolean;
      readonly send: (text: string) => void;
    }
  | { readonly by: 'person'; readonly title: string; readonly send: (id: string, name: string) => void }
  | {
      readonly by: 'dates';
      readonly dates: LeavingDates;
      readonly send: (changed: ChangedDates) => void;
    }
  | { readonly by: 'date'; readonly send: (lastDay: string) => void }
  | {
      readonly by: 'return';
      readonly to: TaskView['returnsTo'];
      readonly send: (to: string, why: string) => void;
    }
  | {
      readonly by: 'signature';
      readonly caseId: string;
      readonly document: string;
      readonly title: string;
      readonly summary: readonly string[];
      readonly send: (drawn: DrawnSignature) => void;
    };

/** From a tap to a command: what has to be asked first, then one press. */
export function useCaseMoves(desk: CaseDeskState, form: TaskForm) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { view } = desk;
  /** Closes the sheet that asked, then sends. */
  const after =
    <Given extends unknown[]>(send: (...given: Given) => void) =>
    (...given: Given) => {
      setAsking(null);
      send(...given);
    };
  const words = (title: string, needed: boolean, send: (text: string) => void) =>
    setAsking({ by: 'words', title, needed, send: after(send) });

  const handTo = (action: 'transfer' | 'addSigner', title: string) =>
    setAsking({
      by: 'person',
      title: `${title}给谁`,
      send: (toEmploymentId, name) =>
        words(`${title}给${name}`, false, (comment) => desk.act(action, { comment, toEmploymentId })),
    });

  const finish = (action: CaseAction, title: string, task: TaskView) => {
    if (!form.check()) return;
    const filled = { fields: form.values, photos: form.photos };
    const { signature } = task;
    if (action === 'sign' && signature?.digest != null) {
      const { document, digest } = signature;
      return setAsking({
        by: 'signature',
        caseId: view?.caseId ?? '',
        document,
        title: signature.title,
        summary: summaryOf(view, task),
        send: after(({ sessionId, strokes, canvas }) =>
          desk.act(action, {
            signature: {
              sessionId,
              digest,
              strokes: strokes.map((stroke) => [...stroke]),
              canvas,
            },
          }),
        ),
      });
    }
    if (task.reasonFor.includes(action))
      return words(title, true, (comment) => desk.act(action, { comment, ...filled }));
    return desk.act(action, filled);
  };

  const act = (action: CaseAction, title: string) => {
    const task = view?.task;
    if (!task) return;
    switch (action) {
      case 'transfer':
      case 'addSigner':
        return handTo(action, title);
      case 'return':
        return setAsking({
          by: 'return',
          to: task.returnsTo,
          send: after((toNodeId, comment) => desk.act('return', { toNodeId, comment })),
        });
      case 'proposeDate':
        return setAsking({ by: 'date', send: after((lastDay) => desk.act('proposeDate', { lastDay })) });
      case 'askForTalk':
        return words('约谈：什么时候、在哪里', false, (comment) => desk.act('askForTalk', { comment }));
      case 'reject':
      case 'object':
        return words(title, true, (comment) => desk.act(action, { comment }));
      default:
        return finish(action, title, task);
    }
  };

  return {
    asking,
    close: () => setAsking(null),
    act,
    withdraw: () => {
      const asks = view?.withdraw === 'ask';
      words(asks ? '申请撤回：通知已送达，由公司答复' : '撤回申请', asks, (text) =>
        desk.move('withdraw', { text }),
      );
    },
    answerWithdrawal: (yes: boolean) =>
      words(yes ? '同意撤回' : '不同意撤回', true, (text) => desk.move('answerWithdrawal', { yes, text })),
    changeDates: (dates: LeavingDates) =>
      setAsking({ by: 'dates', dates, send: after((changed) => desk.changeDates(changed)) }),
    copy: () =>
      setAsking({
        by: 'person',
        title: '抄送给谁',
        send: after((id) => desk.move('cc', { nodeId: view?.copyAt?.nodeId ?? null, people: [id] })),
      }),
    waive: ({ nodeId, title }: Step) =>
      words(`免办：${title}`, true, (text) => desk.move('waive', { nodeId, text })),
    assign: ({ nodeId, title }: Step) =>
      setAsking({
        by: 'person',
        title: `谁来处理：${title}`,
        send: after((id) => desk.move('assign', { nodeId, people: [id] })),
      }),
  };
}

/** What is signed, before anything is asked. */
const summaryOf = (view: CaseView | null, { signature }: TaskView): readonly string[] => [
  `文件：${signature?.title ?? ''}`,
  ...(view?.facts ?? []).map(({ label, value }) => `${label}：${value}`),
  `文件指纹：${(signature?.digest ?? '').slice(0, 16)}…`,
];
