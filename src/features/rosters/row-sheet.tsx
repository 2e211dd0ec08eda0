import { Text } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import './roster.scss';

export type RowWish =
  'copy-week' | 'copy-month' | 'repeat-week' | 'cycle' | 'clear-week' | 'clear-month' | 'history';

interface RowSheetProps {
  readonly name: string;
  /** '3月9日–15日' */
  readonly weekText: string;
  readonly mayEdit: boolean;
  readonly onWish: (wish: RowWish) => void;
  readonly onClose: () => void;
}

const EDITS: readonly (readonly [RowWish, string])[] = [
  ['copy-week', '复制这一周，去贴给别人'],
  ['copy-month', '复制整月，去贴给别人'],
  ['repeat-week', '上周照抄到这一周'],
  ['cycle', '循环排班（做二休二等）'],
  ['clear-week', '清空这一周'],
  ['clear-month', '清空整月'],
];

/** What can be done with one person's row as a whole. */
export const RowSheet = ({ name, weekText, mayEdit, onWish, onClose }: RowSheetProps) => (
  <Sheet id="roster-row" title={`${name} · 这一周是 ${weekText}`} onClose={onClose}>
    {(mayEdit ? EDITS : []).map(([wish, word]) => (
      <Button key={wish} id={`row-${wish}`} look="text" onTap={() => onWish(wish)}>
        {word}
      </Button>
    ))}
    <Button id="row-history" look="text" onTap={() => onWish('history')}>
      排班历史
    </Button>
    {!mayEdit && <Text className="roster__quiet">这条规则由 HR 排班，你可以看。</Text>}
  </Sheet>
);
