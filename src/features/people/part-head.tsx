import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';

interface PartHeadProps {
  readonly title: string;
  readonly id: string;
  readonly word?: string;
  readonly onEdit: () => void;
}

/** The name of a part with the way to change it. */
export const PartHead = ({ title, id, word = '修改', onEdit }: PartHeadProps) => (
  <View className="staff__row">
    <Text className="staff__name">{title}</Text>
    <View className="staff__part">
      <Button id={id} look="compact" onTap={onEdit}>
        {word}
      </Button>
    </View>
  </View>
);
