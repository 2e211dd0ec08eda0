import type { LocalDate } from '../time/local-date';
import type { CaseDates, SettlementLine } from './case';
import type { Actor } from './events';
import type { CaseId, CommandId, Digest, DocumentKey, Fields, NodeId, PersonId, TaskId } from './names';

interface CommandBase {
  /** Made by the phone; a retry repeats it. */
  readonly id: CommandId;
  readonly caseId: CaseId;
  readonly actor: Actor;
}

/** The link that a message carries: a task and the round it was opened in. It carries no authority. */
export interface TaskLink {
  readonly taskId: TaskId;
  readonly round: number;
}

export interface DocumentInput {
  readonly key: DocumentKey;
  readonly digest: Digest;
}

export interface SignatureInput {
  readonly document: DocumentKey;
  /** What the signer saw. */
  readonly digest: Digest;
  /** Digest of the signature image with its strokes. */
  readonly mark: Digest;
}

/** What may come with the action that finishes a task. */
export interface TaskContent {
  readonly fields?: Fields;
  readonly photos?: readonly Digest[];
  readonly documents?: readonly DocumentInput[];
  readonly signature?: SignatureInput;
  readonly lines?: readonly SettlementLine[];
  readonly comment?: string;
}

/** The actions that finish a task, by kind of node: decide, acknowledge, form/task/interview, sign, settle. */
export type FinishingAction = 'agree' | 'reject' | 'acknowledge' | 'object' | 'complete' | 'sign' | 'settle';

export type CommandBody =
  | ({
      readonly kind: 'start';
      readonly applicant: PersonId;
      readonly picks?: Readonly<Record<NodeId, readonly PersonId[]>>;
      readonly dates?: CaseDates;
    } & TaskContent)
  | ({ readonly kind: FinishingAction } & TaskLink & TaskContent)
  | ({
      readonly kind: 'return';
      readonly to: NodeId;
      readonly policy?: 'restart' | 'resume';
      readonly reason: string;
    } & TaskLink)
  | ({ readonly kind: 'transfer'; readonly to: PersonId; readonly note?: string } & TaskLink)
  | ({
      readonly kind: 'addSigner';
      readonly person: PersonId;
      readonly position: 'before' | 'after';
    } & TaskLink)
  | ({ readonly kind: 'proposeDate'; readonly lastDay: LocalDate } & TaskLink)
  | ({ readonly kind: 'askForTalk'; readonly note?: string } & TaskLink)
  | ({ readonly kind: 'changeDocument' } & DocumentInput & TaskLink)
  | { readonly kind: 'answerDate'; readonly accept: boolean }
  | { readonly kind: 'urge'; readonly nodeId: NodeId }
  | {
      readonly kind: 'comment';
      readonly nodeId?: NodeId;
      readonly text: string;
      /** The item of a document that the thread is about. */
      readonly item?: string;
      readonly mentions?: readonly PersonId[];
      readonly photos?: readonly Digest[];
    }
  | { readonly kind: 'cc'; readonly nodeId?: NodeId; readonly people: readonly PersonId[] }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'answerWithdrawal'; readonly grant: boolean; readonly reason: string }
  | { readonly kind: 'waive'; readonly nodeId: NodeId; readonly reason: string }
  /** An administrator names who handles a stalled node, or replaces its handlers. */
  | { readonly kind: 'assign'; readonly nodeId: NodeId; readonly to: PersonId }
  | { readonly kind: 'changeDates'; readonly dates: CaseDates; readonly reason: string }
  | { readonly kind: 'freezeAccess'; readonly reason: string }
  /** Someone gets an end date: what they hold in this case goes to others now. */
  | { readonly kind: 'reassign'; readonly person: PersonId }
  | {
      readonly kind: 'documentReady';
      readonly nodeId: NodeId;
      readonly round: number;
      readonly document: DocumentKey;
      readonly digest: Digest;
    }
  | {
      readonly kind: 'reportEffect';
      readonly effectKey: string;
      readonly done: boolean;
      readonly detail: string;
      readonly attempt: number;
    }
  /** The clock: everything that is due by now. */
  | { readonly kind: 'tick' };

export type Command = CommandBase & CommandBody;
export type CommandKind = CommandBody['kind'];
export type CommandOf<Kind extends CommandKind> = CommandBase & Extract<CommandBody, { kind: Kind }>;
export type FinishingCommand = CommandBase & { readonly kind: FinishingAction } & TaskLink & TaskContent;

/** Every command that there is, for tables and tests; the type below makes the list exhaustive. */
export const COMMAND_KINDS = [
  'start',
  'agree',
  'reject',
  'acknowledge',
  'object',
  'complete',
  'sign',
  'settle',
  'return',
  'transfer',
  'addSigner',
  'proposeDate',
  'askForTalk',
  'changeDocument',
  'answerDate',
  'urge',
  'comment',
  'cc',
  'withdraw',
  'answerWithdrawal',
  'waive',
  'assign',
  'changeDates',
  'freezeAccess',
  'reassign',
  'documentReady',
  'reportEffect',
  'tick',
] as const satisfies readonly CommandKind[];

type Unlisted = Exclude<CommandKind, (typeof COMMAND_KINDS)[number]>;
/** Fails to compile when a command is missing from the list. */
export const EVERY_COMMAND_IS_LISTED: Unlisted extends never ? true : never = true;
