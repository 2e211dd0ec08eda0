import type { AssigneeRule, Fallbacks } from './assignee-rule';
import type { Condition } from './conditions';
import type { Digest, DocumentKey, NodeId, RoleName } from './names';

/**
 * By law a resignation is a notice that nobody can refuse, leaving early or by agreement is decided together,
 * and everything of attendance is a request. The path decides what withdrawing means (the leaving rules §1).
 */
export type LegalPath = 'request' | 'notice' | 'agreement' | 'employer';

export type NodeKind =
  | 'notice'
  | 'decide'
  | 'acknowledge'
  | 'form'
  | 'task'
  | 'sign'
  | 'settle'
  | 'interview'
  | 'generate'
  | 'cc'
  | 'waitUntil'
  | 'end';

/** How a node ended. `rejected` and `objected` are followed only by edges that name them. */
export type Outcome =
  | 'given'
  | 'agreed'
  | 'acknowledged'
  | 'completed'
  | 'signed'
  | 'settled'
  | 'generated'
  | 'copied'
  | 'reached'
  | 'ended'
  | 'waived'
  /** Its time ran out and the flow went on by itself. */
  | 'lapsed'
  /** Its condition does not hold, or a fallback says to pass it over. */
  | 'skipped'
  | 'rejected'
  | 'objected';

export interface Edge {
  readonly to: NodeId;
  /** Without it: every outcome but rejected and objected. */
  readonly on?: readonly Outcome[];
  readonly when?: Condition;
  /** Taken when no edge with a condition of the same outcome was. */
  readonly otherwise?: true;
}

/** What the law cares about in a node; the publish lint reads it. */
export type Subject =
  'handover' | 'certificate' | 'wageSettlement' | 'insuranceTransfer' | 'archiveTransfer' | 'nonCompete';

/** Actions beside the one that finishes the node. */
export type OptionalAction =
  | 'reject'
  | 'object'
  | 'proposeDate'
  | 'askForTalk'
  | 'return'
  | 'transfer'
  | 'addSigner'
  | 'urge'
  | 'comment'
  | 'waive'
  | 'cc';

/** single: one person; all 会签; any 或签: the first answer counts; sequence 依次. */
export type SigningMode = 'single' | 'all' | 'any' | 'sequence';

/** The five separate dates of a leaving case, the notice's arrival and the handover's deadline among them. */
export type DateName = 'notice' | 'lastDay' | 'handoverDue' | 'contractEnd' | 'accessEnd' | 'payrollEnd';

export interface Offset {
  /** Whole; negative is before. */
  readonly amount: number;
  readonly unit: 'minute' | 'hour' | 'day';
  readonly clock: 'natural' | 'working';
}

/** When a node must be done. A base that is a day means the end of work on that day. */
export interface DueRule {
  readonly base: 'nodeOpened' | DateName;
  readonly offset: Offset;
}

export type Recipient = 'handlers' | 'applicant' | 'administrators' | AssigneeRule;

export interface ReminderRule {
  readonly from: 'due' | 'opened';
  readonly offset: Offset;
  readonly to: readonly Recipient[];
  /** Which sentence to send; worded on the phone. */
  readonly message: string;
}

/** `after` counts from the due instant. */
export type EscalationRule =
  | {
      readonly after: Offset;
      readonly do: 'notify';
      readonly to: readonly Recipient[];
      readonly message: string;
    }
  | { readonly after: Offset; readonly do: 'takeOver'; readonly by: AssigneeRule }
  | { readonly after: Offset; readonly do: 'continue'; readonly outcome: Outcome };

export interface FieldRule {
  readonly name: string;
  readonly type: 'text' | 'number' | 'date' | 'boolean' | 'person' | 'people' | 'choice';
  readonly required: boolean;
  readonly choices?: readonly string[];
}

/** `basic` is never called equal to a handwritten signature; `reliable` needs a licensed provider. */
export type SignatureLevel = 'basic' | 'reliable';

export interface Requirements {
  readonly fields?: readonly FieldRule[];
  readonly minPhotos?: number;
  readonly signature?: { readonly document: DocumentKey; readonly level: SignatureLevel };
}

