import { Text, View } from '@tarojs/components';
import type { StaffFileView } from '@contract/contract';
import { useState } from 'react';
import { PickField } from '@/features/rules/fields';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Panel } from '@/ui/panel';
import type { StaffFileEditor } from './use-staff-file';

interface RolesPanelProps {
  readonly editor: StaffFileEditor;
  readonly view: StaffFileView;
}

interface Asked {
  readonly give: boolean;
  readonly title: string;
  readonly role: StaffFileView['rolesToGive'][number]['role'];
  readonly branchId: string | null;
}

const keyOf = ({ role, branchId }: Pick<Asked, 'role' | 'branchId'>): string =>
  `${role}-${branchId ?? 'all'}`;

/** 权限: what somebody may do beside his own; given and taken back after a question. */
export function RolesPanel({ editor, view }: RolesPanelProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { roles, rolesToGive, name } = view;
  return (
    <Panel id="file-roles" title="权限">
      {roles.length === 0 && <Text className="staff__quiet">普通员工，没有额外权限</Text>}
      {roles.map(({ role, branchId, title, mayTake }) => (
        <View key={keyOf({ role, branchId })} className="staff__row">
          <Text className="staff__name">{title}</Text>
          {mayTake && (
            <Button
              id={`role-take-${keyOf({ role, branchId })}`}
              look="compact"
              onTap={() => setAsked({ give: false, title, role, branchId })}
            >
              收回
            </Button>
          )}
        </View>
      ))}
      {rolesToGive.length > 0 && (
        <PickField
          id="role-give"
          label="给予权限"
          sentence="只能给不高于自己的权限，马上生效并留下记录。"
          value={null}
          options={rolesToGive.map((one) => ({ id: keyOf(one), name: one.title }))}
          empty="选择"
          onChange={(key) => {
            const one = rolesToGive.find((offered) => keyOf(offered) === key);
            if (one) setAsked({ give: true, ...one });
          }}
        />
      )}
      {asked !== null && (
        <Dialog
          id="role-ask"
          text={asked.give ? `给予 ${name} “${asked.title}”权限？` : `收回 ${name} 的“${asked.title}”权限？`}
          yes={asked.give ? '给予' : '收回'}
          no="先不了"
          onYes={() => {
            setAsked(null);
            const { role, branchId, give } = asked;
            void editor.changeRole({ role, branchId, give });
          }}
          onNo={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}
