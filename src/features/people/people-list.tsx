import { Input, Text, View } from '@tarojs/components';
import type { StaffList } from '@contract/contract';
import { useState } from 'react';
import { PickField } from '@/features/rules/fields';
import { openImports } from '@/navigation/import-links';
import { openCompany, openStaffFile } from '@/navigation/people-links';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { AddSheet } from './add-sheet';
import { indented } from './indented';
import { usePeopleList, type Wanted } from './use-people-list';
import './people.scss';

const STATES: readonly (readonly [Wanted['state'], string])[] = [
  ['working', '在职'],
  ['probation', '试用期'],
  ['ending', '合同将到期'],
  ['leaving', '待离职'],
  ['unbound', '未绑定微信'],
  ['left', '已离职'],
];

/** 员工: whom HR looks after, with search and filters; the way to a file, to somebody new and to the organisation. */
export function PeopleList() {
  const { wanted, list, trouble, want, more, reload } = usePeopleList();
  const [adding, setAdding] = useState(false);
  if (trouble !== null && list === null)
    return (
      <ErrorState
        id="people-trouble"
        trouble={trouble}
        safe="档案都在服务器上，没有变化。"
        onRetry={reload}
      />
    );
  return (
    <View className="staff">
      <View className="staff__buttons">
        <Button id="people-add" look="compact" onTap={() => setAdding(true)}>
          新增员工
        </Button>
        <Button id="people-company" look="compact" onTap={() => void openCompany()}>
          组织与岗位
        </Button>
        <Button id="people-import" look="compact" onTap={() => void openImports('people')}>
          导入导出
        </Button>
      </View>
      <Input
        id="people-query"
        className="staff__query"
        placeholder="姓名，或完整的证件号码"
        placeholderClass="staff__placeholder"
        maxlength={40}
        value={wanted.query}
        onInput={(event) => want({ query: event.detail.value })}
      />
      <View className="staff__states">
        {STATES.map(([state, word]) => (
          <View
            key={state}
            id={`people-${state}`}
            className={`staff__state${state === wanted.state ? ' staff__state--chosen' : ''}`}
            onClick={() => want({ state })}
          >
            <Text>{word}</Text>
          </View>
        ))}
      </View>
      {list === null ? (
        <Bones />
      ) : (
        <View>
          <Filters list={list} wanted={wanted} want={want} />
          <Rows list={list} wanted={wanted} />
          {list.next !== null && (
            <Button id="people-more" look="plain" onTap={more}>
              显示更多
            </Button>
          )}
        </View>
      )}
      {adding && list !== null && (
        <AddSheet
          list={list}
          onClose={() => setAdding(false)}
          onAdded={(employmentId) => {
            setAdding(false);
            void openStaffFile(employmentId);
          }}
        />
      )}
    </View>
  );
}

interface FiltersProps {
  readonly list: StaffList;
  readonly wanted: Wanted;
  readonly want: (change: Partial<Wanted>) => void;
}

const ALL = { id: '', name: '全部' };

const Filters = ({ list, wanted, want }: FiltersProps) => (
  <Panel>
    <PickField
      id="people-department"
      label="部门"
      value={wanted.departmentId ?? ''}
      options={[ALL, ...list.departments.map(indented)]}
      empty="全部"
      onChange={(id) => want({ departmentId: id === '' ? null : id })}
    />
    {list.branches.length > 1 && (
      <PickField
        id="people-branch"
        label="所属机构"
        value={wanted.branchId ?? ''}
        options={[ALL, ...list.branches]}
        empty="全部"
        onChange={(id) => want({ branchId: id === '' ? null : id })}
      />
    )}
  </Panel>
);

const Rows = ({ list: { rows }, wanted }: { readonly list: StaffList; readonly wanted: Wanted }) =>
  rows.length === 0 ? (
    <EmptyState
      id="people-nobody"
      title={wanted.query === '' ? '这里还没有人' : `没有找到“${wanted.query}”`}
      text="换个条件看看，或新增员工。"
    />
  ) : (
    <Panel id="people-rows">
      <View className="staff__rows">
        {rows.map(
          ({ employmentId, name, departmentName, branchName, postName, rolesText, tone, stateText }) => (
            <View
              key={employmentId}
              id={`person-${employmentId}`}
              className="staff__row"
              hoverClass="staff__row--pressed"
              onClick={() => void openStaffFile(employmentId)}
            >
              <View className="staff__words">
                <Text className="staff__name">{name}</Text>
                <Text className="staff__quiet">
                  {[departmentName, postName, branchName, rolesText].filter(Boolean).join(' · ')}
                </Text>
              </View>
              <StatusMark tone={tone} word={stateText} />
            </View>
          ),
        )}
      </View>
    </Panel>
  );

const Bones = () => (
  <Panel id="people-loading">
    {[60, 85, 70, 90, 55].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
