import type { Command } from '@domain/approval/commands';
import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { pushWaiting } from '../messages/push-item';
import { participantsOf } from '@domain/approval/case';
import { doEffects, doWaitingEffects } from '../workflow/effects';
import { runCommand } from '../workflow/run-command';
import { readStaff } from '../workflow/staff';

const AT_A_TIME = 100;

/** Reminders, escalations and waits that are due: reads only the cases whose time has come. Resolves to how many moved. */
export async function wakeCases(ports: Ports): Promise<number> {
  const due = await cases.toWake(ports.database, ports.clock.now(), AT_A_TIME);
  let moved = 0;
  for (const stored of due) if (await wake(ports, stored)) moved += 1;
  return moved;
}

async function wake(ports: Ports, stored: CaseDocument): Promise<boolean> {
  const org = await recentOrganisation(ports);
  // The same wake-up has the same id: of two timers at once the second is answered from the log.
  const command: Command = {
    id: `tick-${stored._id}-${stored.nextWakeAt}`,
    caseId: stored._id,
    actor: { who: 'system', part: 'timer' },
    kind: 'tick',
  };
  const staffFor = (document: CaseDocument | null) =>
    readStaff(
      ports,
      org,
      document?.applicant ? [document.applicant] : [],
      document ? participantsOf(document.state) : [],
    );
  const result = await runCommand(ports, { org, subject: null, staffFor }, stored.flowId, command, stored);
  if (!result.ok) {
    ports.log.write({ wake: stored._id, outcome: 'busy' in result ? 'busy' : result.refusal.code });
    return false;
  }
  if (result.value.commit) await doEffects(ports, result.value.commit);
  return result.value.commit !== null;
}

/** The outbox, and pushes that waited for the morning. */
export const finishEffects = doWaitingEffects;

export async function ringInTheMorning(ports: Ports): Promise<number> {
  return pushWaiting(ports, await recentOrganisation(ports));
}
