import { Text, View } from '@tarojs/components';
import { INTERVIEW_REASON_TITLES } from '@domain/offboarding/exit-interview';
import type { InterviewSummary } from '@contract/contract';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';

interface ReasonsPanelProps {
  readonly reasons: InterviewSummary | null;
  readonly onShow: (year: number) => void;
}

/** Why people left, by department; nothing of fewer than five. Asked for by a tap. */
export const ReasonsPanel = ({ reasons, onShow }: ReasonsPanelProps) => (
  <Panel id="reasons" title="离职原因">
    {reasons === null ? (
      <Button id="show-reasons" look="compact" onTap={() => onShow(new Date().getFullYear())}>
        看今年的汇总
      </Button>
    ) : (
      <Groups reasons={reasons} />
    )}
  </Panel>
);

const Groups = ({ reasons: { groups, someHidden, periodText } }: { readonly reasons: InterviewSummary }) => (
  <>
    {periodText !== null && <Text className="leavers__quiet">{periodText}</Text>}
    {groups.map(({ group, people, reasons }) => (
      <View key={group ?? ''} className="leavers__wait">
        <Text className="leavers__name">{`${group ?? '其他部门合计'}（${people} 人）`}</Text>
        <Text className="leavers__quiet">
          {reasons
            .map(({ reason, people: count }) => `${INTERVIEW_REASON_TITLES[reason]} ${count}`)
            .join(' · ')}
        </Text>
      </View>
    ))}
    {groups.length === 0 && <Text className="leavers__quiet">还不够 5 人，不显示</Text>}
    {someHidden && groups.length > 0 && (
      <Text className="leavers__quiet">不足 5 人的部门没有显示，也不计入合计</Text>
    )}
  </>
);
