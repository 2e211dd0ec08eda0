import { ok, refuse } from '@domain/result';
import { mayClose } from '../months/begin-closing';
import { openItems } from '../months/open-items';
import { recentOrganisation } from '../organisation';
import { type Answer, useCase } from '../use-case';

export const monthOpenItems = useCase('month.openItems', {
  async run(ports, caller, { month, branchId, after }): Promise<Answer<'month.openItems'>> {
    if (!mayClose(caller, branchId)) return refuse('month.not-yours', {});
    return ok(await openItems(ports, await recentOrganisation(ports), month, branchId, after));
  },
});
