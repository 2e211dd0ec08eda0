import { Text, View } from '@tarojs/components';
import { useJourney } from '@/features/leaving/use-journey';
import { openDelegation } from '@/navigation/duty-links';
import { LEAVING_CHOOSE, LEAVING_JOURNEY, LEAVING_SEARCH, MY_PAPERS, open } from '@/navigation/leaving-links';
import { openMonths } from '@/navigation/month-links';
import { openPeople } from '@/navigation/people-links';
import { openMachineFiles, openSignals } from '@/navigation/punch-desk-links';
import { openReports } from '@/navigation/report-links';
import { openRequests } from '@/navigation/request-links';
import { openRoster } from '@/navigation/roster-links';
import { openRules } from '@/navigation/rule-links';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import './mine-desk.scss';

/** 我的: who one is here, and the ways to what concerns oneself. */
export function MineDesk() {
  const { view, trouble, reload } = useJourney();
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="mine-trouble"
        trouble={trouble}
        safe="你的记录都在服务器上。"
        onRetry={() => void reload()}
      />
    );
  if (view === null) return <Bones />;
  const { name, departmentName, searches, keepsPeople, seesReports, journey } = view;
  return (
    <View className="mine">
      <Panel id="mine-head">
        <Text className="mine__name">{name}</Text>
        <Text className="mine__quiet">{departmentName}</Text>
      </Panel>
      <Panel>
        <Entry id="mine-requests" word="请假和其他申请" more={null} onTap={() => void openRequests()} />
        <Entry
          id="mine-leaving"
          word="离职与交接"
          more={journey?.running ? (journey.daysLeftText ?? '办理中') : null}
          onTap={() => void open(journey === null ? LEAVING_CHOOSE : LEAVING_JOURNEY)}
        />
        <Entry id="mine-delegation" word="不在时由谁代办" more={null} onTap={() => void openDelegation()} />
        <Entry id="mine-papers" word="我的文件" more={null} onTap={() => void open(MY_PAPERS)} />
        {seesReports && (
          <Entry id="mine-reports" word="出勤报表" more={null} onTap={() => void openReports()} />
        )}
        {keepsPeople && (
          <Entry id="mine-people" word="员工与组织" more="人事" onTap={() => void openPeople()} />
        )}
        {searches && (
          <Entry id="mine-search" word="离职查询" more="人事" onTap={() => void open(LEAVING_SEARCH)} />
        )}
        {seesReports && <Entry id="mine-roster" word="排班" more={null} onTap={() => void openRoster()} />}
        {searches && (
          <Entry id="mine-machine" word="考勤机记录" more="人事" onTap={() => void openMachineFiles()} />
        )}
        {searches && <Entry id="mine-signals" word="打卡线索" more="人事" onTap={() => void openSignals()} />}
        {searches && <Entry id="mine-months" word="月度结账" more="人事" onTap={() => void openMonths()} />}
        {searches && <Entry id="mine-rules" word="考勤规则" more="人事" onTap={() => void openRules()} />}
      </Panel>
    </View>
  );
}

interface EntryProps {
  readonly id: string;
  readonly word: string;
  readonly more: string | null;
  readonly onTap: () => void;
}

const Entry = ({ id, word, more, onTap }: EntryProps) => (
  <View id={id} className="mine__entry" hoverClass="mine__entry--pressed" onClick={onTap}>
    <Text className="mine__word">{word}</Text>
    {more !== null && <Text className="mine__quiet">{more}</Text>}
    <Icon name="next" />
  </View>
);

const Bones = () => (
  <Panel id="mine-loading">
    {[40, 60, 80].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
