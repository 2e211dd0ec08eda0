import { View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { Button } from '@/ui/button';
import type { CaseAction } from './use-case-desk';

const WORDS: Readonly<Record<CaseAction, string>> = {
  agree: '同意',
  reject: '不同意',
  acknowledge: '知悉',
  complete: '补充后重新提交',
  return: '退回修改',
  transfer: '转交',
  object: '提出异议',
  sign: '签署',
  settle: '结算',
  addSigner: '加签',
  proposeDate: '提议日期',
  askForTalk: '约谈',
};

const MAIN: readonly CaseAction[] = ['agree', 'acknowledge', 'complete'];

interface CaseActionsProps {
  readonly view: CaseView;
  readonly busy: boolean;
  readonly onAct: (action: CaseAction, title: string) => void;
  readonly onWithdraw: () => void;
}

/** What the caller may do now: the main thing large and under the thumb, everything else quieter. */
export function CaseActions({ view: { task, withdraw }, busy, onAct, onWithdraw }: CaseActionsProps) {
  const canWithdraw = withdraw !== null;
  const actions = task?.actions ?? [];
  const main = actions.filter((action) => MAIN.includes(action));
  const others = actions.filter((action) => !MAIN.includes(action));
  if (actions.length === 0 && !canWithdraw) return null;
  return (
    <View id="case-actions" className="case__actions">
      {main.map((action) => (
        <Button
          key={action}
          id={`act-${action}`}
          look="primary"
          asleep={busy}
          onTap={() => onAct(action, WORDS[action])}
        >
          {busy ? '正在提交…' : WORDS[action]}
        </Button>
      ))}
      <View className="case__others">
        {others.map((action) => (
          <Button
            key={action}
            id={`act-${action}`}
            look="plain"
            asleep={busy}
            onTap={() => onAct(action, WORDS[action])}
          >
            {WORDS[action]}
          </Button>
        ))}
        {canWithdraw && (
          <Button id="act-withdraw" look="plain" asleep={busy} onTap={onWithdraw}>
            撤回申请
          </Button>
        )}
      </View>
    </View>
  );
}
