import { Text, View } from '@tarojs/components';
import { LEAVING_JOURNEY, open, openNoticeForm } from '@/navigation/leaving-links';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { Law } from './law';
import { type LeavingOptions, useOptions } from './use-options';
import './leaving.scss';

/** Which way: what each means, from when, and which are not for now. */
export function ChooseDesk() {
  const { view, trouble, reload } = useOptions();
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="choose-trouble"
        trouble={trouble}
        safe="什么都还没有提交。"
        onRetry={() => void reload()}
      />
    );
  if (view === null) return <Bones />;
  const { options, openCaseId, arrivesText, atFault, hasFile } = view;
  return (
    <View className="leaving">
      {openCaseId !== null && (
        <Notice id="choose-open" mark={<StatusMark tone="info" />} text="你的离职正在办理中">
          <Button id="choose-journey" look="compact" onTap={() => void open(LEAVING_JOURNEY)}>
            看进度
          </Button>
        </Notice>
      )}
      <Text className="leaving__lead">{`先看清每条路，再决定。日期按今天（${arrivesText}）送达计算。`}</Text>
      {!hasFile && (
        <Notice
          mark={<StatusMark tone="info" />}
          text="人事还没有登记你的合同日期，下面按最常见的情形计算，以合同为准。"
        />
      )}
      {options.map((option) => (
        <Option key={option.path} option={option} isAsleep={openCaseId !== null} />
      ))}
      <Panel id="choose-at-fault" title="公司有过错时">
        <Law law={atFault} />
      </Panel>
    </View>
  );
}

interface OptionProps {
  readonly option: LeavingOptions['options'][number];
  readonly isAsleep: boolean;
}

function Option({ option, isAsleep }: OptionProps) {
  const { path, title, meaning, offered, whyNot, earliestText } = option;
  return (
    <Panel id={`option-${path}`}>
      <Text className="leaving__title">{title}</Text>
      <Law law={meaning} />
      {earliestText !== null && <Text className="leaving__fact">{`最早的最后工作日：${earliestText}`}</Text>}
      {whyNot !== null && (
        <View className="leaving__why-not">
          <Icon name="waiting" />
          <Text>{whyNot}</Text>
        </View>
      )}
      {offered && (
        <Button
          id={`choose-${path}`}
          look={path === 'notice' || path === 'probation' ? 'primary' : 'plain'}
          asleep={isAsleep}
          onTap={() => void openNoticeForm(path)}
        >
          {`选择${title}`}
        </Button>
      )}
    </Panel>
  );
}

const Bones = () => (
  <Panel id="choose-loading">
    {[50, 90, 80, 60].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
