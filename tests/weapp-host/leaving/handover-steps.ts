import type { Company } from '../company/open-company';
import type { OpenPhone } from '../picture/states';
import type { WeappHost } from '../weapp-host';
import { LEADER, LEAVER, RECIPIENT } from './cast';
import { openStep, openStepPage } from './open-step';
import { signOn } from './signing';

export const WRITE_STEP = '填写交接清单';
export const REVIEW_STEP = '接收人逐项核对';
export const EMPLOYEE_SIGNS_STEP = '员工签署交接清单';
const RECIPIENT_SIGNS_STEP = '接收人签署交接清单';
const LEADER_LOOKS_STEP = '上级知悉交接完成';

/** A person is sent one code a minute. */
const UNTIL_THE_NEXT_CODE_MS = 120_000;

type Fields = Readonly<Record<string, string>>;

/** One more line of an item, on the open list. */
export async function addLine(host: WeappHost, item: string, fields: Fields): Promise<void> {
  await host.tap(`#add-${item}`);
  for (const [field, words] of Object.entries(fields)) await host.type(`#field-${field}`, words);
  await host.tap('#line-done');
}

/** Everything that is asked for, on the open list; not handed in yet. */
export async function writeList(company: Company, host: WeappHost): Promise<void> {
  await addLine(host, 'work', { what: '考勤引擎', status: '已上线', next: '跟进月结' });
  await addLine(host, 'documents', { name: '设计文档', path: '/共享/设计/考勤引擎' });
  const caseId = decodeURIComponent(host.page.query.case ?? '');
  const { items } = await company.call(LEAVER, 'handover.view', { caseId, version: null });
  for (const { key } of items.filter(({ required }) => required)) {
    if (['work', 'documents'].includes(key)) continue;
    await host.tap(`#say-none-${key}`);
    await host.type('#none-sheet-text', '没有归我保管的');
    await host.tap('#none-sheet-send');
  }
}

export async function handIn(company: Company, open: OpenPhone): Promise<WeappHost> {
  const host = await openStepPage(company, open, LEAVER, WRITE_STEP);
  await writeList(company, host);
  await host.tap('#handover-submit');
  return host;
}

/** What the recipient misses, said at its item, on the open list. */
export async function askForMore(host: WeappHost): Promise<void> {
  await host.tap('#comment-work');
  await host.type('#comment-sheet-text', '缺少月结联系人的联系方式');
  await host.tap('#comment-sheet-send');
}

/** The second version, with what was missed. */
export async function handInAgain(company: Company, open: OpenPhone): Promise<WeappHost> {
  const host = await openStepPage(company, open, LEAVER, WRITE_STEP);
  await addLine(host, 'contacts', { name: '财务 何会计', phone: '内线 8021' });
  await host.tap('#handover-submit');
  return host;
}

/** On the open list, by whoever's turn it is. */
export async function signList(host: WeappHost, company: Company, personId: string): Promise<void> {
  await company.pass(UNTIL_THE_NEXT_CODE_MS);
  await host.tap('#handover-sign');
  await signOn(host, company, personId);
}

/** Written, reviewed, written again, signed by both and seen by the leader. */
export async function walkThroughHandover(company: Company, open: OpenPhone): Promise<void> {
  (await handIn(company, open)).close();
  const recipient = await openStepPage(company, open, RECIPIENT, REVIEW_STEP);
  await recipient.tap('#handover-accept');
  recipient.close();
  await bothSign(company, open);
  await seeHandedOver(company, open);
}

/** The list that was found in order. */
export async function bothSign(company: Company, open: OpenPhone): Promise<void> {
  for (const [personId, step] of [
    [RECIPIENT, RECIPIENT_SIGNS_STEP],
    [LEAVER, EMPLOYEE_SIGNS_STEP],
  ] as const) {
    const host = await openStepPage(company, open, personId, step);
    await signList(host, company, personId);
    host.close();
  }
}

export async function seeHandedOver(company: Company, open: OpenPhone): Promise<void> {
  const leader = await openStep(company, open, LEADER, LEADER_LOOKS_STEP);
  await leader.tap('#act-acknowledge');
  leader.close();
}
