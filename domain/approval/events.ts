import type { Instant } from '../time/instant';
import type { LocalDate } from '../time/local-date';
import type { Alarm, CaseDates, SettlementLine, VoidReason } from './case';
import type { LegalPath, Outcome, SignatureLevel } from './flow';
import type { CaseId, CommandId, Digest, DocumentKey, Fields, NodeId, PersonId, TaskId } from './names';
import type { ApprovalRefusal } from './refusals';

/** Who did it. A person signs only with an identity session for that document. */
export type Actor =
  | { readonly who: 'person'; readonly id: PersonId; readonly identity?: IdentityCheck }
  | { readonly who: 'system'; readonly part: 'timer' | 'documents' | 'provider' | 'staffing' };

/** Made by the server after an identity check, never by the phone. */
export interface IdentityCheck {
  readonly session: string;
  readonly level: SignatureLevel;
  readonly document: DocumentKey;
  readonly verifiedAt: Instant;
}

export type CaseClosure = 'approved' | 'rejected' | 'finished' | 'withdrawn';

/** Why a task is in other hands. */
export type MoveReason = 'transferred' | 'delegated' | 'standInEnded' | 'takenOver' | 'leaving';

/** Everything that can have happened. Whatever the reducer needs is in here: folding needs no flow and no staff. */
export type EventBody =
  | {
      readonly type: 'caseStarted';
      readonly flow: { readonly id: string; readonly version: number; readonly digest: Digest };
      readonly path: LegalPath;
      readonly applicant: PersonId;
      readonly initiator: PersonId;
      readonly post: Fields;
      readonly picks: Readonly<Record<NodeId, readonly PersonId[]>>;
      readonly dates: CaseDates;
    }
  | {
      readonly type: 'noticeArrived';
      readonly nodeId: NodeId;
      readonly documentDigest: Digest | null;
      readonly recipients: readonly PersonId[];
    }
  | {
      readonly type: 'nodeOpened';
      readonly nodeId: NodeId;
      readonly round: number;
      readonly dueAt: Instant | null;
      readonly dueProblem: ApprovalRefusal | null;
      readonly alarms: readonly Alarm[];
      readonly carried: readonly TaskId[];
    }
  | {
      readonly type: 'nodeStalled';
      readonly nodeId: NodeId;
      readonly round: number;
      readonly problem: ApprovalRefusal;
      readonly to: readonly PersonId[];
    }
  | {
      readonly type: 'dueChanged';
      readonly nodeId: NodeId;
      readonly round: number;
      readonly dueAt: Instant | null;
      readonly dueProblem: ApprovalRefusal | null;
      readonly alarms: readonly Alarm[];
    }
  | {
      readonly type: 'taskPlanned';
      readonly taskId: TaskId;
      readonly nodeId: NodeId;
      readonly round: number;
      readonly lane: number;
      readonly assignee: PersonId;
      readonly onBehalfOf: PersonId | null;
      readonly standInUntil: Instant | null;
      readonly after: TaskId | null;
    }
  | { readonly type: 'taskOpened'; readonly taskId: TaskId }
  /** An open task waits for an added signer first. */
  | { readonly type: 'taskHeld'; readonly taskId: TaskId; readonly after: TaskId }
  /** A planned task now waits for another one than before. */
  | { readonly type: 'taskRequeued'; readonly taskId: TaskId; readonly after: TaskId }
  | {
      readonly type: 'taskDecided';
      readonly taskId: TaskId;
      readonly outcome: Outcome | 'returned';
      readonly by: PersonId;
      readonly onBehalfOf: PersonId | null;
      readonly why: 'decided' | 'alreadyAgreed';
      readonly comment: string | null;
      readonly photos: readonly Digest[];
    }
  | { readonly type: 'taskVoided'; readonly taskId: TaskId; readonly reason: VoidReason }
  | {
      readonly type: 'taskMoved';
      readonly taskId: TaskId;
      readonly from: PersonId;
      readonly to: PersonId;
      readonly onBehalfOf: PersonId | null;
      readonly standInUntil: Instant | null;
      readonly reason: MoveReason;
      readonly note: string | null;
    }
  | {
      readonly type: 'signerAdded';
      readonly nodeId: NodeId;
      readonly taskId: TaskId;
      readonly person: PersonId;
      readonly position: 'before' | 'after';
      readonly of: TaskId;
    }
  | { readonly type: 'formFilled'; readonly nodeId: NodeId; readonly round: number; readonly fields: Fields }
  | {
      readonly type: 'nodeClosed';
      readonly nodeId: NodeId;
      readonly round: number;
      readonly outcome: Outcome;
      readonly taken: readonly NodeId[];
      readonly note: string | null;
    }
  | {
      readonly type: 'nodeVoided';
      readonly nodeId: NodeId;
      readonly round: number;
      readonly reason: VoidReason;
      /** A return that will be resumed here: decisions and signatures of this round are carried into the next. */
      readonly resumes: boolean;
    }
  | {
      readonly type: 'returned';
      readonly from: NodeId;
      readonly to: NodeId;
      readonly taskId: TaskId;
      readonly policy: 'restart' | 'resume';
      readonly reason: string;
    }
  | {
      readonly type: 'documentChanged';
      readonly document: DocumentKey;
      readonly digest: Digest;
      /** Signers whose signatures this voids. */
      readonly voids: readonly PersonId[];
    }
  | {
      readonly type: 'signed';
      readonly document: DocumentKey;
      readonly digest: Digest;
      readonly level: SignatureLevel;
      readonly mark: Digest;
      readonly person: PersonId;
      readonly nodeId: NodeId;
      readonly round: number;
      readonly taskId: TaskId | null;
    }
  | {
      readonly type: 'settled';
      readonly nodeId: NodeId;
      readonly lines: readonly SettlementLine[];
    }
  | {
      readonly type: 'reminded';
      readonly nodeId: NodeId;
      readonly round: number;
      readonly alarm: string;
      readonly message: string;
      readonly to: readonly PersonId[];
      /** A later reminder of the same moment was sent instead: after an outage people get one message, not three. */
      readonly superseded: boolean;
    }
  | {
      readonly type: 'escalated';
      readonly nodeId: NodeId;
      readonly round: number;
      readonly alarm: string;
      readonly does: 'notify' | 'takeOver' | 'continue';
      readonly message: string | null;
      readonly to: readonly PersonId[];
      readonly handlers: readonly PersonId[];
      readonly minutesOverdue: number;
    }
  | {
      readonly type: 'urged';
      readonly nodeId: NodeId;
      readonly round: number;
      readonly by: PersonId;
      readonly to: readonly PersonId[];
    }
  | {
      readonly type: 'commented';
      readonly by: PersonId;
      readonly nodeId: NodeId | null;
      readonly text: string;
      /** The item of a document that the thread is about, if any. */
      readonly item?: string;
      readonly mentions: readonly PersonId[];
      readonly photos: readonly Digest[];
    }
  | { readonly type: 'copied'; readonly nodeId: NodeId | null; readonly to: readonly PersonId[] }
  | {
      readonly type: 'waived';
      readonly nodeId: NodeId;
      readonly by: PersonId;
      readonly reason: string;
    }
  | {
      readonly type: 'dateProposed';
      readonly lastDay: LocalDate;
      readonly by: PersonId;
      readonly nodeId: NodeId;
    }
  | { readonly type: 'dateAnswered'; readonly by: PersonId; readonly accepted: boolean }
  | { readonly type: 'datesChanged'; readonly dates: CaseDates; readonly reason: string }
  | {
      readonly type: 'talkAsked';
      readonly by: PersonId;
      readonly nodeId: NodeId;
      readonly note: string | null;
    }
  | {
      readonly type: 'withdrawalAsked';
      readonly by: PersonId;
      readonly reason: string;
      readonly to: readonly PersonId[];
    }
  | {
      readonly type: 'withdrawalAnswered';
      readonly by: PersonId;
      readonly granted: boolean;
      readonly reason: string;
    }
  | { readonly type: 'accessFreezeOrdered'; readonly by: PersonId; readonly reason: string }
  | {
      readonly type: 'effectReported';
      readonly effectKey: string;
      readonly done: boolean;
      readonly detail: string;
      readonly attempt: number;
      readonly to: readonly PersonId[];
    }
  | { readonly type: 'caseClosed'; readonly result: CaseClosure };

export type EventType = EventBody['type'];

/** `_id` in the store is `caseId:seq`; seq counts from 1 without gaps. */
export interface CaseEvent {
  readonly caseId: CaseId;
  readonly seq: number;
  readonly at: Instant;
  readonly command: { readonly id: CommandId; readonly kind: string };
  readonly actor: Actor;
  readonly body: EventBody;
}

export type BodyOf<Type extends EventType> = Extract<EventBody, { type: Type }>;

export const actorName = (actor: Actor): string =>
  actor.who === 'person' ? `person:${actor.id}` : `system:${actor.part}`;
