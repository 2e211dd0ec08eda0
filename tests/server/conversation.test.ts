import type { CaseView, InputOf } from '@contract/contract';
import { granted, outcome, refused } from './company/answers';
import { freshId, type Person } from './company/person';
import { callsOn, newsOf, upload } from './leaving/case-calls';
import { zipOf } from './leaving/zip-of';
import {
  caseOf,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  reachDepartments,
} from './leaving/leaving-company';

let company: LeavingCompany;
let caseId: string;
const { actAt, view } = callsOn(
  () => company,
  () => caseId,
);

beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T09:00' });
  caseId = await giveNotice(company, company.fang, '2026-04-10');
});
afterEach(() => company.close());

const say = (person: Person, text: string, more: Partial<InputOf<'case.say'>> = {}) =>
  person.call('case.say', {
    commandId: freshId(),
    caseId,
    text,
    mentions: [],
    itemKey: null,
    files: [],
    ...more,
  });

const send = async (person: Person, name: string, bytes: Uint8Array) =>
  say(person, '', { files: [{ fileId: await upload(company, person, bytes, name), name }] });

const lines = ({ comments }: CaseView) => comments.map(({ byName, text }) => `${byName}：${text}`);

const PDF = new TextEncoder().encode('%PDF-1.7\n%%EOF');
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
const DOCX = zipOf(['[Content_Types].xml', 'word/document.xml']);
const XLSX = zipOf(['[Content_Types].xml', 'xl/workbook.xml']);

describe('the conversation of a case', () => {
  it('is read by everybody who has a part, counted as new until they have seen it', async () => {
    const { fang, leader, hr } = company;
    granted(await say(fang, '交接从哪里开始？'));
    granted(await say(leader, '先列客户清单'));
    expect(lines(await view(hr))).toEqual(['王芳：交接从哪里开始？', '陈思远：先列客户清单']);
    const seen = await view(fang);
    expect(seen.unread).toBe(1);
    expect(seen.comments.map(({ mine, unread }) => [mine, unread])).toEqual([
      [true, false],
      [false, true],
    ]);
    granted(await fang.call('case.see', { caseId, seq: seen.seq }));
    expect((await view(fang)).unread).toBe(0);
    granted(await say(hr, '有问题随时问'));
    expect((await view(fang)).unread).toBe(1);
  });

  it('never goes back to unread, and nobody has seen what has not been said', async () => {
    const { fang, leader } = company;
    granted(await say(leader, '第一句'));
    granted(await fang.call('case.see', { caseId, seq: 999_999 }));
    granted(await fang.call('case.see', { caseId, seq: 1 }));
    expect((await view(fang)).unread).toBe(0);
    granted(await say(leader, '第二句'));
    expect((await view(fang)).unread).toBe(1);
  });

  it('reaches whoever is mentioned and only them, and the news is read with the words', async () => {
    const { fang, leader, hr } = company;
    const { view: said } = granted(await say(fang, '社保怎么办？', { mentions: [hr.employmentId] }));
    expect(said.comments.at(-1)?.mentions).toEqual(['@刘静']);
    expect(await newsOf(hr)).toContain('通知离职 · 有新留言');
    expect(await newsOf(leader)).not.toContain('通知离职 · 有新留言');
    const { unread } = granted(await hr.call('inbox.list', { show: 'news', before: null }));
    granted(await hr.call('case.see', { caseId, seq: said.seq }));
    expect(granted(await hr.call('inbox.list', { show: 'news', before: null })).unread).toBe(unread - 1);
  });

  it('does not tell somebody who may not open it', async () => {
    const { fang, finance } = company;
    const stranger = await company.person('赵一鸣').bind();
    expect((await view(fang)).people.map(({ name }) => name).sort()).toEqual(['刘静', '沈慧', '陈思远']);
    const mentions = [stranger.employmentId, finance.employmentId];
    const { view: said } = granted(await say(fang, '你们好', { mentions }));
    expect(said.comments.at(-1)?.mentions).toEqual([]);
    expect(await newsOf(stranger)).toEqual([]);
    expect(await newsOf(finance)).toEqual([]);
  });

  it('has the recipient in it from the moment the leader names them', async () => {
    const { leader, recipient, fang } = company;
    expect(outcome(await say(recipient, '我来接手'))).toBe('case.unknown');
    granted(await actAt(leader, 'leader', 'acknowledge', { fields: { recipient: recipient.employmentId } }));
    granted(await say(recipient, '我来接手'));
    granted(await say(fang, '好的', { mentions: [recipient.employmentId] }));
    expect(await newsOf(recipient)).toContain('通知离职 · 有新留言');
  });

  it('tells an open page that something happened by one small number', async () => {
    const { fang, leader } = company;
    const { seq } = await view(fang);
    const pulse = async () => granted(await fang.call('case.pulse', { caseId })).seq;
    expect(await pulse()).toBe(seq);
    granted(await say(leader, '在吗'));
    expect(await pulse()).toBeGreaterThan(seq);
    expect((await view(fang)).seq).toBe(await pulse());
  });

  it('says a thing once, however often the phone sends it', async () => {
    const { fang } = company;
    const fileId = await upload(company, fang, PNG);
    const tap = { commandId: freshId(), files: [{ fileId, name: '' }] };
    const answers = [await say(fang, '已归还', tap), await say(fang, '已归还', tap)];
    expect(answers.map(outcome)).toEqual(['ok', 'ok']);
    const said = (await view(fang)).comments;
    expect(said).toHaveLength(1);
    expect(said[0]?.files).toHaveLength(1);
  });

  it('needs something to say, about something that is there', async () => {
    expect(refused(await say(company.fang, '   ')).code).toBe('reason.missing');
    expect(refused(await say(company.fang, '问一句', { itemKey: 'no-such-item' })).code).toBe(
      'handover.unknown-item',
    );
  });

  it('has threads on the items of the handover', async () => {
    const { fang, recipient } = company;
    await reachDepartments(company, caseId);
    granted(await fang.call('handover.view', { caseId, version: null }));
    const [item] = (await view(fang)).items;
    if (!item) throw new Error('the handover has no items');
    granted(await say(recipient, '缺少三家客户的联系方式', { itemKey: item.key }));
    expect((await view(fang)).comments.at(-1)).toMatchObject({ itemKey: item.key, itemTitle: item.title });
  });
});

