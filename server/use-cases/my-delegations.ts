import { ok } from '@domain/result';
import { recentOrganisation } from '../organisation';
import { type Answer, useCase } from '../use-case';
import { delegationsView } from '../workflow/delegations-view';

/** Who acts while the caller is away, and for whom the caller acts. */
export const myDelegations = useCase('delegation.mine', {
  async run(ports, caller): Promise<Answer<'delegation.mine'>> {
    return ok(await delegationsView(ports, await recentOrganisation(ports), caller));
  },
});
