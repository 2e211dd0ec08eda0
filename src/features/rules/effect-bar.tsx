import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import type { Effect } from './use-effect-of';
import './effect-bar.scss';

interface EffectBarProps {
  readonly effect: Effect;
  readonly saving: boolean;
  readonly dirty: boolean;
  readonly onSave: () => void;
  /** Keeps the edit, then shows who changes and how; publishing is there. */
  readonly onLook: () => void;
}

/** Always in sight: whom the edit would touch, and the way to see it before anybody is. */
export const EffectBar = ({ effect, saving, dirty, onSave, onLook }: EffectBarProps) => (
  <View id="effect-bar" className="effect-bar">
    <Text className={`effect-bar__text${effect.kind === 'refused' ? ' effect-bar__text--refused' : ''}`}>
      {effectText(effect)}
    </Text>
    <View className="effect-bar__buttons">
      <Button id="effect-look" look="compact" asleep={effect.kind === 'refused' || saving} onTap={onLook}>
        查看
      </Button>
      <Button id="item-save" look="compact" asleep={!dirty || saving} onTap={onSave}>
        {saving ? '正在保存…' : dirty ? '保存' : '已保存'}
      </Button>
    </View>
  </View>
);

export function effectText(effect: Effect): string {
  switch (effect.kind) {
    case 'looking':
      return '正在试算…';
    case 'refused':
      return effect.text;
    case 'unknown':
      return '现在试算不了，可以先保存';
    case 'found':
      return effect.days === 0
        ? `按${effect.monthText}试算：没有人的结果变化`
        : `影响 ${effect.people} 人，${effect.days} 天结果变化`;
  }
}
