import type { DocumentFault, PersonalFault, Problem } from '@domain/evidence/bundle-problems';
import type { SoundFacts, Verdict } from '@domain/evidence/verify-bundle';
import { BUNDLE_PATHS } from '@domain/evidence/bundle';
import type { Unreadable } from './read-bundle';

/** The verdict as a person reads it, one sentence a line. */
export const verdictText = (verdict: Verdict): string =>
  verdict.sound
    ? ['结论：通过', ...soundLines(verdict.facts)].join('\n')
    : `结论：不通过\n${problemText(verdict.problem)}`;

export const unreadableVerdict = (unreadable: Unreadable): string =>
  `结论：不通过\n${unreadableText(unreadable)}`;

function soundLines(facts: SoundFacts): readonly string[] {
  return [
    `案件 ${facts.caseId}（${facts.tenant}）：共 ${facts.count} 个事件，依次相连，没有被改动。`,
    `存证锚点：${facts.count}:${facts.head}`,
    `文件 ${facts.documents} 份，与链上的摘要一致；检查点 ${facts.checkpoints} 个，签名有效。`,
    ...(facts.purged > 0 ? [`按规定销毁 ${facts.purged} 项，链仍然完整。`] : []),
    ...(facts.afterLastCheckpoint > 0
      ? [`最后一个检查点之后还有 ${facts.afterLastCheckpoint} 个事件，只有本次导出的签名覆盖它们。`]
      : []),
    `签名公钥编号：${facts.keyIds.join('、')}。请与回执上印的编号核对。`,
    facts.anchors > 0
      ? `已核对 ${facts.anchors} 个印在纸上的存证锚点，一致。`
      : '没有提供印在纸上的存证锚点：单凭这个包，发现不了持有签名私钥的人重写整条链。请加上 --anchor 核对。',
  ];
}

const EVENT: Readonly<Record<Extract<Problem, { kind: 'event' }>['reason'], string>> = {
  'out of place': '的序号不对：有事件被删去、调换或插入',
  'does not follow the one before': '接不上前一个事件：有事件被删去、调换，或来自另一个案件',
  changed: '的内容与它的哈希不符：内容被改动过',
  missing: '不见了：签名的记录表明后面还有事件，链的尾部被截去',
};

const ABSENCE = {
  missing: '在包里找不到',
  'not on the chain': '不在链上：是后来放进来的，或来自另一个案件',
  'gone without a purge': '被删去，但链上没有相应的销毁记录',
  'purged but still here': '链上记着已经销毁，却还在包里',
} as const;

const DOCUMENT: Readonly<Record<DocumentFault, string>> = {
  ...ABSENCE,
  changed: '的内容与链上的摘要不符：文件被改动或调换过',
};

const PERSONAL: Readonly<Record<PersonalFault, string>> = {
  ...ABSENCE,
  'the value does not fit its seal': '的内容与链上的摘要不符',
  'the salt is too short': '所用的盐太短，摘要可以被猜出',
};

const KEY = {
  'id does not fit': '与公钥本身不符：公钥被替换',
  twice: '出现了两次',
  'not trusted': '不是您指定的公钥',
} as const;

const CHECKPOINT = {
  'another case': '属于另一个案件',
  'another head': '与链不符：链被改写过',
  'unknown key': '所用的公钥不在包里',
  'key not valid then': '签于公钥的有效期之外',
  'signature does not fit': '的签名无效：检查点被伪造，或公钥被替换',
} as const;

const FILE = { missing: '在包里找不到', changed: '被改动过', 'not listed': '不在清单里' } as const;

const SEAL = {
  'signature does not fit': '导出时的签名无效：清单被改动过，或签名者没有私钥。',
  'unknown key': '导出时的签名所用的公钥不在包里，或已经过期。',
  'another chain': '导出时的清单与链不符：清单来自另一次导出或另一个案件。',
} as const;

const broughtBy = (place: number | null): string => (place === null ? '' : `（第 ${place} 个事件）`);

export function problemText(problem: Problem): string {
  switch (problem.kind) {
    case 'event':
      return `第 ${problem.place} 个事件${EVENT[problem.reason]}。它之前的 ${problem.place - 1} 个事件完好。`;
    case 'document':
      return `文件「${problem.title}」${broughtBy(problem.place)}${DOCUMENT[problem.reason]}。`;
    case 'personal':
      return `个人信息「${problem.name}」${broughtBy(problem.place)}${PERSONAL[problem.reason]}。`;
    case 'purge':
      return `第 ${problem.place} 个事件销毁了此前并不存在的内容：预先写下的销毁记录不能算数。`;
    case 'key':
      return `公钥编号 ${problem.keyId} ${KEY[problem.reason]}。`;
    case 'checkpoint':
      return `第 ${problem.number} 个检查点（到第 ${problem.count} 个事件）${CHECKPOINT[problem.reason]}。`;
    case 'anchor':
      return problem.reason === 'no such event'
        ? `印在纸上的存证锚点在第 ${problem.count} 个事件，但链没有这么长：链被截短或重写过。`
        : `印在纸上的存证锚点（第 ${problem.count} 个事件）与链不符：链被整体重写过，哪怕重写者持有签名私钥。`;
    case 'file':
      return `文件 ${problem.path} ${FILE[problem.reason]}。`;
    case 'seal':
      return SEAL[problem.reason];
  }
}

const BAD_LINE = {
  'not UTF-8': '有损坏的字符',
  'not JSON': '已经损坏，读不出来',
  'not canonical': '不是规范写法：内容被改动过',
  'another shape': '缺少或多出了内容',
  'not one line': '不完整',
} as const;

function unreadableText(unreadable: Unreadable): string {
  switch (unreadable.kind) {
    case 'not a zip':
      return '这不是一个完整的 zip 文件。';
    case 'too large':
      return '这个包太大，没有打开。';
    case 'bad file name':
      return `包里的文件名「${unreadable.path}」不合规范，没有打开。`;
    case 'file twice':
      return `包里有两个同名的文件 ${unreadable.path}。`;
    case 'file missing':
      return `包里缺少 ${unreadable.path}。`;
    case 'bad line': {
      const where =
        unreadable.path === BUNDLE_PATHS.events
          ? `第 ${unreadable.line} 个事件`
          : `${unreadable.path} 第 ${unreadable.line} 行`;
      return `${where}${BAD_LINE[unreadable.reason]}。`;
    }
  }
}

export const REPACKED =
  '结论：不通过\n内容与链一致，但 zip 的外壳与导出时不同：有人重新打过包，或改动了外壳的字节。确知只是重新打包时，请加上 --repacked。';
