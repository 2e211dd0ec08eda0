import { Text, View } from '@tarojs/components';
import { Icon } from '@/ui/icon';
import './list-line.scss';

interface LineProps {
  readonly id: string;
  readonly name: string;
  readonly more: string;
  readonly mark?: string;
  readonly onTap: () => void;
}

/** One thing of the list, with what it is in a line below, and what is not published of it. */
export const Line = ({ id, name, more, mark = '', onTap }: LineProps) => (
  <View id={id} className="list-line" hoverClass="list-line--pressed" onClick={onTap}>
    <View className="list-line__words">
      <Text className="list-line__name">{name}</Text>
      <Text className="list-line__more">{more}</Text>
      {mark !== '' && <Text className="list-line__mark">{mark}</Text>}
    </View>
    <Icon name="next" />
  </View>
);
