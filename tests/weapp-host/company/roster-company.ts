import { localDateOf } from '../../../domain/time/local-date';
import { openBusyCompany } from './busy-company';
import { type Company, HR } from './open-company';

const RULE = 'office';
const SHIFTS = ['office', 'service-day'] as const;
const PAINTED = ['P02', 'P03', 'P04'] as const;

/** The company of busy-company.ts after HR put the product department on a roster and painted two weeks of it. */
export async function openRosterCompany(): Promise<Company> {
  const company = await openBusyCompany();
  try {
    const { rule, revision } = await company.call(HR, 'rules.open', { ruleId: RULE });
    const { id, version: _, ...value } = rule;
    await company.call(HR, 'rules.save', {
      commandId: 'roster-company-rule-1',
      seenRevision: revision,
      item: {
        kind: 'rule',
        id,
        value: {
          ...value,
          name: '产品部排班',
          effectiveFrom: localDateOf('2026-03-09'),
          timetable: { system: 'roster', shiftIds: [...SHIFTS], unscheduledMayChoose: true },
        },
      },
      conflicts: { answer: 'ask' },
    });
    const { jobId } = await company.call(HR, 'rules.publish', { commandId: 'roster-company-publish-1' });
    if (jobId !== null) await company.call(HR, 'rules.progress', { jobId });
    await company.call(HR, 'roster.save', {
      commandId: 'roster-company-cells-1',
      changes: PAINTED.flatMap((employmentId, row) =>
        Array.from({ length: 14 }, (_, day) => ({
          employmentId,
          date: localDateOf(`2026-03-${String(9 + day).padStart(2, '0')}`),
          from: '',
          to: (day + row * 2) % 6 < 2 ? null : (SHIFTS[Math.floor((day + row) / 3) % 2] ?? null),
        })),
      ),
      pastSeen: false,
    });
    return company;
  } catch (thrown) {
    await company.end();
    throw thrown;
  }
}
