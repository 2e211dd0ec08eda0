import { Text, Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';

interface WordsSheetProps {
  readonly id: string;
  readonly title: string;
  readonly placeholder: string;
  readonly most: number;
  readonly send: string;
  readonly asleep?: boolean;
  /** Why it was not taken. */
  readonly problem?: string | null;
  readonly first?: string;
  /** At every letter, where what is written must not be lost. */
  readonly onWrite?: (text: string) => void;
  readonly onSend: (text: string) => void;
  readonly onClose: () => void;
  /** A way back, where there is one. */
  readonly other?: { readonly word: string; readonly onTap: () => void };
}

/** A few words at an item: why there is nothing of it, what is missing, an answer. */
export function WordsSheet(props: WordsSheetProps) {
  const { id, title, placeholder, most, send, asleep = false, problem = null, first = '' } = props;
  const { onWrite, onSend, onClose, other } = props;
  const [text, setText] = useState(first);
  const words = text.trim();
  return (
    <Sheet id={id} title={title} onClose={onClose}>
      <Textarea
        id={`${id}-text`}
        name="words"
        className="handover__input handover__input--high"
        placeholder={placeholder}
        placeholderClass="handover__placeholder"
        maxlength={most}
        value={text}
        onInput={(event) => {
          setText(event.detail.value);
          onWrite?.(event.detail.value);
        }}
      />
      {problem !== null && (
        <Text id={`${id}-problem`} className="handover__gap">
          {problem}
        </Text>
      )}
      <View className="handover__sheet-end">
        <Button id={`${id}-send`} look="primary" asleep={asleep || words === ''} onTap={() => onSend(words)}>
          {send}
        </Button>
        {other && (
          <Button id={`${id}-other`} look="text" onTap={other.onTap}>
            {other.word}
          </Button>
        )}
      </View>
    </Sheet>
  );
}
