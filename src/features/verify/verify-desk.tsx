import { Input, Text, View } from '@tarojs/components';
import type { PaperCheck, Tone } from '@contract/contract';
import { CAN_SCAN } from '@/phone/scan-code';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { useVerify } from './use-verify';
import './verify.scss';

/** Whether a paper is what it says, for whoever holds it; nobody needs to belong to the company. */
export function VerifyDesk() {
  const verify = useVerify();
  const { number, code, answer, trouble, asking, canAsk, strange } = verify;
  return (
    <View className="verify">
      {CAN_SCAN && (
        <View className="verify__scan">
          <Button id="verify-scan" look="plain" asleep={asking} onTap={verify.scan}>
            扫文件上的二维码
          </Button>
        </View>
      )}
      <Text className="verify__quiet">
        {CAN_SCAN ? '也可以自己填：' : ''}编号在文件右上角，验证码在每页页脚。验证码一栏也可以填文件的
        SHA-256。
      </Text>
      <Panel>
        <Text className="verify__label">文件编号</Text>
        <Input
          id="verify-number"
          name="number"
          className="verify__input"
          placeholder="例如 ZM-2026-4F7K-9Q2M"
          placeholderClass="verify__placeholder"
          maxlength={40}
          value={number}
          onInput={(event) => verify.writeNumber(event.detail.value)}
        />
        <Text className="verify__label">验证码</Text>
        <Input
          id="verify-code"
          name="code"
          className="verify__input"
          placeholder="16 位数字和字母"
          placeholderClass="verify__placeholder"
          maxlength={120}
          value={code}
          confirmType="done"
          onInput={(event) => verify.writeCode(event.detail.value)}
          onConfirm={verify.submit}
        />
      </Panel>
      <Button id="verify-submit" look="primary" asleep={!canAsk} onTap={verify.submit}>
        {asking ? '正在查询…' : '验证'}
      </Button>
      {strange && (
        <View id="verify-strange" className="verify__said">
          <StatusMark tone="info" word="这不是周到文件上的二维码，请扫文件页脚右边的那一个，或直接填写" />
        </View>
      )}
      {trouble !== null && (
        <View id="verify-trouble" className="verify__said">
          <StatusMark tone="info" word={troubleSentence(trouble).text} />
        </View>
      )}
      {answer !== null && <Answer answer={answer} />}
    </View>
  );
}

const SAID: Readonly<Record<PaperCheck['state'], readonly [Tone, string, string]>> = {
  valid: ['ok', '有效', '编号和验证码与出具单位的存证一致。请再核对纸上的内容与下面是否相同。'],
  revoked: ['missing', '已撤销', '这份文件曾由该单位出具，后来撤销了，不应再使用。'],
  unknown: [
    'none',
    '查无此证',
    '没有与这个编号和验证码相符的文件。请核对是否输错；确认无误仍查不到，请向出具单位查证。',
  ],
};

function Answer({ answer: { state, paper } }: { readonly answer: PaperCheck }) {
  const [tone, word, meaning] = SAID[state];
  const lines: readonly (readonly [string, string])[] =
    paper === null
      ? []
      : [
          ['文件', paper.title],
          ['编号', paper.number],
          ['出具单位', paper.organisation],
          ['姓名', paper.maskedName],
          ['出具日期', paper.issuedText],
          ...(paper.revokedText === null ? [] : ([['撤销日期', paper.revokedText]] as const)),
        ];
  return (
    <Panel id={`verify-${state}`}>
      <View className="verify__verdict">
        <StatusMark tone={tone} word={word} />
      </View>
      <Text className="verify__quiet">{meaning}</Text>
      {lines.map(([label, value]) => (
        <View key={label} className="verify__fact">
          <Text className="verify__label">{label}</Text>
          <Text>{value}</Text>
        </View>
      ))}
    </Panel>
  );
}
