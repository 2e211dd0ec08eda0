import type { Instant } from '../time/instant';
import type { LocalDate } from '../time/local-date';
import type { LegalPath, Outcome, SignatureLevel } from './flow';
import type { CaseId, CommandId, Digest, DocumentKey, Fields, NodeId, PersonId, TaskId } from './names';
import type { ApprovalRefusal } from './refusals';

/** The five separate dates, as far as they are known. Days are days; arrival and access are moments. */
export interface CaseDates {
  readonly notice?: Instant;
  readonly lastDay?: LocalDate;
  readonly handoverDue?: LocalDate;
  readonly contractEnd?: LocalDate;
  readonly accessEnd?: Instant;
  readonly payrollEnd?: LocalDate;
}

export type VoidReason =
  | 'returned'
  | 'documentChanged'
  | 'lapsed'
  | 'overtaken'
  | 'siblingDecided'
  | 'takenOver'
  | 'waived'
  | 'withdrawn'
  | 'caseClosed';

export interface Decision {
  readonly outcome: Outcome | 'returned';
  readonly by: PersonId;
  /** Whose task it was when a delegate decided. */
  readonly onBehalfOf: PersonId | null;
  readonly at: Instant;
  readonly seq: number;
}

export interface Task {
  readonly id: TaskId;
  readonly nodeId: NodeId;
  readonly round: number;
  /** One lane for each person the rule found; added signers share the lane of whoever added them. */
  readonly lane: number;
  readonly assignee: PersonId;
  /** The absent person for whom the assignee stands in. */
  readonly onBehalfOf: PersonId | null;
  /** When the stand-in ends. */
  readonly standInUntil: Instant | null;
  /** Everyone who held it before. */
  readonly formerly: readonly PersonId[];
  readonly status: 'planned' | 'open' | 'decided' | 'void';
  /** A planned task opens when this one is decided. */
  readonly after: TaskId | null;
  readonly openedAt: Instant | null;
  readonly movedAt: Instant | null;
  readonly decision: Decision | null;
  readonly voided: VoidReason | null;
}

/** Something that happens at a time by itself: 'remind:0', 'escalate:1'. Once per node and round. */
export interface Alarm {
  readonly id: string;
  readonly at: Instant;
}

export interface NodeState {
  readonly id: NodeId;
  /** A void node must be passed again. A node that was never reached has no state. */
  readonly status: 'open' | 'done' | 'void';
  readonly round: number;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly outcome: Outcome | null;
  /** Where it led when it last closed; kept while void, so that a resumed return can see whether the way changed. */
  readonly taken: readonly NodeId[];
  /** For waitUntil: when it ends. */
  readonly dueAt: Instant | null;
  /** Why no due instant could be computed. */
  readonly dueProblem: ApprovalRefusal | null;
  /** Open, but nobody could be asked: why. An administrator assigns, or the next tick finds someone. */
  readonly stalled: ApprovalRefusal | null;
  readonly alarms: readonly Alarm[];
  /** Alarms of this round that have sounded. */
  readonly fired: readonly string[];
  /** When it closes the case goes straight back to this node. */
  readonly resumeAt: NodeId | null;
  /** Void because of a return to be resumed here: the next round keeps the decisions that were made. */
  readonly carryNext: boolean;
  /** Decided tasks of the former round that still count. */
  readonly carried: readonly TaskId[];
  readonly urgedAt: Instant | null;
}

export interface DocumentState {
  readonly version: number;
  readonly digest: Digest;
}

export interface Signature {
  readonly document: DocumentKey;
  readonly digest: Digest;
  readonly level: SignatureLevel;
  readonly person: PersonId;
  readonly nodeId: NodeId;
  readonly round: number;
  readonly taskId: TaskId | null;
  readonly at: Instant;
  /** The event that voided it. */
  readonly voidedBySeq: number | null;
}

/** Whole 分; negative is owed to the company. */
export interface SettlementLine {
  readonly code: string;
  readonly fen: number;
}

/** What a command answered, kept so that a repeated tap gets the same. */
export interface Answer {
  readonly caseId: CaseId;
  readonly commandId: CommandId;
  readonly kind: string;
  /** 'person:wang' or 'system:timer'. */
  readonly actor: string;
  readonly revision: number;
  /** The last event of the command. */
  readonly seq: number;
  readonly at: Instant;
}

export interface Case {
  readonly id: CaseId;
  readonly flow: { readonly id: string; readonly version: number; readonly digest: Digest };
  readonly path: LegalPath;
  /** The person whom the case is about. */
  readonly applicant: PersonId;
  /** Who started it: someone else on the employer's path. */
  readonly initiator: PersonId;
  readonly startedAt: Instant;
  readonly status: 'running' | 'closed';
  readonly result: 'approved' | 'rejected' | 'finished' | 'withdrawn' | null;
  readonly closedAt: Instant | null;
  /** The last event folded in. */
  readonly seq: number;
  /** Commands that changed something. */
  readonly revision: number;
  /** What each node's form says; kept by node because not everyone may see every node. */
  readonly forms: Readonly<Record<NodeId, Fields>>;
  readonly post: Fields;
  readonly picks: Readonly<Record<NodeId, readonly PersonId[]>>;
  readonly dates: CaseDates;
  readonly documents: Readonly<Record<DocumentKey, DocumentState>>;
  readonly signatures: readonly Signature[];
  readonly settlement: readonly SettlementLine[];
  readonly nodes: Readonly<Record<NodeId, NodeState>>;
  readonly tasks: Readonly<Record<TaskId, Task>>;
  readonly cc: readonly PersonId[];
  /** Agreements before it never count as "already agreed". */
  readonly lastReturnSeq: number;
  readonly proposal: { readonly lastDay: LocalDate; readonly by: PersonId; readonly at: Instant } | null;
  readonly withdrawal: {
    readonly by: PersonId;
    readonly at: Instant;
    readonly reason: string;
    readonly granted: boolean | null;
  } | null;
  readonly accessFrozen: boolean;
  readonly answered: readonly Answer[];
}

export const tasksOf = (state: Case, nodeId: NodeId, round: number): readonly Task[] =>
  Object.values(state.tasks).filter((task) => task.nodeId === nodeId && task.round === round);

export const openTasks = (state: Case): readonly Task[] =>
  Object.values(state.tasks).filter((task) => task.status === 'open');

export const openNodes = (state: Case): readonly NodeState[] =>
  Object.values(state.nodes).filter((node) => node.status === 'open');

/** A signature counts only for the very bytes that the case holds now. */
export const isValid = (state: Case, signature: Signature): boolean =>
  signature.voidedBySeq === null && state.documents[signature.document]?.digest === signature.digest;

/** The applicant, the initiator, everyone who holds or held a task, and those in cc. */
export function participantsOf(state: Case): readonly PersonId[] {
  const people = new Set([state.applicant, state.initiator, ...state.cc]);
  for (const task of Object.values(state.tasks)) {
    people.add(task.assignee);
    if (task.onBehalfOf !== null) people.add(task.onBehalfOf);
    task.formerly.forEach((person) => people.add(person));
  }
  return [...people];
}
