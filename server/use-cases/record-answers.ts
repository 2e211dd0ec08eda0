import { ok, refuse } from '@domain/result';
import { openDesk, readDesk } from '../attendance/punch-desk';
import { nextReminder } from '../messages/next-reminder';
import { reminderViews } from '../messages/reminder-views';
import { type LedgerEntry, reminderLedger } from '../repositories/reminder-ledger';
import { type Answer, useCase } from '../use-case';

const ATTEMPTS_AT_A_RACE = 4;
const KEPT_ANSWERS = 20;

/** Counts what the person answered to WeChat's question, once an answer, and plans the next reminder. */
export const recordAnswers = useCase('reminders.recordAnswers', {
  gather: (ports, openid) => readDesk(ports, openid),
  async run(ports, caller, { answerId, answers }, reads): Promise<Answer<'reminders.recordAnswers'>> {
    const { database, settings } = ports;
    const templateId = settings.punchReminderTemplateId;
    const answer = answers.find((one) => one.templateId === templateId)?.answer;
    const desk = openDesk(ports, caller, reads);
    const id = reminderLedger.idOf(caller.employment._id, templateId);
    for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
      const before = await reminderLedger.read(database, id);
      const counted = answer === undefined || answer === 'filter' || before?.answerIds.includes(answerId);
      if (counted) return ok({ reminders: reminderViews(ports, before ? [before] : []) });
      const left = answer === 'accept' ? (before?.left ?? 0) + 1 : answer === 'ban' ? 0 : (before?.left ?? 0);
      const next = left > 0 ? nextReminder(desk) : null;
      const entry: LedgerEntry = {
        _id: id,
        employmentId: caller.employment._id,
        openid: caller.openid,
        templateId,
        revision: 1,
        left,
        answerIds: [...(before?.answerIds ?? []), answerId].slice(-KEPT_ANSWERS),
        dueAt: next?.dueAt ?? null,
        dueFor: next?.dutyDate ?? null,
        orgRevision: desk.org.revision,
      };
      const stored = before
        ? await reminderLedger.replace(database, before, entry)
        : await reminderLedger.add(database, entry);
      if (stored) return ok({ reminders: reminderViews(ports, [entry]) });
    }
    return refuse('conflict.busy', {});
  },
});
