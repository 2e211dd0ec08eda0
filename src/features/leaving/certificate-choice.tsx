import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { Law } from './law';
import type { Journey } from './use-journey';

interface CertificateChoiceProps {
  readonly choice: Journey['certificate'];
  readonly busy: boolean;
  readonly onChoose: (withReason: boolean) => void;
}

const LAW = {
  text: '离职证明写明合同期限、解除日期、工作岗位和工作年限。写不写离职原因由你决定，不选就不写，也不影响出具的时间。',
  article: '《劳动合同法实施条例》第二十四条',
};

/** 在证明上写明离职原因? The leaver's to decide, before the certificate is made and afterwards. */
export function CertificateChoice({ choice, busy, onChoose }: CertificateChoiceProps) {
  if (choice === undefined) return null;
  const { withReason, reasonText, made, pending } = choice;
  const words = withReason ? '不写离职原因' : '写明离职原因';
  return (
    <Panel id="journey-certificate" title="离职证明">
      <Text id="certificate-now" className="leaving__fact">
        {withReason ? '离职原因：写明' : '离职原因：不写'}
      </Text>
      <Law law={LAW} />
      <Text className="leaving__quiet">
        {`${withReason ? '证明上写' : '如果写明，证明上会写'}：“${reasonText}”`}
      </Text>
      {pending && <Text className="leaving__quiet">新的一版正在生成，几分钟后会出现在“文件”里。</Text>}
      <View className="leaving__actions">
        <Button id="certificate-choose" look="plain" asleep={busy} onTap={() => onChoose(!withReason)}>
          {made ? `要一份${words}的证明` : `改为${words}`}
        </Button>
      </View>
      {made && <Text className="leaving__quiet">会另外生成新的一版，已经出具的那一版仍然有效。</Text>}
    </Panel>
  );
}
