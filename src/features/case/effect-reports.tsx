import { Text, View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';

interface EffectReportsProps {
  readonly reports: CaseView['reports'];
  readonly busy: boolean;
  readonly onPhoto: (effectKey: string) => void;
  readonly onFile: (effectKey: string) => void;
}

/** How accounts and papers fared, for HR; what could not be made has its way out beside it. */
export function EffectReports({ reports = [], busy, onPhoto, onFile }: EffectReportsProps) {
  if (reports.length === 0) return null;
  return (
    <Panel id="case-reports" title="系统办理情况">
      {reports.map(({ done, text, whenText, byHand }, index) => (
        <View key={index} className="case__report">
          <StatusMark tone={done ? 'ok' : 'missing'} word={done ? '已办' : '没有办成'} />
          <Text className="case__value">{text}</Text>
          <Text className="case__hint">{whenText}</Text>
          {byHand !== null && (
            <>
              <Text className="case__hint">
                系统会继续重试。等不及时可以在纸上出具并盖章，放入照片或 PDF，后面的步骤照常进行。
              </Text>
              <View className="case__choices">
                <Button
                  id={`by-hand-photo-${index}`}
                  look="compact"
                  asleep={busy}
                  onTap={() => onPhoto(byHand)}
                >
                  拍纸质件
                </Button>
                <Button
                  id={`by-hand-file-${index}`}
                  look="compact"
                  asleep={busy}
                  onTap={() => onFile(byHand)}
                >
                  选 PDF 或图片
                </Button>
              </View>
            </>
          )}
        </View>
      ))}
    </Panel>
  );
}
