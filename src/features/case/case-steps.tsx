import { Text, View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { StatusMark } from '@/ui/status-mark';
import './case-steps.scss';

type Step = CaseView['steps'][number];

/** A road that is longer shows what is open now; the rest comes with a tap. */
const SHORT_ROAD = 5;

interface CaseStepsProps {
  readonly steps: CaseView['steps'];
  readonly onUrge: (nodeId: string) => void;
  /** HR's offers; the leaver's own page has none of them. */
  readonly onWaive?: (step: Step) => void;
  readonly onAssign?: (step: Step) => void;
  /** Steps whose handler was reminded because time ran out: the leaver may know it. */
  readonly urged?: readonly string[];
  /** Shows a long road whole from the beginning. */
  readonly whole?: boolean;
}

/** The road: done, now (who has it, since when, due when), next. */
export function CaseSteps({ steps, whole = false, ...offers }: CaseStepsProps) {
  const [isWhole, setIsWhole] = useState(whole);
  const isLong = !whole && steps.length > SHORT_ROAD;
  const shown = isLong && !isWhole ? steps.filter(({ state }) => state === 'now') : steps;
  return (
    <View id="case-steps" className="case-steps">
      {isLong && (
        <View className="case-steps__sum">
          <Text className="case-steps__quiet">{sumText(steps)}</Text>
          <Button id="whole-road" look="text" onTap={() => setIsWhole(!isWhole)}>
            {isWhole ? '只看进行中' : '看全部步骤'}
          </Button>
        </View>
      )}
      {shown.map((step) => (
        <StepLine key={step.nodeId} step={step} {...offers} />
      ))}
    </View>
  );
}

/** '已完成 3 步，进行中 2 步，后面还有 9 步' */
function sumText(steps: readonly Step[]): string {
  const count = (...states: readonly Step['state'][]) =>
    steps.filter(({ state }) => states.includes(state)).length;
  const parts: readonly (readonly [string, number])[] = [
    ['已完成', count('done', 'skipped')],
    ['进行中', count('now')],
    ['后面还有', count('next', 'void')],
  ];
  return parts.flatMap(([word, many]) => (many > 0 ? [`${word} ${many} 步`] : [])).join('，');
}

interface StepLineProps extends Omit<CaseStepsProps, 'steps' | 'whole'> {
  readonly step: Step;
}

function StepLine({ step, onUrge, onWaive, onAssign, urged = [] }: StepLineProps) {
  const { nodeId, title, state, tone, who, when, due, overdue, canUrge, canWaive, canAssign } = step;
  return (
    <View className={`case-steps__step case-steps__step--${state}`}>
      <View className="case-steps__mark">
        <StatusMark tone={tone} />
      </View>
      <View className="case-steps__words">
        <Text className="case-steps__title">{title}</Text>
        {who !== '' && <Text className="case-steps__who">{who}</Text>}
        {when !== null && <Text className="case-steps__quiet">{when}</Text>}
        {due !== null &&
          (overdue ? (
            <StatusMark tone="late" word={due} />
          ) : (
            <Text className="case-steps__quiet">{due}</Text>
          ))}
        {urged.includes(nodeId) && <Text className="case-steps__quiet">已催促相关负责人</Text>}
      </View>
      <View className="case-steps__offers">
        {canUrge && (
          <Button id={`urge-${nodeId}`} look="compact" onTap={() => onUrge(nodeId)}>
            催一下
          </Button>
        )}
        {canAssign && onAssign !== undefined && (
          <Button id={`assign-${nodeId}`} look="compact" onTap={() => onAssign(step)}>
            指定处理人
          </Button>
        )}
        {canWaive && onWaive !== undefined && (
          <Button id={`waive-${nodeId}`} look="compact" onTap={() => onWaive(step)}>
            免办
          </Button>
        )}
      </View>
    </View>
  );
}
