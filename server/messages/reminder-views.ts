import type { TodayView } from '@contract/contract';
import type { DeploymentSettings, Ports } from '../ports';
import type { LedgerEntry } from '../repositories/reminder-ledger';

/** The templates that people can accept, with the words for each. */
export function offeredTemplates(
  settings: DeploymentSettings,
): readonly { templateId: string; title: string }[] {
  const { punchReminderTemplateId, afterWorkTemplateId, taskTemplateId } = settings;
  return [
    { templateId: punchReminderTemplateId, title: '上班前提醒' },
    ...(afterWorkTemplateId === null ? [] : [{ templateId: afterWorkTemplateId, title: '下班提醒' }]),
    ...(taskTemplateId === null ? [] : [{ templateId: taskTemplateId, title: '审批进度提醒' }]),
  ];
}

/** The messages a person can ask for, with how many acceptances are left of each. */
export function reminderViews({ settings }: Ports, ledger: readonly LedgerEntry[]): TodayView['reminders'] {
  return offeredTemplates(settings).map(({ templateId, title }) => ({
    templateId,
    title,
    left: ledger.find((entry) => entry.templateId === templateId)?.left ?? 0,
  }));
}
