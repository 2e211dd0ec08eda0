import { ok } from '@domain/result';
import { dayText } from '@domain/offboarding/day-text';
import { AT_FAULT, leavingOptions as optionsFor } from '@domain/offboarding/leaving-options';
import { lawFacts, openLeaverDesk } from '../leaving/leaver-desk';
import { openLeavingIdOf } from '../leaving/own-leaving';
import { type Answer, useCase } from '../use-case';

/** The ways of leaving, as they stand for the caller today. */
export const leavingOptions = useCase('leaving.options', {
  async run(ports, caller): Promise<Answer<'leaving.options'>> {
    const [desk, openCaseId] = await Promise.all([
      openLeaverDesk(ports, caller),
      openLeavingIdOf(ports, caller.employment._id),
    ]);
    return ok({
      openCaseId,
      arrivesText: dayText(desk.today),
      options: optionsFor(lawFacts(desk)).map(({ earliest, ...option }) => ({
        ...option,
        earliestText: earliest === null ? null : dayText(earliest),
      })),
      atFault: AT_FAULT,
      hasFile: desk.file !== null,
    });
  },
});
