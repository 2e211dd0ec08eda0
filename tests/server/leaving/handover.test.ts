import type { HandoverView, InputOf } from '@contract/contract';
import { cases } from '@server/repositories/cases';
import { commits } from '@server/repositories/commits';
import { employments } from '@server/repositories/employments';
import { handoverVersions } from '@server/repositories/handover-versions';
import { submitHandover } from '@server/use-cases/submit-handover';
import { granted, outcome, refused } from '../company/answers';
import { portsInProcess } from '../company/in-process';
import { freshId, type Person } from '../company/person';
import { signs } from '../company/signing';
import {
  caseOf,
  command,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  reachDepartments,
  taskOf,
} from './leaving-company';

let company: LeavingCompany;
let fang: Person;
let recipient: Person;
let caseId: string;

/** 王芳's last day is 10 April; the leader has named 李明, HR has checked, the list is to be filled. */
beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T08:00' });
  ({ fang, recipient } = company);
  caseId = await giveNotice(company, fang, '2026-04-10');
  await reachDepartments(company, caseId);
});
afterEach(() => company.close());

type Content = InputOf<'handover.submit'>['content'];

const line = (id: string, fields: Record<string, string>, attachments: string[] = []) => ({
  id,
  fields,
  attachments,
});
const item = (...lines: ReturnType<typeof line>[]) => ({ lines, none: null });

const FILLED: Content = {
  work: item(line('w1', { what: '华东区客户', status: '进行中', next: '三月底续约' })),
  documents: item(line('d1', { name: '客户清单', path: '/共享/客户/2026.xlsx' })),
  assets: { lines: [], none: '没有领用过资产' },
};
const BETTER: Content = { ...FILLED, contacts: item(line('c1', { name: '李总', phone: '13800138000' })) };

const submit = (content: Content, { commandId = freshId(), person = fang } = {}) =>
  person.call('handover.submit', { commandId, caseId, content });
const view = async (person: Person): Promise<HandoverView> =>
  granted(await person.call('handover.view', { caseId, version: null }));
const say = (person: Person, at: string, text: string) =>
  person.call('handover.comment', { commandId: freshId(), caseId, item: at, text });
const sendBack = (version: number, { commandId = freshId(), person = recipient } = {}) =>
  person.call('handover.sendBack', { commandId, caseId, version });
const digestFor = async (person: Person) => (await view(person)).shown?.digest ?? '';
const accept = async (person = recipient, { commandId = freshId(), digest = '' } = {}) =>
  person.call('handover.accept', { commandId, caseId, digest: digest || (await digestFor(person)) });
const sign = async (person: Person, { commandId = freshId(), digest = '' } = {}) => {
  const seen = digest || (await digestFor(person));
  // A person is sent one code a minute.
  await company.cloud.clock.moveTo(company.cloud.clock.now() + 61_000);
  const signature = await signs(company, person, { document: 'handover', caseId, digest: seen });
  return person.call('handover.sign', { commandId, caseId, signature });
};
const versions = () => handoverVersions.ofCase(company.database, caseId);
const openNodes = async () =>
  Object.values((await caseOf(company, caseId)).nodes)
    .filter(({ status, id }) => status === 'open' && /^handover|Signs$|^leaderTakes/.test(id))
    .map(({ id }) => id)
    .sort();

/** Handed in, reviewed: both are to sign. */
async function reviewed(): Promise<void> {
  granted(await submit(FILLED));
  granted(await accept());
}

