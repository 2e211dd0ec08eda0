import type { Command } from '@domain/approval/commands';
import { earliestEnd } from '@domain/offboarding/employers-path';
import { ok, refuse } from '@domain/result';
import { dateText, type LocalDate, parseLocalDate } from '@domain/time/local-date';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import { openLeavingIdOf } from '../leaving/own-leaving';
import { type Organisation, recentOrganisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { employments } from '../repositories/employments';
import { AlreadyLeaving, leavings } from '../repositories/leavings';
import { type Answer, useCase } from '../use-case';
import { staffOf } from '../workflow/case-staff';
import { doEffectsNow } from '../workflow/do-effects-now';
import { runCommand } from '../workflow/run-command';

type Input = InputOf<'leaving.startEmployer'>;
type Answered = Answer<'leaving.startEmployer'>;

const STARTED = '已登记，下一步：书面催告返岗';

/** HR reports somebody who cannot be reached. The phone's command id names the case, so a repeat starts none. */
export const startEmployersPath = useCase('leaving.startEmployer', {
  async run(ports, caller, input): Promise<Answered> {
    const { employmentId, commandId } = input;
    if (employmentId === caller.employment._id) return refuse('person.is-oneself', {});
    const caseId = `${employmentId}-${commandId}`;
    if (await cases.read(ports.database, caseId)) return ok({ caseId, text: STARTED });
    const [org, person, openId] = await Promise.all([
      recentOrganisation(ports),
      employments.read(ports.database, employmentId),
      openLeavingIdOf(ports, employmentId),
    ]);
    if (!person) return refuse('person.unknown', {});
    if (openId !== null) return refuse('leaving.already-open', { caseId: openId });
    const refused = datesRefusal(org, todayIn(org.zone, ports.clock.now()), input);
    return refused ?? start(ports, caller, org, caseId, input);
  },
});

function datesRefusal(
  org: Organisation,
  today: LocalDate,
  { lastSeen, plannedEnd }: Input,
): Extract<Answered, { ok: false }> | null {
  if (parseLocalDate(lastSeen) === null || parseLocalDate(plannedEnd) === null)
    return refuse('leaving.date-invalid', {});
  if (lastSeen > today) return refuse('employer.last-seen-in-future', {});
  const earliest = earliestEnd(today, org.book.source.calendar);
  return plannedEnd < earliest
    ? refuse('employer.end-too-early', { earliestText: dateText(earliest) })
    : null;
}

async function start(
  ports: Ports,
  caller: Caller,
  org: Organisation,
  caseId: string,
  { commandId, employmentId, lastSeen, attempts, plannedEnd }: Input,
): Promise<Answered> {
  const command: Command = {
    id: commandId,
    caseId,
    actor: { who: 'person', id: caller.employment._id },
    kind: 'start',
    applicant: employmentId,
    dates: { lastDay: plannedEnd as LocalDate },
    fields: { lastSeen, attempts },
  };
  const setting = {
    org,
    subject: `leaving:${employmentId}`,
    staffFor: (stored: CaseDocument | null) => staffOf(ports, org, caller, stored, [employmentId]),
    beside: (transaction: Parameters<typeof leavings.claim>[0]) =>
      leavings.claim(transaction, employmentId, caseId),
  };
  try {
    const moved = await runCommand(ports, setting, 'leave-employer', command);
    if (moved.ok) {
      if (moved.value.commit) await doEffectsNow(ports, moved.value.commit);
      return ok({ caseId, text: STARTED });
    }
    if ('busy' in moved) return refuse('conflict.busy', {});
    const { code } = moved.refusal;
    if (code === 'person.gone') return refuse('person.gone', { name: '这位员工' });
    return code === 'command.id-taken' || code === 'case.exists'
      ? refuse('command.id-taken', {})
      : refuse('case.cannot-move', { because: code });
  } catch (error) {
    if (error instanceof AlreadyLeaving) return refuse('leaving.already-open', { caseId: error.caseId });
    throw error;
  }
}
