import type { Instant } from '../time/instant';
import type { CaseId, DocumentKey, NodeId, PersonId, TaskId } from './names';

/** Sentences that the engine itself sends; a flow's reminders and escalations may name others. Worded on the phone. */
export const ENGINE_MESSAGES = [
  'task.opened',
  'task.moved-to-you',
  'task.decided-by-another',
  'notice.receipt',
  'case.returned',
  'case.closed',
  'case.withdrawn',
  'case.copied-to-you',
  'case.commented',
  'date.proposed',
  'date.answered',
  'dates.changed',
  'talk.asked',
  'signature.void',
  'handler.urged',
  'node.went-on-by-itself',
  'node.stalled',
  'due.unknown',
  'withdrawal.asked',
  'withdrawal.answered',
  'effect.failed',
] as const;
export type EngineMessage = (typeof ENGINE_MESSAGES)[number];

/** 'now' may ring at night; 'daytime' waits for the morning. The inbox has both at once. */
export type Urgency = 'now' | 'daytime';

export interface NotifyEffect {
  readonly do: 'notify';
  readonly to: readonly PersonId[];
  /** An EngineMessage or a name that the flow gives. */
  readonly message: string;
  readonly urgency: Urgency;
  readonly nodeId: NodeId | null;
  /** The task that the message opens; null opens the case. */
  readonly taskId: TaskId | null;
  readonly round: number | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

export type EffectBody =
  | NotifyEffect
  /** The inbox item closes itself because the task is no longer that person's to do. */
  | { readonly do: 'closeInbox'; readonly taskId: TaskId; readonly person: PersonId }
  | {
      readonly do: 'generateDocument';
      readonly nodeId: NodeId;
      readonly round: number;
      readonly document: DocumentKey;
      readonly template: string;
    }
  | {
      readonly do: 'callProvider';
      readonly nodeId: NodeId;
      readonly round: number;
      readonly provider: string;
      readonly purpose: string;
    }
  | { readonly do: 'freezeAccess'; readonly person: PersonId }
  | { readonly do: 'restoreAccess'; readonly person: PersonId }
  | { readonly do: 'applyOutcome'; readonly result: string }
  | { readonly do: 'archive' };

/** Runs after the commit, at least once; `key` (`caseId:seq:n`) makes a repetition harmless. */
export type Effect = EffectBody & { readonly key: string; readonly caseId: CaseId; readonly at: Instant };
