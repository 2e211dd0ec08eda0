import { useRouter } from '@tarojs/taro';
import type { OvertimeValue } from '@contract/company-values';
import { useCallback } from 'react';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { DateField, SwitchField, TextField } from './fields';
import { ItemFrame } from './item-frame';
import { usersText } from './item-words';
import { keepsRules, loadFromDesk } from './load-from-desk';
import { firstOvertime, fromToday } from './new-items';
import { OvertimeDayPanel } from './overtime-day-panel';
import { overtimeExample } from './overtime-example';
import { problemAt } from './section-problems';
import { useEffectOf } from './use-effect-of';
import { useItem } from './use-item';

const DAYS = [
  ['workday', '工作日加班', 1.5],
  ['restday', '休息日加班', 2],
  ['holiday', '法定节假日加班', 3],
] as const;

/** 加班规则: how overtime counts on each kind of day. Whoever else uses it is named before anything is changed. */
export function OvertimeEditor() {
  const { params } = useRouter();
  const id = decodeURIComponent(params.id ?? '');
  const isNew = params.new === '1';
  const load = useCallback(
    () =>
      loadFromDesk<OvertimeValue>(
        (desk) => {
          const rule = desk.overtimeRules.find((one) => one.id === id);
          if (rule === undefined) return null;
          const { id: _id, version: _version, ...rest } = rule;
          const value = { ...rest, effectiveFrom: rule.effectiveFrom ?? desk.today };
          const isDraft = desk.items.some((one) => one.kind === 'overtime' && one.id === id && one.isDraft);
          return isDraft ? value : fromToday(value, desk);
        },
        isNew ? firstOvertime : null,
        keepsRules,
      ),
    [id, isNew],
  );
  const item = useItem<OvertimeValue>('overtime', id, load);
  const { value } = item;
  const effect = useEffectOf(
    value === null || item.loaded?.mayEdit !== true ? null : { kind: 'overtime', id, value },
  );
  const problem = (field: string) => problemAt(effect, field);
  return (
    <ItemFrame item={item} effect={effect}>
      {(rule, { desk }) => {
        const others = (desk.users[`overtime:${id}`] ?? []).filter((user) => user.id !== params.of);
        return (
          <>
            {others.length > 0 && (
              <Notice
                id="overtime-others"
                mark={<StatusMark tone="info" />}
                text={`${usersText(others)} ${params.of === undefined ? '' : '也'}在用这条加班规则`}
                more={['修改后它们一起改变；只想改一处时，请另建一条']}
              />
            )}
            <Panel title="加班规则">
              <TextField
                id="overtime-name"
                label="名称"
                placeholder="例如：普通加班"
                problem={problem('name')}
                value={rule.name}
                onChange={(name) => item.write({ ...rule, name })}
              />
              <DateField
                id="overtime-from"
                label="生效日期"
                sentence="从这一天起按新内容计算；之前的加班不会改变。"
                problem={problem('effectiveFrom') ?? problem('days')}
                value={rule.effectiveFrom}
                onChange={(date) =>
                  item.write({ ...rule, effectiveFrom: date as OvertimeValue['effectiveFrom'] })
                }
              />
              <SwitchField
                id="overtime-early"
                label="早到也算加班"
                sentence="开启后，上班时间以前在岗的时间也算；关闭时只算下班以后。"
                on={rule.earlyArrival === true}
                onChange={(earlyArrival) => item.write({ ...rule, earlyArrival })}
              />
            </Panel>
            {DAYS.map(([kind, title, multiple]) => (
              <OvertimeDayPanel
                key={kind}
                id={`overtime-${kind}`}
                title={title}
                usualMultiple={multiple}
                day={rule.days[kind] ?? null}
                example={overtimeExample({ ...rule, id }, kind)}
                problem={(field) => problem(`days.${kind}.${field}`)}
                onChange={(day) => {
                  const { [kind]: _before, ...rest } = rule.days;
                  item.write({ ...rule, days: day === null ? rest : { ...rest, [kind]: day } });
                }}
              />
            ))}
          </>
        );
      }}
    </ItemFrame>
  );
}
