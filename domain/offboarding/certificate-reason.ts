import type { CertificateFacts } from './certificate-content';

/** What the law calls each way of leaving, by the flow that led there. */
const GROUNDS: Readonly<Record<string, string>> = {
  'leave-notice': '劳动者提前三十日以书面形式通知用人单位解除（《劳动合同法》第三十七条）',
  'leave-probation': '劳动者在试用期内提前三日通知用人单位解除（《劳动合同法》第三十七条）',
  'leave-agreement': '用人单位与劳动者协商一致解除（《劳动合同法》第三十六条）',
  'leave-remote': '用人单位与劳动者协商一致解除（《劳动合同法》第三十六条）',
  'leave-employer': '用人单位提出解除',
};
const EXPIRED = '劳动合同期满终止（《劳动合同法》第四十四条第一项）';

/**
 * The reason that a certificate states where the employee wishes for one: how the contract ended, in fixed words.
 * Nobody's own words stand on it, so nobody can argue about them and no character of them can hold it up. Null for a
 * flow that ends no contract.
 */
export function certificateReason(flowId: string, ending: CertificateFacts['ending']): string | null {
  const ground = GROUNDS[flowId];
  if (ground === undefined) return null;
  return ending === 'expired' ? EXPIRED : ground;
}

/** The sentence as it stands on the certificate. */
export const reasonSentence = (ending: CertificateFacts['ending'], reason: string): string =>
  `应本人要求，写明${ending === 'expired' ? '终止' : '解除'}劳动合同的原因：${reason}。`;

/** Whether the contract ended because its term was over, on the day that was agreed when it began. */
export const endingOf = (
  contract: { readonly kind: string; readonly to: string | null } | null,
  endDate: string | null,
): CertificateFacts['ending'] =>
  contract?.kind === 'fixed' && endDate !== null && contract.to === endDate ? 'expired' : 'dissolved';
