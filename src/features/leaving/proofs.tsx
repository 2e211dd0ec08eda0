import { Image, Switch, Text, View } from '@tarojs/components';
import type { ChosenPhoto } from '@/phone/photos';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Panel } from '@/ui/panel';
import { MOST_PHOTOS } from './use-notice';

interface ProofsProps {
  readonly photos: readonly ChosenPhoto[];
  readonly consent: boolean;
  readonly onConsent: (consent: boolean) => void;
  readonly onAdd: () => void;
  readonly onDrop: (path: string) => void;
}

/** Proofs are optional, and keeping them has a consent of its own. */
export const Proofs = ({ photos, consent, onConsent, onAdd, onDrop }: ProofsProps) => (
  <Panel title={`证明材料（选填，最多 ${MOST_PHOTOS} 张）`}>
    <Text className="leaving__quiet">例如医院证明。不提供也可以离职；只有你和人事看得到，办结后删除。</Text>
    <View className="leaving__photos">
      {photos.map(({ path }) => (
        <View key={path} className="leaving__photo">
          <Image className="leaving__picture" src={path} mode="aspectFill" />
          <View className="leaving__drop" onClick={() => onDrop(path)}>
            <Icon name="close" />
          </View>
        </View>
      ))}
      {photos.length < MOST_PHOTOS && (
        <Button id="proof-add" look="compact" onTap={onAdd}>
          添加照片
        </Button>
      )}
    </View>
    {photos.length > 0 && (
      <View className="leaving__switch">
        <Text>我同意公司为办理本次离职保存这些材料</Text>
        <Switch id="proof-consent" checked={consent} onChange={(event) => onConsent(event.detail.value)} />
      </View>
    )}
  </Panel>
);
