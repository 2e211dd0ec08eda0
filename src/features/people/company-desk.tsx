import { Text, View } from '@tarojs/components';
import type { CompanyView } from '@contract/contract';
import { useState } from 'react';
import { newId } from '@/phone/new-id';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { ChangesPanel } from './changes-panel';
import { UnitSheet } from './unit-sheet';
import { type Unit, useCompany } from './use-company';
import './people.scss';

/** 组织与岗位: departments with their heads, branches and posts; each is changed in a form of its own. */
export function CompanyDesk() {
  const editor = useCompany();
  const [editing, setEditing] = useState<Unit | null>(null);
  const { view, trouble } = editor;
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="company-trouble"
        trouble={trouble}
        safe="组织没有变化。"
        onRetry={() => void editor.reload()}
      />
    );
  if (view === null) return <Bones />;
  const { departments, branches, posts, today } = view;
  const parentId = departments.find((one) => one.parentId === null)?.id ?? null;
  return (
    <View className="staff">
      {!view.mayEdit && (
        <Notice
          id="company-read-only"
          mark={<StatusMark tone="info" />}
          text="组织与岗位由总部人事维护，这里只能查看"
        />
      )}
      <View className="staff__columns">
        <Panel
          id="company-departments"
          title={`部门（${departments.filter(({ closed }) => !closed).length}）`}
        >
          {departments.map((one) => (
            <DepartmentLine
              key={one.id}
              one={one}
              onTap={view.mayEdit ? () => setEditing(departmentUnit(one, today)) : null}
            />
          ))}
          {view.mayEdit && (
            <Add
              id="department-add"
              word="新增部门"
              onTap={() =>
                setEditing({
                  kind: 'department',
                  id: newId(),
                  name: '',
                  parentId,
                  headId: null,
                  closed: false,
                  from: today,
                })
              }
            />
          )}
        </Panel>
        <View>
          <Panel id="company-posts" title={`岗位（${posts.filter(({ closed }) => !closed).length}）`}>
            {posts.length === 0 && (
              <Text className="staff__quiet">还没有岗位。建好以后，调动和考勤规则都能选。</Text>
            )}
            {posts.map((one) => (
              <Line
                key={one.id}
                id={`post-${one.id}`}
                name={one.name}
                more={one.closed ? '已停用' : one.secrecy ? '涉密，可约定竞业限制' : ''}
                onTap={view.mayEdit ? () => setEditing({ kind: 'post', ...one }) : null}
              />
            ))}
            {view.mayEdit && (
              <Add
                id="post-add"
                word="新增岗位"
                onTap={() =>
                  setEditing({ kind: 'post', id: newId(), name: '', secrecy: false, closed: false })
                }
              />
            )}
          </Panel>
          <Panel
            id="company-branches"
            title={`所属机构（${branches.filter(({ closed }) => !closed).length}）`}
          >
            {branches.map((one) => (
              <Line
                key={one.id}
                id={`branch-${one.id}`}
                name={one.name}
                more={one.closed ? '已停用' : ''}
                onTap={view.mayEdit ? () => setEditing({ kind: 'branch', ...one }) : null}
              />
            ))}
            {view.mayEdit && (
              <Add
                id="branch-add"
                word="新增机构"
                onTap={() => setEditing({ kind: 'branch', id: newId(), name: '', closed: false })}
              />
            )}
          </Panel>
          <ChangesPanel changes={view.changes} />
        </View>
      </View>
      {editing !== null && (
        <UnitSheet first={editing} editor={editor} view={view} onClose={() => setEditing(null)} />
      )}
    </View>
  );
}

type Department = CompanyView['departments'][number];

const departmentUnit = ({ id, name, parentId, head, closed }: Department, today: string): Unit => ({
  kind: 'department',
  id,
  name,
  parentId,
  headId: head?.employmentId ?? null,
  closed,
  from: today,
});

interface DepartmentLineProps {
  readonly one: Department;
  readonly onTap: (() => void) | null;
}

const INDENT_PX = 18;

const DepartmentLine = ({ one, onTap }: DepartmentLineProps) => (
  <View
    id={`department-${one.id}`}
    className="staff__row"
    style={{ paddingLeft: `${one.depth * INDENT_PX}px` }}
    onClick={onTap ?? undefined}
  >
    <View className="staff__words">
      <Text className="staff__name">{one.name}</Text>
      <Text className="staff__quiet">
        {one.closed ? '已停用' : one.head === null ? '还没有负责人' : `负责人 ${one.head.name}`}
      </Text>
      {one.plannedText !== null && <Text className="staff__planned">{one.plannedText}</Text>}
    </View>
    {onTap !== null && <Icon name="next" />}
  </View>
);

interface LineProps {
  readonly id: string;
  readonly name: string;
  readonly more: string;
  readonly onTap: (() => void) | null;
}

const Line = ({ id, name, more, onTap }: LineProps) => (
  <View id={id} className="staff__row" onClick={onTap ?? undefined}>
    <View className="staff__words">
      <Text className="staff__name">{name}</Text>
      {more !== '' && <Text className="staff__quiet">{more}</Text>}
    </View>
    {onTap !== null && <Icon name="next" />}
  </View>
);

const Add = ({
  id,
  word,
  onTap,
}: {
  readonly id: string;
  readonly word: string;
  readonly onTap: () => void;
}) => (
  <View className="staff__buttons">
    <Button id={id} look="compact" onTap={onTap}>
      {word}
    </Button>
  </View>
);

const Bones = () => (
  <Panel id="company-loading">
    {[50, 80, 65, 90].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