describe('a file in the conversation', () => {
  it.each([
    ['合同.pdf', PDF, 'pdf'],
    ['交接说明.docx', DOCX, 'docx'],
    ['客户清单.xlsx', XLSX, 'xlsx'],
    ['工牌.png', PNG, 'picture'],
  ])('%s is taken and opens for the others', async (name, bytes, kind) => {
    const { fang, hr } = company;
    granted(await send(fang, name, bytes));
    const [file] = (await view(hr)).comments.at(-1)?.files ?? [];
    expect(file).toMatchObject({ kind, name: kind === 'picture' ? expect.any(String) : name });
    const open = async () => granted(await hr.call('file.open', { caseId, digest: file?.digest ?? '' })).url;
    const fetched = await fetch(file?.url ?? (await open()));
    expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(new Uint8Array(bytes));
  });

  it.each([
    ['合同.pdf', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0]), 'a program that is called a document'],
    [
      '清单.xlsx',
      zipOf(['[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin']),
      'a book with macros',
    ],
    ['说明.docx', zipOf(['setup.exe']), 'a zip that is no document'],
    ['说明.docx', DOCX.slice(0, 20), 'a zip that was cut off'],
    ['照片.jpg', new TextEncoder().encode('<html>'), 'a page that is called a picture'],
  ])('%s is refused by what it is: %#', async (name, bytes) => {
    expect(refused(await send(company.fang, name, bytes))).toEqual({
      code: 'file.wrong-kind',
      facts: { name },
    });
    expect((await view(company.fang)).comments).toEqual([]);
  });

  it('of 30 MB is refused with the limit, an empty one by name; nothing is said', async () => {
    const { fang } = company;
    const huge = new Uint8Array(30 * 1024 * 1024);
    huge.set(PDF);
    expect(refused(await send(fang, '全部资料.pdf', huge))).toEqual({
      code: 'file.too-large',
      facts: { maxMegabytes: 20, name: '全部资料.pdf', megabytes: 30 },
    });
    expect(refused(await send(fang, '空.pdf', new Uint8Array())).code).toBe('file.empty');
    expect((await view(fang)).comments).toEqual([]);
  });

  it('of somebody else’s folder is unknown', async () => {
    const { fang, leader } = company;
    const fileId = await upload(company, leader, PDF, '别人的.pdf');
    expect(outcome(await say(fang, '看这个', { files: [{ fileId, name: '别人的.pdf' }] }))).toBe(
      'file.unknown',
    );
    expect((await caseOf(company, caseId)).seq).toBe((await view(leader)).seq);
  });
});
