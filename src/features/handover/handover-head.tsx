import { Text, View } from '@tarojs/components';
import type { HandoverView } from '@contract/contract';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import type { Handover } from './use-handover';

interface HandoverHeadProps {
  readonly view: HandoverView;
  /** '还差 2 项必填：…' of what is on the screen; null when nothing is missing. */
  readonly missing: string | null;
}

/** Whose list it is, where it stands, until when, and what is missing. */
export const HandoverHead = ({ view, missing }: HandoverHeadProps) => (
  <Panel id="handover-head">
    <Text className="handover__title">
      {view.role === 'employee' ? '我的交接清单' : `${view.employeeName}的交接清单`}
    </Text>
    <StatusMark tone={view.status.tone} word={view.status.text} />
    <Text className="handover__quiet">
      {view.recipientName === null ? '接收人待定' : `接收人 ${view.recipientName}`}
    </Text>
    {view.dueText !== null &&
      (view.overdue ? (
        <StatusMark tone="late" word={view.dueText} />
      ) : (
        <Text className="handover__quiet">{`${view.role === 'reader' ? '' : '请在 '}${view.dueText}完成`}</Text>
      ))}
    {missing !== null && (
      <View id="handover-missing" className="handover__missing">
        <StatusMark tone="missing" word={missing} />
      </View>
    )}
  </Panel>
);

interface HandoverSaidProps {
  readonly handover: Handover;
  /** What is safe when something did not come through. */
  readonly keeps: string;
}

/** What the last press came to, and what is safe when it came to nothing. */
export function HandoverSaid({ handover: { said, trouble }, keeps }: HandoverSaidProps) {
  const bad = said !== null && 'trouble' in said ? said.trouble : trouble;
  if (bad !== null)
    return (
      <View id="handover-stuck">
        <Notice
          mark={bad.kind === 'refused' ? <StatusMark tone="info" /> : <Icon name="cloud-off" />}
          text={troubleSentence(bad).text}
          more={[keeps, ...(bad.kind === 'fault' ? [`编号 ${bad.faultId}`] : [])]}
        />
      </View>
    );
  if (said === null || !('text' in said)) return null;
  return (
    <View id="handover-said">
      <Notice mark={<StatusMark tone="ok" />} text={said.text} />
    </View>
  );
}
