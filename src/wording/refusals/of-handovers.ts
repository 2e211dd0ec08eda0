import type { CodesOf, Wording } from './wording';

/** The handover list: what is missing, and whose turn it is. */
export const ofHandovers: Wording<CodesOf<'handover'>> = {
  'handover.not-yet': () => ({ text: '还没到交接这一步，先填的内容会留在手机上' }),
  'handover.not-yours': () => ({ text: '交接清单由离职员工填写，由接收人核对' }),
  'handover.incomplete': ({ missingText }) => ({ text: missingText }),
  'handover.unchanged': () => ({ text: '内容和退回时一样。请补充，或在那一项里回复为什么不用改' }),
  'handover.nothing-submitted': () => ({ text: '清单还没有提交，提交后就能核对' }),
  'handover.unknown-item': () => ({ text: '清单里没有这一项，请刷新后再看' }),
  'handover.sent-back': () => ({ text: '这一版已经退回，等新的一版提交' }),
  'handover.send-back-without-comment': () => ({ text: '请先在要改的那一项里写明缺什么' }),
  'handover.already-signed': () => ({ text: '你已经签过这份清单' }),
  'handover.changed': ({ version }) => ({ text: `清单已更新到第 ${version} 版，请看过再继续` }),
  'handover.accept-first': () => ({ text: '接收人换成了你，请先核对清单再签名' }),
  'handover.too-many': ({ most }) => ({ text: `这里最多放 ${most} 条` }),
};
