import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';

const LONGEST = 60;

interface IssueSheetProps {
  readonly onSend: (name: string, number: string) => void;
  readonly onClose: () => void;
}

/** Something that was handed out and is not in the list yet. */
export function IssueSheet({ onSend, onClose }: IssueSheetProps) {
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const ready = name.trim() !== '' && number.trim() !== '';
  return (
    <Sheet id="issue-sheet" title="登记一件物品" onClose={onClose}>
      <Input
        id="issue-name"
        className="step__input"
        placeholder="是什么，例如：笔记本电脑"
        placeholderClass="step__placeholder"
        maxlength={LONGEST}
        value={name}
        onInput={(event) => setName(event.detail.value)}
      />
      <Input
        id="issue-number"
        className="step__input"
        placeholder="资产编号"
        placeholderClass="step__placeholder"
        maxlength={LONGEST}
        value={number}
        onInput={(event) => setNumber(event.detail.value)}
      />
      <View className="step__second">
        <Button
          id="issue-send"
          look="primary"
          asleep={!ready}
          onTap={() => onSend(name.trim(), number.trim())}
        >
          登记
        </Button>
      </View>
    </Sheet>
  );
}
