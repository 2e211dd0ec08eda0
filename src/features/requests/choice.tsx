import { Text, View } from '@tarojs/components';

interface ChoiceProps<Value extends string> {
  readonly id: string;
  readonly options: readonly { readonly value: Value; readonly word: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of a few words side by side. */
export const Choice = <Value extends string>({ id, options, chosen, onChoose }: ChoiceProps<Value>) => (
  <View id={id} className="requests__choice">
    {options.map(({ value, word }) => (
      <View
        key={value}
        id={`${id}-${value}`}
        className={`requests__option${value === chosen ? ' requests__option--chosen' : ''}`}
        onClick={() => onChoose(value)}
      >
        <Text>{word}</Text>
      </View>
    ))}
  </View>
);
