import { Text, View } from '@tarojs/components';
import type { TodayView, Tone } from '@contract/contract';
import { openCase } from '@/navigation/case-link';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import './outside-presses.scss';

type Presses = TodayView['outside'];
type Press = NonNullable<Presses>[number];

const STATES: Readonly<Record<Press['state'], { readonly tone: Tone; readonly word: string }>> = {
  pending: { tone: 'info', word: '待确认，还没计入' },
  counted: { tone: 'ok', word: '已计入' },
  refused: { tone: 'missing', word: '未通过，不算打卡' },
  withdrawn: { tone: 'none', word: '已撤回，不算打卡' },
};

interface OutsidePressesProps {
  readonly presses: Presses;
  /** False for somebody else's day: the case is not everybody's. */
  readonly mayOpen?: boolean;
}

/** 外勤打卡 of a day: where from, what was said, and whether it counts. */
export function OutsidePresses({ presses = [], mayOpen = true }: OutsidePressesProps) {
  if (presses.length === 0) return null;
  return (
    <View className="outside-presses">
      {presses.map(({ punchId, text, remark, state, caseId }) => (
        <View
          key={punchId}
          id={`outside-${punchId}`}
          className="outside-presses__press"
          onClick={
            mayOpen && caseId !== null
              ? () => void openCase({ caseId, taskId: null, round: null })
              : undefined
          }
        >
          <Text className="outside-presses__text">{`外勤${text}`}</Text>
          <StatusMark tone={STATES[state].tone} word={STATES[state].word} />
          <Text className="outside-presses__quiet">{remark}</Text>
        </View>
      ))}
    </View>
  );
}

export function OutsidePanel({ presses = [] }: Pick<OutsidePressesProps, 'presses'>) {
  if (presses.length === 0) return null;
  return (
    <Panel id="outside-presses" title="外勤打卡">
      <OutsidePresses presses={presses} />
    </Panel>
  );
}
