import type { NodeId } from '../names';

/** Why a draft cannot be published. */
export const FLAW_CODES = [
  'flow.no-start',
  'flow.duplicate-node',
  'flow.unknown-node',
  'flow.unreachable-node',
  'flow.outcome-leads-nowhere',
  'flow.path-does-not-end',
  'flow.cycle-without-human',
  'flow.cycle-with-two-entries',
  'flow.return-not-before',
  'flow.unknown-field',
  'flow.no-fallback',
  'flow.no-due',
  'flow.applicant-replaced',
  'flow.skip-with-requirements',
  'flow.lapse-pretends',
  'flow.amount-not-whole',
  'flow.statutory-behind-handover',
  'flow.statutory-can-be-left-out',
  'flow.notice-can-be-rejected',
  'flow.notice-can-be-held',
  'flow.notice-can-be-returned',
  'flow.notice-document-writable',
  'flow.notice-only-at-start',
  'flow.non-compete-without-post-condition',
  'flow.freeze-hangs-on-notice',
] as const;
export type FlawCode = (typeof FLAW_CODES)[number];

/** One flaw: where (`node` and `field` of it), which, and the fact behind it, e.g. the node that is unknown. */
export interface FlowFlaw {
  readonly code: FlawCode;
  readonly node: NodeId | null;
  readonly field: string;
  readonly reason: string;
}

export const flaw = (code: FlawCode, node: NodeId | null, field: string, reason: string): FlowFlaw => ({
  code,
  node,
  field,
  reason,
});
