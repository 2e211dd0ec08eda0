import type { FlowDefinition } from '@domain/approval/flow';
import { nodeOf } from '@domain/approval/flow';
import type { ApprovalRefusal } from '@domain/approval/refusals';
import { CASE_ROLES } from '@domain/offboarding/permissions';
import { dateText } from '@domain/time/local-date';
import { instantOf } from '@domain/time/instant';
import type { caseRefusals } from '@contract/cases';
import type { Organisation } from '../organisation';
import type { RefusalOf } from '../use-case';
import { momentText } from '../wall-text';
import { dateLabel, documentTitle, fieldLabel, roleTitle } from './field-words';
import type { Staff } from './staff';

type CaseRefusalCode = (typeof caseRefusals)[number];
/** What the engine's "no" becomes; a locked month and a lost race are the server's own. */
export type WireCaseRefusal = RefusalOf<Exclude<CaseRefusalCode, 'month.locked' | 'conflict.busy'>>;

const RESULTS: Readonly<Record<string, string>> = {
  approved: '已通过',
  rejected: '未通过',
  finished: '已完成',
  withdrawn: '已撤回',
};
const OUTCOMES: Readonly<Record<string, string>> = {
  agreed: '同意',
  rejected: '未同意',
  returned: '退回',
  acknowledged: '知悉',
  objected: '提出异议',
  completed: '完成',
  signed: '签署',
  settled: '结算',
};
/** Who a command is for, as the engine names them. */
const NEEDS: Readonly<Record<string, string>> = {
  applicant: roleTitle('applicant'),
  initiator: '发起人',
  handler: '这一步的处理人',
  'role:hr': roleTitle('groupHr'),
  ...Object.fromEntries(CASE_ROLES.map((role) => [role, roleTitle(role)])),
};

const plain = <Code extends CaseRefusalCode>(
  code: Code,
): { readonly code: Code; readonly facts: Record<string, never> } => ({
  code,
  facts: {},
});

/**
 * The engine's "no" as the contract says it: names, labels and wall-clock times instead of ids and instants. Every code
 * has its line; `case.cannot-move` is left for what no person can mend.
 *
 * @param flow for the titles of steps
 */
export function wireCaseRefusal(
  refusal: ApprovalRefusal,
  org: Organisation,
  staff: Staff,
  flow: FlowDefinition | null = null,
): WireCaseRefusal {
  const at = (instant: number) => momentText(org.zone, instantOf(instant));
  const titleOf = (nodeId: string) => (flow && nodeOf(flow, nodeId)?.title) ?? '';
  switch (refusal.code) {
    // An unknown task and somebody else's are answered like an unknown case: a link gives nothing away.
    case 'case.unknown':
    case 'task.unknown':
      return plain('case.unknown');
    case 'case.closed':
      return { code: refusal.code, facts: { resultText: RESULTS[refusal.facts.result] ?? '已结束' } };
    case 'task.dead-link':
      return plain(refusal.code);
    case 'task.already-decided': {
      const { by, at: when, outcome } = refusal.facts;
      const facts = { byName: staff.nameOf(by), at: at(when), outcome: OUTCOMES[outcome] ?? '处理' };
      return { code: refusal.code, facts };
    }
    case 'task.moved':
      return { code: refusal.code, facts: { toName: staff.nameOf(refusal.facts.to) } };
    case 'task.not-your-turn':
      return { code: refusal.code, facts: { waitsForName: staff.nameOf(refusal.facts.waitsFor) } };
    case 'action.not-offered':
      return { code: refusal.code, facts: { action: refusal.facts.action } };
    case 'action.not-allowed':
    case 'start.not-allowed':
      return { code: 'action.not-yours', facts: { whose: NEEDS[refusal.facts.needs] ?? '别的同事' } };
    case 'reason.missing':
    case 'person.unknown':
    case 'urge.nobody':
    case 'withdraw.not-asked':
    case 'dates.none-proposed':
    case 'settlement.lines-missing':
    case 'settlement.not-whole-fen':
      return plain(refusal.code);
    case 'command.id-taken':
    case 'case.exists':
      return plain('command.id-taken');
    case 'person.gone':
    case 'person.is-applicant':
    case 'person.already-asked':
      return { code: refusal.code, facts: { name: staff.nameOf(refusal.facts.person) } };
    case 'form.field-missing':
      return { code: refusal.code, facts: { labels: refusal.facts.fields.map(fieldLabel) } };
    case 'form.field-invalid': {
      const { field, why } = refusal.facts;
      return { code: refusal.code, facts: { label: fieldLabel(field), why } };
    }
    case 'form.photos-missing': {
      const { needed, given } = refusal.facts;
      return { code: refusal.code, facts: { needed, given } };
    }
    case 'document.unknown':
      return { code: 'document.not-ready', facts: { title: documentTitle(refusal.facts.document) } };
    case 'signature.missing':
    case 'signature.identity-missing':
      return { code: refusal.code, facts: { title: documentTitle(refusal.facts.document) } };
    case 'signature.document-changed': {
      const { document, version } = refusal.facts;
      return { code: refusal.code, facts: { title: documentTitle(document), version } };
    }
    case 'signature.level-too-low':
      return { code: refusal.code, facts: {} };
    case 'signature.identity-expired':
      return { code: refusal.code, facts: { validMinutes: refusal.facts.validMinutes } };
    case 'return.not-there':
      return { code: refusal.code, facts: { allowed: refusal.facts.allowed.map(titleOf) } };
    case 'node.not-open': {
      const { closedAt } = refusal.facts;
      return { code: refusal.code, facts: { closedAt: closedAt === null ? null : at(closedAt) } };
    }
    case 'assign.several-handlers':
      return { code: refusal.code, facts: { names: refusal.facts.people.map((id) => staff.nameOf(id)) } };
    case 'urge.too-soon':
      return { code: refusal.code, facts: { againAt: at(refusal.facts.againAt) } };
    case 'withdraw.already-asked':
      return { code: refusal.code, facts: { at: at(refusal.facts.at) } };
    case 'dates.invalid':
    case 'dates.already-reached':
      return { code: refusal.code, facts: { label: dateLabel(refusal.facts.name) } };
    case 'dates.before-notice': {
      const { name, notice } = refusal.facts;
      return { code: refusal.code, facts: { label: dateLabel(name), notice: dateText(notice) } };
    }
    case 'pick.missing':
    case 'document.not-writable':
    case 'return.policy-fixed':
    case 'node.unknown':
    case 'node.dead-round':
    case 'assignee.none-found':
    case 'due.date-missing':
    case 'due.calendar-ends':
    case 'due.no-working-hours':
    case 'case.other-flow':
    case 'flow.not-publishable':
    case 'log.gap':
    case 'log.other-case':
      return { code: 'case.cannot-move', facts: { because: refusal.code } };
  }
}
