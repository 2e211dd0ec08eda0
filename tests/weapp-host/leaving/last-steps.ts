import type { Company } from '../company/open-company';
import type { OpenPhone } from '../picture/states';
import type { WeappHost } from '../weapp-host';
import { FINANCE, HR, IT, KEEPER, LAST_DAY, LEAVER } from './cast';
import { openStep, openStepPage } from './open-step';

export const ASSETS_STEP = '收回资产';
export const INTERVIEW_STEP = '离职面谈（自愿，只有人事可见）';
export const SETTLEMENT_STEP = '财务结算';
export const ANSWER_STEP = '员工确认结算或提出异议（不影响工资支付）';
const ACCOUNTS_STEP = '核对账号与权限，准备到期停用';
const LOANS_STEP = '核对借款与报销';
const WAGES_STEP = '合同终止当日一次付清工资';
const CERTIFICATE_STEP = '核对并出具离职证明';

/** A step that is one tap. */
export async function finish(
  company: Company,
  open: OpenPhone,
  personId: string,
  step: string,
): Promise<void> {
  const host = await openStep(company, open, personId, step);
  await host.tap('#act-complete');
  host.close();
}

/** IT, finance, the keeper and the leaver are done with what is due before the last day. */
export async function walkToLastDay(company: Company, open: OpenPhone): Promise<void> {
  await finish(company, open, IT, ACCOUNTS_STEP);
  await finish(company, open, FINANCE, LOANS_STEP);
  const keeper = await openStepPage(company, open, KEEPER, ASSETS_STEP);
  await keeper.tap('#assets-close');
  keeper.close();
  const leaver = await openStepPage(company, open, LEAVER, INTERVIEW_STEP);
  await leaver.tap('#interview-skip');
  leaver.close();
  await company.liveUntil(`${LAST_DAY}T09:30`);
}

/** What finance owes; its page stays open. */
export async function proposeSettlement(company: Company, open: OpenPhone): Promise<WeappHost> {
  const host = await openStepPage(company, open, FINANCE, SETTLEMENT_STEP);
  await host.type('#yuan-0', '18500.00');
  await host.type('#note-0', '4月工资');
  await host.tap('#settlement-send');
  return host;
}

export const settle = async (company: Company, open: OpenPhone): Promise<void> =>
  (await proposeSettlement(company, open)).close();

/** From the settlement that was proposed to the certificate. */
export async function walkToCertificate(company: Company, open: OpenPhone): Promise<void> {
  const leaver = await openStepPage(company, open, LEAVER, ANSWER_STEP);
  await leaver.tap('#settlement-confirm');
  leaver.close();
  await finish(company, open, FINANCE, WAGES_STEP);
  await company.liveUntil(`${LAST_DAY}T18:30`);
  await finish(company, open, HR, CERTIFICATE_STEP);
}
