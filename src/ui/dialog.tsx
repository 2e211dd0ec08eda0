import { Text, View } from '@tarojs/components';
import { Button } from './button';
import './dialog.scss';

interface DialogProps {
  readonly id: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** A question before something that a careless tap would make the person regret. */
export function Dialog({ id, text, yes, no, onYes, onNo }: DialogProps) {
  return (
    <View id={id} className="dialog" catchMove>
      <View className="dialog__panel">
        <Text className="dialog__text">{text}</Text>
        <View className="dialog__buttons">
          <Button id={`${id}-yes`} look="primary" onTap={onYes}>
            {yes}
          </Button>
          <Button id={`${id}-no`} look="plain" onTap={onNo}>
            {no}
          </Button>
        </View>
      </View>
    </View>
  );
}
