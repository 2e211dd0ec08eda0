import { Text, Textarea, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import type { StaffFileView } from '@contract/contract';
import { useState } from 'react';
import { copyText } from '@/phone/copy-text';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { Sheet } from '@/ui/sheet';
import { StatusMark } from '@/ui/status-mark';
import { StuckNotice } from './stuck-notice';
import type { Invitation, StaffFileEditor } from './use-staff-file';

interface WeChatPanelProps {
  readonly editor: StaffFileEditor;
  readonly view: StaffFileView;
}

const SHORTEST_REASON = 2;

/** 微信: whether one is bound, an invitation for whoever has none, and parting somebody from a lost or old one. */
export function WeChatPanel({ editor, view }: WeChatPanelProps) {
  const [parting, setParting] = useState(false);
  const { bound, mayUnbind, mayInvite } = view.wechat;
  const { invitation } = editor;
  useShareAppMessage(() => ({
    title: invitation === null ? '周到' : `${view.name}，请绑定周到，打卡和请假都在这里`,
    path:
      invitation === null
        ? '/pages/punch/index'
        : `/pages/bind/index?code=${encodeURIComponent(invitation.code)}`,
    imageUrl: '/assets/card.png',
  }));
  return (
    <Panel id="file-wechat" title="微信">
      <StatusMark tone={bound ? 'ok' : 'missing'} word={bound ? '已绑定微信' : '还没有绑定微信'} />
      {invitation !== null && !bound && <CodeLines name={view.name} invitation={invitation} />}
      <View className="staff__buttons">
        {mayInvite && (
          <Button
            id="file-invite"
            look={invitation === null ? 'primary' : 'compact'}
            asleep={editor.sending}
            onTap={() => void editor.invite()}
          >
            {invitation === null ? '生成邀请码' : '换一个邀请码'}
          </Button>
        )}
        {mayUnbind && (
          <Button id="file-unbind" look="compact" onTap={() => setParting(true)}>
            解除绑定，换微信
          </Button>
        )}
      </View>
      {parting && <PartingSheet editor={editor} name={view.name} onClose={() => setParting(false)} />}
    </Panel>
  );
}

function CodeLines({ name, invitation }: { readonly name: string; readonly invitation: Invitation }) {
  const [copied, setCopied] = useState(false);
  const { code, expiresAtText } = invitation;
  const words = `${name}，你的周到邀请码是 ${code}，${expiresAtText} 前有效。打开小程序“周到”，输入邀请码就能绑定。`;
  return (
    <View id="file-code">
      <Text className="staff__code" userSelect>
        {code}
      </Text>
      <Text className="staff__quiet">
        {`只显示这一次，${expiresAtText} 前有效。发给本人，或点右上角转发：对方打开就填好了。`}
      </Text>
      <View className="staff__buttons">
        <Button
          id="file-copy"
          look="compact"
          onTap={() => void copyText(words).then((done) => setCopied(done))}
        >
          {copied ? '已复制' : '复制邀请语'}
        </Button>
      </View>
    </View>
  );
}

interface PartingSheetProps {
  readonly editor: StaffFileEditor;
  readonly name: string;
  readonly onClose: () => void;
}

function PartingSheet({ editor, name, onClose }: PartingSheetProps) {
  const [reason, setReason] = useState('');
  const words = reason.trim();
  const part = async () => {
    if (await editor.unbind(words)) onClose();
  };
  return (
    <Sheet id="unbind-sheet" title={`解除 ${name} 的微信绑定`} onClose={onClose}>
      <Text className="staff__quiet">
        原来的微信马上打不开、也收不到消息；没用过的邀请码作废。考勤和申请都保留，换绑后照常看得到。
      </Text>
      <Textarea
        id="unbind-reason"
        name="reason"
        className="staff__reason"
        placeholder="原因，会留在变更记录里，例如：手机丢失，已当面核实本人"
        placeholderClass="staff__placeholder"
        maxlength={200}
        value={reason}
        onInput={(event) => setReason(event.detail.value)}
      />
      <StuckNotice trouble={editor.stuck} />
      <Button
        id="unbind-send"
        look="primary"
        asleep={editor.sending || words.length < SHORTEST_REASON}
        onTap={() => void part()}
      >
        {editor.sending ? '正在解除…' : '确认解除'}
      </Button>
    </Sheet>
  );
}
