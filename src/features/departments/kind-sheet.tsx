import { Text, View } from '@tarojs/components';
import { isDeduction, LINE_KINDS, LINE_TITLES, type LineKind } from '@domain/offboarding/settlement-lines';
import { Sheet } from '@/ui/sheet';

interface KindSheetProps {
  readonly onChoose: (kind: LineKind) => void;
  readonly onClose: () => void;
}

/** Every kind of line that there is; damages and deposits are none. */
export const KindSheet = ({ onChoose, onClose }: KindSheetProps) => (
  <Sheet id="kind-sheet" title="加哪一种" onClose={onClose}>
    {[false, true].map((deduction) => (
      <View key={String(deduction)} className="step__kinds">
        <Text className="step__quiet">{deduction ? '代扣（法律允许的四种）' : '应付'}</Text>
        {LINE_KINDS.filter((kind) => isDeduction(kind) === deduction).map((kind) => (
          <View
            key={kind}
            id={`kind-${kind}`}
            className="step__choice"
            hoverClass="step__choice--pressed"
            onClick={() => onChoose(kind)}
          >
            <Text>{LINE_TITLES[kind]}</Text>
          </View>
        ))}
      </View>
    ))}
    <Text className="step__quiet">赔偿金、押金不能从最后的工资里扣，这里没有这样的项目。</Text>
  </Sheet>
);
