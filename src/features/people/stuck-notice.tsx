import type { Trouble } from '@/cloud/outcome';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';

/** Why a form was not taken; what was typed is still there. */
export function StuckNotice({ trouble }: { readonly trouble: Trouble | null }) {
  if (trouble === null) return null;
  const more = trouble.kind === 'fault' ? [`编号 ${trouble.faultId}`] : [];
  return (
    <Notice
      id="people-stuck"
      mark={trouble.kind === 'unreachable' ? <Icon name="cloud-off" /> : <StatusMark tone="missing" />}
      text={troubleSentence(trouble).text}
      more={more}
    />
  );
}
