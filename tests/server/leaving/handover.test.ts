import { commits } from '@server/repositories/commits';
import { employments } from '@server/repositories/employments';
import { submitHandover } from '@server/use-cases/submit-handover';
import { granted, outcome, refused } from '../company/answers';
import { portsInProcess } from '../company/in-process';
import { freshId, type Person } from '../company/person';
import { signs } from '../company/signing';
import { BETTER, FILLED, item, line, type Hands, openHandoverCase } from './handover-hands';
import { caseOf, taskOf, type LeavingCompany } from './leaving-company';

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

describe('a list with gaps', () => {
  it('is refused with every gap at its field, and nobody can sign it', async () => {
    const answer = await hands.submit({
      work: item(line('w1', { what: '华东区客户', status: ' ' })),
      documents: item(line('d1', { name: '客户清单', path: '/共享' })),
    });
    expect(refused(answer)).toMatchObject({
      code: 'handover.incomplete',
      facts: {
        missingText: '还差 2 项必填：工作内容、资产清单',
        gaps: [
          { item: 'work', line: 'w1', field: 'status', reason: 'field blank' },
          { item: 'assets', line: null, field: null, reason: 'item empty' },
        ],
      },
    });
    expect(await hands.versions()).toEqual([]);
    expect(await hands.openNodes()).toEqual(['handover']);
    expect(await hands.view(fang)).toMatchObject({ shown: null, may: { submit: true, sign: false } });
    const signature = await signs(company, fang, { document: 'handover', caseId, digest: 'a'.repeat(64) });
    const signing = await fang.call('handover.sign', { commandId: freshId(), caseId, signature });
    expect(refused(signing).code).toBe('handover.nothing-submitted');
  });

  it('cannot be passed by finishing the step without a list', async () => {
    const link = await taskOf(company, caseId, 'handover', fang);
    const act = { commandId: freshId(), caseId, ...link, action: 'complete', comment: '' } as const;
    expect(outcome(await fang.call('case.act', act))).toBe('action.not-offered');
    expect(await hands.openNodes()).toEqual(['handover']);
  });

  it('counts what is missing for whoever reads, before anything was handed in', async () => {
    const seen = await hands.view(company.hr);
    expect(seen).toMatchObject({
      role: 'reader',
      missingText: '还差 3 项必填：工作内容、文档路径、资产清单',
      status: { text: '等待王芳填写' },
      may: { submit: false, comment: false, sendBack: false, accept: false, sign: false },
    });
  });
});

describe('handing in', () => {
  it('makes version 1 and the recipient’s turn, in one', async () => {
    const { view: mine } = granted(await hands.submit(FILLED));
    expect(mine).toMatchObject({
      role: 'employee',
      shown: { number: 1, isCurrent: true },
      missingText: null,
    });
    expect(await hands.openNodes()).toEqual(['handoverReview']);
    const { documents } = await caseOf(company, caseId);
    expect(documents.handover?.digest).toBe(mine.shown?.digest);
    expect(await hands.view(recipient)).toMatchObject({
      role: 'recipient',
      employeeName: '王芳',
      recipientName: '李明',
      differences: null,
      may: { submit: false, comment: true, sendBack: true, accept: true, sign: false },
    });
  });

  it('by a repeated tap, also on two phones at once, makes one version', async () => {
    const commandId = freshId();
    const answers = await Promise.all([1, 2, 3].map(() => hands.submit(FILLED, { commandId })));
    expect(answers.map(outcome)).toEqual(['ok', 'ok', 'ok']);
    expect(outcome(await hands.submit(FILLED, { commandId }))).toBe('ok');
    expect(await hands.versions()).toHaveLength(1);
  });

  it('of two lists at once takes one, and says so to the other', async () => {
    const answers = await Promise.all([hands.submit(FILLED), hands.submit(BETTER)]);
    expect(answers.map(outcome).sort()).toEqual(['ok', 'task.already-decided']);
    const kept = await hands.versions();
    expect(kept).toHaveLength(1);
    expect((await caseOf(company, caseId)).documents.handover?.digest).toBe(kept[0]?.digest);
  });

  it('is nobody else’s', async () => {
    expect(outcome(await hands.submit(FILLED, { person: recipient }))).toBe('handover.not-yours');
    expect(outcome(await hands.submit(FILLED, { person: company.leader }))).toBe('handover.not-yours');
  });
});

