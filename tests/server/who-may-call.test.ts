import { contract, type InputOf, type ProcedureKey } from '@contract/contract';
import { type Company, openCompany } from './company';
import { outcome } from './company/answers';
import { DEVICE, freshId } from './company/person';

const aDayOff = {
  mode: 'days',
  from: '2026-03-16',
  to: '2026-03-16',
  fromAfternoon: false,
  untilNoon: false,
} as const;

/** A sound input for each procedure: a procedure that is missing here does not compile. */
const INPUTS: { readonly [Key in ProcedureKey]: () => InputOf<Key> } = {
  'session.me': () => ({}),
  'session.bind': () => ({ code: 'NONE-SUCH-CODE0' }),
  'invitation.issue': () => ({ employmentId: 'E999' }),
  'punch.today': () => ({ position: null }),
  'punch.clock': () => ({ punchId: freshId(), position: null, claimedAt: null, device: DEVICE }),
  'punch.outside': () => ({
    punchId: freshId(),
    position: { latitude: 31, longitude: 121, accuracyMeters: 20 },
    remark: '拜访客户',
    photoIds: [],
    device: DEVICE,
  }),
  'signals.list': () => ({ kind: null, before: null }),
  'machine.home': () => ({}),
  'machine.check': () => ({ fileId: 'none', name: 'a.csv' }),
  'machine.take': () => ({ tableId: 'none', after: null }),
  'calendar.myMonth': () => ({ month: null }),
  'reminders.recordAnswers': () => ({
    answerId: freshId(),
    answers: [{ templateId: 'some-template', answer: 'reject' }],
  }),
  'reminders.channels': () => ({}),
  'reminders.recordBinding': () => ({ bound: false, templateIds: [] }),
  'correction.form': () => ({ date: '2026-03-06' }),
  'correction.apply': () => ({
    commandId: freshId(),
    date: '2026-03-06',
    card: 'in',
    segment: 0,
    minute: 540,
    reason: '忘了打卡',
    photoIds: [],
  }),
  'report.month': () => ({ month: null, after: null }),
  'report.day': () => ({ date: null, after: null }),
  'report.sum': () => ({ month: '2026-03', date: null, after: null }),
  'report.layouts': () => ({}),
  'report.keepLayout': () => ({ report: 'summary', columns: ['worked'] }),
  'month.desk': () => ({ month: null }),
  'month.openItems': () => ({ month: '2026-02', branchId: null, after: null }),
  'month.close': () => ({ commandId: freshId(), month: '2026-04', branchId: null }),
  'month.reopen': () => ({ commandId: freshId(), month: '2026-02', branchId: null, reason: '漏了一次加班' }),
  'month.progress': () => ({ closingId: 'none' }),
  'month.changes': () => ({ month: '2026-02', branchId: null, after: null }),
  'report.person': () => ({ employmentId: 'E003', month: '2026-03' }),
  'request.home': () => ({}),
  'request.draft': () => ({ kind: 'leave', typeId: 'personal', span: aDayOff }),
  'request.apply': () => ({
    commandId: freshId(),
    kind: 'leave',
    typeId: 'personal',
    span: aDayOff,
    place: '',
    reason: '家里有事',
  }),
  'request.revoke': () => ({ commandId: freshId(), caseId: 'none', reason: '不去了' }),
  'leave.balances': () => ({ employmentId: 'E003' }),
  'leave.grant': () => ({
    commandId: freshId(),
    employmentId: 'E003',
    typeId: 'annual',
    amount: 5,
    note: '本年度',
  }),
  'case.view': () => ({ caseId: 'none', taskId: null, round: null }),
  'case.act': () => ({
    commandId: freshId(),
    caseId: 'none',
    taskId: 'none',
    round: 1,
    action: 'agree',
    comment: '',
    toEmploymentId: null,
  }),
  'case.move': () => ({ commandId: freshId(), caseId: 'none', move: 'urge', nodeId: null, text: '' }),
  'case.changeDates': () => ({
    commandId: freshId(),
    caseId: 'none',
    dates: {
      lastDay: '2026-04-10',
      contractEnd: '2026-04-10',
      payrollEnd: '2026-04-10',
      handoverDue: '2026-04-10',
      accessEnd: { date: '2026-04-10', minute: 1080 },
    },
    reason: '双方商定',
    agreed: true,
  }),
  'leaving.compareCard': () => ({ card: 'idCard', fileId: 'none', consent: true }),
  'identity.begin': () => ({ commandId: freshId(), caseId: null, document: 'notice' }),
  'identity.confirm': () => ({ sessionId: 'none', code: '000000' }),
  'case.signOnPaper': () => ({
    commandId: freshId(),
    caseId: 'none',
    taskId: 'none',
    round: 1,
    digest: 'a'.repeat(64),
    photoIds: ['none'],
  }),
  'case.say': () => ({
    commandId: freshId(),
    caseId: 'none',
    text: '你好',
    mentions: [],
    itemKey: null,
    files: [],
  }),
  'case.pulse': () => ({ caseId: 'none' }),
  'case.see': () => ({ caseId: 'none', seq: 0 }),
  'leaving.options': () => ({}),
  'leaving.draft': () => ({ path: 'notice', wished: null, remote: false, reason: '' }),
  'leaving.give': () => ({
    path: 'notice',
    wished: null,
    remote: false,
    reason: '',
    commandId: freshId(),
    digest: '0'.repeat(64),
    signature: null,
    proofConsent: false,
    photoIds: [],
  }),
  'leaving.mine': () => ({}),
  'leaving.proofs': () => ({ caseId: 'none' }),
  'inbox.list': () => ({ show: 'todo', before: null }),
  'inbox.read': () => ({ ids: ['none'] }),
  'duties.view': () => ({ employmentId: 'E999', successorId: null }),
  'duties.confirm': () => ({ employmentId: 'E999', successorId: null, orgRevision: 1 }),
  'delegation.mine': () => ({}),
  'delegation.set': () => ({
    commandId: freshId(),
    toEmploymentId: 'E999',
    from: '2026-03-10',
    to: '2026-03-11',
    flowIds: null,
  }),
  'delegation.end': () => ({ id: 'none' }),
  'imports.list': () => ({ kind: 'people' }),
  'imports.check': () => ({ commandId: freshId(), kind: 'people', fileId: 'none', name: 'a.csv' }),
  'imports.lines': () => ({ batchId: 'none', show: 'wrong', after: null }),
  'imports.apply': () => ({ batchId: 'none', wholeOnly: false }),
  'imports.progress': () => ({ batchId: 'none' }),
  'imports.undo': () => ({ batchId: 'none' }),
  'exports.start': () => ({ commandId: freshId(), order: { what: 'placesTemplate' } }),
  'exports.progress': () => ({ commandId: freshId() }),
  'rules.desk': () => ({}),
  'rules.open': () => ({ ruleId: 'none' }),
  'rules.save': () => ({
    commandId: freshId(),
    seenRevision: 0,
    item: {
      kind: 'place',
      id: 'gate',
      value: { name: '东门', latitude: 31, longitude: 121, radiusMeters: 100 },
    },
    conflicts: { answer: 'ask' },
  }),
  'rules.drop': () => ({ commandId: freshId(), item: { kind: 'rule', id: 'none', seenRevision: 0 } }),
  'rules.preview': () => ({ month: null, item: null, after: null }),
  'rules.publish': () => ({ commandId: freshId() }),
  'rules.progress': () => ({ jobId: 'none' }),
  'roster.desk': () => ({ month: null, ruleId: null, after: null }),
  'roster.save': () => ({
    commandId: freshId(),
    changes: [{ employmentId: 'E003', date: '2026-03-20', from: '', to: null }],
    pastSeen: false,
  }),
  'roster.preview': () => ({
    changes: [{ employmentId: 'E003', date: '2026-03-20', from: '', to: null }],
  }),
  'roster.checkTable': () => ({ month: '2026-03', ruleId: 'none', fileId: 'none', name: '排班.xlsx' }),
  'roster.importTable': () => ({
    commandId: freshId(),
    month: '2026-03',
    ruleId: 'none',
    tableId: 'none',
    after: 0,
  }),
  'roster.choose': () => ({ commandId: freshId(), date: '2026-03-09', shiftId: 'none' }),
  'swap.draft': () => ({ colleagueId: 'E003', mine: '2026-03-20', theirs: '2026-03-20' }),
  'swap.ask': () => ({
    commandId: freshId(),
    colleagueId: 'E003',
    mine: '2026-03-20',
    theirs: '2026-03-20',
    reason: '家里有事',
  }),
  'roster.history': () => ({ month: '2026-03', employmentIds: ['E003'] }),
  'people.search': () => ({ query: '王' }),
  'company.view': () => ({}),
  'company.change': () => ({
    commandId: freshId(),
    seenRevision: 1,
    unit: { kind: 'branch', id: 'none', name: '新机构', closed: false },
  }),
  'staff.list': () => ({ query: '', departmentId: null, branchId: null, state: 'working', after: null }),
  'staff.file': () => ({ employmentId: 'E999' }),
  'staff.add': () => ({
    commandId: freshId(),
    name: '林远',
    branchId: 'none',
    hireDate: '2026-03-09',
    departmentIds: ['day'],
    postId: null,
    contract: { kind: 'open', from: '2026-03-09', to: null },
    probationEnd: null,
    phone: null,
    idNumber: null,
  }),
  'staff.change': () => ({
    commandId: freshId(),
    employmentId: 'E999',
    seenRevision: 0,
    part: { kind: 'numbers', phone: null },
  }),
  'staff.role': () => ({
    commandId: freshId(),
    employmentId: 'E999',
    role: 'it',
    branchId: null,
    give: true,
  }),
  'staff.unbind': () => ({ commandId: freshId(), employmentId: 'E999', reason: '换了手机' }),
  'assets.view': () => ({ caseId: 'none' }),
  'assets.issue': () => ({ commandId: freshId(), caseId: 'none', name: '电脑', number: 'A-1' }),
  'assets.move': () => ({
    commandId: freshId(),
    caseId: 'none',
    assetId: 'none',
    move: 'claim',
    note: '',
    photoIds: [],
  }),
  'assets.close': () => ({ commandId: freshId(), caseId: 'none', taskId: 'none', round: 1 }),
  'interview.view': () => ({ caseId: 'none' }),
  'interview.answer': () => ({
    commandId: freshId(),
    caseId: 'none',
    taskId: 'none',
    round: 1,
    reasons: ['pay'],
    words: '',
  }),
  'interviews.summary': () => ({ year: 2026 }),
  'document.keepByHand': () => ({ caseId: 'none', effectKey: 'none', fileId: 'none', name: '' }),
  'certificate.choose': () => ({ caseId: 'none', withReason: true, revision: 0 }),
  'nonCompete.view': () => ({ caseId: 'none' }),
  'nonCompete.write': () => ({
    commandId: freshId(),
    caseId: 'none',
    taskId: 'none',
    round: 1,
    scope: '同类产品',
    area: '上海',
    months: 12,
    monthlyFen: 100,
  }),
  'leaving.search': () => ({ query: '王' }),
  'leaving.overview': () => ({}),
  'leaving.employersPath': () => ({}),
  'leaving.startEmployer': () => ({
    commandId: freshId(),
    employmentId: 'none',
    lastSeen: '2026-03-02',
    attempts: '三次电话、一次上门',
    plannedEnd: '2026-04-30',
  }),
  'leaving.freezeNow': () => ({ commandId: freshId(), caseId: 'none', reason: '账号被盗，先停用' }),
  'settlement.view': () => ({ caseId: 'none' }),
  'settlement.propose': () => ({ commandId: freshId(), caseId: 'none', taskId: 'none', round: 1, lines: [] }),
  'settlement.answer': () => ({
    commandId: freshId(),
    caseId: 'none',
    taskId: 'none',
    round: 1,
    seen: 'a'.repeat(64),
    answer: 'confirm',
    reason: '',
  }),
  'handover.view': () => ({ caseId: 'none', version: null }),
  'handover.submit': () => ({ commandId: freshId(), caseId: 'none', content: {} }),
  'handover.comment': () => ({ commandId: freshId(), caseId: 'none', item: 'work', text: '好' }),
  'handover.sendBack': () => ({ commandId: freshId(), caseId: 'none', version: 1 }),
  'handover.accept': () => ({ commandId: freshId(), caseId: 'none', digest: 'a'.repeat(64) }),
  'handover.sign': () => ({
    commandId: freshId(),
    caseId: 'none',
    signature: {
      sessionId: 'none',
      digest: 'a'.repeat(64),
      strokes: [],
      canvas: { width: 300, height: 100 },
    },
  }),
  'handover.attach': () => ({ caseId: 'none', fileId: 'none', name: '' }),
  'document.list': () => ({ caseId: null }),
  'upload.announce': () => ({ path: 'inbox/nobody/1.jpg' }),
  'file.open': () => ({ caseId: 'none', digest: 'a'.repeat(64) }),
  'document.open': () => ({ documentId: 'none' }),
  'document.verify': () => ({ number: 'ZM-2026-0000-0000', code: '0'.repeat(16) }),
  'document.revoke': () => ({ documentId: 'none', reason: '信息有误' }),
  'evidence.export': () => ({ caseId: 'none' }),
};

