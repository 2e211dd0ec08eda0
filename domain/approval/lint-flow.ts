import type { NodeId } from './names';

/** Why a draft cannot be published. */
export type FlawCode =
  | 'flow.no-start'
  | 'flow.duplicate-node'
  | 'flow.unknown-node'
  | 'flow.unreachable-node'
  | 'flow.path-does-not-end'
  | 'flow.cycle-without-human'
  | 'flow.cycle-with-two-entries'
  | 'flow.no-fallback'
  | 'flow.no-due'
  | 'flow.statutory-behind-handover'
  | 'flow.notice-can-be-rejected'
  | 'flow.notice-can-be-held'
  | 'flow.notice-can-be-returned'
  | 'flow.non-compete-without-post-condition'
  | 'flow.freeze-hangs-on-notice';

/** One flaw: where (`node` and `field`), which, and what about it. */
export interface FlowFlaw {
  readonly code: FlawCode;
  readonly node: NodeId | null;
  readonly field: string;
  readonly reason: string;
}
