import { Switch, Text, View } from '@tarojs/components';
import type { InputOf, OutputOf } from '@contract/contract';
import { useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { choosePhotos, uploadPhoto } from '@/phone/photos';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';

type Card = InputOf<'leaving.compareCard'>['card'];
type Compared = OutputOf<'leaving.compareCard'>;
type Said = { readonly compared: Compared } | { readonly trouble: Trouble } | { readonly stuck: string };

const RESULTS = {
  same: ['ok', '与公司档案一致'],
  different: ['missing', '与公司档案不一致，可以请人事核对档案；不影响离职'],
  'nothing-on-file': ['info', '公司档案里没有可以核对的内容'],
} as const;

/** Comparing a card is nobody's duty: it has a consent of its own, and what it cannot do stands beside it. */
export function CardCheck({ folder }: { readonly folder: string }) {
  const [consent, setConsent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);

  const compare = async (card: Card) => {
    if (busy || !consent) return;
    const chosen = await choosePhotos(1);
    if (chosen === null) return setSaid({ stuck: '手机没有允许使用相机和相册；不核对也可以离职' });
    const [photo] = chosen;
    if (!photo) return;
    setBusy(true);
    const fileId = await uploadPhoto(folder, photo);
    const outcome = fileId === null ? null : await ask('leaving.compareCard', { card, fileId, consent });
    setBusy(false);
    if (outcome === null) return setSaid({ stuck: '照片没有传上去，再试一次' });
    setSaid(outcome.kind === 'done' ? { compared: outcome.value } : { trouble: outcome });
  };
  return (
    <Panel id="card-check" title="核对证件（选填）">
      <Text className="leaving__quiet">
        拍身份证或工作证，与公司档案核对。只读取证件上的字，不能证明证件真伪，也不能代替签名前的验证；核对完照片立即删除，只留下“一致”或“不一致”。不做也可以离职。
      </Text>
      <View className="leaving__switch">
        <Text>我同意公司为本次核对读取证件照片</Text>
        <Switch id="card-consent" checked={consent} onChange={(event) => setConsent(event.detail.value)} />
      </View>
      {consent && (
        <View className="leaving__photos">
          <Button id="card-id" look="compact" asleep={busy} onTap={() => void compare('idCard')}>
            {busy ? '正在核对…' : '身份证'}
          </Button>
          <Button id="card-badge" look="compact" asleep={busy} onTap={() => void compare('badge')}>
            工作证
          </Button>
        </View>
      )}
      {said !== null && <Result said={said} />}
    </Panel>
  );
}

function Result({ said }: { readonly said: Said }) {
  if (!('compared' in said)) {
    const text = 'stuck' in said ? said.stuck : troubleSentence(said.trouble).text;
    return (
      <View id="card-said">
        <StatusMark tone="info" word={text} />
      </View>
    );
  }
  const { result, name, numberMasked, kept } = said.compared;
  const [tone, word] = RESULTS[result];
  return (
    <View id="card-said">
      <StatusMark tone={tone} word={word} />
      <Text className="leaving__quiet">{`读到：${[name, numberMasked].filter(Boolean).join(' ')}。${kept}`}</Text>
    </View>
  );
}
