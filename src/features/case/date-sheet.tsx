import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { DateLine } from './field-control';

interface DateSheetProps {
  readonly onClose: () => void;
  readonly onSend: (lastDay: string) => void;
}

/** 提议日期: a proposal and no more; the day stays as it is until the employee says yes. */
export function DateSheet({ onClose, onSend }: DateSheetProps) {
  const [lastDay, setLastDay] = useState('');
  return (
    <Sheet id="date-sheet" title="提议另一个最后工作日" onClose={onClose}>
      <DateLine id="propose-day" value={lastDay} onChoose={setLastDay} />
      <Text className="case__hint">员工同意后才会改；不同意，日期不变，流程照常走。</Text>
      <Button id="date-send" look="primary" asleep={lastDay === ''} onTap={() => onSend(lastDay)}>
        发出提议
      </Button>
    </Sheet>
  );
}
