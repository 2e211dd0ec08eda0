import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { leaveEditor } from '@/navigation/rule-links';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Panel } from '@/ui/panel';
import type { RuleItem } from './item-draft';
import { usersText } from './item-words';
import type { ItemEditor } from './use-item';

interface ItemEndProps<Value extends RuleItem['value']> {
  readonly item: ItemEditor<Value>;
}

/** The end of every editor: who uses the item, giving up what is not published, and stopping what is. */
export function ItemEnd<Value extends RuleItem['value']>({ item }: ItemEndProps<Value>) {
  const [asking, setAsking] = useState(false);
  const { entry, loaded, value, kind, id } = item;
  if (loaded === null || value === null) return null;
  const { users, onceUsed } = loaded.desk;
  const usedBy = users[`${kind}:${id}`] ?? [];
  const onlyDraft = entry === null ? loaded.isNew === true : entry.isNew;
  const mayGiveUp = onlyDraft || item.dirty || entry?.isDraft === true;
  const giveUp = onlyDraft ? '删除这份草稿' : '放弃修改';
  const mayStop = 'name' in value && !onlyDraft;
  if (usedBy.length === 0 && !mayStop && !mayGiveUp) return null;
  return (
    <Panel id="item-end">
      {usedBy.length > 0 && (
        <Text id="item-users" className="field__sentence">{`正在使用：${usersText(usedBy)}`}</Text>
      )}
      {'name' in value && !onlyDraft && (
        <Stopping
          unused={kind !== 'rule' && !onceUsed.includes(`${kind}:${id}`)}
          stopped={value.stopped === true}
          // A value with a name is one that can be stopped; the spread keeps its kind.
          onChange={(stopped) => item.write({ ...value, stopped })}
        />
      )}
      {mayGiveUp && (
        <View className="field__add">
          <Button id="item-drop" look="text" onTap={() => setAsking(true)}>
            {giveUp}
          </Button>
        </View>
      )}
      {asking && (
        <Dialog
          id="item-drop-sure"
          text={
            onlyDraft
              ? '它还没有发布过，删除后不留下什么。'
              : '放弃后回到已发布的内容，没有发布的修改会丢掉。'
          }
          yes={giveUp}
          no="再想想"
          onYes={() => {
            setAsking(false);
            void item.drop().then((gone) => {
              if (gone) void leaveEditor();
            });
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </Panel>
  );
}

interface StoppingProps {
  /** Nothing ever used it: stopping leaves no trace. */
  readonly unused: boolean;
  readonly stopped: boolean;
  readonly onChange: (stopped: boolean) => void;
}

const Stopping = ({ unused, stopped, onChange }: StoppingProps) => (
  <>
    <Text className="field__sentence">
      {stopped
        ? unused
          ? '保存并发布后删除。'
          : '保存并发布后停用：不能再选用它，过去的日子仍按它判定。'
        : unused
          ? '没有规则用过它，可以删除。'
          : '不再使用时可以停用，过去的日子不变。'}
    </Text>
    <View className="field__add">
      <Button id={stopped ? 'item-restart' : 'item-stop'} look="text" onTap={() => onChange(!stopped)}>
        {stopped ? '恢复使用' : unused ? '删除' : '停用'}
      </Button>
    </View>
  </>
);
