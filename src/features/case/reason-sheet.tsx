import { Textarea, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';

const MOST_LETTERS = 500;

interface ReasonSheetProps {
  readonly title: string;
  /** Nothing can be sent without words. */
  readonly needed: boolean;
  readonly onClose: () => void;
  readonly onSend: (text: string) => void;
  /** What is chosen beside the words. */
  readonly children?: ReactNode;
}

/** A few words with a decision. */
export function ReasonSheet({ title, needed, onClose, onSend, children }: ReasonSheetProps) {
  const [text, setText] = useState('');
  const words = text.trim();
  return (
    <Sheet id="reason-sheet" title={title} onClose={onClose}>
      {children}
      <Textarea
        id="reason-text"
        name="reason"
        className="case__reason"
        placeholder={needed ? '写几句说明，对方会看到' : '可以写几句说明（选填）'}
        placeholderClass="case__placeholder"
        maxlength={MOST_LETTERS}
        value={text}
        onInput={(event) => setText(event.detail.value)}
      />
      <View className="case__reason-send">
        <Button id="reason-send" look="primary" asleep={needed && words === ''} onTap={() => onSend(words)}>
          提交
        </Button>
      </View>
    </Sheet>
  );
}
