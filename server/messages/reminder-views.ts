import type { TodayView } from '@contract/contract';
import type { Ports } from '../ports';
import type { LedgerEntry } from '../repositories/reminder-ledger';

/** The reminders a person can ask for, with how many acceptances are left of each. */
export function reminderViews({ settings }: Ports, ledger: readonly LedgerEntry[]): TodayView['reminders'] {
  const templateId = settings.punchReminderTemplateId;
  const left = ledger.find((entry) => entry.templateId === templateId)?.left ?? 0;
  return [{ templateId, title: '上班前提醒', left }];
}
