import { Input, Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { PlaceValue } from '@contract/rule-values';
import { useCallback, useState } from 'react';
import { SiteMap } from '@/features/punch/site-map';
import { choosePlace } from '@/phone/choose-place';
import { locate } from '@/phone/location';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { Field, TextField } from './fields';
import { ItemFrame } from './item-frame';
import { keepsRules, loadFromDesk } from './load-from-desk';
import { firstPlace } from './new-items';
import { PlaceWifiPanel } from './place-wifi';
import { RadiusField } from './radius-field';
import { problemAt } from './section-problems';
import { useEffectOf } from './use-effect-of';
import { useItem } from './use-item';

const NO_POSITION = '没有拿到手机的位置，可以在地图上选，或直接填写经纬度';

/** 考勤地点: where, and how far around it. Holds at once, for punches to come only. */
export function PlaceEditor() {
  const { params } = useRouter();
  const id = decodeURIComponent(params.id ?? '');
  const isNew = params.new === '1';
  const load = useCallback(
    () =>
      loadFromDesk<PlaceValue>(
        ({ places }) => {
          const place = places.find((one) => one.id === id);
          if (place === undefined) return null;
          const { id: _id, ...value } = place;
          return value;
        },
        isNew ? firstPlace : null,
        keepsRules,
      ),
    [id, isNew],
  );
  const item = useItem<PlaceValue>('place', id, load);
  const { value } = item;
  const effect = useEffectOf(
    value === null || item.loaded?.mayEdit !== true ? null : { kind: 'place', id, value },
  );
  const [trouble, setTrouble] = useState<string | null>(null);
  return (
    <ItemFrame item={item} effect={effect}>
      {(place) => {
        const put = (change: Partial<PlaceValue>) => item.write({ ...place, ...change });
        const fromMap = async () => {
          const chosen = await choosePlace();
          setTrouble(chosen === null ? '没有选地点，原来的位置没有变' : null);
          if (chosen !== null) put({ ...chosen, name: place.name === '' ? chosen.name : place.name });
        };
        const fromPhone = async () => {
          const found = await locate();
          setTrouble(found.kind === 'found' ? null : NO_POSITION);
          if (found.kind !== 'found') return;
          const { latitude, longitude } = found.position;
          put({ latitude, longitude });
        };
        return (
          <>
            <Panel title="考勤地点">
              <TextField
                id="place-name"
                label="名称"
                placeholder="例如：总部大楼"
                problem={problemAt(effect, 'name')}
                value={place.name}
                onChange={(name) => put({ name })}
              />
              <RadiusField
                id="place-radius"
                meters={place.radiusMeters}
                problem={problemAt(effect, 'radiusMeters')}
                onChange={(radiusMeters) => put({ radiusMeters })}
              />
              <Field id="place-where" label="位置" problem={trouble ?? undefined}>
                <Button id="place-map" look="compact" onTap={() => void fromMap()}>
                  地图选点
                </Button>
                <Button id="place-here" look="compact" onTap={() => void fromPhone()}>
                  用手机当前位置
                </Button>
              </Field>
              <View className="field__choices">
                <Degrees
                  id="place-latitude"
                  word="纬度"
                  value={place.latitude}
                  onChange={(latitude) => put({ latitude })}
                />
                <Degrees
                  id="place-longitude"
                  word="经度"
                  value={place.longitude}
                  onChange={(longitude) => put({ longitude })}
                />
              </View>
              <SiteMap places={[{ ...place, id }]} position={null} />
              <Text className="field__sentence">发布后对新的打卡立即生效，已经打过的卡不会改变。</Text>
            </Panel>
            <PlaceWifiPanel value={place} problem={(field) => problemAt(effect, field)} onChange={put} />
          </>
        );
      }}
    </ItemFrame>
  );
}

interface DegreesProps {
  readonly id: string;
  readonly word: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const Degrees = ({ id, word, value, onChange }: DegreesProps) => (
  <View className="field__clock">
    <Text>{word}</Text>
    <Input
      id={id}
      className="field__text"
      type="text"
      value={String(value)}
      onInput={(event) => {
        const number = Number(event.detail.value);
        if (event.detail.value.trim() !== '' && Number.isFinite(number)) onChange(number);
      }}
    />
  </View>
);
