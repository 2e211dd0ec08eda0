import { Text, View } from '@tarojs/components';
import type { InputOf } from '@contract/contract';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { Choices } from './fields';
import type { ConflictRow } from './use-item';
import './conflict-sheet.scss';

interface ConflictSheetProps {
  readonly rows: readonly ConflictRow[];
  readonly onAnswer: (answer: InputOf<'rules.save'>['conflicts']) => void;
  readonly onClose: () => void;
}

const ROW_CHOICES = [
  ['here', '移到这里'],
  ['there', '留在原处'],
] as const;

/** 适用范围调整: each object that another rule names already, with that rule; row by row, all at once, or none. */
export function ConflictSheet({ rows, onAnswer, onClose }: ConflictSheetProps) {
  const [moved, setMoved] = useState<ReadonlySet<string>>(new Set());
  const choose = (key: string, where: 'here' | 'there') => {
    const next = new Set(moved);
    if (where === 'here') next.add(key);
    else next.delete(key);
    setMoved(next);
  };
  return (
    <Sheet id="conflicts" title={`${rows.length} 个对象已在其他规则里`} onClose={onClose}>
      <View className="conflicts">
        {rows.map(({ key, name, presentRuleName }, i) => (
          <View key={key} id={`conflict-${i}`} className="conflicts__row">
            <View className="conflicts__who">
              <Text className="conflicts__name">{name}</Text>
              <Text className="conflicts__rule">{`现在：${presentRuleName}`}</Text>
            </View>
            <Choices
              id={`conflict-${i}`}
              value={moved.has(key) ? 'here' : 'there'}
              choices={ROW_CHOICES}
              onChange={(where) => choose(key, where)}
            />
          </View>
        ))}
        <Button
          id="conflicts-rows"
          look="primary"
          onTap={() => onAnswer({ answer: 'rows', moved: [...moved] })}
        >
          {`按上面的选择保存（移过来 ${moved.size} 个）`}
        </Button>
        <Button id="conflicts-all" look="plain" onTap={() => onAnswer({ answer: 'moveAll' })}>
          批量调整：全部移到这里
        </Button>
        <Button id="conflicts-none" look="plain" onTap={() => onAnswer({ answer: 'leaveAll' })}>
          不调整：只加没有冲突的
        </Button>
      </View>
    </Sheet>
  );
}
