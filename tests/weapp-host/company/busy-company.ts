import { openCompany, type Company } from './open-company';

/** Workdays of February and of the first week of March 2026 on which S02 punched, with when they came and went. */
const DAYS: readonly (readonly [day: string, came: string, went: string | null])[] = [
  ...['02-02', '02-03', '02-04', '02-05', '02-06', '02-09', '02-10', '02-12', '02-13'].map(
    (day) => [day, '08:24', '17:41'] as const,
  ),
  ['02-11', '09:05', '17:12'],
  ['03-02', '08:21', '17:44'],
  ['03-03', '08:28', '17:31'],
  ['03-04', '08:52', '17:40'],
  ['03-05', '08:27', null],
];

/**
 * Friday 6 March 2026, 08:20: S02 has five weeks behind them with a late day, an early one and a card that is
 * missing since yesterday; P08 has an invitation and nothing else.
 */
export async function openBusyCompany(): Promise<Company> {
  const company = await openCompany({
    beginAt: '2026-02-02T07:00',
    people: ['S02', 'P02', 'P03', 'P04', 'P05', 'P06', 'P08'],
    unbound: ['P08'],
  });
  try {
    for (const [day, came, went] of [...DAYS].sort(([one], [other]) => (one < other ? -1 : 1))) {
      await company.punch('S02', `2026-${day}T${came}`);
      if (went !== null) await company.punch('S02', `2026-${day}T${went}`);
    }
    await company.moveTo('2026-03-06T08:20');
    return company;
  } catch (thrown) {
    await company.end();
    throw thrown;
  }
}
