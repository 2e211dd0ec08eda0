import type { Envelope } from '@contract/envelope';
import type { CaseAction } from '@domain/offboarding/permissions';
import { freshId, type Person } from '../company/person';
import type { LeavingCompany } from './leaving-company';

export interface TaskLink {
  readonly taskId: string;
  readonly round: number;
}

/** What the probes are aimed at. */
export interface Aim {
  readonly company: () => LeavingCompany;
  /** HR's own case, the employer's path. */
  readonly employers: () => string;
  /** The link to the task of a node, as it was when the walk began. */
  linkTo(nodeId: string): TaskLink;
}

export interface Asking {
  readonly person: Person;
  readonly caseId: string;
  /** The step that is the person's own. */
  readonly own: string;
}
export type Answered = Promise<Envelope<unknown>>;

const move =
  (kind: string, more: object = {}) =>
  ({ person, caseId }: Asking): Answered =>
    person.callWith('case.move', {
      commandId: freshId(),
      caseId,
      move: kind,
      nodeId: 'leader',
      text: '说明',
      ...more,
    });
const ask =
  (procedure: string, more: object = {}) =>
  ({ person, caseId }: Asking): Answered =>
    person.callWith(procedure, { caseId, ...more });
const press =
  (procedure: string, more: object = {}) =>
  ({ person, caseId }: Asking): Answered =>
    person.callWith(procedure, { commandId: freshId(), caseId, ...more });

const DIGEST = 'a'.repeat(64);
const SIGNATURE = { sessionId: 'none', digest: DIGEST, strokes: [], canvas: { width: 300, height: 100 } };

export type Probes = { readonly [Action in CaseAction]: ((asking: Asking) => Answered) | null };

/** The procedure that stands for each action; none where no procedure does it: then the door itself is asked. */
export function probesOf({ company, employers, linkTo }: Aim): Probes {
  const act =
    (nodeId: string | null, action: string, more: object = {}) =>
    ({ person, caseId, own }: Asking): Answered =>
      person.callWith('case.act', {
        commandId: freshId(),
        caseId,
        ...linkTo(nodeId ?? own),
        action,
        comment: '说明',
        ...more,
      });
  return {
    viewCase: ask('case.view', { taskId: null, round: null }),
    viewSettlement: ask('settlement.view'),
    viewInterview: ask('interview.view'),
    viewPersonnel: ask('leaving.proofs'),
    downloadPapers: ask('document.list'),
    exportEvidence: ask('evidence.export'),
    searchCases: ({ person }) => person.callWith('leaving.search', { query: '王芳' }),
    giveNotice: null,
    withdraw: move('withdraw'),
    answerDate: move('answerDate', { yes: true }),
    fillHandover: press('handover.submit', { content: {} }),
    answerSettlement: (asking) =>
      press('settlement.answer', {
        ...linkTo('settlementAnswer'),
        seen: DIGEST,
        answer: 'confirm',
        reason: '',
      })(asking),
    giveInterview: (asking) =>
      press('interview.answer', { ...linkTo('interview'), reasons: ['pay'], words: '' })(asking),
    answerAsLeader: act('leader', 'acknowledge'),
    proposeDate: act(null, 'proposeDate', { lastDay: '2026-04-24' }),
    askForTalk: act('leader', 'askForTalk'),
    reviewHandover: press('handover.accept', { digest: DIGEST }),
    sign: press('handover.sign', { signature: SIGNATURE }),
    checkAsHr: (asking) => act(asking.caseId === employers() ? 'summons' : 'hrCheck', 'complete')(asking),
    waive: move('waive'),
    answerWithdrawal: move('answerWithdrawal', { yes: false }),
    changeDates: press('case.changeDates', {
      dates: {
        lastDay: '2026-04-10',
        contractEnd: '2026-04-10',
        payrollEnd: '2026-04-10',
        handoverDue: '2026-04-10',
        accessEnd: { date: '2026-04-10', minute: 1080 },
      },
      reason: '',
      agreed: false,
    }),
    assignHandler: move('assign', { people: ['E999'] }),
    freezeAccess: press('leaving.freezeNow', { reason: '有安全风险，立即停用' }),
    startEmployersPath: ({ person }) =>
      person.callWith('leaving.startEmployer', {
        commandId: freshId(),
        employmentId: 'E999',
        lastSeen: '2026-03-02',
        attempts: '三次电话、一次上门',
        plannedEnd: '2026-05-29',
      }),
    clearAccountsAndAssets: act('accounts', 'complete', { fields: { nothing: 'asks for this' } }),
    settle: (asking) =>
      press('settlement.propose', {
        ...linkTo('settlement'),
        lines: [{ kind: 'wage', note: '4 月工资', fen: 1 }],
      })(asking),
    comment: press('case.say', { text: '你好', mentions: [], itemKey: null, files: [] }),
    urge: move('urge'),
    involveOthers: (asking) =>
      asking.own === 'settlementAnswer' && asking.person === company().fang
        ? move('cc', { nodeId: null, people: [] })(asking)
        : act(null, 'transfer', { toEmploymentId: asking.person.employmentId })(asking),
  };
}
