import { earliestEnd, employersSteps } from '@domain/offboarding/employers-path';
import { ok } from '@domain/result';
import { dateText } from '@domain/time/local-date';
import { recentOrganisation, todayIn } from '../organisation';
import { type Answer, useCase } from '../use-case';

/** The law's steps for somebody who cannot be reached, as they would fall from today on. */
export const employersPath = useCase('leaving.employersPath', {
  async run(ports): Promise<Answer<'leaving.employersPath'>> {
    const org = await recentOrganisation(ports);
    const today = todayIn(org.zone, ports.clock.now());
    const { calendar } = org.book.source;
    return ok({
      steps: employersSteps(today, calendar).map(({ title, text, from }) => ({
        title,
        text,
        dayText: `最早 ${dateText(from)}`,
      })),
      today,
      earliestEnd: earliestEnd(today, calendar),
    });
  },
});