describe('a list with gaps', () => {
  it('is refused with every gap at its field, and nobody can sign it', async () => {
    const answer = await submit({
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
    expect(await versions()).toEqual([]);
    expect(await openNodes()).toEqual(['handover']);
    expect(await view(fang)).toMatchObject({ shown: null, may: { submit: true, sign: false } });
    const signature = await signs(company, fang, { document: 'handover', caseId, digest: 'a'.repeat(64) });
    const signing = await fang.call('handover.sign', { commandId: freshId(), caseId, signature });
    expect(refused(signing).code).toBe('handover.nothing-submitted');
  });

  it('cannot be passed by finishing the step without a list', async () => {
    const link = await taskOf(company, caseId, 'handover', fang);
    const act = { commandId: freshId(), caseId, ...link, action: 'complete', comment: '' } as const;
    expect(outcome(await fang.call('case.act', act))).toBe('action.not-offered');
    expect(await openNodes()).toEqual(['handover']);
  });

  it('counts what is missing for whoever reads, before anything was handed in', async () => {
    const seen = await view(company.hr);
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
    const { view: mine } = granted(await submit(FILLED));
    expect(mine).toMatchObject({
      role: 'employee',
      shown: { number: 1, isCurrent: true },
      missingText: null,
    });
    expect(await openNodes()).toEqual(['handoverReview']);
    const { documents } = await caseOf(company, caseId);
    expect(documents.handover?.digest).toBe(mine.shown?.digest);
    expect(await view(recipient)).toMatchObject({
      role: 'recipient',
      employeeName: '王芳',
      recipientName: '李明',
      differences: null,
      may: { submit: false, comment: true, sendBack: true, accept: true, sign: false },
    });
  });

  it('by a repeated tap, also on two phones at once, makes one version', async () => {
    const commandId = freshId();
    const answers = await Promise.all([1, 2, 3].map(() => submit(FILLED, { commandId })));
    expect(answers.map(outcome)).toEqual(['ok', 'ok', 'ok']);
    expect(outcome(await submit(FILLED, { commandId }))).toBe('ok');
    expect(await versions()).toHaveLength(1);
  });

  it('of two lists at once takes one, and says so to the other', async () => {
    const answers = await Promise.all([submit(FILLED), submit(BETTER)]);
    expect(answers.map(outcome).sort()).toEqual(['ok', 'task.already-decided']);
    const kept = await versions();
    expect(kept).toHaveLength(1);
    expect((await caseOf(company, caseId)).documents.handover?.digest).toBe(kept[0]?.digest);
  });

  it('is nobody else’s', async () => {
    expect(outcome(await submit(FILLED, { person: recipient }))).toBe('handover.not-yours');
    expect(outcome(await submit(FILLED, { person: company.leader }))).toBe('handover.not-yours');
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
    expect(await versions()).toEqual([]);
    expect(await openNodes()).toEqual(['handover']);

    granted(await submit(FILLED, { commandId }));
    const [only, ...more] = await versions();
    expect(more).toEqual([]);
    expect((await caseOf(company, caseId)).documents.handover?.digest).toBe(only?.digest);
    expect(await openNodes()).toEqual(['handoverReview']);
  });

  it('after both were written leaves the messages to the timer', async () => {
    granted(await submit(FILLED));
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
    granted(await submit(FILLED));
    expect(outcome(await sendBack(1))).toBe('handover.send-back-without-comment');
    granted(await say(recipient, 'contacts', '缺少李总的联系方式'));
    granted(await sendBack(1));
    const mine = await view(fang);
    expect(mine).toMatchObject({
      status: { text: '已退回，等待王芳修改' },
      may: { submit: true, sign: false },
      comments: [{ item: 'contacts', byName: '李明', text: '缺少李总的联系方式', mine: false }],
    });
    const log = (await commits.ofCase(company.database, caseId)).flatMap(({ events }) => events);
    expect(log.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ type: 'returned', reason: '联系人：缺少李总的联系方式' }),
    );

    expect(outcome(await submit(FILLED))).toBe('handover.unchanged');
    granted(await submit(BETTER));
    const again = await view(recipient);
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
    granted(await submit(FILLED));
    const read = await digestFor(recipient);
    granted(await say(recipient, 'work', '还有华南区'));
    granted(await sendBack(1));
    granted(await submit(BETTER));
    expect(refused(await accept(recipient, { digest: read }))).toMatchObject({
      code: 'handover.changed',
      facts: { version: 2 },
    });
    expect(outcome(await sendBack(1))).toBe('handover.changed');
  });

  it('repeats a comment or a return without doing it twice', async () => {
    granted(await submit(FILLED));
    const once = { commandId: freshId(), caseId, item: 'work', text: '还有华南区' };
    const said = await Promise.all([1, 2].map(() => recipient.call('handover.comment', once)));
    expect(said.map(outcome)).toEqual(['ok', 'ok']);
    const commandId = freshId();
    granted(await sendBack(1, { commandId }));
    granted(await sendBack(1, { commandId }));
    expect((await view(fang)).comments).toHaveLength(1);
    expect((await caseOf(company, caseId)).nodes.handover?.round).toBe(2);
  });
});

