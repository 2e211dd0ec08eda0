import { View } from '@tarojs/components';
import type { HandoverView } from '@contract/contract';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { StatusMark } from '@/ui/status-mark';
import type { HandoverList } from './use-handover-list';

interface DraftNoticeProps {
  readonly list: HandoverList;
  readonly view: HandoverView;
  readonly onForget: () => void;
}

/** What this phone holds that the server does not: brought back, or beside a version that came from elsewhere. */
export function DraftNotice({ list, view: { shown }, onForget }: DraftNoticeProps) {
  if (list.conflicts)
    return (
      <View id="handover-conflict">
        <Notice
          mark={<StatusMark tone="info" />}
          text={`清单已在别处提交过第 ${shown?.number ?? 1} 版，这部手机上还有没提交的修改`}
        >
          <Button id="keep-draft" look="compact" onTap={list.goOn}>
            接着改手机上的
          </Button>
          <Button id="drop-draft" look="compact" onTap={onForget}>
            改用新的一版
          </Button>
        </Notice>
      </View>
    );
  if (!list.restored) return null;
  return (
    <View id="handover-restored">
      <Notice mark={<StatusMark tone="info" />} text="已恢复上次没有提交的内容">
        {shown !== null && (
          <Button id="drop-draft" look="compact" onTap={onForget}>
            放弃修改
          </Button>
        )}
      </Notice>
    </View>
  );
}
