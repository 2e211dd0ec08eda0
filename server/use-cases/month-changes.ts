import { ok, refuse } from '@domain/result';
import { mayClose } from '../months/begin-closing';
import { changesSinceLock } from '../months/changes-since-lock';
import { recentOrganisation } from '../organisation';
import { type Answer, useCase } from '../use-case';

export const monthChanges = useCase('month.changes', {
  async run(ports, caller, { month, branchId, after }): Promise<Answer<'month.changes'>> {
    if (!mayClose(caller, branchId)) return refuse('month.not-yours', {});
    return ok(await changesSinceLock(ports, await recentOrganisation(ports), month, branchId, after));
  },
});
