import type { AssetsView, InputOf } from '@contract/contract';
import { granted, outcome, refused } from '../company/answers';
import { freshId, type Person } from '../company/person';
import {
  caseOf,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  reachDepartments,
  taskOf,
  upload,
  wish,
} from './leaving-company';

let company: LeavingCompany;
let caseId: string;

beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T08:00' });
  caseId = await giveNotice(company, company.fang, '2026-04-10');
  await reachDepartments(company, caseId);
});
afterEach(() => company.close());

const issue = (person: Person, name: string, number: string, commandId = freshId()) =>
  person.call('assets.issue', { commandId, caseId, name, number });

const view = async (person: Person): Promise<AssetsView> =>
  granted(await person.call('assets.view', { caseId }));

const move = (
  person: Person,
  assetId: string,
  what: InputOf<'assets.move'>['move'],
  { note = '', photoIds = [] as string[], commandId = freshId() } = {},
) => person.call('assets.move', { commandId, caseId, assetId, move: what, note, photoIds });

const close = async (person: Person) =>
  person.call('assets.close', {
    commandId: freshId(),
    caseId,
    ...(await taskOf(company, caseId, 'assets', person)),
  });

const news = async (person: Person): Promise<readonly string[]> =>
  granted(await person.call('inbox.list', { show: 'news', before: null })).items.map(({ title }) => title);

/** A laptop in 王芳's hands; resolves to its id. */
const laptop = async (): Promise<string> => {
  const { assets } = granted(await issue(company.admin, '笔记本电脑', 'A-001'));
  const [first] = assets;
  if (!first) throw new Error('nothing was issued');
  return first.id;
};

describe('a thing of the company', () => {
  it('is claimed with a picture, confirmed by its keeper, and the step is done', async () => {
    const { fang, admin } = company;
    const id = await laptop();
    expect((await view(fang)).assets).toMatchObject([
      { name: '笔记本电脑', number: 'A-001', stateText: '待归还', moves: ['claim', 'reportLost'] },
    ]);
    expect(refused(await close(admin))).toEqual({
      code: 'asset.still-out',
      facts: { names: ['笔记本电脑（A-001）'] },
    });

    granted(await move(fang, id, 'claim', { photoIds: [await upload(company, fang)] }));
    const [claimed] = (await view(admin)).assets;
    expect(claimed).toMatchObject({ stateText: '员工称已归还，等保管人确认' });
    expect(claimed?.moves).toEqual(['confirm', 'reject', 'reportLost']);
    const [step] = claimed?.steps ?? [];
    expect(step).toMatchObject({ text: '王芳 称已归还' });
    expect(step?.photos).toHaveLength(1);
    expect((await fetch(step?.photos[0]?.url ?? '')).status).toBe(200);
    expect(await news(admin)).toHaveLength(1);

    granted(await move(admin, id, 'confirm'));
    expect(await view(fang)).toMatchObject({ settled: true, assets: [{ stateText: '已归还', moves: [] }] });
    granted(await close(admin));
    expect((await caseOf(company, caseId)).nodes.assets?.outcome).toBe('completed');
  });

  it('that the keeper has not got goes back with a reason, and may be lost and found', async () => {
    const { fang, admin } = company;
    const id = await laptop();
    granted(await move(fang, id, 'claim', { photoIds: [await upload(company, fang)] }));
    expect(refused(await move(admin, id, 'reject')).code).toBe('asset.note-missing');
    granted(await move(admin, id, 'reject', { note: '前台没有收到' }));
    expect((await view(fang)).assets[0]?.steps.at(-1)).toMatchObject({
      text: '管小云 没有收到',
      note: '前台没有收到',
    });
    granted(await move(fang, id, 'reportLost', { note: '搬家时丢了' }));
    expect((await view(admin)).settled).toBe(true);
    granted(await move(admin, id, 'find', { note: '在仓库' }));
    expect((await view(fang)).assets[0]?.stateText).toBe('已归还');
  });

  it('is written down once, however often it is sent, and no number stands twice', async () => {
    const { admin, it: itDesk, fang } = company;
    const commandId = freshId();
    const taps = await Promise.all([1, 2, 3].map(() => issue(admin, '显示器', 'B-1', commandId)));
    expect(taps.map(outcome)).toEqual(['ok', 'ok', 'ok']);
    granted(await issue(itDesk, '门禁卡', 'B-2'));
    expect((await view(admin)).assets.map(({ number }) => number)).toEqual(['B-1', 'B-2']);
    expect(refused(await issue(admin, '键盘', 'B-1')).code).toBe('asset.number-taken');
    expect(refused(await issue(fang, '自己的杯子', 'C-1')).code).toBe('action.not-yours');
  });
});

