import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import { openDesk, type PunchDesk, readDesk } from '../attendance/punch-desk';
import { kindOfTemplate, nextReminder } from '../messages/next-reminder';
import { offeredTemplates, reminderViews } from '../messages/reminder-views';
import type { Ports } from '../ports';
import { type LedgerEntry, reminderLedger } from '../repositories/reminder-ledger';
import { rosterOnSheets } from '../rosters/roster-on-sheets';
import { type Answer, useCase } from '../use-case';

const ATTEMPTS_AT_A_RACE = 4;
const KEPT_ANSWERS = 20;

/** Counts what the person answered to WeChat's question, once an answer and template, and plans the next reminder. */
export const recordAnswers = useCase('reminders.recordAnswers', {
  gather: (ports, openid) => readDesk(ports, openid),
  async run(ports, caller, { answerId, answers }, reads): Promise<Answer<'reminders.recordAnswers'>> {
    const desk = openDesk(ports, caller, reads);
    const entries: LedgerEntry[] = [];
    for (const { templateId } of offeredTemplates(ports.settings)) {
      const answer = answers.find((one) => one.templateId === templateId)?.answer ?? 'filter';
      const counted = await count(ports, desk, caller.openid, templateId, answerId, answer);
      if (counted === 'busy') return refuse('conflict.busy', {});
      if (counted) entries.push(counted);
    }
    return ok({ reminders: reminderViews(ports, entries) });
  },
});

type TemplateAnswer = InputOf<'reminders.recordAnswers'>['answers'][number]['answer'];

/** The ledger entry after the answer; null while there is none. */
async function count(
  { database, settings }: Ports,
  desk: PunchDesk,
  openid: string,
  templateId: string,
  answerId: string,
  answer: TemplateAnswer,
): Promise<LedgerEntry | 'busy' | null> {
  const id = reminderLedger.idOf(desk.employment._id, templateId);
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const before = await reminderLedger.read(database, id);
    if (answer === 'filter' || before?.answerIds.includes(answerId)) return before;
    const left = leftAfter(answer, before?.left ?? 0);
    // Only the reminders around work have a time of their own; others ring when something happens.
    const kind = kindOfTemplate(settings, templateId);
    const next =
      left > 0 && kind !== null
        ? nextReminder({ ...desk, roster: rosterOnSheets(desk.months.values()) }, kind)
        : null;
    const entry: LedgerEntry = {
      _id: id,
      employmentId: desk.employment._id,
      openid,
      templateId,
      revision: (before?.revision ?? 0) + 1,
      left,
      answerIds: [...(before?.answerIds ?? []), answerId].slice(-KEPT_ANSWERS),
      dueAt: next?.dueAt ?? null,
      dueFor: next?.dutyDate ?? null,
      orgRevision: desk.org.revision,
    };
    const stored = before
      ? await reminderLedger.replace(database, before, entry)
      : await reminderLedger.add(database, entry);
    if (stored) return entry;
  }
  return 'busy';
}

function leftAfter(answer: TemplateAnswer, left: number): number {
  if (answer === 'accept') return left + 1;
  return answer === 'ban' ? 0 : left;
}
