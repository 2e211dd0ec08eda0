import { Text, View } from '@tarojs/components';
import type { PlaceValue } from '@contract/rule-values';
import type { PlaceWifi, WifiProof } from '@domain/schedule/place';
import { parseBssid } from '@domain/schedule/wifi';
import { useState } from 'react';
import { connectedWifi } from '@/phone/wifi';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { ChoiceField, Field, TextField } from './fields';

const PROOFS: readonly (readonly [WifiProof, string])[] = [
  ['instead', '定位或 Wi-Fi'],
  ['beside', '定位和 Wi-Fi 都要'],
];

const SENTENCES: Readonly<Record<WifiProof, string>> = {
  instead: '连着列表里的 Wi-Fi 就算在这个地点，定位不准也能打卡。',
  beside: '在范围之内，并且连着列表里的 Wi-Fi，才能在这个地点打卡。',
};

const NOT_CONNECTED = '手机没有连 Wi-Fi，或没有打开定位服务（苹果手机要打开才能读到 Wi-Fi）';
const NOT_A_BSSID = '热点编号应像 0a:1b:2c:3d:4e:5f，留空则只认名称';

interface PlaceWifiProps {
  readonly value: PlaceValue;
  /** What is wrong with a field of the place: 'wifi[0].bssid'. */
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (change: Pick<PlaceValue, 'wifi' | 'wifiProof'>) => void;
}

/** The Wi-Fi that proves a place: which, and whether it stands in for the position or comes beside it. */
export function PlaceWifiPanel({ value, problem, onChange }: PlaceWifiProps) {
  const listed = value.wifi ?? [];
  const proof = value.wifiProof ?? 'instead';
  const [typed, setTyped] = useState<PlaceWifi>({ ssid: '', bssid: null });
  const [trouble, setTrouble] = useState<string | null>(null);

  const put = (one: PlaceWifi) => {
    setTrouble(null);
    if (listed.some(({ ssid, bssid }) => bssid === one.bssid && (bssid !== null || ssid === one.ssid)))
      return;
    onChange({ wifi: [...listed, one] });
  };
  const addTyped = () => {
    const text = typed.bssid ?? '';
    const bssid = text.trim() === '' ? null : parseBssid(text);
    if (text.trim() !== '' && bssid === null) return setTrouble(NOT_A_BSSID);
    if (typed.ssid.trim() === '') return setTrouble('请填写 Wi-Fi 名称');
    put({ ssid: typed.ssid.trim(), bssid });
    setTyped({ ssid: '', bssid: null });
  };
  const addConnected = async () => {
    const wifi = await connectedWifi();
    if (wifi === null) setTrouble(NOT_CONNECTED);
    else put(wifi);
  };

  return (
    <Panel title="Wi-Fi（选填）">
      {listed.map((one, at) => (
        <Field
          key={`${one.ssid}${one.bssid}`}
          id={`place-wifi-${at}`}
          label={one.ssid}
          sentence={one.bssid ?? '只认名称：别人的热点也可以起同样的名字，是较弱的证明'}
          problem={problem(`wifi[${at}].bssid`) ?? problem(`wifi[${at}].ssid`) ?? problem(`wifi[${at}]`)}
        >
          <Button
            id={`place-wifi-${at}-remove`}
            look="text"
            onTap={() => onChange({ wifi: listed.filter((_, other) => other !== at) })}
          >
            移除
          </Button>
        </Field>
      ))}
      {listed.length > 0 && (
        <ChoiceField
          id="place-wifi-proof"
          label="怎么用"
          sentence={SENTENCES[proof]}
          value={proof}
          choices={PROOFS}
          onChange={(wifiProof) => onChange({ wifiProof })}
        />
      )}
      <View>
        <TextField
          id="place-wifi-name"
          label="名称"
          placeholder="例如：ZD-Office"
          value={typed.ssid}
          onChange={(ssid) => setTyped({ ...typed, ssid })}
        />
        <TextField
          id="place-wifi-bssid"
          label="热点编号（BSSID）"
          placeholder="留空则只认名称"
          value={typed.bssid ?? ''}
          onChange={(bssid) => setTyped({ ...typed, bssid })}
        />
        {trouble !== null && (
          <Text id="place-wifi-trouble" className="field__problem">
            {trouble}
          </Text>
        )}
        <View className="field__choices">
          <Button id="place-wifi-add" look="compact" onTap={addTyped}>
            加入列表
          </Button>
          <Button id="place-wifi-here" look="compact" onTap={() => void addConnected()}>
            加入现在连着的 Wi-Fi
          </Button>
        </View>
      </View>
      <Text className="field__sentence">
        手机只在打卡页、并且当天的地点列了 Wi-Fi 时，读取现在连着的那一个，不读取周围的 Wi-Fi。
      </Text>
    </Panel>
  );
}
