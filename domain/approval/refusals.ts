import type { Refusal } from '../result';
import { refuse } from '../result';
import type { Instant } from '../time/instant';
import type { LocalDate } from '../time/local-date';
import type { VoidReason } from './case';
import type { DateName, Outcome, SignatureLevel } from './flow';
import type { FlowFlaw } from './lint/flaw';
import type { CaseId, CommandId, Digest, DocumentKey, NodeId, PersonId, TaskId } from './names';

/** Every expected "no" of the engine and the facts that a sentence about it needs. The wording is the phone's. */
export interface ApprovalRefusalFacts {
  /** Also what a stranger hears about a case that exists. */
  'case.unknown': { readonly caseId: CaseId };
  'case.exists': { readonly caseId: CaseId };
  'case.closed': { readonly result: string; readonly closedAt: Instant };
  'case.other-flow': { readonly needed: string; readonly given: string };
  /** The id was used for something else: not a repeated tap. */
  'command.id-taken': { readonly commandId: CommandId };
  'start.not-allowed': { readonly flowId: string; readonly needs: string };
  'pick.missing': { readonly nodeId: NodeId };
  'person.unknown': { readonly person: PersonId };
  'person.gone': { readonly person: PersonId; readonly since: Instant };
  'person.is-applicant': { readonly person: PersonId };
  'person.already-asked': { readonly person: PersonId; readonly nodeId: NodeId };
  /** Also what a stranger hears about a task that exists. */
  'task.unknown': { readonly taskId: TaskId };
  'task.dead-link': {
    readonly taskId: TaskId;
    readonly round: number;
    readonly currentRound: number;
    readonly reason: VoidReason | 'otherRound';
  };
  'task.already-decided': {
    readonly taskId: TaskId;
    readonly by: PersonId;
    readonly onBehalfOf: PersonId | null;
    readonly at: Instant;
    readonly outcome: Outcome | 'returned';
  };
  'task.moved': { readonly taskId: TaskId; readonly to: PersonId; readonly at: Instant };
  'task.not-your-turn': { readonly taskId: TaskId; readonly waitsFor: PersonId };
  'action.not-offered': { readonly nodeId: NodeId; readonly action: string };
  'action.not-allowed': { readonly action: string; readonly needs: string };
  'reason.missing': { readonly action: string };
  'form.field-missing': { readonly nodeId: NodeId; readonly fields: readonly string[] };
  'form.field-invalid': {
    readonly nodeId: NodeId;
    readonly field: string;
    readonly why: 'unknown' | 'wrongType' | 'notAChoice' | 'notADate' | 'unknownPerson';
  };
  'form.photos-missing': { readonly nodeId: NodeId; readonly needed: number; readonly given: number };
  'document.unknown': { readonly document: DocumentKey };
  'document.not-writable': { readonly document: DocumentKey; readonly nodeId: NodeId };
  'signature.missing': {
    readonly nodeId: NodeId;
    readonly document: DocumentKey;
    readonly level: SignatureLevel;
  };
  'signature.document-changed': {
    readonly document: DocumentKey;
    readonly signed: Digest;
    readonly current: Digest;
    readonly version: number;
  };
  'signature.level-too-low': { readonly needed: SignatureLevel; readonly given: SignatureLevel };
  'signature.identity-missing': { readonly document: DocumentKey };
  'signature.identity-expired': { readonly verifiedAt: Instant; readonly validMinutes: number };
  'settlement.lines-missing': { readonly nodeId: NodeId };
  'settlement.not-whole-fen': { readonly code: string; readonly fen: number };
  'return.not-there': { readonly nodeId: NodeId; readonly to: NodeId; readonly allowed: readonly NodeId[] };
  'return.policy-fixed': { readonly nodeId: NodeId; readonly policy: string };
  'node.unknown': { readonly nodeId: NodeId };
  'node.not-open': { readonly nodeId: NodeId; readonly closedAt: Instant | null };
  'node.dead-round': { readonly nodeId: NodeId; readonly round: number; readonly currentRound: number };
  'assignee.none-found': { readonly nodeId: NodeId; readonly tried: readonly string[] };
  'assign.several-handlers': { readonly nodeId: NodeId; readonly people: readonly PersonId[] };
  'urge.too-soon': { readonly nodeId: NodeId; readonly lastAt: Instant; readonly againAt: Instant };
  'urge.nobody': { readonly nodeId: NodeId };
  'withdraw.already-asked': { readonly by: PersonId; readonly at: Instant };
  'withdraw.not-asked': { readonly caseId: CaseId };
  'dates.none-proposed': { readonly caseId: CaseId };
  'dates.invalid': { readonly name: DateName; readonly given: string };
  'dates.before-notice': { readonly name: DateName; readonly given: LocalDate; readonly notice: LocalDate };
  'dates.already-reached': { readonly name: DateName; readonly nodeId: NodeId };
  'due.date-missing': { readonly base: DateName };
  /** The calendar of workdays stops before the due date; it must be extended. */
  'due.calendar-ends': { readonly from: LocalDate; readonly endsOn: LocalDate };
  'due.no-working-hours': Readonly<Record<string, never>>;
  'flow.not-publishable': { readonly flaws: readonly FlowFlaw[] };
  'log.gap': { readonly expectedSeq: number; readonly foundSeq: number };
  'log.other-case': { readonly expected: CaseId; readonly found: CaseId };
}

