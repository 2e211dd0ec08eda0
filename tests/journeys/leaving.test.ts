import { signOn } from './support/signing';
import { openStage, type Stage } from './support/stage';
import type { Phone } from './support/phone';

/** Five people in one leaving: who goes, who leads, who takes over, HR and finance. */
const LEAVER = '李明';
const LEADER = '王芳';
const RECIPIENT = '陈思远';
const HR = '刘静';
const FINANCE = '徐静怡';
/** Who keeps accounts and things; theirs is one step each. */
const [IT, KEEPER] = ['孙䶮', '杨柳'];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let stage: Stage;
let caseId: string;

beforeAll(async () => {
  stage = await openStage(LEAVER, '10:00');
}, 300_000);

afterAll(() => stage?.close());

/** The line of a person's list that leads to this step, opened. */
const openStep = async (name: string, step: string): Promise<Phone> => {
  const phone = await stage.phone(name);
  await phone.visit('pages/inbox/index');
  await phone.sees('inbox-page', LEAVER);
  const { items } = await stage.ask(name, 'inbox.list', { show: 'todo', before: null });
  for (const { link } of items) {
    if (link?.taskId == null) continue;
    const { task } = await stage.ask(name, 'case.view', { ...link });
    if (task?.title !== step) continue;
    const query = `case=${encodeURIComponent(link.caseId)}&task=${encodeURIComponent(task.taskId)}&round=${task.round}`;
    await phone.visit(`pages/case/index?${query}`);
    await phone.sees('case-head', LEAVER);
    return phone;
  }
  throw new Error(`${name} has no step ${step}: ${items.map(({ title }) => title).join('、')}`);
};

/** Steps that are one tap of somebody beside the five. */
const finish = async (name: string, step: string): Promise<void> => {
  const phone = await openStep(name, step);
  await phone.tap('act-complete');
  await phone.sees('case-said', '已完成');
  await phone.close();
};

/** Time goes on to a moment of the company's wall clock, and what is due happens. */
const goOnTo = async (at: number): Promise<void> => {
  await stage.demo.cloud.clock.moveTo(at);
  for (let tick = 0; tick < 3; tick += 1) await stage.demo.cloud.callFunction('timer');
};

/** Midnight of somebody's last day in the company's zone, as the journey says it. */
const lastDayOf = async (name: string): Promise<number> => {
  const { journey } = await stage.ask(name, 'leaving.mine', {});
  const [, year, month, day] = /(\d{4})年(\d+)月(\d+)日/.exec(journey?.lastDayText ?? '') ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) - 8 * HOUR_MS;
};

/** The titles on the page of papers, each one there to be opened. */
const papersOf = async (phone: Phone): Promise<readonly string[]> => {
  const { papers } = await stage.ask(LEAVER, 'document.list', { caseId: null });
  await phone.visit('leaving/papers/index');
  for (const { title, number } of papers) await phone.sees(`paper-${number}`, title);
  return papers.map(({ title }) => title);
};

it('the leaver reads the paths, signs the notice on the phone and holds the receipt', async () => {
  const phone = await stage.phone(LEAVER);
  await phone.visit('pages/mine/index');
  await phone.tapText('离职与交接');
  await phone.tap('choose-notice');
  await phone.sees('notice-explained', '不需要批准');
  await phone.tap('notice-send');
  await phone.sees('signature-summary', '解除劳动合同');
  await signOn(stage, phone, LEAVER);
  await phone.sees('journey-head', '最后工作日');
  const mine = await stage.ask(LEAVER, 'leaving.mine', {});
  caseId = mine.journey?.view.caseId ?? '';
  expect(await papersOf(phone)).toEqual(expect.arrayContaining(['离职通知送达回执', '解除劳动合同通知书']));
  expect(phone.unseenTroubles).toEqual([]);
  await phone.close();
});

it('the leader takes note and names who takes over, in three taps beside the name', async () => {
  const phone = await openStep(LEADER, '直属上级知悉，指定交接人');
  await phone.tap('pick-recipient');
  await phone.type('people-query', RECIPIENT);
  await phone.tapText(RECIPIENT);
  await phone.tap('act-acknowledge');
  await phone.sees('case-said', '已知悉');
  await phone.close();
});

it('HR checks insurance, fund, contract and things', async () => {
  const phone = await openStep(HR, '人事核对社保、公积金、合同与资产，跟进交接');
  for (const field of ['insuranceChecked', 'fundChecked', 'contractChecked', 'assetsListed'])
    await phone.tap(`check-${field}`);
  await phone.tap('act-complete');
  await phone.sees('case-said', '已完成');
  await phone.close();
});

