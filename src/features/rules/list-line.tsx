import { Text, View } from '@tarojs/components';
import { Icon } from '@/ui/icon';

interface LineProps {
  readonly id: string;
  readonly name: string;
  readonly more: string;
  readonly mark?: string;
  readonly onTap: () => void;
}

/** One thing of the list, with what it is in a line below, and what is not published of it. */
export const Line = ({ id, name, more, mark = '', onTap }: LineProps) => (
  <View id={id} className="rule-list__line" hoverClass="rule-list__line--pressed" onClick={onTap}>
    <View className="rule-list__words">
      <Text className="rule-list__name">{name}</Text>
      <Text className="rule-list__quiet">{more}</Text>
      {mark !== '' && <Text className="rule-list__mark">{mark}</Text>}
    </View>
    <Icon name="next" />
  </View>
);
