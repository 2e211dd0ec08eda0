import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { CaseView } from '@contract/contract';
import { Button } from '@/ui/button';
import { actionWord, isMain } from './action-words';
import { actionsHere, taskPageOf, taskPageUrl, type TaskView } from './task-pages';
import type { CaseAction } from './use-case-desk';

interface CaseActionsProps {
  readonly view: CaseView;
  readonly busy: boolean;
  readonly onAct: (action: CaseAction, title: string) => void;
  readonly onWithdraw: () => void;
  readonly onCopy: () => void;
}

/** What the caller may do now: the main thing large and under the thumb, everything else quieter. */
export function CaseActions({ view, busy, onAct, onWithdraw, onCopy }: CaseActionsProps) {
  const { task, withdraw, copyAt } = view;
  const actions = actionsHere(view);
  const others = actions.filter((action) => !isMain(action));
  if (task === null && withdraw === null && copyAt === undefined) return null;
  return (
    <View id="case-actions" className="case__actions">
      {task !== null && <Main view={view} task={task} actions={actions} busy={busy} onAct={onAct} />}
      {(others.length > 0 || withdraw !== null || copyAt !== undefined) && (
        <View className="case__others">
          {task !== null &&
            others.map((action) => (
              <Button
                key={action}
                id={`act-${action}`}
                look="plain"
                asleep={busy}
                onTap={() => onAct(action, actionWord(action, task))}
              >
                {actionWord(action, task)}
              </Button>
            ))}
          {copyAt !== undefined && (
            <Button id="act-cc" look="plain" asleep={busy} onTap={onCopy}>
              抄送
            </Button>
          )}
          {withdraw !== null && (
            <Button id="act-withdraw" look="plain" asleep={busy} onTap={onWithdraw}>
              {withdraw === 'now' ? '撤回申请' : '申请撤回'}
            </Button>
          )}
        </View>
      )}
    </View>
  );
}

interface MainProps extends Pick<CaseActionsProps, 'view' | 'busy' | 'onAct'> {
  readonly task: TaskView;
  readonly actions: readonly CaseAction[];
}

function Main({ view, task, actions, busy, onAct }: MainProps) {
  const page = taskPageOf(view);
  if (page !== null)
    return (
      <Button
        id="task-page"
        look="primary"
        onTap={() => void Taro.navigateTo({ url: taskPageUrl(page, view.caseId, task) })}
      >
        {page.word}
      </Button>
    );
  if (task.signature?.onPaper === true)
    return (
      <Text id="task-on-paper" className="case__waits">
        {`等待配置电子签。《${task.signature.title}》可以先签纸质文件，把原件交给人事核对；其他事情照常办理。`}
      </Text>
    );
  const unready = task.signature !== null && task.signature.digest === null;
  if (unready)
    return (
      <Text
        id="task-waits"
        className="case__waits"
      >{`《${task.signature?.title ?? ''}》正在生成，好了会通知你`}</Text>
    );
  return (
    <>
      {actions.filter(isMain).map((action) => (
        <Button
          key={action}
          id={`act-${action}`}
          look="primary"
          asleep={busy}
          onTap={() => onAct(action, actionWord(action, task))}
        >
          {busy ? '正在提交…' : actionWord(action, task)}
        </Button>
      ))}
    </>
  );
}
