import { Input, Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { useBinding } from './use-binding';
import './binding-desk.scss';

/** Longer than any code the server makes, so that a mistaken paste is still seen whole. */
const MOST_LETTERS = 64;

/** Ties this WeChat to an employee by an invitation code, once. */
export function BindingDesk() {
  const binding = useBinding();
  const { companyName, bound, trouble } = binding;
  if (bound !== null)
    return (
      <View id="bound" className="binding">
        <View className="binding__done">
          <StatusMark tone="ok" word="绑定好了" />
        </View>
        <Text className="binding__person">{bound.name}</Text>
        <Text className="binding__quiet">{`${companyName ?? ''} · ${bound.departmentName}`}</Text>
        <View className="binding__action">
          <Button id="bind-go-on" look="primary" onTap={binding.goOn}>
            开始使用
          </Button>
        </View>
      </View>
    );
  return (
    <View className="binding">
      <Text className="binding__title">
        {companyName === null ? '欢迎使用周到' : `欢迎加入${companyName}`}
      </Text>
      <Text className="binding__quiet">
        输入 HR 给你的邀请码，这个微信就和你的员工身份绑在一起，只需一次。
      </Text>
      <Panel>
        <Text className="binding__label">邀请码</Text>
        <Input
          id="bind-code"
          name="code"
          className="binding__input"
          placeholder="粘贴或输入邀请码"
          placeholderClass="binding__placeholder"
          maxlength={MOST_LETTERS}
          value={binding.code}
          confirmType="done"
          onInput={(event) => binding.writeCode(event.detail.value)}
          onConfirm={binding.submit}
        />
      </Panel>
      <View id="bind-trouble" className="binding__trouble">
        {trouble !== null && (
          <>
            <StatusMark tone="info" word={troubleSentence(trouble).text} />
            {trouble.kind === 'fault' && <Text className="binding__quiet">{`编号 ${trouble.faultId}`}</Text>}
          </>
        )}
      </View>
      <Button id="bind-submit" look="primary" asleep={!binding.canSubmit} onTap={binding.submit}>
        {binding.sending ? '正在绑定…' : '绑定'}
      </Button>
      <Text className="binding__foot">邀请码 72 小时内有效，只能用一次。没有收到或已经过期，请联系 HR。</Text>
    </View>
  );
}