describe('a function that dies', () => {
  it('between the list and the case leaves neither, and the same tap again does both', async () => {
    const employment = await employments.read(company.database, fang.employmentId);
    if (!employment) throw new Error('王芳 is not employed');
    const commandId = freshId();
    const written: string[] = [];
    const dying = portsInProcess(company, {
      ...company.database,
      transaction: (run) =>
        company.database.transaction(async (transaction) => {
          await run({
            ...transaction,
            add: async (collection, document) => {
              await transaction.add(collection, document);
              written.push(collection);
            },
          });
          throw new Error('the function died');
        }),
    });
    const input = { commandId, caseId, content: FILLED };
    const caller = { openid: fang.openid, employment };
    await expect(submitHandover.run(dying, caller, input, undefined)).rejects.toThrow('the function died');
    expect(written).toEqual(['commits', 'handoverVersions']);
    expect(await hands.versions()).toEqual([]);
    expect(await hands.openNodes()).toEqual(['handover']);

    granted(await hands.submit(FILLED, { commandId }));
    const [only, ...more] = await hands.versions();
    expect(more).toEqual([]);
    expect((await caseOf(company, caseId)).documents.handover?.digest).toBe(only?.digest);
    expect(await hands.openNodes()).toEqual(['handoverReview']);
  });

  it('after both were written leaves the messages to the timer', async () => {
    granted(await hands.submit(FILLED));
    const last = (await commits.ofCase(company.database, caseId)).at(-1);
    await company.sdk.database().collection('inbox').where({ personId: recipient.employmentId }).remove();
    await company.database.updateWhere('commits', last?._id ?? '', {}, { set: { pending: true } });
    await company.clockTo('08:10');
    await company.tick();
    const todo = granted(await recipient.call('inbox.list', { show: 'todo', before: null }));
    expect(todo.items).toHaveLength(1);
  });
});

describe('the recipient', () => {
  it('says what is missing and sends it back; version 2 shows one line, version 1 stays', async () => {
    granted(await hands.submit(FILLED));
    expect(outcome(await hands.sendBack(1))).toBe('handover.send-back-without-comment');
    granted(await hands.say(recipient, 'contacts', '缺少李总的联系方式'));
    granted(await hands.sendBack(1));
    const mine = await hands.view(fang);
    expect(mine).toMatchObject({
      status: { text: '已退回，等待王芳修改' },
      may: { submit: true, sign: false },
      comments: [{ item: 'contacts', byName: '李明', text: '缺少李总的联系方式', mine: false }],
    });
    const log = (await commits.ofCase(company.database, caseId)).flatMap(({ events }) => events);
    expect(log.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ type: 'returned', reason: '联系人：缺少李总的联系方式' }),
    );

    expect(outcome(await hands.submit(FILLED))).toBe('handover.unchanged');
    granted(await hands.submit(BETTER));
    const again = await hands.view(recipient);
    expect(again.shown).toMatchObject({ number: 2, content: BETTER });
    expect(again.differences).toMatchObject({
      since: 1,
      list: [{ item: 'contacts', line: 'c1', change: 'added' }],
    });
    expect(again.differences?.list).toHaveLength(1);
    const first = granted(await recipient.call('handover.view', { caseId, version: 1 }));
    expect(first.shown).toMatchObject({ number: 1, isCurrent: false, content: FILLED });
    expect(again.versions.map(({ number, sentBackText }) => [number, sentBackText !== null])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  it('cannot send back or accept what changed since it was read', async () => {
    granted(await hands.submit(FILLED));
    const read = await hands.digestFor(recipient);
    granted(await hands.say(recipient, 'work', '还有华南区'));
    granted(await hands.sendBack(1));
    granted(await hands.submit(BETTER));
    expect(refused(await hands.accept(recipient, { digest: read }))).toMatchObject({
      code: 'handover.changed',
      facts: { version: 2 },
    });
    expect(outcome(await hands.sendBack(1))).toBe('handover.changed');
  });

  it('repeats a comment or a return without doing it twice', async () => {
    granted(await hands.submit(FILLED));
    const once = { commandId: freshId(), caseId, item: 'work', text: '还有华南区' };
    const said = await Promise.all([1, 2].map(() => recipient.call('handover.comment', once)));
    expect(said.map(outcome)).toEqual(['ok', 'ok']);
    const commandId = freshId();
    granted(await hands.sendBack(1, { commandId }));
    granted(await hands.sendBack(1, { commandId }));
    expect((await hands.view(fang)).comments).toHaveLength(1);
    expect((await caseOf(company, caseId)).nodes.handover?.round).toBe(2);
  });
});
