import { Text, View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { Button } from '@/ui/button';
import { StatusMark } from '@/ui/status-mark';
import './case-steps.scss';

interface CaseStepsProps {
  readonly steps: CaseView['steps'];
  readonly onUrge: (nodeId: string) => void;
}

/** The road: done, now (who has it, since when, due when), next. */
export const CaseSteps = ({ steps, onUrge }: CaseStepsProps) => (
  <View id="case-steps" className="case-steps">
    {steps.map(({ nodeId, title, state, tone, who, when, due, overdue, canUrge }) => (
      <View key={nodeId} className={`case-steps__step case-steps__step--${state}`}>
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
        </View>
        {canUrge && (
          <Button id={`urge-${nodeId}`} look="compact" onTap={() => onUrge(nodeId)}>
            催一下
          </Button>
        )}
      </View>
    ))}
  </View>
);
