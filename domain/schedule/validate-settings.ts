import { minutesProblems, problem, windowProblems } from './problem';
import type { Problem } from './problem';
import type { CompanySettings } from './settings';

/** Everything that keeps a company's settings, or a rule's own, from being saved. */
export function validateSettings(settings: Partial<CompanySettings>): Problem[] {
  const { nightWindow, opensBeforeMinutes, closesAfterMinutes, maxPunchesPerDay } = settings;
  return [
    ...(nightWindow == null ? [] : windowProblems('nightWindow', nightWindow)),
    ...(opensBeforeMinutes === undefined ? [] : minutesProblems('opensBeforeMinutes', opensBeforeMinutes, 0)),
    ...(closesAfterMinutes === undefined ? [] : minutesProblems('closesAfterMinutes', closesAfterMinutes, 0)),
    ...(maxPunchesPerDay === undefined || (Number.isInteger(maxPunchesPerDay) && maxPunchesPerDay >= 1)
      ? []
      : [problem('maxPunchesPerDay', 'settings.at-least-one')]),
  ];
}
