import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import type { PapersView } from '@contract/contract';
import { useState } from 'react';
import { ask } from '@/cloud/ask';
import { openFile } from '@/phone/open-file';
import { Icon } from '@/ui/icon';
import { Panel } from '@/ui/panel';
import { troubleSentence } from '@/wording/troubles';

/** Every paper of the case, to open and to keep. One that cannot be had now says so and stays in the list. */
export function JourneyPapers({ caseId }: { readonly caseId: string }) {
  const [papers, setPapers] = useState<PapersView['papers']>([]);
  const [said, setSaid] = useState<string | null>(null);
  const load = async () => {
    const outcome = await ask('document.list', { caseId });
    if (outcome.kind === 'done') setPapers(outcome.value.papers);
    else setSaid(troubleSentence(outcome).text);
  };
  useDidShow(() => void load());

  const show = async (documentId: string) => {
    setSaid(null);
    const outcome = await ask('document.open', { documentId });
    if (outcome.kind !== 'done') return setSaid(troubleSentence(outcome).text);
    if (!(await openFile({ url: outcome.value.url, kind: 'pdf' }))) setSaid('文件没有打开，再点一次试试');
  };
  return (
    <Panel id="journey-papers" title="文件">
      {papers.length === 0 && (
        <Text className="leaving__quiet">文件做好以后会出现在这里，可以打开和转发。</Text>
      )}
      {papers
        .filter(({ purged }) => !purged)
        .map(({ id, title, number, madeText, revokedText }) => (
          <View key={id} id={`paper-${number}`} className="leaving__line" onClick={() => void show(id)}>
            <View>
              <Text>{title}</Text>
              <Text className="leaving__quiet">{revokedText ?? `${madeText} · ${number}`}</Text>
            </View>
            <Icon name="next" />
          </View>
        ))}
      {said !== null && <Text className="leaving__quiet">{said}</Text>}
    </Panel>
  );
}