export interface ReturnPolicy {
  readonly to: readonly NodeId[];
  /** restart: all that follows is passed again. resume: straight back to whoever returned it. */
  readonly policy: 'restart' | 'resume' | 'returnerChooses';
}

/** Something the server does after the commit, at least once, under the effect's own key. */
export type EffectRule =
  | { readonly do: 'notify'; readonly to: readonly Recipient[]; readonly message: string }
  | { readonly do: 'generateDocument'; readonly document: DocumentKey; readonly template: string }
  | { readonly do: 'callProvider'; readonly provider: string; readonly purpose: string }
  | { readonly do: 'freezeAccess' }
  /** Tell the attendance or employment side what was decided. */
  | { readonly do: 'applyOutcome' }
  | { readonly do: 'archive' };

/** `handlers`: whoever holds or held a task of this node. `participants`: everyone who ever held one, and those in cc. */
export type Viewer = 'applicant' | 'handlers' | 'participants' | { readonly role: RoleName };

interface NodeBase {
  readonly id: NodeId;
  readonly title: string;
  readonly visibleTo: readonly Viewer[];
  /** When it does not hold the node is passed over. */
  readonly when?: Condition;
  readonly subject?: Subject;
  /** How several incoming ways meet; 'all' when absent. */
  readonly join?: 'all' | 'any';
  readonly next: readonly Edge[];
  readonly onOpen?: readonly EffectRule[];
  readonly onClose?: readonly EffectRule[];
}

/** A node that waits for people. `fallback` and `due` are optional only so that a draft can exist: publishing demands them. */
export interface HumanNode extends NodeBase {
  readonly kind: 'decide' | 'acknowledge' | 'form' | 'task' | 'sign' | 'settle' | 'interview';
  readonly assignee: AssigneeRule;
  readonly fallback?: Fallbacks;
  readonly mode: SigningMode;
  readonly actions: readonly OptionalAction[];
  readonly requires?: Requirements;
  readonly due?: DueRule;
  readonly reminders?: readonly ReminderRule[];
  readonly escalation?: readonly EscalationRule[];
  readonly returns?: ReturnPolicy;
  /** Whoever agreed earlier in this case, after the last return, is not asked again. */
  readonly skipIfAgreed?: boolean;
  /** Documents that the holder of an open task may replace. */
  readonly writes?: readonly DocumentKey[];
}

/** The arrival of the employee's notice: a fact, done the moment the case starts. */
export interface NoticeNode extends NodeBase {
  readonly kind: 'notice';
  readonly requires?: Requirements;
}

export interface GenerateNode extends NodeBase {
  readonly kind: 'generate';
  readonly document: DocumentKey;
  readonly template: string;
}

export interface CcNode extends NodeBase {
  readonly kind: 'cc';
  readonly to: readonly Recipient[];
}

export interface WaitNode extends NodeBase {
  readonly kind: 'waitUntil';
  readonly until: DueRule;
}

export interface EndNode extends NodeBase {
  readonly kind: 'end';
  readonly result: 'approved' | 'rejected' | 'finished';
  /** 'case' ends everything that is still open; 'path' ends this way only. */
  readonly closes: 'case' | 'path';
}

export type FlowNode = HumanNode | NoticeNode | GenerateNode | CcNode | WaitNode | EndNode;

export interface FlowDefinition {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly path: LegalPath;
  readonly startBy: 'applicant' | { readonly role: RoleName };
  /** Waives, assigns what is stalled, changes dates, answers a request to withdraw. The last resort of every fallback. */
  readonly administrator: RoleName;
  /** A notice, or the applicant's form. */
  readonly start: NodeId;
  readonly nodes: readonly FlowNode[];
}

/** What cases run on: a definition that passed the lint, frozen, with the digest of its canonical text. */
export interface FlowVersion {
  readonly definition: FlowDefinition;
  readonly digest: Digest;
}

export const isHuman = (node: FlowNode): node is HumanNode => 'assignee' in node;

export const isNegative = (outcome: Outcome): boolean => outcome === 'rejected' || outcome === 'objected';

export const nodeOf = (flow: FlowDefinition, id: NodeId): FlowNode | undefined =>
  flow.nodes.find((node) => node.id === id);
