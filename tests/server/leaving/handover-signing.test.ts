import { granted, outcome } from '../company/answers';
import { freshId, type Person } from '../company/person';
import { signs } from '../company/signing';
import { BETTER, FILLED, type Hands, openHandoverCase } from './handover-hands';
import { caseOf, command, taskOf, type LeavingCompany } from './leaving-company';

let company: LeavingCompany;
let fang: Person;
let recipient: Person;
let caseId: string;
let hands: Hands;

beforeEach(async () => {
  ({ company, caseId, hands } = await openHandoverCase());
  ({ fang, recipient } = company);
});
afterEach(() => company.close());

describe('two signatures', () => {
  it('bind one digest, also when both sign at once, and the leader takes note', async () => {
    await hands.reviewed();
    const answers = await Promise.all([hands.sign(fang), hands.sign(recipient)]);
    expect(answers.map(outcome)).toEqual(['ok', 'ok']);
    const { signatures, documents } = await caseOf(company, caseId);
    const counted = signatures.filter(({ document }) => document === 'handover');
    expect(counted.map(({ person }) => person).sort()).toEqual(
      [fang.employmentId, recipient.employmentId].sort(),
    );
    expect(new Set(counted.map(({ digest }) => digest))).toEqual(new Set([documents.handover?.digest]));
    expect((await hands.view(company.leader)).status.text).toBe('双方已签署');
    expect(await hands.openNodes()).toEqual(['leaderTakesNote']);
  });

  it('need a session for this very document, and what was read', async () => {
    await hands.reviewed();
    const digest = await hands.digestFor(fang);
    const other = await signs(company, fang, { document: 'settlement', caseId, digest });
    const signing = { commandId: freshId(), caseId, signature: other };
    expect(outcome(await fang.call('handover.sign', signing))).toBe('identity.other-document');
    expect(outcome(await hands.sign(fang, { digest: 'f'.repeat(64) }))).toBe('handover.changed');
  });

  it('of one person is one, however often it is sent', async () => {
    await hands.reviewed();
    const digest = await hands.digestFor(fang);
    const signature = await signs(company, fang, { document: 'handover', caseId, digest });
    const input = { commandId: freshId(), caseId, signature };
    const answers = await Promise.all([1, 2].map(() => fang.call('handover.sign', input)));
    expect(answers.map(outcome)).toEqual(['ok', 'ok']);
    expect(outcome(await hands.sign(fang))).toBe('handover.already-signed');
    const { signatures } = await caseOf(company, caseId);
    expect(signatures.filter(({ document }) => document === 'handover')).toHaveLength(1);
  });

  it('are void when the list changes after one of them', async () => {
    await hands.reviewed();
    granted(await hands.sign(fang));
    granted(await hands.say(recipient, 'contacts', '缺少李总的联系方式'));
    granted(await hands.sendBack(1));
    granted(await hands.submit(BETTER));
    const { signatures } = await caseOf(company, caseId);
    expect(signatures.filter(({ document }) => document === 'handover')).toMatchObject([
      { voidedBySeq: expect.any(Number) },
    ]);
    granted(await hands.accept());
    expect(await hands.openNodes()).toEqual(['employeeSigns', 'recipientSigns']);
    granted(await hands.sign(recipient));
    granted(await hands.sign(fang));
    const [second, first] = (await hands.view(fang)).versions;
    expect(second?.signatures.map(({ byName }) => byName).sort()).toEqual(['李明', '王芳']);
    expect(first?.signatures).toEqual([]);
  });
});

describe('somebody else takes over', () => {
  it('by a transfer of the review: the new recipient’s name is what both sign', async () => {
    granted(await hands.submit(FILLED));
    const to = await company.person('周可心').bind();
    granted(
      await recipient.call('case.act', {
        commandId: freshId(),
        caseId,
        ...(await taskOf(company, caseId, 'handoverReview')),
        action: 'transfer',
        comment: '',
        toEmploymentId: to.employmentId,
      }),
    );
    expect(outcome(await hands.accept(recipient, { digest: await hands.digestFor(fang) }))).toBe(
      'handover.not-yours',
    );
    granted(await hands.accept(to));
    expect((await hands.versions()).map((one) => one.recipient)).toEqual([
      recipient.employmentId,
      to.employmentId,
    ]);
    granted(await hands.sign(fang));
    granted(await hands.sign(to));
    expect((await hands.view(fang)).status.text).toBe('双方已签署');
  });

  it('when the recipient leaves it is the leader’s turn', async () => {
    granted(await hands.submit(FILLED));
    await company.database.updateWhere(
      'employments',
      recipient.employmentId,
      {},
      { set: { lastDay: '2026-03-10' } },
    );
    await company.clockTo('2026-03-10T09:00');
    await command(
      company,
      caseId,
      { who: 'system', part: 'staffing' },
      {
        kind: 'reassign',
        person: recipient.employmentId,
      },
    );
    expect(await hands.view(company.leader)).toMatchObject({ role: 'recipient', recipientName: '陈思远' });
    granted(await hands.accept(company.leader));
    granted(await hands.sign(company.leader));
    granted(await hands.sign(fang));
    expect((await hands.view(fang)).versions[0]).toMatchObject({ number: 2, recipientName: '陈思远' });
  });

  it('after the review, reads first; the employee’s signature on the former name is void', async () => {
    await hands.reviewed();
    granted(await hands.sign(fang));
    await company.database.updateWhere(
      'employments',
      recipient.employmentId,
      {},
      { set: { lastDay: '2026-03-10' } },
    );
    await company.clockTo('2026-03-10T09:00');
    await command(
      company,
      caseId,
      { who: 'system', part: 'staffing' },
      {
        kind: 'reassign',
        person: recipient.employmentId,
      },
    );
    expect((await hands.view(company.leader)).may).toMatchObject({ accept: true, sign: false });
    expect(outcome(await hands.sign(company.leader))).toBe('handover.accept-first');
    granted(await hands.accept(company.leader));
    expect((await hands.view(fang)).may.sign).toBe(true);
    granted(await hands.sign(fang));
    granted(await hands.sign(company.leader));
    expect((await hands.view(fang)).status.text).toBe('双方已签署');
  });
});
