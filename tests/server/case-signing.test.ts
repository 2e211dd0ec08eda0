import { commits } from '@server/repositories/commits';
import { granted, outcome, refused } from './company/answers';
import { freshId, type Person } from './company/person';
import { signs } from './company/signing';
import { callsOn, upload } from './leaving/case-calls';
import {
  caseOf,
  command,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  taskOf,
} from './leaving/leaving-company';

let company: LeavingCompany;
let caseId: string;
const { actAt, view } = callsOn(
  () => company,
  () => caseId,
);

/** 王芳 has given notice on Monday morning; her leader is asked. */
beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T09:00' });
  caseId = await giveNotice(company, company.fang, '2026-04-10');
});
afterEach(() => company.close());

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 9, 9]);

describe('a signature', () => {
  const AGREEMENT = 'c'.repeat(64);
  const by = (person: Person) => ({ who: 'person', id: person.employmentId }) as const;

  /** An agreement is asked for and agreed on; its text lies before the employee. */
  const reachAgreement = async () => {
    const { fang, leader, recipient, branchHr } = company;
    const fields = { wishedLastDay: '2026-03-20', reason: '' };
    caseId = `${fang.employmentId}-${freshId()}`;
    const start = { kind: 'start', applicant: fang.employmentId, fields } as const;
    await command(company, caseId, by(fang), start, 'leave-agreement');
    granted(await actAt(leader, 'leader', 'agree', { fields: { recipient: recipient.employmentId } }));
    const terms = { compensationFen: 0, insuranceChecked: true, fundChecked: true, assetsListed: true };
    granted(await actAt(branchHr, 'hrTerms', 'agree', { fields: terms }));
    await drawn();
  };

  /** The paper of the agreement is there: where no paper was made, a digest stands for it. */
  const drawn = async () => {
    const { nodes } = await caseOf(company, caseId);
    if (nodes.agreement?.status !== 'open') return;
    await command(
      company,
      caseId,
      { who: 'system', part: 'documents' },
      {
        kind: 'documentReady',
        nodeId: 'agreement',
        round: nodes.agreement.round,
        document: 'agreement',
        digest: AGREEMENT,
      },
    );
  };

  it('needs the document’s digest, a code for this very document, and a drawing', async () => {
    await reachAgreement();
    const { fang } = company;
    const digest = (await caseOf(company, caseId)).documents.agreement?.digest ?? '';
    expect((await view(fang)).task).toMatchObject({
      nodeId: 'employeeAgrees',
      actions: ['sign', 'object', 'return'],
      signature: { document: 'agreement', title: '离职协议', level: 'reliable', digest, onPaper: true },
      returnsTo: [{ nodeId: 'hrTerms' }],
    });
    expect(refused(await actAt(fang, 'employeeAgrees', 'sign'))).toEqual({
      code: 'signature.missing',
      facts: { title: '离职协议' },
    });
    const signature = await signs(company, fang, { document: 'agreement', caseId, digest });
    const sign = (change: Partial<typeof signature>) =>
      actAt(fang, 'employeeAgrees', 'sign', { signature: { ...signature, ...change } });
    expect(outcome(await sign({ sessionId: 'stolen' }))).toBe('identity.unknown');
    expect(outcome(await sign({ strokes: [] }))).toBe('signature.blank');
    expect(refused(await sign({ digest: 'e'.repeat(64) }))).toEqual({
      code: 'signature.document-changed',
      facts: { title: '离职协议', version: 1 },
    });
    // A code by short message is `basic`; the agreement wants more, and nothing is signed.
    expect(outcome(await sign({}))).toBe('signature.level-too-low');
    expect((await caseOf(company, caseId)).signatures).toEqual([]);
  });

  it('is not asked any more after a return: the old link is dead, the new one in a new round', async () => {
    await reachAgreement();
    const { fang, branchHr } = company;
    const link = await taskOf(company, caseId, 'employeeAgrees');
    expect(outcome(await actAt(fang, 'employeeAgrees', 'return', { toNodeId: 'hrTerms' }))).toBe(
      'reason.missing',
    );
    expect(
      refused(await actAt(fang, 'employeeAgrees', 'return', { comment: '日期不对', toNodeId: 'leader' })),
    ).toEqual({ code: 'return.not-there', facts: { allowed: ['人事确认离职日期与协议条件'] } });
    granted(await actAt(fang, 'employeeAgrees', 'return', { comment: '日期不对', toNodeId: 'hrTerms' }));
    const late = { commandId: freshId(), caseId, ...link, action: 'sign' as const, comment: '' };
    expect(refused(await fang.call('case.act', late)).code).toMatch(/^task.(dead-link|already-decided)$/);
    expect((await view(branchHr)).task).toMatchObject({ nodeId: 'hrTerms', round: 2 });
    expect((await view(branchHr)).comments.map(({ text }) => text)).toContain('日期不对');
  });

  it('on paper counts once another person of HR has checked the original, and the log names who', async () => {
    await reachAgreement();
    const { fang, branchHr, hr, leader } = company;
    const [paper] = (await view(branchHr)).papers;
    expect(paper).toMatchObject({ title: '离职协议', signerName: '王芳' });
    expect((await view(fang)).papers).toEqual([]);
    const check = async (person: Person, more: object = {}) =>
      person.callWith('case.signOnPaper', {
        commandId: freshId(),
        caseId,
        taskId: paper?.taskId,
        round: paper?.round,
        digest: paper?.digest,
        photoIds: [await upload(company, person, JPEG)],
        ...more,
      });
    expect(outcome(await check(fang))).toBe('action.not-yours');
    expect(outcome(await check(leader))).toBe('action.not-yours');
    expect(outcome(await check(branchHr, { photoIds: [] }))).toBe('input.invalid');
    expect(outcome(await check(branchHr, { digest: 'e'.repeat(64) }))).toBe('signature.document-changed');
    const tap = { commandId: freshId(), photoIds: [await upload(company, branchHr, JPEG)] };
    expect(outcome(await check(branchHr, tap))).toBe('ok');
    expect(outcome(await check(branchHr, tap))).toBe('ok');
    const { signatures, nodes } = await caseOf(company, caseId);
    expect(signatures).toHaveLength(1);
    expect(signatures[0]).toMatchObject({ person: fang.employmentId, level: 'reliable' });
    const log = (await commits.ofCase(company.database, caseId)).flatMap(({ events }) => events);
    expect(log.find(({ body }) => body.type === 'signed')?.actor).toMatchObject({
      identity: { session: `paper-checked-by:${branchHr.employmentId}` },
    });
    expect((await view(fang)).comments.at(-1)?.text).toBe('已核对《离职协议》的纸质签名原件，是本人所签');
    // The company's own signature is HR's: another one checks it.
    expect(nodes.companyAgrees?.status).toBe('open');
    expect((await view(hr)).papers).toEqual([]);
    expect((await view(branchHr)).papers).toMatchObject([{ signerName: '刘静' }]);
  });

  it('may be refused by the employee with a reason, who can still give notice', async () => {
    await reachAgreement();
    expect(outcome(await actAt(company.fang, 'employeeAgrees', 'object'))).toBe('reason.missing');
    granted(await actAt(company.fang, 'employeeAgrees', 'object', { comment: '补偿没有谈拢' }));
    expect((await view(company.fang)).status.text).toBe('未通过');
  });
});