describe('two signatures', () => {
  it('bind one digest, also when both sign at once, and the leader takes note', async () => {
    await reviewed();
    const answers = await Promise.all([sign(fang), sign(recipient)]);
    expect(answers.map(outcome)).toEqual(['ok', 'ok']);
    const { signatures, documents } = await caseOf(company, caseId);
    const counted = signatures.filter(({ document }) => document === 'handover');
    expect(counted.map(({ person }) => person).sort()).toEqual(
      [fang.employmentId, recipient.employmentId].sort(),
    );
    expect(new Set(counted.map(({ digest }) => digest))).toEqual(new Set([documents.handover?.digest]));
    expect((await view(company.leader)).status.text).toBe('双方已签署');
    expect(await openNodes()).toEqual(['leaderTakesNote']);
  });

  it('need a session for this very document, and what was read', async () => {
    await reviewed();
    const digest = await digestFor(fang);
    const other = await signs(company, fang, { document: 'settlement', caseId, digest });
    const signing = { commandId: freshId(), caseId, signature: other };
    expect(outcome(await fang.call('handover.sign', signing))).toBe('identity.other-document');
    expect(outcome(await sign(fang, { digest: 'f'.repeat(64) }))).toBe('handover.changed');
  });

  it('of one person is one, however often it is sent', async () => {
    await reviewed();
    const digest = await digestFor(fang);
    const signature = await signs(company, fang, { document: 'handover', caseId, digest });
    const input = { commandId: freshId(), caseId, signature };
    const answers = await Promise.all([1, 2].map(() => fang.call('handover.sign', input)));
    expect(answers.map(outcome)).toEqual(['ok', 'ok']);
    expect(outcome(await sign(fang))).toBe('handover.already-signed');
    const { signatures } = await caseOf(company, caseId);
    expect(signatures.filter(({ document }) => document === 'handover')).toHaveLength(1);
  });

  it('are void when the list changes after one of them', async () => {
    await reviewed();
    granted(await sign(fang));
    granted(await say(recipient, 'contacts', '缺少李总的联系方式'));
    granted(await sendBack(1));
    granted(await submit(BETTER));
    const { signatures } = await caseOf(company, caseId);
    expect(signatures.filter(({ document }) => document === 'handover')).toMatchObject([
      { voidedBySeq: expect.any(Number) },
    ]);
    granted(await accept());
    expect(await openNodes()).toEqual(['employeeSigns', 'recipientSigns']);
    granted(await sign(recipient));
    granted(await sign(fang));
    const [second, first] = (await view(fang)).versions;
    expect(second?.signatures.map(({ byName }) => byName).sort()).toEqual(['李明', '王芳']);
    expect(first?.signatures).toEqual([]);
  });
});

describe('somebody else takes over', () => {
  it('by a transfer of the review: the new recipient’s name is what both sign', async () => {
    granted(await submit(FILLED));
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
    expect(outcome(await accept(recipient, { digest: await digestFor(fang) }))).toBe('handover.not-yours');
    granted(await accept(to));
    expect((await versions()).map((one) => one.recipient)).toEqual([recipient.employmentId, to.employmentId]);
    granted(await sign(fang));
    granted(await sign(to));
    expect((await view(fang)).status.text).toBe('双方已签署');
  });

  it('when the recipient leaves it is the leader’s turn', async () => {
    granted(await submit(FILLED));
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
    expect(await view(company.leader)).toMatchObject({ role: 'recipient', recipientName: '陈思远' });
    granted(await accept(company.leader));
    granted(await sign(company.leader));
    granted(await sign(fang));
    expect((await view(fang)).versions[0]).toMatchObject({ number: 2, recipientName: '陈思远' });
  });

  it('after the review, reads first; the employee’s signature on the former name is void', async () => {
    await reviewed();
    granted(await sign(fang));
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
    expect((await view(company.leader)).may).toMatchObject({ accept: true, sign: false });
    expect(outcome(await sign(company.leader))).toBe('handover.accept-first');
    granted(await accept(company.leader));
    expect((await view(fang)).may.sign).toBe(true);
    granted(await sign(fang));
    granted(await sign(company.leader));
    expect((await view(fang)).status.text).toBe('双方已签署');
  });
});