export type ApprovalRefusalCode = keyof ApprovalRefusalFacts;

export type ApprovalRefusal = {
  [Code in ApprovalRefusalCode]: Refusal<Code, ApprovalRefusalFacts[Code]>;
}[ApprovalRefusalCode];

/** A typed "no". */
export const no = <Code extends ApprovalRefusalCode>(code: Code, facts: ApprovalRefusalFacts[Code]) =>
  refuse<Code, ApprovalRefusalFacts[Code]>(code, facts);

const listed: { readonly [Code in ApprovalRefusalCode]: true } = {
  'case.unknown': true,
  'case.exists': true,
  'case.closed': true,
  'case.other-flow': true,
  'command.id-taken': true,
  'start.not-allowed': true,
  'pick.missing': true,
  'person.unknown': true,
  'person.gone': true,
  'person.is-applicant': true,
  'person.already-asked': true,
  'task.unknown': true,
  'task.dead-link': true,
  'task.already-decided': true,
  'task.moved': true,
  'task.not-your-turn': true,
  'action.not-offered': true,
  'action.not-allowed': true,
  'reason.missing': true,
  'form.field-missing': true,
  'form.field-invalid': true,
  'form.photos-missing': true,
  'document.unknown': true,
  'document.not-writable': true,
  'signature.missing': true,
  'signature.document-changed': true,
  'signature.level-too-low': true,
  'signature.identity-missing': true,
  'signature.identity-expired': true,
  'settlement.lines-missing': true,
  'settlement.not-whole-fen': true,
  'return.not-there': true,
  'return.policy-fixed': true,
  'node.unknown': true,
  'node.not-open': true,
  'node.dead-round': true,
  'assignee.none-found': true,
  'assign.several-handlers': true,
  'urge.too-soon': true,
  'urge.nobody': true,
  'withdraw.already-asked': true,
  'withdraw.not-asked': true,
  'dates.none-proposed': true,
  'dates.invalid': true,
  'dates.before-notice': true,
  'dates.already-reached': true,
  'due.date-missing': true,
  'due.calendar-ends': true,
  'due.no-working-hours': true,
  'flow.not-publishable': true,
  'log.gap': true,
  'log.other-case': true,
};

/** The exhaustive list; the record above does not compile when a code is missing or unknown. */
export const APPROVAL_REFUSAL_CODES = Object.keys(listed) as readonly ApprovalRefusalCode[];
