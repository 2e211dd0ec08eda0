import { ok, refuse } from '@domain/result';
import { personUnderHr } from '../requests/person-under-hr';
import { balancesOf } from '../requests/balances-of';
import { type Answer, useCase } from '../use-case';

/** What somebody has left, and who gave it. */
export const viewBalances = useCase('leave.balances', {
  async run(ports, caller, { employmentId }): Promise<Answer<'leave.balances'>> {
    const person = await personUnderHr(ports, caller, employmentId);
    return person ? ok(await balancesOf(ports, person)) : refuse('person.unknown', {});
  },
});
