import { isIdNumber } from '@domain/people/id-number';
import { ok } from '@domain/result';
import type { Caller } from '../caller';
import { branchOf } from '../offboarding/hr-branch';
import { leavingLines } from '../offboarding/leaving-lines';
import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { cases } from '../repositories/cases';
import { employments } from '../repositories/employments';
import { personnel } from '../repositories/personnel';
import { type Answer, useCase } from '../use-case';

const MOST_LINES = 30;

/** HR finds a leaver by name or ID number. HR of a branch finds the own branch's people and nobody else. */
export const searchLeavings = useCase('leaving.search', {
  async run(ports, caller, { query }): Promise<Answer<'leaving.search'>> {
    const [org, people] = await Promise.all([recentOrganisation(ports), peopleFor(ports, caller, query)]);
    const found = await cases.leavingsOf(ports.database, people, MOST_LINES + 1);
    const lines = await leavingLines(ports, org, found.slice(0, MOST_LINES));
    return ok({ lines: [...lines], more: found.length > MOST_LINES });
  },
});

/** Employments whose name holds the text, or whose ID number it is: that one is only compared, by its keyed digest. */
async function peopleFor(ports: Ports, caller: Caller, query: string): Promise<readonly string[]> {
  const { database, cipher } = ports;
  const branchId = branchOf(caller);
  const number = query.replace(/\s/g, '').toUpperCase();
  if (!isIdNumber(number))
    return (await employments.everNamed(database, query, branchId)).map(({ _id }) => _id);
  const files = await personnel.ofIdNumber(database, cipher, number);
  const found = await employments.ofIds(
    database,
    files.map(({ _id }) => _id),
  );
  return found.filter((one) => branchId === null || one.branchId === branchId).map(({ _id }) => _id);
}