it('the leaver fills the list; nothing can be handed in while something is missing', async () => {
  const phone = await openStep(LEAVER, '填写交接清单');
  await phone.tap('task-page');
  await phone.sees('handover-missing', '还差');
  const fill = async (item: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    await phone.tap(`add-${item}`);
    for (const [field, words] of Object.entries(fields)) await phone.type(`field-${field}`, words);
    await phone.tap('line-done');
  };
  await fill('work', { what: '考勤引擎', status: '已上线', next: '跟进月结' });
  await fill('documents', { name: '设计文档', path: '/共享/设计/考勤引擎' });
  const { items } = await stage.ask(LEAVER, 'handover.view', { caseId, version: null });
  for (const { key } of items.filter(({ required }) => required)) {
    if (['work', 'documents'].includes(key)) continue;
    await phone.tap(`say-none-${key}`);
    await phone.type('none-sheet-text', '没有归我保管的');
    await phone.tap('none-sheet-send');
  }
  await phone.tap('handover-submit');
  await phone.sees('handover-said', '已');
  await phone.close();
});

it('the recipient asks for what is missing, gets a second version, and both sign it', async () => {
  let phone = await openStep(RECIPIENT, '接收人逐项核对');
  await phone.tap('task-page');
  await phone.tap('comment-work');
  await phone.type('comment-sheet-text', '缺少月结联系人的联系方式');
  await phone.tap('comment-sheet-send');
  await phone.tap('handover-send-back');
  await phone.sees('handover-said', '退回');
  await phone.close();

  phone = await openStep(LEAVER, '填写交接清单');
  await phone.tap('task-page');
  await phone.tap('add-contacts');
  await phone.type('field-name', '财务 何会计');
  await phone.type('field-phone', '内线 8021');
  await phone.tap('line-done');
  await phone.tap('handover-submit');
  await phone.sees('handover-said', '已');
  await phone.close();

  phone = await openStep(RECIPIENT, '接收人逐项核对');
  await phone.tap('task-page');
  await phone.sees('handover-differences', '改了');
  await phone.tap('handover-accept');
  await phone.tap('handover-sign');
  await signOn(stage, phone, RECIPIENT);
  await phone.sees('handover-said', '已签署');
  await phone.close();

  // A person is sent one code a minute.
  await stage.demo.cloud.clock.advance(2 * MINUTE_MS);
  phone = await openStep(LEAVER, '员工签署交接清单');
  await phone.tap('task-page');
  await phone.tap('handover-sign');
  await signOn(stage, phone, LEAVER);
  await phone.sees('handover-said', '已签署');
  await phone.close();

  phone = await openStep(LEADER, '上级知悉交接完成');
  await phone.tap('act-acknowledge');
  await phone.sees('case-said', '已知悉');
  await phone.close();
});

it('IT, the keeper, finance and the leaver are done before the last day', async () => {
  await finish(IT, '核对账号与权限，准备到期停用');
  await finish(FINANCE, '核对借款与报销');
  const keeper = await openStep(KEEPER, '收回资产');
  await keeper.tap('task-page');
  await keeper.tap('assets-close');
  await keeper.sees('assets-said', '这一步已完成');
  await keeper.close();
  const leaver = await openStep(LEAVER, '离职面谈（自愿，只有人事可见）');
  await leaver.tap('task-page');
  await leaver.tap('interview-skip');
  await leaver.sees('interview-said', '已结束');
  await leaver.close();
});

it('on the last day finance settles and pays, HR issues, the leaver agrees and opens the certificate', async () => {
  const lastDay = await lastDayOf(LEAVER);
  await goOnTo(lastDay + 9.5 * HOUR_MS);

  const finance = await openStep(FINANCE, '财务结算');
  await finance.tap('task-page');
  await finance.type('yuan-0', '18500.00');
  await finance.type('note-0', '12月工资');
  await finance.tap('settlement-send');
  await finance.sees('settlement-said', '已提交');
  await finance.close();

  const leaver = await openStep(LEAVER, '员工确认结算或提出异议（不影响工资支付）');
  await leaver.tap('task-page');
  await leaver.sees('settlement-head', '不等你确认');
  await leaver.tap('settlement-confirm');
  await leaver.sees('settlement-answer-said', '已确认');
  await leaver.close();

  await finish(FINANCE, '合同终止当日一次付清工资');
  await goOnTo(lastDay + 18.5 * HOUR_MS);
  await finish(HR, '核对并出具离职证明');
  await finish(HR, '社会保险、住房公积金停缴与转移');
  await finish(HR, '档案转移');
});

it('after leaving, the same WeChat still opens the certificate, and nothing else', async () => {
  await goOnTo((await lastDayOf(LEAVER)) + 3 * DAY_MS);
  const phone = await stage.phone(LEAVER);
  expect(await papersOf(phone)).toContain('离职证明');
  await phone.visit('pages/inbox/index');
  await phone.sees('inbox-trouble', '最后工作日');
  expect(phone.unseenTroubles).toEqual([]);
});
