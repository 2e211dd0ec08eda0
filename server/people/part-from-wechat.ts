import type { Ports, Transaction } from '../ports';
import { employeeRelations } from '../repositories/employee-relations';
import { type Employment, employments } from '../repositories/employments';
import { invitations } from '../repositories/invitations';
import { reminderLedger } from '../repositories/reminder-ledger';
import { sheets } from '../repositories/sheets';
import { type StaffChange, staffChanges } from '../repositories/staff-changes';

/**
 * Everything that ties somebody to the WeChat that is bound: the employment, what may be sent there, unused
 * invitations, and the identity on the sheets. Access and messages end in one transaction; a sheet is found by the
 * identity but believed only while the employment says the same, so those may follow.
 *
 * @returns false when another writer came between
 */
export async function partFromWeChat(
  ports: Ports,
  person: Employment,
  change: StaffChange,
): Promise<boolean> {
  const { database, clock } = ports;
  // Before: while somebody is bound nobody makes new ones, so that none is left to come back with.
  await invitations.voidUnused(database, person._id, clock.now());
  const parted = await database.transaction(async (transaction) => {
    const stands = await employments.read(transaction, person._id);
    if (stands?.openid !== person.openid) return false;
    await staffChanges.add(transaction, change);
    await employments.update(transaction, person._id, { set: { openid: null } });
    return { relation: await endMessages(transaction, ports, person._id) };
  });
  if (parted === null || parted === false) return false;
  await sheets.giveOpenid(database, person._id, null, person.openid);
  if (parted.relation !== null) await endInWeChat(ports, parted.relation);
  return true;
}

/** What was accepted in one WeChat is nothing in another. Resolves to the identity that WeChat itself is to part. */
export async function endMessages(
  transaction: Transaction,
  { settings, clock }: Ports,
  employmentId: string,
): Promise<string | null> {
  const templates = [settings.punchReminderTemplateId, settings.afterWorkTemplateId, settings.taskTemplateId];
  for (const templateId of templates)
    if (templateId !== null) await reminderLedger.silence(transaction, employmentId, templateId);
  return employeeRelations.endInside(transaction, employmentId, clock.now());
}

/** WeChat's own relation of employee and mini-program; the person sees there that it ended. */
async function endInWeChat({ employeeMessages, log }: Ports, openid: string): Promise<void> {
  const answer = await employeeMessages.unbind(openid);
  if (!answer.sent) log.write({ unbind: 'rebinding', errorCode: answer.errorCode });
}
