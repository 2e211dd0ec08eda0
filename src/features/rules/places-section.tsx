import { Text, View } from '@tarojs/components';
import { openEditor } from '@/navigation/rule-links';
import { Panel } from '@/ui/panel';
import { Button } from '@/ui/button';
import { newId } from '@/phone/new-id';
import { SwitchField } from './fields';
import type { SectionProps } from './rule-editor';

/** 考勤地点 of a rule: any of them will do; one without a radius means anywhere. */
export function PlacesSection({ value, loaded, problem, write }: SectionProps) {
  const { places } = loaded.desk;
  const chosen = value.placeIds ?? [];
  const anywhere =
    chosen.length === 0 ||
    places.some(({ id, radiusMeters }) => chosen.includes(id) && radiusMeters === null);
  return (
    <Panel title="考勤地点">
      <Text className="field__sentence">
        {anywhere
          ? '现在：在哪里都可以打卡（没有选地点，或选的地点没有范围）。'
          : '现在：在任意一个所选地点的范围内可以打卡。'}
      </Text>
      {problem('placeIds') !== undefined && <Text className="field__problem">{problem('placeIds')}</Text>}
      {places.map(({ id, name, radiusMeters }) => (
        <SwitchField
          key={id}
          id={`place-${id}`}
          label={name}
          sentence={radiusMeters === null ? '不限范围' : `${radiusMeters} 米以内`}
          on={chosen.includes(id)}
          onChange={(on) => write({ placeIds: on ? [...chosen, id] : chosen.filter((one) => one !== id) })}
        />
      ))}
      <View className="field__add">
        <Button id="rule-new-place" look="text" onTap={() => void openEditor('place', newId(), true)}>
          新建地点
        </Button>
      </View>
      <SwitchField
        id="outside-punch"
        label="允许外勤打卡"
        sentence="开启后，在所有地点之外也可以打卡，并注明外勤。"
        on={value.outsidePunch === true}
        onChange={(outsidePunch) => write({ outsidePunch })}
      />
    </Panel>
  );
}
