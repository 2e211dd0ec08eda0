import { Text, View } from '@tarojs/components';
import type { Trouble } from '@/cloud/outcome';
import { troubleSentence } from '@/wording/troubles';
import { Button } from './button';
import './empty-state.scss';

interface ErrorStateProps {
  readonly id: string;
  readonly trouble: Trouble;
  /** What the person has not lost. */
  readonly safe: string;
  readonly onRetry: () => void;
}

/** A screen that could not be filled: what happened, what is safe, a way on, and the fault's number to tell. */
export function ErrorState({ id, trouble, safe, onRetry }: ErrorStateProps) {
  const { text, again } = troubleSentence(trouble);
  return (
    <View id={id} className="empty-state">
      <Text className="empty-state__title">{text}</Text>
      <Text className="empty-state__text">{safe}</Text>
      {trouble.kind === 'fault' && (
        <Text className="empty-state__fault" userSelect>
          {`需要帮忙时，把编号告诉 HR：${trouble.faultId}`}
        </Text>
      )}
      {again !== undefined && (
        <View className="empty-state__action">
          <Button id={`${id}-again`} look="primary" onTap={onRetry}>
            {again}
          </Button>
        </View>
      )}
    </View>
  );
}