const KEYS = Object.keys(contract) as ProcedureKey[];
const CALLERS = ['nobody', 'a stranger', 'an employee', 'HR'] as const;
type CallerName = (typeof CALLERS)[number];

let company: Company;
let openids: Record<CallerName, string | null>;

beforeAll(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  const employee = await company.person('王芳').bind();
  openids = {
    nobody: null,
    'a stranger': 'openid-of-a-stranger',
    'an employee': employee.openid,
    HR: company.person('刘静').openid,
  };
});
afterAll(() => company.close());

/** What the contract's `callers` promises, read without the server. */
function promised(key: ProcedureKey, caller: CallerName): 'let in' | `session.${string}` {
  const { callers }: { callers: 'anyone' | 'bound' | readonly string[] } = contract[key];
  if (caller === 'nobody') return 'session.no-identity';
  if (callers === 'anyone') return 'let in';
  if (caller === 'a stranger') return 'session.not-bound';
  if (callers === 'bound') return 'let in';
  return callers.includes(caller === 'HR' ? 'hr' : 'employee') ? 'let in' : 'session.forbidden';
}

const rows = KEYS.flatMap((key) => CALLERS.map((caller) => [key, caller, promised(key, caller)] as const));

it.each(rows)('%s called by %s: %s', async (key, caller, expected) => {
  const told = outcome(await company.phone(openids[caller], key, INPUTS[key]()));
  expect(told.startsWith('session.') ? told : told === 'fault' ? 'a fault' : 'let in').toBe(expected);
});

it('without being bound, a person can find out who he is, bind himself and check a paper, and nothing else', () => {
  expect(KEYS.filter((key) => contract[key].callers === 'anyone').sort()).toEqual([
    'document.verify',
    'session.bind',
    'session.me',
  ]);
});

it('an OPENID in the input is nobody’s: identity is not a field', async () => {
  const answer = await company.phone(null, 'session.me', { openid: openids.HR, OPENID: openids.HR });
  expect(outcome(answer)).toBe('session.no-identity');
  const forged = await company.phone('openid-of-a-stranger', 'punch.today', {
    position: null,
    openid: openids.HR,
  });
  expect(forged).toMatchObject({
    refusal: { code: 'input.invalid', facts: { issues: [{ field: 'openid', reason: 'unknown-field' }] } },
  });
});
