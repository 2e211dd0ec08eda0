import type { Company } from '../company/open-company';
import type { OpenPhone } from '../picture/states';
import type { WeappHost } from '../weapp-host';
import { HR, LEADER, LEAVER, RECIPIENT, RECIPIENT_NAME } from './cast';
import { openStep } from './open-step';
import { signOn } from './signing';

export const LEADER_STEP = '直属上级知悉，指定交接人';
export const HR_STEP = '人事核对社保、公积金、合同与资产，跟进交接';

/** From 我的 over the ways to leave to the form of the usual one. */
export async function openNotice(open: OpenPhone, personId: string = LEAVER): Promise<WeappHost> {
  const host = await open(personId, { path: 'pages/mine/index' });
  await host.tap('#mine-leaving');
  await host.tap('#choose-notice');
  return host;
}

/** To the journey that begins with the signature. */
export async function giveNotice(company: Company, open: OpenPhone): Promise<WeappHost> {
  const host = await openNotice(open);
  await host.tap('#notice-send');
  await signOn(host, company, LEAVER);
  return host;
}

/** The leader takes note and names who takes over, on the open step. */
export async function takeNote(host: WeappHost): Promise<void> {
  await host.tap('#pick-recipient');
  await host.type('#people-query', RECIPIENT_NAME);
  // The list waits until nobody types any more.
  await host.pass(1_000);
  await host.tap(`#people-found-${RECIPIENT}`);
  await host.tap('#act-acknowledge');
}

/** HR looks at what is asked of it, on the open step. */
export async function checkEverything(host: WeappHost): Promise<void> {
  for (const field of ['insuranceChecked', 'fundChecked', 'contractChecked', 'assetsListed'])
    await host.tap(`#check-${field}`);
  await host.tap('#act-complete');
}

/** Up to where the handover is to be written. */
export async function walkToHandover(company: Company, open: OpenPhone): Promise<void> {
  (await giveNotice(company, open)).close();
  const leader = await openStep(company, open, LEADER, LEADER_STEP);
  await takeNote(leader);
  leader.close();
  const hr = await openStep(company, open, HR, HR_STEP);
  await checkEverything(hr);
  hr.close();
}
