import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ReasonSheet } from './reason-sheet';
import type { TaskView } from './task-pages';

interface ReturnSheetProps {
  readonly to: TaskView['returnsTo'];
  readonly onClose: () => void;
  readonly onSend: (toNodeId: string, reason: string) => void;
}

/** 退回: where to, and why; where there is one way only it is said and not asked. */
export function ReturnSheet({ to, onClose, onSend }: ReturnSheetProps) {
  const [nodeId, setNodeId] = useState(to[0]?.nodeId ?? '');
  return (
    <ReasonSheet title="退回修改" needed onClose={onClose} onSend={(reason) => onSend(nodeId, reason)}>
      <View className="case__targets">
        {to.map((target) => (
          <View
            key={target.nodeId}
            id={`return-to-${target.nodeId}`}
            className={`case__target${target.nodeId === nodeId ? ' case__target--chosen' : ''}`}
            onClick={() => setNodeId(target.nodeId)}
          >
            <Text>{`退回到：${target.title}`}</Text>
          </View>
        ))}
      </View>
    </ReasonSheet>
  );
}
