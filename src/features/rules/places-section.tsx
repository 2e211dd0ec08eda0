import { Input, Text, View } from '@tarojs/components';
import { SETTING_WORDS } from '@domain/attendance/settings-words';
import { useState } from 'react';
import { SiteMap } from '@/features/punch/site-map';
import { openEditor } from '@/navigation/rule-links';
import { Panel } from '@/ui/panel';
import { Button } from '@/ui/button';
import { newId } from '@/phone/new-id';
import { ChoiceField, SwitchField } from './fields';
import type { SectionProps } from './rule-editor';

/** More than these are searched through. */
const A_FEW = 8;

/** 考勤地点 of a rule: any of them will do; one without a radius means anywhere. */
export function PlacesSection(section: SectionProps) {
  const { value, loaded, problem, write } = section;
  const [typed, setTyped] = useState('');
  const places = loaded.desk.places.filter(
    ({ id, stopped }) => stopped !== true || value.placeIds?.includes(id) === true,
  );
  const chosen = value.placeIds ?? [];
  const anywhere =
    chosen.length === 0 ||
    places.some(({ id, radiusMeters }) => chosen.includes(id) && radiusMeters === null);
  const query = typed.trim();
  const shown = places.filter(({ id, name }) =>
    query === '' ? places.length <= A_FEW || chosen.includes(id) : name.includes(query),
  );
  return (
    <Panel title="考勤地点">
      <Text id="places-now" className="field__sentence">
        {anywhere
          ? '现在：在哪里都可以打卡（没有选地点，或选的地点没有范围）。'
          : `现在：在 ${chosen.length} 个所选地点任意一个的范围内可以打卡。`}
      </Text>
      {problem('placeIds') !== undefined && <Text className="field__problem">{problem('placeIds')}</Text>}
      {places.length > A_FEW && (
        <Input
          id="place-query"
          className="field__text"
          maxlength={30}
          placeholder={`查找 ${places.length} 个地点`}
          placeholderClass="field__placeholder"
          value={typed}
          onInput={(event) => setTyped(event.detail.value)}
        />
      )}
      {shown.map(({ id, name, radiusMeters }) => (
        <SwitchField
          key={id}
          id={`place-${id}`}
          label={name}
          sentence={radiusMeters === null ? '不限范围' : `${radiusMeters} 米以内`}
          on={chosen.includes(id)}
          onChange={(on) => write({ placeIds: on ? [...chosen, id] : chosen.filter((one) => one !== id) })}
        />
      ))}
      {chosen.length > 0 && (
        <SiteMap places={places.filter(({ id }) => chosen.includes(id))} position={null} />
      )}
      <View className="field__add">
        <Button id="rule-new-place" look="text" onTap={() => void openEditor('place', newId(), true)}>
          新建地点
        </Button>
      </View>
      {(['showPlaceName', 'sharePlaces'] as const).map((name) => (
        <SwitchField
          key={name}
          id={`rule-${name}`}
          label={SETTING_WORDS[name].chinese}
          sentence={
            name === 'showPlaceName' && anywhere
              ? '地点设了允许偏差范围后才生效。'
              : SETTING_WORDS[name].sentence
          }
          on={value.settings?.[name] ?? loaded.desk.settings[name] ?? false}
          onChange={(on) => write({ settings: { ...value.settings, [name]: on } })}
        />
      ))}
      <OutsideFields {...section} />
    </Panel>
  );
}

const PHOTOS = [
  ['optional', '可以不拍'],
  ['required', '必须有照片'],
  ['camera', '必须现拍'],
] as const;

/** 外勤打卡: outside every place, with a remark, and pictures or approval where the rule asks for them. */
const OutsideFields = ({ value, write }: SectionProps) => (
  <>
    <SwitchField
      id="outside-punch"
      label="允许外勤打卡"
      sentence="开启后，在所有地点之外也可以打卡，并注明外勤。"
      on={value.outsidePunch === true}
      onChange={(outsidePunch) => write({ outsidePunch })}
    />
    {value.outsidePunch === true && (
      <>
        <SwitchField
          id="outside-approval"
          label="外勤打卡要审批"
          sentence="开启后，上级批准的外勤打卡才算数；关闭时打了就算。"
          on={value.outsideApproval === true}
          onChange={(outsideApproval) => write({ outsideApproval })}
        />
        <ChoiceField
          id="outside-photo"
          label="外勤照片"
          value={value.outsidePhoto ?? 'optional'}
          choices={PHOTOS}
          onChange={(outsidePhoto) => write({ outsidePhoto })}
        />
      </>
    )}
  </>
);
