import { Text, View } from '@tarojs/components';

interface LawProps {
  readonly law: { readonly text: string; readonly article: string | null };
}

/** A plain sentence, and the article that it rests on. */
export const Law = ({ law: { text, article } }: LawProps) => (
  <View className="leaving__law">
    <Text>{text}</Text>
    {article !== null && <Text className="leaving__article">{article}</Text>}
  </View>
);