describe('a claim', () => {
  it('needs a picture', async () => {
    const id = await laptop();
    expect(refused(await move(company.fang, id, 'claim', { note: '放在前台' })).code).toBe(
      'asset.photo-missing',
    );
    expect((await view(company.fang)).assets[0]?.stateText).toBe('待归还');
  });

  it('with a program under a picture’s name is refused, and the thing is still out', async () => {
    const id = await laptop();
    const program = await upload(company, company.fang, new Uint8Array([0x4d, 0x5a, 0x90, 0]));
    expect(refused(await move(company.fang, id, 'claim', { photoIds: [program] })).code).toBe(
      'file.not-a-picture',
    );
    expect((await view(company.fang)).assets[0]?.stateText).toBe('待归还');
  });

  it('with somebody else’s picture is refused', async () => {
    const id = await laptop();
    const foreign = await upload(company, company.leader);
    expect(refused(await move(company.fang, id, 'claim', { photoIds: [foreign] })).code).toBe('file.unknown');
  });

  it('is made once, however often the phone sends it', async () => {
    const { fang } = company;
    const id = await laptop();
    const commandId = freshId();
    const photoIds = [await upload(company, fang)];
    granted(await move(fang, id, 'claim', { commandId, photoIds }));
    granted(await move(fang, id, 'claim', { commandId, photoIds }));
    expect((await view(fang)).assets[0]?.steps).toHaveLength(1);
  });

  it('from afar may bring the courier’s number instead', async () => {
    const { recipient, hr } = company;
    caseId = await wish(company, recipient, '2026-03-31', 'leave-remote');
    const { assets } = granted(await issue(hr, '手机', 'P-7'));
    const id = assets[0]?.id ?? '';
    expect(refused(await move(recipient, id, 'claim')).code).toBe('asset.photo-missing');
    granted(await move(recipient, id, 'claim', { note: '顺丰 SF1234567890' }));
    expect((await view(hr)).assets[0]?.steps[0]).toMatchObject({ note: '顺丰 SF1234567890', photos: [] });
  });
});

it('two keepers at once: one confirms, the other hears that it is done', async () => {
  const { fang, admin, it: itDesk } = company;
  const id = await laptop();
  granted(await move(fang, id, 'claim', { photoIds: [await upload(company, fang)] }));
  const answers = await Promise.all([
    move(admin, id, 'confirm'),
    move(itDesk, id, 'reject', { note: '没看到' }),
  ]);
  expect(answers.map(outcome).sort()).toEqual(['asset.not-in-this-state', 'ok']);
  expect((await view(fang)).assets[0]?.steps).toHaveLength(2);
});

it('nobody confirms their own return, and a leader or a stranger sees no things', async () => {
  const { fang, leader, recipient } = company;
  const id = await laptop();
  expect(refused(await move(fang, id, 'confirm')).code).toBe('asset.not-yours-to-move');
  for (const person of [leader, recipient])
    expect(refused(await person.call('assets.view', { caseId })).code).toBe('case.unknown');
  expect(refused(await fang.call('assets.view', { caseId: 'none' })).code).toBe('case.unknown');
});

it('HR does without the step with a reason, though a thing is out; the keeper cannot pass it by', async () => {
  await laptop();
  const { admin, hr } = company;
  const passedBy = await admin.call('case.act', {
    commandId: freshId(),
    caseId,
    ...(await taskOf(company, caseId, 'assets', admin)),
    action: 'complete',
    comment: '',
  });
  expect(refused(passedBy).code).toBe('action.not-offered');
  granted(
    await hr.call('case.move', {
      commandId: freshId(),
      caseId,
      move: 'waive',
      nodeId: 'assets',
      text: '电脑已折旧，不再收回',
    }),
  );
  expect((await caseOf(company, caseId)).nodes.assets?.outcome).toBe('waived');
});
