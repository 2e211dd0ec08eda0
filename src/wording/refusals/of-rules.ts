import type { CodesOf, Wording } from './wording';

const NOT_YOURS = {
  'branches-off': () => '分权没有开启，规则由总部统一维护',
  'other-branch': () => '这条规则属于其他机构，由那里的人事维护',
  'company-only': () => '这项是全公司的设置，由总部维护',
  shared: (names: string) => `其他机构的规则也在用它：${names}。请另建一个，或请总部修改`,
  'reaches-others': (names: string) => `这样会管到其他机构的人：${names}。请缩小适用范围`,
} as const;

/** What HR cannot do to a rule just now: what is so, and the next step. */
export const ofRules: Wording<CodesOf<'rules'>> = {
  'rules.not-yours': ({ why, names }) => ({ text: NOT_YOURS[why](names.join('、')) }),
  'rules.unknown': () => ({ text: '这一项已经不在了，请刷新列表' }),
  'rules.invalid': ({ problems }) => ({
    text:
      problems.length === 1
        ? (problems[0]?.text ?? '')
        : `还有 ${problems.length} 处要改：${problems[0]?.text ?? ''}`,
  }),
  'rules.changed-meanwhile': ({ byName, at }) => ({
    text: `${byName} 在 ${at} 改过这一项。你写的内容还在，先看看对方改了什么，再决定用哪一份`,
  }),
  'rules.conflicts': ({ rows }) => ({ text: `${rows.length} 个对象已经在其他规则里，请选择怎么调整` }),
  'rules.nothing-to-publish': () => ({ text: '没有要发布的修改' }),
};
