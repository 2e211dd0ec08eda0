import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { openRulePreview } from '@/navigation/rule-links';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { ConflictSheet } from './conflict-sheet';
import { EffectBar } from './effect-bar';
import type { RuleItem } from './item-draft';
import { ItemEnd } from './item-end';
import type { Effect } from './use-effect-of';
import type { ItemEditor, LoadedItem } from './use-item';
import './item-frame.scss';

interface ItemFrameProps<Value extends RuleItem['value']> {
  readonly item: ItemEditor<Value>;
  readonly effect: Effect;
  readonly children: (value: Value, loaded: LoadedItem<Value>) => ReactNode;
}

/** What every editor of rules has around its fields: loading, trouble, two writers, conflicts, the bar. */
export function ItemFrame<Value extends RuleItem['value']>({
  item,
  effect,
  children,
}: ItemFrameProps<Value>) {
  const { loaded, value, trouble } = item;
  if (trouble !== null && loaded === null)
    return (
      <ErrorState
        id="item-trouble"
        trouble={trouble}
        safe="已写的内容留在手机上，已发布的规则照常生效。"
        onRetry={() => void item.reload()}
      />
    );
  if (loaded === null || value === null) return <Bones />;
  const { mayEdit } = loaded;
  const look = async () => {
    if (await item.save()) await openRulePreview();
  };
  return (
    <View className="item-frame">
      {!mayEdit && (
        <Notice
          id="item-read-only"
          mark={<StatusMark tone="info" />}
          text="这一项由其他机构或总部维护，这里只能查看"
        />
      )}
      <ClashNotice item={item} />
      <View className={mayEdit ? '' : 'item-frame__asleep'}>{children(value, loaded)}</View>
      <After item={item} />
      {mayEdit && <ItemEnd item={item} />}
      {mayEdit && (
        <EffectBar
          effect={effect}
          saving={item.saving}
          dirty={item.dirty}
          onSave={() => void item.save()}
          onLook={() => void look()}
        />
      )}
      {item.rows.length > 0 && (
        <ConflictSheet
          rows={item.rows}
          onAnswer={(answer) => void item.save(answer)}
          onClose={item.putRowsAway}
        />
      )}
    </View>
  );
}

function ClashNotice<Value extends RuleItem['value']>({ item }: { readonly item: ItemEditor<Value> }) {
  const { clash } = item;
  if (clash === null) return null;
  return (
    <Notice
      id="item-clash"
      mark={<StatusMark tone="info" />}
      text={`${clash.byName} 在 ${clash.at} 改过这一项`}
      more={['你写的内容还在手机上，没有丢。选择用哪一份']}
    >
      <Button id="clash-theirs" look="compact" onTap={() => void item.takeTheirs()}>
        看对方的
      </Button>
      <Button id="clash-mine" look="compact" onTap={() => void item.keepMine()}>
        用我的
      </Button>
    </Notice>
  );
}

/** What the last save said: why it was not taken, or what else it did. */
function After<Value extends RuleItem['value']>({ item }: { readonly item: ItemEditor<Value> }) {
  const { stuck, told } = item;
  if (stuck !== null) {
    const fault = stuck.kind === 'fault' ? [`编号 ${stuck.faultId}`] : [];
    return (
      <Notice
        id="item-stuck"
        mark={<Icon name="cloud-off" />}
        text={troubleSentence(stuck).text}
        more={['已写的内容留在手机上', ...fault]}
      />
    );
  }
  if (told.length === 0) return null;
  return (
    <Panel id="item-told">
      {told.map((text) => (
        <Text key={text} className="item-frame__told">
          {text}
        </Text>
      ))}
    </Panel>
  );
}

const Bones = () => (
  <Panel id="item-loading">
    {[40, 80, 60, 90, 70].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
