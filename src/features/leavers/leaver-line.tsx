import { Text, View } from '@tarojs/components';
import type { LeavingLine } from '@contract/contract';
import { openCase } from '@/navigation/case-link';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';

interface LeaverLineProps {
  readonly line: LeavingLine;
  /** null: not the caller's to do, or nothing left to freeze. */
  readonly onFreeze: (() => void) | null;
}

/** One leaver: where the case is, who has it, since when. A tap opens the case. */
export const LeaverLine = ({ line, onFreeze }: LeaverLineProps) => (
  <Panel>
    <View
      id={`leaver-${line.caseId}`}
      onClick={() => void openCase({ caseId: line.caseId, taskId: null, round: null })}
    >
      <View className="leavers__head">
        <Text className="leavers__name">{line.name}</Text>
        {line.closed ? (
          <StatusMark tone="none" word={line.resultText} />
        ) : (
          <StatusMark tone={line.overdue ? 'late' : 'info'} word={line.overdue ? '有超时' : '进行中'} />
        )}
      </View>
      <Text className="leavers__quiet">{factsText(line)}</Text>
      {line.waits.map((wait, index) => (
        <View key={index} className="leavers__wait">
          <Text>{`${wait.title} · ${wait.who}`}</Text>
          <Text className="leavers__quiet">{`${wait.sinceText} 起，已等 ${wait.waitingText}`}</Text>
          {wait.dueText !== null &&
            (wait.overdue ? (
              <StatusMark tone="late" word={wait.dueText} />
            ) : (
              <Text className="leavers__quiet">{wait.dueText}</Text>
            ))}
        </View>
      ))}
    </View>
    {onFreeze !== null && (
      <Button id={`freeze-${line.caseId}`} look="text" onTap={onFreeze}>
        立即停用账号
      </Button>
    )}
  </Panel>
);

const factsText = ({ departmentName, branchName, flowTitle, lastDayText }: LeavingLine): string =>
  [departmentName, branchName, flowTitle, lastDayText === null ? '' : `最后工作日 ${lastDayText}`]
    .filter(Boolean)
    .join(' · ');