describe('after the access has ended', () => {
  it('the employee still reads the list and answers at its items, and changes nothing', async () => {
    await reviewed();
    await company.database.updateWhere(
      'employments',
      fang.employmentId,
      {},
      { set: { lastDay: '2026-04-10' } },
    );
    await company.clockTo('2026-04-11T09:00');
    expect((await view(fang)).may).toEqual({
      submit: false,
      comment: true,
      sendBack: false,
      accept: false,
      sign: false,
    });
    granted(await say(fang, 'work', '合同原件在陈思远处'));
    expect(outcome(await submit(BETTER))).toBe('session.left');
  });
});

describe('a stranger', () => {
  it('hears of this handover what is heard of none, and so does whoever only keeps accounts or money', async () => {
    granted(await submit(FILLED));
    const stranger = await company.person('吴越').bind();
    const unknown = await stranger.call('handover.view', { caseId: 'no-such-case', version: null });
    for (const person of [stranger, company.it, company.finance])
      expect(await person.call('handover.view', { caseId, version: null })).toEqual(unknown);
    for (const answer of [
      await submit(BETTER, { person: stranger }),
      await say(stranger, 'work', '好'),
      await sendBack(1, { person: stranger }),
      await accept(stranger, { digest: await digestFor(fang) }),
      await stranger.call('handover.attach', { caseId, fileId: 'x', name: '' }),
    ])
      expect(answer).toEqual(unknown);
  });
});

describe('a file at a line', () => {
  const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  const uploaded = (name: string, bytes: Uint8Array) =>
    portsInProcess(company).files.keep(`inbox/${fang.openid}/${name}`, bytes);

  it('is kept when it is chosen, and the recipient sees it with the list', async () => {
    const fileId = await uploaded('a.png', PNG);
    const { file } = granted(await fang.call('handover.attach', { caseId, fileId, name: '合同.png' }));
    expect((await view(recipient)).files).toEqual([]);
    granted(
      await submit({ ...FILLED, work: item(line('w1', { what: '合同', status: '在办' }, [file.digest])) }),
    );
    expect((await view(recipient)).files).toMatchObject([
      { digest: file.digest, name: '合同.png', kind: 'picture' },
    ]);
  });

  it('is refused when it is a program, somebody else’s, or was never sent', async () => {
    const attach = (person: Person, fileId: string) =>
      person.call('handover.attach', { caseId, fileId, name: '照片.png' });
    const program = await uploaded('b.png', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3]));
    expect(outcome(await attach(fang, program))).toBe('file.wrong-kind');
    const foreign = await portsInProcess(company).files.keep(`inbox/${recipient.openid}/c.png`, PNG);
    expect(outcome(await attach(fang, foreign))).toBe('file.unknown');
    const work = item(line('w1', { what: '合同', status: '在办' }, ['e'.repeat(64)]));
    expect(outcome(await submit({ ...FILLED, work }))).toBe('file.unknown');
  });
});

describe('the countdown', () => {
  const countdowns = async (person: Person) =>
    granted(await person.call('inbox.list', { show: 'news', before: null })).items.filter(({ title }) =>
      title.includes('交接还剩 3 天'),
    );

  it('reaches employee and recipient once each, three days before, however often the clock runs', async () => {
    await company.clockTo('2026-04-07T17:55');
    await company.tick();
    expect(await countdowns(fang)).toEqual([]);
    await company.clockTo('2026-04-07T18:05');
    for (let run = 0; run < 5; run += 1) await company.tick();
    const query = `case=${encodeURIComponent(caseId)}`;
    expect((await countdowns(fang)).map(({ page }) => page)).toEqual([`leaving/handover/index?${query}`]);
    expect((await countdowns(recipient)).map(({ page }) => page)).toEqual([`leaving/review/index?${query}`]);
    expect(await countdowns(company.leader)).toEqual([]);
  });

  it('is not sent when the list is in', async () => {
    granted(await submit(FILLED));
    await company.clockTo('2026-04-07T18:05');
    for (let run = 0; run < 5; run += 1) await company.tick();
    expect([...(await countdowns(fang)), ...(await countdowns(recipient))]).toEqual([]);
    expect((await cases.read(company.database, caseId))?.status).toBe('running');
  });
});
